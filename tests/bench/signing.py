# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signing and verifying large PDFs: P12 and P13 of the measures, whole processes of the command line.

Two files: 200 MB in few objects, and 44 MB in 400,000. The floor of signing is sha256sum and cp of the same file; peers are pdfsig and
mutool where they are installed. Private memory is RssAnon of /proc, of the program and the children that judge for
it, asked for every few milliseconds: a mapped file is not private.
"""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/acceptance/pdf"))
from pki import Pki  # noqa: E402

CLI = pathlib.Path(os.environ.get("CARRIEL_BIN", ROOT / "build/release/bin")) / "carriel-cli"


def write_pdf(path, bodies):
    offsets = []
    with open(path, "wb") as file:
        file.write(b"%PDF-1.7\n")
        for number, body in enumerate(bodies, 1):
            offsets.append(file.tell())
            file.write(b"%d 0 obj\n" % number + body + b"\nendobj\n")
        start = file.tell()
        file.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1))
        file.write(b"".join(b"%010d 00000 n \n" % offset for offset in offsets))
        file.write(b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(offsets) + 1, start))


def page(more=()):
    return [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>", b"<</Length 9>>\nstream\n0 0 m 9 9\nendstream", *more]


def large(path):
    block = os.urandom(1 << 20)
    write_pdf(path, page(b"<</Length %d>>\nstream\n" % len(block) + block + b"\nendstream" for _ in range(200)))


def many(path):
    write_pdf(path, page(b"<</Type/Annotation/Number %d/Text(un objeto entre muchos, con algo de texto dentro de el)>>" % i for i in range(400_000)))


def private(pid):
    """Private kB of a process and of the children that judge for it."""
    text = pathlib.Path(f"/proc/{pid}/status").read_text()
    total = sum(int(line.split()[1]) for line in text.splitlines() if line.startswith("RssAnon"))
    for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            total += private(child)
    return total


def measured(words, env=None):
    """(seconds, peak private MB, exit code)"""
    begin = time.perf_counter()
    with subprocess.Popen([*map(str, words)], env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL) as process:
        peak = 0
        while process.poll() is None:
            try:
                peak = max(peak, private(process.pid))
            except (FileNotFoundError, ProcessLookupError):
                pass
            time.sleep(0.002)
        return time.perf_counter() - begin, peak / 1024, process.returncode


def best(runs, *words, env=None, before=None):
    rows = []
    for _ in range(runs):
        if before:
            before()
        rows.append(measured(words, env))
    codes = {row[2] for row in rows}
    return statistics.median(row[0] for row in rows), max(row[1] for row in rows), codes


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--json")
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    rows = []

    def tell(what, seconds, memory, floor=None, note=""):
        rows.append({"what": what, "seconds": seconds, "private_mb": memory, "floor_s": floor, "note": note})
        ratio = f"{seconds / floor:6.2f} x floor" if floor else ""
        print(f"{what:42} {seconds:7.3f} s  {memory:7.1f} MB private  {ratio} {note}", flush=True)

    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        pki = Pki(work / "pki")
        env = dict(os.environ, PIN="clave", HOME=str(work))
        for title, make in (("200 MB", large), ("400,000 objects", many)):
            source, out = work / "source.pdf", work / "out.pdf"
            make(source)
            gone = lambda: out.unlink(missing_ok=True)
            floor, _, _ = best(arguments.runs, "sh", "-c", f"sha256sum {source} >/dev/null; cp {source} {out}", before=gone)
            tell(f"P12 floor sha256sum + cp, {title}", floor, 0)
            idle, memory, _ = best(arguments.runs, CLI, "--version")
            tell("    carriel-cli that does nothing", idle, memory)
            seconds, memory, codes = best(arguments.runs, CLI, "--profile", work / "profile", "sign", source, "--key", f"p12:{pki.dir}/eva.p12",
                                          "--pin-env", "PIN", "-o", out, env=env, before=gone)
            tell(f"P12 carriel-cli sign, {title}", seconds, memory, floor, "" if codes == {0} else f"FAILED {codes}")
            verify, memory, codes = best(arguments.runs, CLI, "--profile", work / "profile", "verify", out, "--trust", pki.trust, env=env)
            tell(f"P13 carriel-cli verify, {title}", verify, memory, None, "" if codes == {0} else f"FAILED {codes}")
            # With proofs and an archive timestamp behind it, the later version is compared with the signed one.
            archive = work / "archive.pdf"
            subprocess.run([CLI, "--profile", work / "profile", "raise", out, "--level", "lta", "--tsa", pki.tsa, "--trust", pki.trust, "--force",
                            "-o", archive], env=env, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            later, memory, codes = best(arguments.runs, CLI, "--profile", work / "profile", "verify", archive, "--trust", pki.trust, env=env)
            tell(f"P13 carriel-cli verify B-LTA, {title}", later, memory, None, "" if codes == {0} else f"FAILED {codes}")
            for peer in (["pdfsig", "-nocert", out], ["mutool", "sign", "-v", out]):
                if shutil.which(peer[0]):
                    seconds, memory, _ = best(arguments.runs, *peer)
                    tell(f"P13 {' '.join(peer[:2])}, {title}", seconds, memory, None, f"carriel-cli takes {verify / seconds:.2f} x as long")
        pki.server.shutdown()
    if arguments.json:
        pathlib.Path(arguments.json).parent.mkdir(parents=True, exist_ok=True)
        pathlib.Path(arguments.json).write_text(json.dumps(rows, indent=1))


if __name__ == "__main__":
    main()

# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""corpus.py FOLDER: signs every unsigned PDF of a folder and verifies every signed one; prints a table of what happened.

A file counts as readable if `qpdf --check` ends with 0 or 3 and mutool draws its first page. For a readable one that was signed, pdfsig
must call the signature valid, the number of pages must stay, and the first page must be drawn the same. How many files each warning before signing names is counted: one that names most of them warns of nothing. Ends with 1 if a signed result
is wrong, an original was touched, or under 99 % of the readable unsigned files were signed.

What a signed file deserves stands in tests/data/corpus-expected.tsv (digest, verdict, reason), written from its bytes before the verifier
saw it. No authority is trusted here, so an intact signature is `indeterminate`: the two sides are broken (altered, unreadable, invalid) and
not broken. Ends with 1 as well if one that deserves broken is not called so, or 2 % or more of the others are.
"""
import collections
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile

from pki import Pki

ROOT = pathlib.Path(__file__).resolve().parents[3]
CLI = pathlib.Path(os.environ.get("CARRIEL_BUILD", ROOT / "build/release")) / "bin/carriel-cli"
GREEN = {"valid", "valid_later_changes"}
BROKEN = {"altered", "unreadable", "invalid"}
TOLD = collections.defaultdict(list)  # what whoever signs is told, and of which files


def run(*words, **more):
    try:
        return subprocess.run([*map(str, words)], capture_output=True, stdin=subprocess.DEVNULL, timeout=60, **more)
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(words, 124, b"", b"timeout")


def cli(work, *words):
    done = run(CLI, "--profile", work / "profile", "--json", *words, env=dict(os.environ, PIN="clave", HOME=str(work)))
    return done.returncode, (json.loads(done.stdout)["items"] if done.stdout.strip() else []), done.stderr.decode()


def drawn(path):
    done = run("mutool", "draw", "-q", "-r", "36", "-F", "pnm", "-o", "-", path, "1")
    return hashlib.sha256(done.stdout).hexdigest() if done.returncode == 0 and done.stdout else None


def pages(path):
    done = run("qpdf", "--show-npages", path)
    return done.stdout.strip() if done.stdout.strip() else None


def expected():
    path = ROOT / "tests/data/corpus-expected.tsv"
    rows = [line.split("\t") for line in path.read_text().splitlines()[1:]] if path.exists() else []
    return {row[0]: row[1] for row in rows}


def sign(work, pki, path):
    """(outcome, reason)"""
    out = work / "out.pdf"
    out.unlink(missing_ok=True)
    before = hashlib.sha256(path.read_bytes()).digest()
    code, items, err = cli(work, "sign", path, "--key", f"p12:{pki.dir}/eva.p12", "--pin-env", "PIN", "-o", out)
    for note in items[0].get("contains", []) if items else []:
        TOLD[note["kind"]].append(path.name)
    if hashlib.sha256(path.read_bytes()).digest() != before:
        return "wrong", "the original was touched"
    if code != 0:
        refusal = items[0]["error"]["code"] if items else err[:60]
        return ("refused" if refusal.startswith("CAR-SGN") else "wrong"), refusal
    if not out.read_bytes().startswith(path.read_bytes()):
        return "wrong", "the original is not its beginning"
    if b"Signature is Valid." not in run("pdfsig", "-nocert", out).stdout:
        return "wrong", "pdfsig does not call it valid"
    if pages(path) != pages(out):
        return "wrong", "another number of pages"
    if drawn(path) != drawn(out):
        return "wrong", "the first page looks different"
    code, items, _ = cli(work, "verify", out, "--trust", pki.trust)
    if not items or items[0]["verdict"] not in GREEN:
        return "ours not green", json.dumps(items[0]["signatures"][0]["findings"] + items[0]["findings"] if items and items[0]["signatures"] else items)[:160]
    return "ok", ""


def sign_again(work, pki, path, before):
    """What a further signature does to those that are there: nothing, or it is refused."""
    out = work / "again.pdf"
    out.unlink(missing_ok=True)
    valid = run("pdfsig", "-nocert", path).stdout.count(b"Signature is Valid.")
    code, items, err = cli(work, "sign", path, "--key", f"p12:{pki.dir}/eva.p12", "--pin-env", "PIN", "-o", out)
    if code != 0:
        return "refused", items[0]["error"]["code"] if items else err[:60]
    _, items, _ = cli(work, "verify", out, "--offline")
    after = {one["field"]: one for one in items[0]["signatures"]}
    for old in before:
        new = after.get(old["field"], {})
        if [old[key] for key in ("indication", "sub_indication")] != [new.get(key) for key in ("indication", "sub_indication")] or \
                new["after"] > max("B2", old["after"]):
            return "harmed", f"{old['field']}: {old['after']} -> {new.get('indication')} {new.get('after')}"
    if run("pdfsig", "-nocert", out).stdout.count(b"Signature is Valid.") < valid + 1:
        return "harmed", "pdfsig calls fewer valid"
    return "kept", ""


def main():
    folder = pathlib.Path(sys.argv[1])
    folder = folder / "files" if (folder / "files").is_dir() else folder
    table, details, verdicts, wrong, sides, again = collections.Counter(), [], [], 0, collections.Counter(), collections.Counter()
    judged = expected()
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        pki = Pki(work / "pki")
        for path in sorted(folder.glob("*.pdf")):
            readable = run("qpdf", "--check", path).returncode in (0, 3) and drawn(path) is not None
            code, items, _ = cli(work, "verify", path, "--offline")
            verdict = items[0]["verdict"] if items else f"crash {code}"
            want = judged.get(hashlib.sha256(path.read_bytes()).hexdigest())
            if verdict != "none" or want:
                side = "unknown" if want is None else "right" if (verdict in BROKEN) == (want in BROKEN) else \
                    "wrong red" if verdict in BROKEN else "wrong green"
                side = "wrong green" if want in BROKEN and verdict in GREEN | {"none"} else side
                sides[side] += 1
                verdicts.append((path.name, verdict, want or "-", side if side.startswith("wrong") else "",
                                 " ".join(f"{s['indication']}/{s['sub_indication']}/{s['after']}" for s in items[0]["signatures"]) if items else ""))
                if items and items[0]["signatures"]:
                    harm, reason = sign_again(work, pki, path, items[0]["signatures"]) if verdict not in BROKEN else ("", "")
                    again[harm] += bool(harm)
                    if harm == "harmed":
                        wrong += 1
                        details.append((path.name, "signed", harm, reason))
                    continue
            outcome, reason = sign(work, pki, path)
            table["readable" if readable else "broken", outcome] += 1
            wrong += outcome == "wrong" and readable
            if outcome != "ok":
                details.append((path.name, "readable" if readable else "broken", outcome, reason))
    for row in details:
        print("\t".join(row))
    print()
    for row in verdicts:
        print("\t".join(row))
    print()
    for (kind, outcome), count in sorted(table.items()):
        print(f"{kind:9} {outcome:15} {count}")
    readable = sum(count for (kind, _), count in table.items() if kind == "readable")
    good = sum(count for (kind, outcome), count in table.items() if kind == "readable" and outcome in ("ok", "ours not green"))
    print(f"signed {good} of {readable} readable unsigned files; wrong: {wrong}")
    print(f"signed once more: {dict(again)}")
    print("told before signing: " + ", ".join(f"{kind} {len(files)}" for kind, files in sorted(TOLD.items())))
    for kind in ("hidden_text", "missing_part", "empty_signature"):  # accuse a document: each should be worth looking at
        if kind in TOLD:
            print(f"  {kind}: {' '.join(TOLD[kind])}")
    known = sum(count for side, count in sides.items() if side != "unknown")
    print(f"judged {known} signed files: {dict(sides)}")
    red = sides["wrong red"] >= 0.02 * known if known else False
    return 1 if wrong or good < 0.99 * readable or sides["wrong green"] or red else 0


if __name__ == "__main__":
    sys.exit(main())

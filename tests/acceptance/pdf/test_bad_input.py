# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""What carriel-cli answers to each file of hostile.py, against the table of docs/SIGNING.md.

`test_bad_input.py --write` writes the table anew: read the difference before you believe it."""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import hostile
from pki import Pki

ROOT = pathlib.Path(__file__).resolve().parents[3]
CLI = pathlib.Path(os.environ.get("CARRIEL_BUILD", ROOT / "build/release")) / "bin/carriel-cli"
PAGE = ROOT / "docs/SIGNING.md"
BEGIN, END = "<!-- bad input: written by tests/acceptance/pdf/test_bad_input.py --write -->\n", "<!-- end of bad input -->\n"
HEAD = "| file | `verify`: exit, verdict, why | in words | `sign` |\n|---|---|---|---|\n"


class Bench:
    def __init__(self, folder):
        self.dir = pathlib.Path(folder)
        self.pki = Pki(self.dir / "pki")
        (self.dir / "bad").mkdir()
        (self.dir / "out").mkdir()

    def run(self, *words):
        done = subprocess.run([CLI, "--profile", self.dir / "profile", "--lang", "es", "--json", *map(str, words)], cwd=self.dir / "bad",
                              env=dict(os.environ, PIN="clave", HOME=str(self.dir), LC_ALL="C.UTF-8"), capture_output=True,
                              stdin=subprocess.DEVNULL, timeout=600, check=False)
        return done.returncode, json.loads(done.stdout)["items"] if done.stdout else [], done.stderr.decode()

    def signed(self, source, *more, key="eva"):
        target = self.dir / "out/made"
        code, _, err = self.run("sign", source, "--key", f"p12:{self.pki.dir}/{key}.p12", "--pin-env", "PIN", "--force", "-o", target,
                                "--tsa", self.pki.tsa, "--trust", self.pki.trust, *more)
        assert code == 0, err
        return target.read_bytes()

    def make(self):
        start, letter = self.dir / "start.pdf", self.dir / "carta.txt"
        start.write_bytes(hostile.plain())
        letter.write_text("Querida Eva:\n")
        signed = self.signed(start)
        once = self.dir / "once.pdf"
        once.write_bytes(signed)
        made = list(hostile.files(signed, self.signed(start, "--level", "lta"), self.signed(once, key="ana"),
                                  self.signed(letter, "--format", "asice"), self.signed(letter, "--format", "cades")))
        boxed = self.dir / "boxed.pdf"
        boxed.write_bytes(self.signed(start, "--visible", "1,300,300,200,50"))
        locked = self.dir / "locked.pdf"
        subprocess.run(["qpdf", "--encrypt", "abrir", "abrir", "256", "--", start, locked], check=True)
        made += [("the box of a second signature over text that was signed (made with `--over-signed`)", "tapado.pdf",
                  self.signed(once, "--visible", "1,72,690,300,40", "--over-signed", key="ana")),
                 ("the box of a second signature over the first one's", "encima.pdf",
                  self.signed(boxed, "--visible", "1,310,310,200,50", key="ana")),
                 ("closed with a password", "cerrado.pdf", locked.read_bytes())]
        for _, name, data in made:
            (self.dir / "bad" / name).write_bytes(data)
        for name in ("carta.txt", "corta.txt"):
            (self.dir / "bad" / name).write_text("Querida Eva:\n")
        (self.dir / "bad/otra.txt").write_text("Estimada Ana:\n")
        (self.dir / "bad/carpeta.pdf").mkdir()
        os.mkfifo(self.dir / "bad/tubo.pdf")
        return [(what, name) for what, name, _ in made] + [("a folder", "carpeta.pdf"), ("a pipe that nobody writes into", "tubo.pdf"),
                                                           ("a file that is not there", "no-hay.pdf")]

    def rows(self):
        """(file, verify, words, sign) in words of the table, and the verdict."""
        names = self.make()
        _, outcomes, _ = self.run("sign", *[name for _, name in names], "--key", f"p12:{self.pki.dir}/eva.p12", "--pin-env", "PIN",
                                  "-o", self.dir / "out")
        for (what, name), outcome in zip(names, outcomes, strict=True):
            code, items, _ = self.run("verify", name, "--trust", self.pki.trust)
            item = items[0]
            one = item["signatures"][0] if item["signatures"] else {}
            why = " ".join(one[key] for key in ("indication", "sub_indication", "after") if one.get(key))
            words = one.get("explanation") or item.get("explanation") or item.get("error", {}).get("message", "")
            signs = "signed" if outcome["state"] == "signed" else outcome["error"]["code"]
            yield (f"{what} (`{name}`)", f"{code} `{item['verdict'] or 'null'}` {why}".strip(),
                   words.replace(str(self.dir), "…").replace("|", "/"), signs), item["verdict"]


def table(rows):
    return BEGIN + HEAD + "".join(f"| {' | '.join(row)} |\n" for row in rows) + END


class BadInput(unittest.TestCase):
    maxDiff = None

    def test_the_table_says_what_is(self):
        with tempfile.TemporaryDirectory() as folder:
            rows = [row for row, _ in Bench(folder).rows()]
        text = PAGE.read_text()
        told = text[text.index(BEGIN) + len(BEGIN + HEAD):text.index(END)].splitlines()
        # The hour of the signature is another every time, and so is its length.
        self.assertEqual([dated(f"| {' | '.join(row)} |") for row in rows], [dated(line) for line in told])


def dated(line):
    # Signatures of elliptic curves are a few bytes longer or shorter.
    return re.sub(r"desde el \d+", "desde el [byte]", re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d UTC", "[hour]", line))


def write():
    with tempfile.TemporaryDirectory() as folder:
        rows = [tuple(dated(part) for part in row) for row, _ in Bench(folder).rows()]
    text = PAGE.read_text()
    PAGE.write_text(text[:text.index(BEGIN)] + table(rows) + text[text.index(END) + len(END):])


if __name__ == "__main__":
    write() if sys.argv[1:] == ["--write"] else unittest.main()

# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""What we sign, judged by PDFBox and BouncyCastle. Skipped where Java or its libraries are missing (tools/setup installs them)."""
import concurrent.futures
import itertools
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from pki import Pki
from test_cli import pdf

CLI = pathlib.Path(os.environ["CARRIEL_BUILD"]) / "bin/carriel-cli"
WITNESS = pathlib.Path(__file__).resolve().parents[2] / "witnesses/java/Witness.java"
JARS = [pathlib.Path("/usr/share/java") / f"{name}.jar" for name in ("pdfbox2", "fontbox2", "commons-logging", "bcprov", "bcpkix", "bcutil")]


@unittest.skipUnless(shutil.which("javac") and all(jar.exists() for jar in JARS), "Java, PDFBox or BouncyCastle is not installed")
class Java(unittest.TestCase):
    def test_witness(self):
        with tempfile.TemporaryDirectory() as name:
            work = pathlib.Path(name)
            pki = Pki(work / "pki")
            try:
                self.judge(work, pki)
            finally:
                pki.server.shutdown()
                pki.server.server_close()

    def judge(self, work, pki):
        (work / "contrato.pdf").write_bytes(pdf())
        (work / "profile").mkdir()

        def sign(case):
            key, level, kind = case
            out = work / f"{key}-{level}.{kind}"
            done = subprocess.run(
                [CLI, "--profile", work / "profile" / f"{key}-{level}-{kind}", "sign", work / "contrato.pdf", "--key", f"p12:{pki.dir}/{key}.p12",
                 "--pin-env", "PIN", "--level", level, "--format", kind, "--tsa", pki.tsa, "--trust", pki.trust, "-o", out],
                env=dict(os.environ, PIN="clave", HOME=str(work)), capture_output=True, timeout=300, check=False)
            self.assertEqual(done.returncode, 0, done.stderr)
            return str(out) if kind == "pades" else f"{out}={work / 'contrato.pdf'}"

        # Each waits for its time stamp and its answers about certificates; together they wait once.
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            judged = list(pool.map(sign, itertools.product(("ana", "eva"), ("b", "t", "lt", "lta"), ("pades", "cades"))))
        words = ["java", "-cp", ":".join(map(str, JARS)), str(WITNESS)]
        # The witness is awake: a changed byte is told.
        bad = bytearray((work / "ana-b.pades").read_bytes())
        bad[bad.index(b"0 0 m 9 9") + 8] = ord("8")
        (work / "bad.pdf").write_bytes(bad)
        awake = subprocess.Popen([*words, str(work / "bad.pdf")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(awake.kill)
        done = subprocess.run([*words, *judged], capture_output=True, text=True, timeout=300, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        # 16 signatures and an archive timestamp for each PDF at the highest level.
        self.assertEqual(done.stdout.count("\tok"), 18, done.stdout)
        self.assertEqual(awake.wait(300), 1)


if __name__ == "__main__":
    unittest.main(verbosity=2)

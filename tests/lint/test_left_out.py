# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""tools/left-out: what a run leaves out is named, and fails in CI unless tests/left-out.txt says why it may."""
import os
import pathlib
import subprocess
import tempfile
import unittest

TOOL = pathlib.Path(__file__).resolve().parents[2] / "tools/left-out"


def judged(log, ci):
    with tempfile.TemporaryDirectory() as build:
        last = pathlib.Path(build) / "Testing/Temporary/LastTest.log"
        last.parent.mkdir(parents=True)
        last.write_text(log, encoding="utf-8")
        environment = {name: value for name, value in os.environ.items() if name != "CI"}
        done = subprocess.run([TOOL, build], env={**environment, **({"CI": "true"} if ci else {})}, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout


class LeftOut(unittest.TestCase):
    def test_nothing_is_fine(self):
        self.assertEqual(judged("PASS   : TestX::y()\ntest_a (t.T.test_a) ... ok\n", True)[0], 0)

    def test_what_is_on_the_list_passes_and_is_named(self):
        code, said = judged("SKIP   : TestOperatorRetention::tagsOfTwoHistoriesDiffer() a backup by copy\n", True)
        self.assertEqual(code, 0)
        self.assertIn("a backup by copy", said)

    def test_anything_else_fails_in_ci_alone(self):
        for line in ("SKIP   : TestSigningToken::initTestCase() SoftHSM is not installed: tools/setup installs it",
                     "test_java (t.T.test_java) ... skipped 'Java, PDFBox or BouncyCastle is not installed'",
                     "ok 3 - the browser # SKIP no Chromium",
                     "12/80 Test #12: fuzz_clang ...***Skipped   0.02 sec",
                     "SKIP something else is not here"):
            with self.subTest(line=line):
                self.assertEqual(judged(line + "\n", False)[0], 0)
                code, said = judged(line + "\n", True)
                self.assertEqual(code, 1)
                self.assertIn("not on the list", said)

    def test_a_run_that_was_none_is_no_success(self):
        with tempfile.TemporaryDirectory() as build:
            self.assertNotEqual(subprocess.run([TOOL, build], capture_output=True, check=False).returncode, 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)

# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""A key at the sandbox's signing service (CSC API 2): carriel-cli, the service, a browser that answers for the person."""
import json
import os
import pathlib
import stat
import subprocess
import tempfile
import unittest

from support.stage import Sandbox

CLI = pathlib.Path(os.environ["CARRIEL_BUILD"]) / "bin/carriel-cli"
BROWSER = """#!/usr/bin/env python3
import sys, urllib.parse, urllib.request
service = "scope=service" in sys.argv[-1]
with open(sys.argv[0] + ".asked", "a") as asked:
    asked.write(("service" if service else "sign") + "\\n")
said = {"user": "ana", "password": "carpeta-de-ana"} if service else {CREDENTIAL}
urllib.request.urlopen(urllib.request.Request(sys.argv[-1], urllib.parse.urlencode(said).encode())).read()
"""


class RemoteKey(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sandbox = Sandbox().start()
        cls.addClassCleanup(cls.sandbox.remove)
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.dir = pathlib.Path(cls.folder.name)
        (cls.dir / "carta.txt").write_text("Buenos días\n")

    def browser(self, name, credential):
        path = self.dir / name
        path.write_text(BROWSER.replace("{CREDENTIAL}", repr(credential)))
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return path

    def run_cli(self, *words):
        environment = dict(os.environ, HOME=str(self.dir), XDG_DATA_HOME=str(self.dir / "data"), LC_ALL="C.UTF-8")
        return subprocess.run([CLI, *map(str, words)], env=environment, capture_output=True, timeout=300, check=False)

    def sign(self, browser, out, *more):
        return self.run_cli("--browser", browser, "sign", self.dir / "carta.txt", "--key", "remote", "--service", self.sandbox.facts["csc"],
                            "--credential", "ana", "--format", "asice", "-o", self.dir / out, *more)

    def test_1_signed_and_valid(self):
        right = self.browser("right", {"password": "firma-de-ana", "code": "204060"})
        answer = self.sign(right, "carta.asice", "--level", "lt", "--tsa", self.sandbox.facts["tsa"])
        self.assertEqual(answer.returncode, 0, answer)
        checked = self.run_cli("verify", self.dir / "carta.asice", "--trust", self.sandbox.facts["pki"]["chain"])
        self.assertEqual(checked.returncode, 0, checked)
        self.assertIn("Ana".encode(), checked.stdout)

    def test_4_one_permission_for_several(self):
        several = self.browser("several", {"password": "firma-de-ana", "code": "204060"})
        names = [f"nota{number}.txt" for number in range(12)]
        for name in names:
            (self.dir / name).write_text(name)
        (self.dir / "juntas").mkdir()
        answer = self.run_cli("--browser", several, "sign", *[self.dir / name for name in names], "--key", "remote", "--service",
                              self.sandbox.facts["csc"], "--credential", "ana", "--format", "cades", "-o", self.dir / "juntas", "--json")
        self.assertEqual(answer.returncode, 0, answer)
        self.assertEqual([pathlib.Path(item["file"]).name for item in json.loads(answer.stdout)["items"]], names)
        # The service allows ten by one permission.
        self.assertEqual((self.dir / "several.asked").read_text().split(), ["service", "sign", "sign"])
        for name in names:
            subprocess.run(["openssl", "cms", "-verify", "-cades", "-purpose", "any", "-binary", "-inform", "DER", "-content", self.dir / name,
                            "-in", self.dir / f"juntas/{name}.p7s", "-CAfile", self.sandbox.facts["pki"]["chain"], "-out", "/dev/null"],
                           check=True, capture_output=True)

    def test_2_said_no(self):
        answer = self.sign(self.browser("no", {"deny": "1"}), "no.asice")
        self.assertNotEqual(answer.returncode, 0)
        self.assertIn(b"CAR-SGN-030", answer.stderr)
        self.assertFalse((self.dir / "no.asice").exists())

    def test_3_no_address(self):
        answer = self.run_cli("sign", self.dir / "carta.txt", "--key", "remote", "-o", self.dir / "x")
        self.assertEqual(answer.returncode, 64, answer)


if __name__ == "__main__":
    unittest.main(verbosity=2)

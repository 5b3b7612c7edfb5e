# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the programs at both ends promise of acts: nothing but the explicit one opens, and each answer of the entity's has its exit code."""
import json
import os
import shutil
import subprocess
import unittest

from support.keeper import Keeper
from support.stage import BUILD, Sandbox

ENTITY = os.environ.setdefault("CARRIEL_ENTITY_BIN", str(BUILD / "bin/carriel-entity"))


class Acts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sandbox = Sandbox("small").start()
        cls.addClassCleanup(cls.sandbox.remove)
        users = [user for user in cls.sandbox.facts["users"] if user["has_folder"]]
        cls.user = users[0]
        cls.without = next(user for user in cls.sandbox.facts["users"] if not user["has_folder"])
        cls.one = cls.sandbox.profile("one", cls.user["user"])
        cls.addClassCleanup(cls.one.remove)
        answer = cls.one.login()
        assert answer.code == 0, answer
        homes = [path for path in (cls.sandbox.data / "entities").iterdir() if path.name.isdigit()]
        cls.home = next(path for path in homes if "subsidio" in (path / "procedures.json").read_text())
        cls.other = next(path for path in homes if path != cls.home)
        cls.act = cls.sandbox.dir / "acto.txt"
        cls.act.write_text("Acto de prueba")

    def effects(self, kind):
        return [one for one in Keeper(self.sandbox).effects() if one["kind"] == kind]

    def entity(self, *words, home=None):
        done = subprocess.run([ENTITY, *(["--home", str(home or self.home)] if home is not False else []), "--json", *[str(word) for word in words]],
                              capture_output=True, check=False, env={k: v for k, v in os.environ.items() if k != "CARRIEL_ENTITY_HOME"})
        if done.returncode in (1, 4, 64):  # one object that says what, why and what to do; nothing that looks like an answer
            said = json.loads(done.stderr.strip().splitlines()[-1])
            self.assertTrue(said["code"] and said["message"], said)
            self.assertIn("remedy", said)
            self.assertEqual(done.stdout, b"", done)
            return done.returncode, said
        self.assertEqual(len(done.stdout.strip().splitlines()), 1, done)
        return done.returncode, json.loads(done.stdout)

    def send(self, *words, person=None, home=None, procedure="subsidio"):
        return self.entity("send", "--procedure", procedure, "--to", person or self.user["id"], "--title", "Prueba", "--act", self.act,
                           "--class", "notification", "--regime", "cpaca-56", *words, home=home)

    def test_the_command_line_opens_nothing_without_the_explicit_act(self):
        sealed = {item["id"]: item for item in self.one.must("inbox")["items"] if item["state"] == "Available"}
        self.assertTrue(sealed)
        number = next(iter(sealed))
        out = self.sandbox.dir / "salida"
        out.mkdir()
        for words in (("inbox",), ("inbox", "--search", "subsidio"), ("search", "subsidio"), ("ls",), ("ls", "--ids"), ("sync",), ("status",),
                      ("open", number), ("open", number, "-o", out / "a"), ("open", number, "-o", out / "a", "--force"),
                      ("get", number, "-o", out / "b"), ("versions", number), ("share", "create", "--file", number, "--to", "CC 79845612", "--purpose", "x", "--yes"),
                      ("sign", number, "--key", "p12:no", "-o", out / "c"), ("verify", number), ("contribute", number, "--yes"), ("keep", number, "on"),
                      ("evidence", "export", number, "-o", out / "d.asice"), ("evidence", "verify", out / "d.asice"), ("activity",),
                      ("activity", "export", out / "e"), ("stats",), ("diagnostics", "-o", out / "f.txt"), ("procedures",), ("consents",), ("retry",), ("transfers",)):
            self.one.cli(*words)
        for file in out.rglob("*"):
            if file.is_file():
                self.assertNotIn("Se concede el subsidio".encode(), file.read_bytes(), file)
        self.assertFalse((out / "a").exists())
        self.assertEqual({item["id"] for item in self.one.must("inbox")["items"] if item["state"] == "Available"}, set(sealed))
        self.assertEqual(self.effects("access"), [])

    def test_every_exit_code_of_the_entity(self):
        # 0 done
        code, sent = self.send()
        self.assertEqual((code, bool(sent["id"])), (0, True), sent)
        for words in (("track", sent["id"]), ("track", "--events"), ("subscribers", "subsidio", self.user["id"])):
            self.assertEqual(self.entity(*words)[0], 0, words)
        # 1 refused by the operator, or cannot be done; what is told apart has its code
        refused = {"nobody's folder": self.send(person=self.without["id"]), "nobody": self.send(person="co:CC:1"),
                   "not its regime": self.entity("send", "--procedure", "subsidio", "--to", self.user["id"], "--title", "x", "--act", self.act,
                                                 "--class", "notification", "--regime", "et-566-1@2025-11-19"),
                   "unknown id": self.entity("track", "01a20bad-0000-7000-8000-000000000000"),
                   "another's": self.entity("track", sent["id"], home=self.other),
                   "another's to close": self.entity("close", sent["id"], "--reason", "x", home=self.other)}
        for what, (code, said) in refused.items():
            self.assertEqual(code, 1, (what, said))
        # 3 nothing there
        code, said = self.entity("certify", sent["id"])
        self.assertEqual((code, said["state"]), (3, "Available"), said)
        self.assertEqual([self.entity(word)[0] for word in ("webhook", "access")], [3, 3])  # none was set; nobody shares with it
        # 4 not who it says
        robbed = self.sandbox.dir / "robbed"
        shutil.copytree(self.home, robbed)
        for name in ("client.key", "client.pem"):
            shutil.copy(self.other / name, robbed / name)
        code, said = self.send(home=robbed)
        self.assertEqual(code, 4, said)
        # 64 not a command
        for words, home in (((), None), (("nada",), None), (("send",), None), (("send", "--procedure", "subsidio"), None), (("certify",), None),
                            (("close", sent["id"]), None), (("track", sent["id"]), False),
                            (("send", "--procedure", "subsidio", "--to", self.user["id"], "--title", "x", "--act", "/no/such"), None)):
            code, said = self.entity(*words, home=home)
            self.assertEqual((code, said["code"]), (64, "usage"), (words, said))
        self.assertEqual(self.entity("close", sent["id"], "--reason", "error")[0], 0)
        self.assertEqual(self.entity("close", sent["id"], "--reason", "error")[0], 1)  # closed already
        self.assertEqual(self.entity("certify", sent["id"])[0], 3)


if __name__ == "__main__":
    unittest.main(verbosity=2)

# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""A vault that is damaged, incomplete or not ours: each is said for what it is, nothing is deleted, what can be saved is (W7)."""
import unittest

from support.stage import Sandbox


class Damage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sandbox = Sandbox("none").start()
        cls.addClassCleanup(cls.sandbox.remove)
        cls.one = cls.sandbox.profile("one", "ana")
        cls.addClassCleanup(cls.one.remove)
        paper = cls.sandbox.dir / "papel.txt"
        paper.write_text("solo aquí")
        assert cls.one.login(enrol=True).code == 0
        cls.one.must("put", paper)
        cls.good = {name: (cls.one.dir / name).read_bytes() for name in ("vault.db", "vault.keys", "vault.keys.bak")}

    def setUp(self):
        for path in self.one.dir.iterdir():
            path.unlink()
        for name, content in self.good.items():
            (self.one.dir / name).write_bytes(content)

    def says(self, code, exit_code=1):
        answer = self.one.cli("ls")
        self.assertEqual((answer.code, answer.error["code"]), (exit_code, code), answer)
        self.assertTrue(answer.error["remedy"])
        return answer.error

    def cannot_salvage(self, code):
        answer = self.one.cli("salvage")
        self.assertEqual((answer.code, answer.error["code"]), (1, code), answer)
        self.assertEqual((self.one.dir / "vault.db").read_bytes(), self.good["vault.db"])

    def goes_on(self, kept, readable):
        answer = self.one.cli("salvage")
        done = answer.json
        self.assertEqual((done["readable"], done["set_aside"] is not None), (readable, kept), answer)
        # What held nothing readable is not told as saved: how much was lost nobody knows.
        self.assertEqual((answer.code, done["lost"]), (0, 0) if readable else (2, None), answer)
        self.assertEqual(self.one.must("ls")["items"] != [], readable)
        # A folder that looks new and empty says that it is not, and how it is filled.
        self.assertEqual(self.one.must("status")["set_aside"], [done["set_aside"]] if kept else [])
        told = (self.one.cli("status", json_too=False).out + self.one.cli("ls", json_too=False).err).decode()
        self.assertEqual(told.count(done["set_aside"] or "damaged"), (2 if not readable else 1) if kept else 0, told)
        self.assertEqual(self.one.login().code, 0)
        self.assertEqual(self.one.names(), ["papel.txt"])  # the operator brings it back

    def test_keys(self):
        keys, copy = self.one.dir / "vault.keys", self.one.dir / "vault.keys.bak"
        keys.unlink()
        told = self.one.cli("ls", json_too=False)  # the copy does it, and that is told
        self.assertIn("copia", told.err.decode())
        self.assertEqual(keys.read_bytes(), copy.read_bytes())  # and there are two again
        self.assertNotIn("copia", self.one.cli("ls", json_too=False).err.decode())
        keys.write_bytes(b"{")
        self.one.must("ls")
        self.assertEqual(keys.read_bytes(), copy.read_bytes())
        keys.write_bytes(b"{")
        copy.write_bytes(b"")
        self.says("CAR-VLT-015")
        self.cannot_salvage("CAR-VLT-015")
        keys.unlink()
        copy.unlink()
        remedy = self.says("CAR-VLT-022")["remedy"]
        self.assertIn("vault.db", remedy)
        self.cannot_salvage("CAR-VLT-022")

    def test_database(self):
        database = self.one.dir / "vault.db"
        for content, code, readable in ((b"", "CAR-VLT-004", False), (self.good["vault.db"][:5000], "CAR-VLT-004", False),
                                        (bytes(8192) + self.good["vault.db"][8192:], "CAR-VLT-004", True),
                                        (None, "CAR-VLT-021", False)):
            with self.subTest(code=code, content=content and len(content)):
                self.setUp()
                database.unlink() if content is None else database.write_bytes(content)
                self.assertIn("carriel-cli salvage", self.says(code)["remedy"])
                if content is not None:
                    self.assertEqual(database.read_bytes(), content)  # looking changed nothing
                self.goes_on(content is not None, readable)

    def test_truncated(self):
        database = self.one.dir / "vault.db"
        database.write_bytes(self.good["vault.db"][:-3 * 8192])
        self.says("CAR-VLT-004")
        done = self.one.cli("salvage")
        self.assertEqual((done.code, done.json["lost"] is None), (0, False) if done.json["readable"] else (2, True), done)
        self.assertEqual(len(list(self.one.dir.glob("vault.db.damaged-*[0-9]"))), 1, done)
        self.assertEqual(self.one.login().code, 0)
        self.assertEqual(self.one.names(), ["papel.txt"])

    def test_any_page(self):
        # Wherever the damage lies, what cannot be read is never told as an empty folder.
        good, page = self.good["vault.db"], 8192
        pages, refused = range(1, len(good) // page), 0
        for number in pages[::max(1, len(pages) // 16)]:
            with self.subTest(page=number):
                self.setUp()
                (self.one.dir / "vault.db").write_bytes(good[:number * page] + bytes(page) + good[(number + 1) * page:])
                listed = self.one.cli("ls")
                if listed.code == 0:
                    self.assertEqual([item["name"] for item in listed.json["items"]], ["papel.txt"], listed)
                else:
                    self.assertEqual((listed.code, listed.error["code"]), (1, "CAR-VLT-004"), listed)
                    self.assertIn("carriel-cli salvage", listed.error["remedy"])
                # Nor does anything say that all is well while a list cannot be read, be it that or another.
                status = self.one.cli("status", json_too=False)
                for said in (status, self.one.cli("sync", json_too=False)) if status.code or listed.code else ():
                    self.assertIn("CAR-VLT-004", said.err.decode(), (listed, said))
                    self.assertEqual((said.code, said.out), (1, b""), said)
                    refused += 1
                # A page that is in use is found by the command that this sends the person to, though the vault opens.
                saved = self.one.cli("salvage")
                self.assertTrue(saved.code in (0, 2) or listed.code == 0 and saved.error["code"] == "CAR-CLI-011", saved)
                if saved.code in (0, 2):
                    self.one.must("ls")
        self.assertGreater(refused, 3)

    def test_what_was_never_sent(self):
        # Whatever page is lost: a document that is said to wait for the operator is whole, and one that is not is counted and named.
        for name in ("uno.txt", "dos.txt"):
            paper = self.sandbox.dir / name
            paper.write_text(f"solo en este equipo: {name}")
            self.one.must("put", paper, "--offline")
        good, page = (self.one.dir / "vault.db").read_bytes(), 8192
        pages, spoiled, saved_whole = range(0, len(good) // page), 0, 0
        for number in pages[::max(1, len(pages) // 12)]:
            with self.subTest(page=number):
                self.setUp()
                (self.one.dir / "vault.db").write_bytes(good[:number * page] + bytes(page) + good[(number + 1) * page:])
                saved = self.one.cli("salvage")
                # A page of zeros within something long reads as zeros: one that no document is in leaves them whole, and it says so.
                whole = saved.code == 1 and saved.error["code"] == "CAR-CLI-011"
                self.assertTrue(whole or saved.code == 0 and saved.json["readable"], saved)
                own = [item for item in self.one.must("ls")["items"] if item["name"] in ("uno.txt", "dos.txt")]
                self.assertEqual(len(own), 2, own)
                broken = [item for item in own if item["state"] == "error"]
                self.assertEqual(0 if whole else saved.json["lost"], len(broken), (saved, own))
                for item in own:
                    out = self.one.home / "out.txt"
                    got = self.one.cli("get", item["name"], "-o", out, "--force")
                    if item in broken:
                        self.assertEqual((got.code, got.error["code"]), (1, "CAR-SVC-008"), got)
                    else:
                        self.assertEqual((got.code, out.read_text()), (0, f"solo en este equipo: {item['name']}"), got)
                spoiled += len(broken)
                saved_whole += len(own) - len(broken)
        print(f"{saved_whole} documents came back whole, {spoiled} are named as damaged")
        self.assertGreater(saved_whole, 20)

    def spoil(self, part):
        """60 kB in the middle of the content, as a disk does it."""
        path = self.one.dir / "vault.db"
        with open(path, "r+b") as file:
            file.seek(int(path.stat().st_size * part) // 8192 * 8192)
            file.write(b"x" * 60_000)

    def test_content_comes_again(self):
        # Content that does not read any more is brought again from the operator, by itself where somebody asked for it.
        self.assertEqual(self.one.login().code, 0)
        content = b"".join(b"renglon %d de un papel largo\n" % i for i in range(40_000))
        paper = self.sandbox.dir / "grande.txt"
        paper.write_bytes(content)
        self.one.must("put", paper)
        self.one.must("sync")
        self.spoil(0.5)
        got = self.one.cli("get", "grande.txt", "-o", "-", json_too=False)
        self.assertEqual((got.code, got.out == content, got.err), (0, True, b""), got.err)
        self.assertEqual(self.one.must("sync")["problems"], [])
        self.one.must("logout")
        self.spoil(0.8)
        got = self.one.cli("get", "grande.txt", "-o", "-")
        self.assertEqual(got.error["code"], "CAR-SVC-009", got)
        self.assertIn("carriel-cli sync", got.error["remedy"])
        saved = self.one.cli("get", "grande.txt", "-o", self.one.home / "out.txt", "--force")
        self.assertEqual(saved.error["code"], "CAR-SVC-009", saved)
        status = self.one.must("status")
        self.assertEqual((status["waiting"], [problem["code"] for problem in status["problems"]]), (1, ["CAR-SVC-009"]), status)
        self.assertEqual({item["name"]: item["state"] for item in self.one.must("ls")["items"]}["grande.txt"], "error")
        self.assertEqual(self.one.login().code, 0)
        synced = self.one.cli("sync", json_too=False)
        self.assertEqual((synced.code, b"carriel." in synced.err.replace(b"carriel-cli", b"")), (0, False), synced)
        got = self.one.cli("get", "grande.txt", "-o", "-", json_too=False)
        self.assertEqual((got.code, got.out == content), (0, True), got.err)
        self.assertEqual(self.one.must("status")["problems"], [])
        self.one.must("salvage")  # what lay under the damage is left behind
        self.assertEqual(self.one.cli("salvage").error["code"], "CAR-CLI-011")
        # A copy of the folder that is put back: its login was used since, and the first sync says so.
        self.one.must("trash", "grande.txt")
        self.setUp()
        for _ in range(2):  # the last token but one is given again, for answers that were lost
            self.one.cli("sync")
        self.setUp()
        synced = self.one.cli("sync")
        self.assertEqual((synced.code, synced.error["code"]), (4, "CAR-SVC-003"), synced)

    def test_foreign_and_whole(self):
        database = self.one.dir / "vault.db"
        database.write_bytes(b"SQLite format 3\0" + bytes(9000))
        self.says("CAR-VLT-002")
        answer = self.one.cli("salvage")
        self.assertEqual(answer.error["code"], "CAR-VLT-002", answer)
        self.setUp()
        answer = self.one.cli("salvage")
        self.assertEqual(answer.error["code"], "CAR-CLI-011", answer)
        self.assertEqual(self.one.names(), ["papel.txt"])


if __name__ == "__main__":
    unittest.main(verbosity=2)

# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names and sizes of every kind make the round trip; those that the operator forbids are changed visibly."""
import unittest

from support.stage import Sandbox, sha256

PLAIN = ["con espacios y más.txt", "ñandú, pingüino y corazón.txt", "日本語.txt", "emoji 🎒.txt", "'comillas'.txt",
         "-o.txt", "sin extensión", ".oculto", "a" * 251 + ".txt", "ñ" * 125 + ".txt", "50 % & más #1.txt"]
CHANGED = ["CON", "con.txt", "COM1", "lpt9.pdf", "punto final.", "espacio final ", "back\\slash.txt", "dos:puntos.txt",
           'comillas "dobles".txt']


class Names(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sandbox = Sandbox("none").start()
        cls.addClassCleanup(cls.sandbox.remove)
        cls.one, cls.two = (cls.sandbox.profile(name, "ana") for name in ("one", "two"))
        for profile in (cls.one, cls.two):
            cls.addClassCleanup(profile.remove)
        cls.files = cls.sandbox.dir / "files"
        cls.files.mkdir()
        assert cls.one.login(enrol=True).code == 0
        assert cls.two.login().code == 0

    def write(self, name, content=None):
        path = self.files / name
        path.write_bytes(name.encode() if content is None else content)
        return path

    def comes_back(self, put, path):
        back = self.sandbox.dir / "back"
        self.two.must("get", put["id"], "--force", "-o", back)
        self.assertEqual(sha256(back), sha256(path), path.name)
        back.unlink()

    def test_names_that_stay(self):
        paths = [self.write(name) for name in PLAIN]
        put = self.one.must("put", "--", *paths)["items"]
        self.assertEqual([item["name"] for item in put], PLAIN)
        self.assertEqual({item["state"] for item in put}, {"synced"})
        self.two.must("sync")
        self.assertLessEqual(set(PLAIN), set(self.two.names()))
        for item, path in zip(put, paths):
            self.comes_back(item, path)

    def test_names_that_change_visibly(self):
        paths = [self.write(name) for name in CHANGED]
        for path in paths:
            put = self.one.must("put", path)
            self.assertNotEqual(put["name"], path.name)
            self.assertEqual(put["original_name"], path.name)
            self.assertEqual(put["state"], "synced")
            self.two.must("sync")
            self.comes_back(put, path)
            for profile in (self.one, self.two):  # the name it came with is seen wherever the document is
                listed = {item["id"]: item for item in profile.must("ls")["items"]}
                self.assertEqual(listed[put["id"]]["original_name"], path.name)
        kept = self.one.must("put", self.write("se queda así.txt"))
        self.assertIsNone({item["id"]: item for item in self.one.must("ls")["items"]}[kept["id"]]["original_name"])
        found = self.two.must("search", "COM1")["items"]
        self.assertEqual([(item["original_name"], item["matched"]) for item in found], [("COM1", "name")])

    def test_the_folder_that_receives_is_said_too(self):
        said = self.one.cli("put", self.write("hoja"), "--to", "Actas: 2024/CON", json_too=False).err.decode()
        self.assertIn("«Actas: 2024» se guarda como «Actas_ 2024»: el operador no admite ese nombre.", said)
        self.assertIn("«CON» se guarda como «CON_»: el operador no admite ese nombre.", said)

    def test_the_same_name_twice(self):
        folder = self.files / "otra"
        folder.mkdir()
        paths = [self.write("acta.txt", b"uno"), self.write("otra/acta.txt", b"dos")]
        put = self.one.must("put", *paths, "--to", "Actas")["items"]
        self.assertEqual(len({item["name"].casefold() for item in put}), 2, put)
        # As long as a name can be: the second is shortened for its number, and nothing was wrong with the name itself.
        longest = "n" * 251 + ".txt"
        said = self.one.cli("put", self.write(longest, b"largo"), self.write("otra/" + longest, b"largo dos"), json_too=False).err.decode()
        self.assertIn("ya hay uno con ese nombre", said)
        self.assertNotIn("no admite", said)
        self.assertEqual(len({item["id"] for item in put}), 2)
        self.two.must("sync")
        self.assertEqual(self.two.names("Actas"), sorted(item["name"] for item in put))
        for item, path in zip(put, paths):
            self.comes_back(item, path)
        # The same content once more, under another name: kept, and told.
        again = self.one.must("put", self.write("otra vez.txt", b"uno"))
        self.assertEqual(again["same_as"], f"Actas/{put[0]['name']}")
        self.assertNotIn("same_as", put[0])

    def test_an_empty_and_a_large_document(self):
        empty = self.write("vacío.txt", b"")
        large = self.write("grande.bin", bytes(range(256)) * 4096 * 24)  # 24 MiB: several chunks and parts
        put = self.one.must("put", empty, large)["items"]
        self.assertEqual([item["size"] for item in put], [0, 24 << 20])
        self.assertEqual({item["state"] for item in put}, {"synced"})
        self.two.must("sync")
        for item, path in zip(put, (empty, large)):
            self.comes_back(item, path)

    def test_what_is_decided_about_is_what_the_operator_has_now(self):
        item = self.one.must("put", self.write("acuerdo.txt"))["id"]
        self.two.must("sync")
        self.one.must("mv", item, "suyo.txt")
        self.assertEqual(self.two.cli("mv", item, "mío.txt").json["state"], "conflict")
        # What is asked follows the operator, and ends by itself where both have come to want the same.
        for name, said in (("otro nombre.txt", "en el operador «otro nombre.txt»"), ("mío.txt", "No hay conflictos")):
            self.one.must("mv", item, name)
            self.two.cli("sync")
            self.assertIn(said, self.two.cli("conflicts", json_too=False).out.decode())
        for computer in (self.one, self.two):
            self.assertIn("mío.txt", computer.names())


if __name__ == "__main__":
    unittest.main(verbosity=2)

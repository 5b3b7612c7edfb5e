# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people type wrong and what disks hold: refused at once, in clear words, and nothing is queued."""
import os
import unittest

from support.stage import Sandbox, sha256


class Edges(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sandbox = Sandbox("none").start()
        cls.addClassCleanup(cls.sandbox.remove)
        cls.user = next(user for user in cls.sandbox.facts["users"] if not user["has_folder"])
        cls.one = cls.sandbox.profile("one", cls.user["user"])
        cls.addClassCleanup(cls.one.remove)
        answer = cls.one.login(enrol=True)
        assert answer.code == 0, answer
        cls.files = cls.sandbox.dir / "files"
        cls.files.mkdir()
        path = cls.files / "carta.txt"
        path.write_bytes(b"carta")
        cls.letter = cls.one.must("put", path)["id"]

    def refused(self, code, *words, exit_code=1, **more):
        answer = self.one.cli(*words, **more)
        self.assertEqual((answer.code, answer.error["code"]), (exit_code, code), answer)
        self.assertEqual(self.one.must("status")["pending"], 0, words)
        return answer.error

    def test_01_too_long_and_too_deep(self):
        self.refused("CAR-SVC-033", "label", self.letter, "+" + "x" * 3000)
        self.refused("CAR-SVC-034", "label", self.letter, *[f"+e{i}" for i in range(65)])
        self.assertEqual(self.one.must("label", self.letter, *[f"+e{i}" for i in range(64)])["state"], "synced")
        self.assertEqual(self.one.must("label", self.letter, *[f"-e{i}" for i in range(62)], "+casa,  vivienda")["labels"],
                         ["casa", "e62", "e63", "vivienda"])  # a comma stands between two
        self.refused("CAR-CLI-025", "label", self.letter, "+ \t ", exit_code=64)
        self.assertEqual(self.one.must("label", self.letter, "-casa", "-vivienda", "+" + "y" * 100, *[f"-e{i}" for i in range(64)])["state"], "synced")
        self.refused("CAR-SVC-030", "mkdir", "x" * 5000)
        self.refused("CAR-SVC-030", "mkdir", "á" * 128)
        self.refused("CAR-SVC-032", "mkdir", "/".join("a" * 300))
        self.assertEqual(self.one.names(), ["carta.txt"])  # not even the first of them
        deep = "/".join(f"n{i}" for i in range(32))
        self.assertEqual(self.one.must("mkdir", deep)["state"], "synced")
        self.refused("CAR-SVC-032", "mkdir", deep + "/n33")
        self.one.must("mkdir", "alta/baja")
        self.refused("CAR-SVC-032", "mv", "alta", "/".join(f"n{i}" for i in range(31)))
        self.assertEqual(self.one.must("put", self.files / "carta.txt", "--to", deep)["state"], "synced")
        self.assertEqual(self.one.must("mkdir", "á" * 127)["state"], "synced")
        self.refused("CAR-SVC-030", "mv", self.letter, "z" * 256)

    def test_02_dots_and_nothing(self):
        for name in ("..", ".", "a/../b", "./x", "   ", "\u200b"):
            if name.strip():
                self.refused("CAR-SVC-031", "mkdir", name)
            else:
                self.refused("CAR-CLI-025", "mkdir", name, exit_code=64)
        self.refused("CAR-SVC-031", "put", self.files / "carta.txt", "--to", "../../x")
        self.assertNotIn("a", self.one.names())
        self.assertNotIn("_", self.one.names())

    def test_03_what_is_no_file(self):
        directory = self.files / "carpeta"
        (directory / "dentro").mkdir(parents=True, exist_ok=True)
        (directory / "a.txt").write_bytes(b"a")
        (directory / "dentro" / "b.txt").write_bytes(b"b")
        pipe = self.files / "tubo"
        if not pipe.exists():
            os.mkfifo(pipe)
        self.refused("CAR-SVC-040", "put", self.files / "no hay")
        self.refused("CAR-SVC-041", "put", directory)
        self.refused("CAR-SVC-042", "put", pipe)
        self.refused("CAR-SVC-042", "put", "/dev/zero")
        self.refused("CAR-SVC-040", "put", self.files / "no hay", "--to", "Nueva")
        self.assertNotIn("Nueva", self.one.names())
        if os.geteuid() != 0:
            closed = self.files / "cerrado"
            closed.write_bytes(b"x")
            closed.chmod(0)
            self.refused("CAR-SVC-043", "put", closed)
        both = self.one.cli("put", self.files / "no hay", self.files / "carta.txt")
        self.assertEqual(both.code, 1)
        self.assertEqual(len(both.err.strip().splitlines()), 1, both)  # told once
        self.assertEqual([item["name"] for item in both.json["items"]], ["carta (2).txt"])
        twice = self.one.must("put", directory / "a.txt", directory / "." / "a.txt")
        self.assertEqual(len(twice["items"]), 1)
        whole = self.one.must("put", "--recursive", directory)
        self.assertEqual(sorted(item["path"] for item in whole["items"]), ["carpeta/a.txt", "carpeta/dentro/b.txt"])
        self.assertTrue(all(item["state"] == "synced" for item in whole["items"]))
        awkward = self.files / "raro"  # names that the operator does not take: a folder stays one, and each is told
        for name in ("Actas: 2024/enero", "Actas: 2024/febrero", "Actas? 2024/marzo", "CON"):
            (awkward / name).mkdir(parents=True)
            (awkward / name / "f.txt").write_text(name, encoding="utf-8")
        wanted = ["raro/Actas_ 2024 (2)/marzo/f.txt", "raro/Actas_ 2024/enero/f.txt", "raro/Actas_ 2024/febrero/f.txt", "raro/CON_/f.txt"]
        whole = self.one.cli("put", "--recursive", awkward)
        self.assertEqual(sorted(item["path"] for item in whole.json["items"]), wanted)
        again = self.one.cli("put", "--recursive", awkward / "Actas: 2024", "--to", "raro", json_too=False)
        self.assertIn("Actas_ 2024", again.err.decode())  # told, and once more into the same folder
        self.assertEqual(len([path for path in self.one.names("raro") if path.startswith("Actas_")]), 2)
        no_text = os.fsencode(directory) + b"/mal\xff.txt"  # bytes that are no UTF-8, as old archives leave them
        os.close(os.open(no_text, os.O_CREAT | os.O_WRONLY))
        told = self.one.cli("put", "--recursive", directory)
        self.assertEqual((told.code, told.error["code"]), (1, "CAR-SVC-044"), told)
        os.unlink(no_text)
        (directory / "dentro" / "lazo").symlink_to(directory)  # leads back: left out, and named
        told = self.one.cli("put", "--recursive", directory, json_too=False)
        self.assertEqual(told.code, 0, told)
        self.assertIn("dentro/lazo", told.err.decode())
        (directory / "passwd").symlink_to("/etc/passwd")  # what nobody meant to give away
        told = self.one.cli("put", "--recursive", directory, json_too=False)
        self.assertIn("carpeta/passwd", told.err.decode())
        self.refused("CAR-SVC-004", "ls", "carpeta/passwd", exit_code=3)

    def test_04_usage_says_which_word(self):
        for words, code, part in ((("frobnicate",), "CAR-CLI-020", "frobnicate"), (("ls", "--largo"), "CAR-CLI-021", "--largo"),
                                  (("get", "x", "-o"), "CAR-CLI-022", "-o"), (("mv", "a"), "CAR-CLI-023", "mv a"),
                                  (("mkdir", "a", "b"), "CAR-CLI-024", "b"), (("label", self.letter, "a"), "CAR-CLI-025", "a"),
                                  (("search", ""), "CAR-CLI-025", "")):
            error = self.refused(code, *words, exit_code=64)
            self.assertIn(part, error["message"])
        self.assertIn("mv FROM TO", self.one.cli("mv", "a").error["remedy"])
        self.one.must("mkdir", "Salud")
        self.refused("CAR-CLI-026", "get", "Salud")
        self.refused("CAR-CLI-027", "mv", "Salud", "carta.txt")
        self.refused("CAR-SYN-003", "mv", "Salud", "Salud")
        self.one.must("mv", "Salud", "SALUD")
        self.one.must("mv", "carta.txt", "Carta.txt")
        names = {item["name"] for item in self.one.must("ls")["items"]}
        self.assertTrue({"SALUD", "Carta.txt"} <= names, names)
        self.one.must("mv", "SALUD", "Salud")
        self.one.must("mv", "Carta.txt", "carta.txt")
        self.refused("CAR-CLI-027", "mkdir", "carta.txt/x")

    def test_05_get_overwrites_nothing_unasked(self):
        target = self.sandbox.dir / "destino.txt"
        target.write_bytes(b"de otro")
        self.refused("CAR-CLI-003", "get", self.letter, "-o", target)
        self.assertEqual(target.read_bytes(), b"de otro")
        self.one.must("get", self.letter, "-o", target, "--force")
        self.assertEqual(target.read_bytes(), b"carta")
        folder = self.sandbox.dir / "carpeta destino"
        folder.mkdir()
        self.assertEqual(self.one.must("get", self.letter, "-o", folder)["file"], str(folder / "carta.txt"))
        out = self.one.cli("get", self.letter, "-o", "-", json_too=False)
        self.assertEqual((out.code, out.out), (0, b"carta"))

    def test_06_names_that_disks_hold(self):
        bad = os.fsencode(self.files) + b"/a\xf1o.txt"  # Latin-1
        with open(bad, "wb") as out:
            out.write(b"x")
        answer = self.one.cli("put", bad.decode("utf-8", "surrogateescape"))
        self.assertEqual((answer.code, answer.error["code"]), (1, "CAR-SVC-044"), answer)
        os.unlink(bad)
        for name in ("dos\nlineas.txt", "vuelta\u202etxt.exe", "x" * 251 + ".txt", "campana\x07.txt", " punta .txt", "CON.txt"):
            path = self.files / name
            path.write_bytes(name.encode())
            put = self.one.must("put", path)
            self.assertEqual(put["state"], "synced", put)
            self.assertLessEqual(len(put["name"].encode()), 255)
            self.assertNotRegex(put["name"], "[\n\x07\u202e]")
            self.assertEqual(put["sha256"], sha256(path))
            words = self.one.cli("put", path, json_too=False)
            self.assertEqual(words.code, 0)
            self.assertNotRegex(words.err.decode() + words.out.decode(), "[\x07\u202e]")
            self.assertNotIn("dos\nlineas", words.err.decode() + words.out.decode())

    def test_07_a_certificate_that_is_none(self):
        other = self.sandbox.profile("other", self.user["user"])
        self.addCleanup(other.remove)
        answer = other.cli("--operator", self.sandbox.facts["operator"], "--ca", "/etc/hosts", "login")
        self.assertEqual((answer.code, answer.error["code"]), (1, "CAR-REM-017"), answer)


if __name__ == "__main__":
    unittest.main(verbosity=2)

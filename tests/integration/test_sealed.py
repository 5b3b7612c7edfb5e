# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sealed documents: what the operator holds of them is nothing that can be read, and the person works with them as with others."""
import json
import os
import pty
import re
import sqlite3
import unittest

from support.stage import Sandbox
from support.traces import CANARY, OPEN, disguises, traces


class Terminal:
    """A command that asks its person something."""

    def __init__(self, profile, *words):
        self.said = b""
        self.child, self.terminal = pty.fork()
        if self.child == 0:
            os.chdir(profile.home)
            os.execve(profile.command()[0], profile.command(*words, json_too=False), profile.environment)

    def until(self, pattern):
        """Reads until it is said, and gives the match."""
        while not (found := re.search(pattern, self.said.decode(errors="replace"))):
            piece = os.read(self.terminal, 65536)
            if not piece:
                break
            self.said += piece
        assert found, self.said
        return found

    def answer(self, words):
        os.write(self.terminal, words.encode() + b"\n")

    def end(self):
        while True:
            try:
                piece = os.read(self.terminal, 65536)
            except OSError:
                break
            if not piece:
                break
            self.said += piece
        return os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])


DIGITS = r"mostrar: (\d{3} \d{3})"


class Sealed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sandbox = Sandbox("small").start()
        cls.addClassCleanup(cls.sandbox.remove)
        cls.user = next(user for user in cls.sandbox.facts["users"] if not user["has_folder"])
        cls.one = cls.sandbox.profile("one", cls.user["user"])
        cls.two = cls.sandbox.profile("two", cls.user["user"])
        cls.files = cls.sandbox.dir / "files"
        cls.files.mkdir()
        cls.three = cls.sandbox.profile("three", cls.user["user"])
        for profile in (cls.one, cls.two, cls.three):
            cls.addClassCleanup(profile.remove)
        answer = cls.one.login(enrol=True)
        assert answer.code == 0, answer
        cls.code = answer.json["recovery_code"]

    def file(self, name, content):
        path = self.files / name
        path.write_bytes(content)
        return path

    def test_1_put_read_and_change(self):
        # Larger than one part of an upload, and small enough for a bundle: both ways up.
        large = self.file(f"{CANARY} escritura.txt", (f"{CANARY} " * 120000).encode())
        small = self.file(f"{CANARY} diploma.txt", f"Diploma de {CANARY}, Medellín".encode())
        put = self.one.must("put", large, small, "--sealed")
        self.assertEqual([item["state"] for item in put["items"]], ["synced", "synced"])
        self.assertTrue(all(item["sealed"] for item in put["items"]), put)
        self.assertEqual([item["size"] for item in put["items"]], [large.stat().st_size, small.stat().st_size])
        self.assertTrue(all("sha256" not in item and item["sealed_sha256"] for item in put["items"]), put)  # of what travels
        self.assertEqual(sorted(self.one.names()), sorted([large.name, small.name]))
        found = self.one.must("search", "medellin")["items"]
        self.assertEqual([item["name"] for item in found], [small.name])
        for path in (large, small):
            back = self.sandbox.dir / "back"
            self.one.must("get", path.name, "--force", "-o", back)
            self.assertEqual(back.read_bytes(), path.read_bytes())
        self.one.must("mkdir", "Reserva")
        self.one.must("mv", small.name, f"Reserva/{CANARY} grado.txt")
        self.one.must("label", f"Reserva/{CANARY} grado.txt", f"+{CANARY}")
        newer = self.file("otra.txt", f"{CANARY}, corregido".encode())
        version = self.one.must("put", newer, "--as", f"Reserva/{CANARY} grado.txt")
        self.assertTrue(version["sealed"])
        item = self.one.must("ls", "Reserva")["items"][0]
        self.assertEqual((item["name"], item["labels"], item["size"]), (f"{CANARY} grado.txt", [CANARY], newer.stat().st_size))
        back = self.sandbox.dir / "back"
        self.one.must("get", item["id"], "--force", "-o", back)
        self.assertEqual(back.read_bytes(), newer.read_bytes())
        self.assertEqual(len(self.one.must("versions", item["id"])["items"]), 2)
        self.one.must("get", item["id"], "--version", "1", "--force", "-o", back)
        self.assertEqual(back.read_bytes(), small.read_bytes())
        status = self.one.must("sync")
        self.assertEqual((status["pending"], status["failed"], status["waiting"]), (0, 0, 0), status)

    def test_2_trash_and_back(self):
        item = self.one.must("ls", "Reserva")["items"][0]
        self.one.must("trash", item["id"])
        self.assertEqual(self.one.names("Reserva"), [])
        self.one.must("restore", item["id"])
        self.assertEqual(self.one.names("Reserva"), [f"{CANARY} grado.txt"])

    def test_3_another_computer_without_the_key_leaves_it_untouched(self):
        answer = self.two.login()
        self.assertEqual(answer.code, 0, answer)
        self.two.must("sync")
        sealed = self.one.must("ls", "Reserva")["items"][0]["id"]
        there = self.two.must("ls", "Reserva")["items"][0]
        self.assertEqual((there["id"], there["labels"]), (sealed, []))
        self.assertNotIn(CANARY, str(there))
        refused = self.two.cli("get", sealed, "-o", self.sandbox.dir / "no")
        self.assertEqual((refused.code, refused.error["code"]), (1, "CAR-VLT-040"), refused)
        self.assertFalse((self.sandbox.dir / "no").exists())
        refused = self.two.cli("label", sealed, "+nada")
        self.assertEqual(refused.error["code"], "CAR-SYN-028", refused)
        # Its place may change, and nothing else does.
        self.two.must("mv", sealed, "/")
        self.assertEqual(self.two.must("sync")["pending"], 0)
        self.one.must("sync")
        self.assertEqual(self.one.names("Reserva"), [])
        self.assertIn(f"{CANARY} grado.txt", self.one.names())

    def test_3b_who_waits_for_keys_asks_no_oftener_than_others(self):
        log = self.sandbox.data / "logs/operator.log"
        for _ in range(2):
            self.two.must("sync")
        before = log.stat().st_size
        self.two.must("sync")
        with open(log, encoding="utf-8") as file:
            file.seek(before)
            self.assertEqual([json.loads(line)["route"] for line in file], ["GET changes"])

    def test_4_six_digits_let_another_computer_read(self):
        self.assertEqual(self.two.cli("keys").json["state"], "waiting")
        self.assertEqual(self.two.cli("put", self.file("no.txt", b"x"), "--sealed").error["code"], "CAR-VLT-040")
        device = self.two.must("status")["account"]["device"]

        def meet(word):
            new = Terminal(self.two, "keys", "pair")
            old = Terminal(self.one, "keys", "allow", device)
            here = old.until(DIGITS).group(1)
            self.assertEqual(new.until(DIGITS).group(1), here)
            for side in (old, new):  # either may be the one that is lied to
                side.until(r"\(sí/no\)")
                side.answer(word)
            return old, new

        old, new = meet("no")
        self.assertEqual(old.end(), 1, old.said)
        self.assertEqual(new.end(), 1, new.said)
        self.assertEqual(self.two.cli("keys").json["state"], "waiting")
        old, new = meet("s")
        self.assertEqual(old.end(), 0, old.said)
        self.assertEqual(new.end(), 0, new.said)
        self.two.must("sync")
        self.assertEqual(self.two.names(), self.one.names())
        for item in self.one.must("ls")["items"]:
            if item["type"] == "document":
                here, there = self.sandbox.dir / "here", self.sandbox.dir / "there"
                self.one.must("get", item["id"], "--force", "-o", here)
                self.two.must("get", item["id"], "--force", "-o", there)
                self.assertEqual(here.read_bytes(), there.read_bytes(), item)
        # Both work on it now.
        item = next(item for item in self.two.must("ls")["items"] if item["name"].endswith("grado.txt"))
        self.two.must("label", item["id"], f"+otra {CANARY}")
        self.two.must("put", self.file("de la otra.txt", f"{CANARY} desde la otra".encode()), "--sealed")
        self.one.must("sync")
        labels = next(one for one in self.one.must("ls")["items"] if one["id"] == item["id"])["labels"]
        self.assertEqual(sorted(labels), sorted([CANARY, f"otra {CANARY}"]))
        self.assertIn("de la otra.txt", self.one.names())

    def test_5_a_recovery_code_does_too(self):
        self.assertEqual(self.three.login().code, 0)
        self.three.must("sync")
        terminal = Terminal(self.three, "keys", "recover")
        terminal.until("recuperación")
        terminal.answer(self.code)
        self.assertEqual(terminal.end(), 0, terminal.said)
        self.three.must("sync")
        self.assertEqual(self.three.names(), self.one.names())

    def test_6_a_file_gives_it_to_somebody_without_any_operator(self):
        given = self.sandbox.dir / "para ana.carpeta"
        item = next(item for item in self.one.must("ls")["items"] if item["name"].endswith("grado.txt"))
        code = self.one.must("wrap", item["id"], "-o", given, "--message", CANARY)["code"]
        data = given.read_bytes()
        self.assertFalse([word for word in disguises(CANARY) if word in data])
        for typed, expected in (("AAAA-AAAA-AAAA-AAAA", 1), (code.lower(), 0)):
            terminal = Terminal(self.three, "unwrap", given, "-o", self.sandbox.dir / "received")
            terminal.until("archivo: ")
            terminal.answer(typed)
            self.assertEqual(terminal.end(), expected, terminal.said)
        # Where nobody can be asked, the code is in a variable, and that is what is said.
        self.assertEqual(self.three.cli("unwrap", given).error["code"], "CAR-CLI-030")
        self.three.environment["PARA_ANA"] = code
        self.three.must("unwrap", given, "-o", self.sandbox.dir / "again", "--code-env", "PARA_ANA")
        here = self.sandbox.dir / "here"
        self.one.must("get", item["id"], "--force", "-o", here)
        self.assertEqual([path.read_bytes() for path in (self.sandbox.dir / "received").iterdir()], [here.read_bytes()])

    def test_7_nothing_of_it_is_at_the_operator(self):
        self.one.must("put", self.file(f"{OPEN}.txt", f"abierto: {OPEN}".encode()))
        self.one.must("sync")
        self.sandbox.stop()  # what is still in a log of the database goes into it
        for database in self.sandbox.data.rglob("*.sqlite"):
            sqlite3.connect(database).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        self.assertTrue(traces(self.sandbox.data, OPEN), "the search finds nothing at all")
        self.assertEqual(traces(self.sandbox.data, CANARY), [])
        for word in disguises(CANARY):
            self.assertNotIn(word, (self.sandbox.dir / "sandbox.log").read_bytes())


if __name__ == "__main__":
    unittest.main()

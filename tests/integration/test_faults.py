# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong on a bad day: the operator is away, the certificate is a stranger's, the client is killed."""
import os
import random
import sqlite3
import subprocess
import time
import unittest

from support.stage import BUILD, Sandbox, kill, sha256

KILLS = int(os.environ.get("CARRIEL_KILLS", "6"))
SEED = int(os.environ.get("CARRIEL_SEED", "20261122"))


class Faults(unittest.TestCase):
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

    def test_1_a_strangers_certificate(self):
        stranger = self.sandbox.dir / "stranger.pem"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=X",
                        "-keyout", self.sandbox.dir / "stranger.key", "-out", stranger], check=True, capture_output=True)
        other = self.sandbox.profile("stranger", "ana")
        self.addCleanup(other.remove)
        for words in (["--ca", stranger], []):
            answer = other.cli("--operator", self.sandbox.facts["operator"], *words, "--browser", other.browser(), "login")
            self.assertEqual(answer.code, 1, answer)
            self.assertEqual(set(answer.error), {"code", "message", "remedy"})
        self.assertEqual(other.cli("--operator", self.sandbox.facts["operator"], "--ca", "/no/hay.pem", "login").code, 1)
        nobody = other.cli("--operator", "https://127.0.0.1:9", "login")
        self.assertEqual(nobody.code, 1, nobody)

    def test_2_the_client_is_killed_while_it_uploads(self):
        chance = random.Random(SEED)
        acknowledged, attempted = {}, {}
        for number in range(KILLS):
            path = self.files / f"muerte {number}.bin"
            path.write_bytes(chance.randbytes(chance.choice((0, 1000, 300_000, 3_000_000))))
            attempted[path.name] = sha256(path)
            process = self.one.begin("put", path)
            deadline = time.monotonic() + chance.uniform(0.02, 1.2)
            while process.poll() is None and time.monotonic() < deadline:
                time.sleep(0.005)
            if process.poll() == 0:
                acknowledged[path.name] = attempted[path.name]
            kill(process)
        status = self.one.must("sync")
        self.assertEqual((status["pending"], status["failed"]), (0, 0))
        self.two.must("sync")
        items = [item for item in self.two.must("ls")["items"] if item["name"].startswith("muerte")]
        names = [item["name"] for item in items]
        self.assertEqual(len(names), len(set(names)))              # each once
        self.assertLessEqual(set(acknowledged), set(names))        # acknowledged = present
        self.assertLessEqual(set(names), set(attempted))
        for item in items:
            self.assertEqual(self.two.must("get", item["id"], "--force", "-o", self.sandbox.dir / "back")["sha256"], attempted[item["name"]])
            self.assertEqual(sha256(self.sandbox.dir / "back"), attempted[item["name"]])
        print(f"\n  seed {SEED}: {KILLS} kills, {len(acknowledged)} acknowledged before, {len(items)} present after")

    def test_3_the_operator_is_away(self):
        before = self.files / "antes.txt"
        before.write_text("antes")
        self.one.must("put", before)
        port = self.sandbox.pause_operator()
        self.assertIn("antes.txt", self.one.names())
        self.one.must("get", "antes.txt", "-o", self.sandbox.dir / "offline")
        path = self.files / "mientras.txt"
        path.write_text("mientras")
        put = self.one.cli("put", path)
        self.assertEqual((put.code, put.json["state"]), (1, "pending"), put)
        moved = self.one.must("mv", "antes.txt", "otro nombre.txt")
        self.assertEqual(moved["state"], "pending")
        status = self.one.must("status")
        self.assertFalse(status["online"])
        self.assertEqual(status["pending"], 2)
        much = self.one.cli("put", *self.heavy("pesado"))  # so much that it is sent while the rest is stored
        self.assertEqual((much.code, {item["state"] for item in much.json["items"]}), (1, {"pending"}), much)
        sync = self.one.cli("sync")
        # Everything is away; which of the two is told is which was asked first, and that depends on the age of the login.
        self.assertIn(sync.error["code"], ("CAR-CLI-009", "CAR-REM-024"), sync)
        self.assertEqual((sync.code, sync.json["online"]), (1, False), sync)
        self.sandbox.start(port)
        status = self.one.must("sync")
        self.assertEqual((status["pending"], status["online"]), (0, True))
        self.two.must("sync")
        names = self.two.names()
        self.assertIn("mientras.txt", names)
        self.assertIn("otro nombre.txt", names)
        self.assertNotIn("antes.txt", names)
        files = self.heavy("otro")
        much = self.one.must("put", *files)
        self.assertEqual({item["state"] for item in much["items"]}, {"synced"})
        self.two.must("sync")
        for path in files:
            self.assertEqual(self.two.must("get", path.name, "--force", "-o", self.sandbox.dir / "back")["sha256"], sha256(path))

    def test_4_what_the_operator_loses_in_silence_is_told_where_only_commands_run(self):
        lost = []
        for name in ("perdido.txt", "perdido después.txt"):
            path = self.files / name
            path.write_text(name)
            lost.append(self.one.must("put", path)["id"])
        for _ in range(2):  # the list tells of what was sent: what it never told of cannot be missed
            self.one.must("sync")
        self.lose(lost[0])
        # Also where something was sent a moment ago, which the list has not told of yet.
        path = self.files / "entre tanto.txt"
        path.write_text("entre tanto")
        self.assertEqual(self.one.cli("put", path, environment=self.hours_later(7)).json["state"], "synced")
        self.assertEqual([item["id"] for item in self.one.must("missing")["items"]], [lost[0]])
        self.assertEqual(self.one.must("status")["missing"], 1)
        self.assertIn("carriel-cli missing", self.one.cli("status", json_too=False).out.decode())
        alarms = self.one.must("activity", "--kind", "operator.count_differs")["items"]
        self.assertEqual(len(alarms), 1, alarms)
        self.assertIn("perdido.txt", self.one.names())  # kept, and asked about
        self.one.must("sync")
        self.lose(lost[1])
        found = self.one.cli("sync", environment=self.hours_later(14))
        self.assertEqual((found.code, found.error["code"]), (1, "CAR-SYN-019"), found)
        self.assertEqual({item["id"] for item in self.one.must("missing")["items"]}, set(lost))
        self.assertEqual(self.one.cli("sync", environment=self.hours_later(21)).code, 0)  # now it counts what is here

    def test_5_the_content_that_the_operator_lost_or_changed(self):
        names = {"solo.bin": 61_001, "mudado.bin": 61_003, "ninguno.bin": 61_007}
        ids = {}
        for name, size in names.items():
            path = self.files / name
            path.write_bytes(os.urandom(size))
            ids[name] = self.one.must("put", path)["id"]
        self.two.must("sync")
        self.assertEqual(self.two.cli("keep", "ninguno.bin", "off").code, 0)
        self.one.must("sync")
        solo, mudado, ninguno = (self.stored(size) for size in names.values())
        solo.unlink()
        ninguno.unlink()
        with open(mudado, "r+b") as blob:
            self.flip(blob)
        # An ordinary round of commands finds it, on each computer, and says so. No document has two versions.
        for profile in (self.one, self.two):
            profile.cli("sync", environment=self.hours_later(30))
            said = {item["name"]: (item["lacks"], item["here"]) for item in profile.must("missing")["items"] if item["name"] in names}
            here = profile is self.one
            self.assertEqual(said, {"solo.bin": ("content", True), "mudado.bin": ("altered_content", True), "ninguno.bin": ("content", here)})
            self.assertEqual(profile.must("conflicts")["items"], [])
            states = {item["name"]: item["state"] for item in profile.must("ls")["items"] if item["name"] in names}
            self.assertEqual(set(states.values()), {"missing_on_server"}, states)
            self.assertIn("carriel-cli missing", profile.cli("status", json_too=False).out.decode())
        self.assertEqual(self.two.must("transfers")["items"], [])
        kept = self.two.cli("keep", "solo.bin", "off")
        self.assertEqual((kept.code, kept.error["code"]), (1, "CAR-SVC-097"), kept)
        gone = self.two.cli("get", "ninguno.bin", "--force", "-o", self.sandbox.dir / "back")
        self.assertEqual((gone.code, gone.error["code"]), (1, "CAR-SVC-098"), gone)
        alone = self.two.cli("missing", "send", ids["ninguno.bin"])
        self.assertEqual((alone.code, alone.error["code"]), (1, "CAR-SYN-010"), alone)
        self.two.must("resolve", "all", "both")  # is no answer to this
        self.assertEqual(len([i for i in self.two.must("missing")["items"] if i["name"] in names]), 3)
        # What one computer sends again closes it on the other.
        left = self.two.cli("missing", "send", "all", json_too=False)
        self.assertIn("no se pudo enviar", left.err.decode(), left)
        self.assertEqual([i["name"] for i in self.two.must("missing")["items"] if i["name"] in names], ["ninguno.bin"])
        self.one.must("missing", "send", ids["ninguno.bin"])
        for profile in (self.two, self.one, self.two):
            profile.must("sync", environment=self.hours_later(40))
        for profile in (self.one, self.two):
            self.assertEqual([i for i in profile.must("missing")["items"] if i["name"] in names], [])
            for name in names:
                self.assertEqual(profile.must("get", name, "--force", "-o", self.sandbox.dir / "back")["sha256"], sha256(self.files / name))

    def test_6_an_answer_to_what_has_changed_since_is_not_taken(self):
        path = self.files / "cambiante.txt"
        path.write_text("x")
        item = self.one.must("put", path)["id"]
        self.two.must("sync")
        self.two.must("logout")
        self.two.must("mv", item, "dos.txt")  # waits
        self.one.must("mv", item, "uno.txt")
        self.assertEqual(self.two.login().code, 0)
        self.two.cli("sync")
        shown = [one for one in self.two.must("conflicts")["items"] if one["item"] == item]
        self.assertEqual(shown[0]["theirs"]["name"], "uno.txt")
        self.one.must("mv", item, "tres.txt")
        refused = self.two.cli("resolve", item, "theirs")  # of "uno", which it is no more
        self.assertEqual((refused.code, refused.error["code"]), (1, "CAR-SVC-071"), refused)
        shown = [one for one in self.two.must("conflicts")["items"] if one["item"] == item]
        self.assertEqual((shown[0]["theirs"]["name"], bool(shown[0]["theirs_by"])), ("tres.txt", True))  # and whose it is now
        self.assertEqual(self.two.must("resolve", item, "theirs")["name"], "tres.txt")

    def stored(self, size):
        found = [path for path in (self.sandbox.data / "blobs").rglob("*") if path.is_file() and path.stat().st_size == size]
        self.assertEqual(len(found), 1, found)
        return found[0]

    def flip(self, blob):
        byte = blob.read(1)[0]
        blob.seek(0)
        blob.write(bytes([byte ^ 1]))

    def lose(self, item):
        """As an operator does that loses a document: no tombstone, no word."""
        port = self.sandbox.pause_operator()
        with sqlite3.connect(self.sandbox.data / "operator.sqlite", timeout=60) as operator:
            self.assertEqual(operator.execute("UPDATE items SET state = 'purged' WHERE id = ?", (item,)).rowcount, 1)
        self.sandbox.start(port)

    def hours_later(self, hours):
        return {"LD_PRELOAD": str(BUILD / "tests/libcarriel_later.so"), "CARRIEL_LATER": str(hours * 3600)}

    def heavy(self, name):
        paths = [self.files / f"{name} {number}.bin" for number in range(3)]
        for path in paths:
            path.write_bytes(os.urandom(12 << 20))
        return paths


if __name__ == "__main__":
    unittest.main(verbosity=2)

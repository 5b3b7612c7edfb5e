# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""A disk that is full, and one that may only be read: what is here can be read, and what cannot be kept is said at once."""
import os
import subprocess
import unittest

from support.stage import Sandbox, sha256


def mount(*words):
    return subprocess.run(["mount", *map(str, words)], capture_output=True, check=False).returncode == 0


class Disk(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sandbox = Sandbox("none").start()
        cls.addClassCleanup(cls.sandbox.remove)

    def setUp(self):
        # Nobody has met this person: what one test leaves at the operator, the next does not find.
        self.person = person = f"co:CC:10203040{50 + len(list((self.sandbox.dir / 'homes').glob('*')))}"
        self.one = self.sandbox.profile(self.id().rsplit(".", 1)[1], person)
        self.addCleanup(self.one.remove)
        self.disk = self.one.home / "disk"
        self.disk.mkdir()
        if not mount("-t", "tmpfs", "-o", "size=3m", "tmpfs", self.disk):
            self.skipTest("this user may not mount a disk")
        self.addCleanup(lambda: subprocess.run(["umount", "-l", str(self.disk)], check=False))
        self.one.dir = self.disk / "perfil"
        self.paper = self.sandbox.dir / "papel.txt"
        self.paper.write_text("lo que ya estaba")
        self.assertEqual(self.one.login(enrol=True).code, 0)
        self.one.must("put", self.paper)

    def fill(self):
        with open(self.disk / "fill", "ab", buffering=0) as filler:
            try:
                while True:
                    filler.write(b"\0" * 1024)
            except OSError:
                pass

    def at_once(self, *words):
        """Runs a command that ends by itself: before, it waited for ever."""
        return self.one.cli(*words)

    def reads(self):
        self.assertEqual([item["name"] for item in self.at_once("ls").json["items"]], ["papel.txt"])
        self.assertEqual(self.at_once("search", "papel").code, 0)
        self.assertEqual(self.at_once("status").code, 0)
        back = self.sandbox.dir / "back"
        back.unlink(missing_ok=True)
        self.assertEqual(self.at_once("get", "papel.txt", "-o", back).code, 0)
        self.assertEqual(sha256(back), sha256(self.paper))

    def test_full(self):
        self.fill()
        self.reads()
        big = self.sandbox.dir / "grande.bin"
        big.write_bytes(os.urandom(4 << 20))
        answer = self.at_once("put", big)
        self.assertEqual((answer.code, answer.error["code"]), (1, "CAR-VLT-005"), answer)
        self.assertTrue(answer.error["remedy"])
        self.at_once("sync")
        self.reads()
        (self.disk / "fill").unlink()
        self.one.must("sync")  # the login was not lost
        self.one.must("mkdir", "ya hay lugar")

    def test_larger_than_the_disk(self):
        # What does not fit is not begun: it would fill the disk, and nothing could be changed any more.
        big = self.sandbox.dir / "grande.bin"
        big.write_bytes(os.urandom(4 << 20))
        for words in (["put", big], ["put", big, "--as", "papel.txt"]):
            answer = self.at_once(*words)
            self.assertEqual((answer.code, answer.error["code"]), (1, "CAR-VLT-005"), answer)
            self.assertRegex(answer.error["message"], r"Se necesitan [\d,.]+\sMB y hay .+ libres\.")
        self.one.must("mkdir", "sigue")
        little = self.sandbox.dir / "chico.bin"
        little.write_bytes(os.urandom(1 << 18))
        self.assertEqual(self.one.must("put", little)["state"], "synced")
        # Nor is what another computer has.
        other = self.sandbox.profile("otro", self.person)
        self.addCleanup(other.remove)
        self.assertEqual(other.login().code, 0)
        other.must("put", big)
        other.must("mkdir", "del otro")
        synced = self.one.cli("sync")
        self.assertEqual((synced.code, synced.error["code"]), (1, "CAR-SVC-095"), synced)
        self.assertIn("del otro", self.one.names())
        self.assertIn("CAR-SVC-095", str(self.one.must("status")["problems"]))
        got = self.one.cli("get", "grande.bin", "-o", self.sandbox.dir / "no")
        self.assertEqual((got.code, got.error["code"]), (1, "CAR-VLT-005"), got)
        self.assertEqual(self.one.cli("mkdir", "y sigue").code, 0)
        other.must("trash", "grande.bin")
        self.one.must("sync")

    def test_read_only(self):
        self.assertTrue(mount("-o", "remount,ro", self.disk))
        self.reads()
        self.assertEqual(self.at_once("status").error["code"], "CAR-VLT-006")  # "nothing waits" is not all of it
        for words in (["mkdir", "nada"], ["put", self.paper]):
            answer = self.at_once(*words)
            self.assertEqual(answer.code, 1, answer)
            self.assertIn(b"CAR-VLT-006", answer.out + answer.err)
        sync = self.at_once("sync")
        self.assertEqual((sync.code, sync.error["code"]), (1, "CAR-VLT-006"), sync)  # not the network
        self.assertNotIn("", [problem["name"] for problem in sync.json["problems"]])
        told = self.one.cli("sync", json_too=False)
        self.assertNotIn(b"\n  :", told.out)
        self.assertTrue(mount("-o", "remount,rw", self.disk))
        self.one.must("sync")
        self.one.must("mkdir", "ya se puede")


if __name__ == "__main__":
    unittest.main(verbosity=2)

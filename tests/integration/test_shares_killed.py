# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shares by the real programs, what is sealed and what is not: the client ends at each named step, the operator is killed while it stands
there, several programs send at once. Counted in the operator's own log: one share each, one end, and nobody reads what he should not."""
import collections
import os
import subprocess
import unittest

from support.keeper import Keeper
from support.stage import BUILD, PATIENCE, Sandbox, sha256, wait_for

SENDING = ("share.sent", "share.answered", "share.taken")


class SharesKilled(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        if not os.path.exists(BUILD / "bin/carriel-cli-with-hooks"):
            raise unittest.SkipTest("carriel-cli-with-hooks is not built")
        cls.sandbox = Sandbox("small")
        cls.keeper = Keeper(cls.sandbox)
        cls.sandbox.start()
        cls.addClassCleanup(cls.sandbox.remove)
        people = {user["user"]: user for user in cls.sandbox.facts["users"]}
        cls.to = people["carlos"]["id"]
        cls.ana, cls.carlos = (cls.enter(people, name) for name in ("ana", "carlos"))
        cls.files = {"sealed": cls.sandbox.dir / "sellado.txt", "open": cls.sandbox.dir / "abierto.txt"}
        for kind, path in cls.files.items():
            path.write_text(f"lo que se comparte: {kind}")
            cls.ana.must("put", path, *(["--sealed"] if kind == "sealed" else []))
        cls.carlos.must("keys")
        cls.carlos.must("share", "findable", "on")
        cls.carlos.must("--browser", cls.carlos.browser(), "keys", "prove")
        cls.ana.must("share", "key", cls.to)
        cls.made, cls.count = [], collections.Counter()

    @classmethod
    def enter(cls, people, name):
        profile = cls.sandbox.profile(name, name)
        cls.addClassCleanup(profile.remove)
        answer = profile.login(enrol=not people[name]["has_folder"])
        assert answer.code == 0, answer
        return profile

    def hooked(self, profile, *words, **environment):
        command = profile.command("share", *words)
        command[0] += "-with-hooks"
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, cwd=profile.home,
                                env={**profile.environment, **environment})

    def cut(self, how, place, profile, *words):
        """The program ends there, or stands still there while the operator ends and comes back."""
        process = self.hooked(profile, *words, **{"CARRIEL_CRASHPOINT" if how == "client" else "CARRIEL_CRASHPOINT_HOLD": place})
        if how == "operator":
            self.assertTrue(self.keeper.restart_at(process), f"{place} was not reached: {process.communicate(timeout=PATIENCE)}")
        process.communicate(timeout=PATIENCE)
        if how == "client":
            self.assertNotEqual(process.returncode, 0, place)
        self.count[f"{how} at {place}"] += 1

    def create(self, kind, purpose):
        return ("create", "--file", self.files[kind].name, "--to", self.to, "--purpose", purpose, "--again", "--yes")

    def listed(self, profile, purpose):
        return [item for item in profile.must("share", "list")["items"] if item["purpose"] == purpose]

    def settled(self, purpose):
        """Whatever was cut off, it comes to one share that both see."""
        self.assertTrue(wait_for(lambda: [item["state"] for item in self.listed(self.ana, purpose)] == ["offered"]), purpose)
        mine, theirs = self.listed(self.ana, purpose), self.listed(self.carlos, purpose)
        self.assertEqual([item["id"] for item in mine], [item["id"] for item in theirs], purpose)
        self.assertEqual(mine[0]["defects"] + theirs[0]["defects"], [])
        self.made.append(mine[0]["id"])
        return mine[0]["id"]

    def state(self, profile, number):
        return next(item for item in profile.must("share", "list")["items"] if item["id"] == number)

    def test_1_each_is_shared_once(self):
        for kind in self.files:
            for how in ("client", "operator"):
                for place in SENDING:
                    purpose = f"{kind} {how} {place}"
                    self.cut(how, place, self.ana, *self.create(kind, purpose))
                    self.settled(purpose)

    def test_2_what_is_decided_about_one_is_done_once(self):
        for kind in self.files:
            for how in ("client", "operator"):
                purpose = f"{kind} {how} decided"
                self.ana.must("share", *self.create(kind, purpose)[0:])
                number = self.settled(purpose)
                self.cut(how, "share.acted", self.ana, "extend", number, "--expires", "40d")
                self.assertTrue(wait_for(lambda: self.state(self.ana, number)["waiting"] is None))
                target = self.sandbox.dir / f"{purpose}.txt"
                self.cut(how, "share.acted", self.carlos, "accept", number, "-o", target)
                self.assertTrue(wait_for(lambda: self.state(self.carlos, number)["state"] == "accepted" and self.state(self.carlos, number)["waiting"] is None))
                self.carlos.must("share", "accept", number, "-o", self.sandbox.dir / f"{purpose} otra vez.txt")
                self.assertEqual(sha256(self.sandbox.dir / f"{purpose} otra vez.txt"), sha256(self.files[kind]))
                self.cut(how, "share.acted", self.ana, "revoke", number)
                self.assertTrue(wait_for(lambda: (self.state(self.ana, number)["state"], self.state(self.ana, number)["waiting"]) == ("revoked", None)))
                late = self.carlos.cli("share", "accept", number, "-o", self.sandbox.dir / "tarde.txt")
                self.assertEqual(late.error["code"], "CAR-SHR-008", late)

    def test_3_executed_one_to_four_times_it_is_one(self):
        for kind in self.files:
            for times in range(1, 5):
                purpose = f"{kind} {times} veces"
                port = self.sandbox.pause_operator()
                self.assertEqual(self.ana.must("share", *self.create(kind, purpose))["state"], "queued")
                self.sandbox.start(port)
                lists = [self.ana.begin("share", "list") for _ in range(times)]
                for one in lists:
                    one.communicate(timeout=PATIENCE)
                self.settled(purpose)

    def test_4_a_revocation_that_races_a_reading(self):
        """Many times: either he had all of it before, or he has nothing; and after the end nobody begins."""
        for kind in self.files:
            for turn in range(6):
                purpose = f"{kind} carrera {turn}"
                self.ana.must("share", *self.create(kind, purpose))
                number = self.settled(purpose)
                target = self.sandbox.dir / f"{purpose}.txt"
                reading = self.carlos.begin("share", "accept", number, "-o", target)
                ending = self.ana.begin("share", "revoke", number)
                for one in (reading, ending):
                    one.communicate(timeout=PATIENCE)
                self.assertTrue(wait_for(lambda: self.state(self.ana, number)["state"] == "revoked"))
                if reading.returncode == 0:
                    self.assertEqual(sha256(target), sha256(self.files[kind]))
                else:
                    self.assertFalse(target.exists())
                self.count[f"read before the end: {reading.returncode == 0}"] += 1
                fetches = self.state(self.ana, number)["fetches"]
                late = self.carlos.cli("share", "accept", number, "-o", self.sandbox.dir / f"{purpose} tarde.txt")
                self.assertNotEqual(late.code, 0, late)
                self.assertEqual(self.state(self.ana, number)["fetches"], fetches)

    def test_5_the_operators_log_has_each_once(self):
        effects = collections.Counter((effect["kind"], effect["subject"]) for effect in self.keeper.effects())
        self.assertTrue(self.made)
        self.assertEqual({number: effects["share", number] for number in self.made}, {number: 1 for number in self.made})
        more = {what: times for what, times in effects.items() if what[0] in ("share", "share-revocation", "share-acceptance") and times > 1}
        self.assertEqual(more, {})
        print(f"\n  {len(self.made)} shares, {self.keeper.killed} ends of the operator\n  {dict(self.count)}")


if __name__ == "__main__":
    unittest.main(verbosity=2)

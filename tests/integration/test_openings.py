# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hundreds of openings by the real programs: the client ends at each named step, the operator is killed and comes back between each pair
of steps (the client stands still there) and at any moment, another computer opens at the same time, a stranger tries. Counted in the
operator's own log: one access each, one receipt, whole evidence."""
import collections
import os
import random
import subprocess
import time
import unittest

from support.keeper import Keeper
from support.stage import BUILD, Sandbox

os.environ.setdefault("CARRIEL_ENTITY_BIN", str(BUILD / "bin/carriel-entity"))
OPENINGS = int(os.environ.get("CARRIEL_OPENINGS", "30"))
SECONDS = float(os.environ.get("CARRIEL_OPENINGS_SECONDS", "3000"))  # no new opening after that
SEED = int(os.environ.get("CARRIEL_SEED", "1"))
POINTS = ["opening.signed", "opening.sent", "opening.answered", "opening.released", "opening.verified"]


class Openings(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sandbox = Sandbox("small")
        cls.keeper = Keeper(cls.sandbox)
        cls.sandbox.start()
        cls.addClassCleanup(cls.sandbox.remove)
        users = [user for user in cls.sandbox.facts["users"] if user["has_folder"]]
        cls.user, cls.other = users[0], users[1]
        cls.one, cls.two, cls.stranger = (cls.sandbox.profile(name, user["user"])
                                          for name, user in (("one", cls.user), ("two", cls.user), ("stranger", cls.other)))
        for profile in (cls.one, cls.two, cls.stranger):
            cls.addClassCleanup(profile.remove)
            answer = profile.login()
            assert answer.code == 0, answer

    def send(self, count, title, *words):
        home = next(path for path in (self.sandbox.data / "entities").iterdir()
                    if path.name.isdigit() and "subsidio" in (path / "procedures.json").read_text())
        act, people = self.sandbox.dir / "acto.txt", self.sandbox.dir / f"personas{random.random()}.csv"
        act.write_text("Contenido que nadie ve antes")
        people.write_text((self.user["id"] + "\n") * count)
        subprocess.run([os.environ["CARRIEL_ENTITY_BIN"], "--home", str(home), "--json", "batch", "--procedure", "subsidio", "--recipients",
                        str(people), "--title", title, "--act", str(act), *words], check=True, capture_output=True)

    def open(self, profile, number, **environment):
        key = []
        if number in self.certified:  # the entity asks for a receipt by her certificate
            signer = next(one for one in self.sandbox.facts["pki"]["signers"] if one["user"] == self.user["user"])
            key, environment = ["--key", "p12:" + signer["p12"], "--pin-env", "PIN"], {**environment, "PIN": signer["password"]}
        program = profile.command("--browser", profile.browser(), "open", number, "--yes-i-understand", *key)
        program[0] += "-with-hooks"
        return subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, cwd=profile.home,
                                env={**profile.environment, **environment})

    def test_one_access_each(self):
        chance = random.Random(SEED)
        count, began = collections.Counter(), time.monotonic()
        notifications = max(OPENINGS // 10, 2)
        certified = max(OPENINGS // 5, 2)
        self.send(notifications, "Prueba", "--class", "notification", "--regime", "cpaca-56")
        self.send(certified, "Con certificado", "--class", "communication", "--regime", "comunicacion", "--signer", "certificate")
        self.send(OPENINGS - notifications - certified, "Prueba", "--class", "communication", "--regime", "comunicacion")
        items = [item for item in self.one.must("inbox")["items"] if item["name"] in ("Prueba", "Con certificado")]
        self.certified = {item["id"] for item in items if item["name"] == "Con certificado"}
        numbers = sorted(item["id"] for item in items)
        chance.shuffle(numbers)  # so that both kinds meet every kind of end
        self.assertEqual(len(numbers), OPENINGS)
        self.two.must("inbox")
        self.assertEqual(self.stranger.cli("open", numbers[0], "--yes-i-understand").error["code"], "CAR-NTF-001")
        tried = []
        for index, number in enumerate(numbers):
            if time.monotonic() - began > SECONDS:
                break
            tried.append(number)
            kind = index % 13
            if kind >= 8:  # the operator ends and comes back between two steps
                process = self.open(self.one, number, CARRIEL_CRASHPOINT_HOLD=POINTS[kind - 8])
                count["operator restarted at " + POINTS[kind - 8]] += self.keeper.restart_at(process)
                process.communicate(timeout=120)
                count[f"exit {process.returncode}"] += 1
                if kind == 8:
                    self.assertEqual(self.stranger.cli("open", number, "--yes-i-understand").error["code"], "CAR-NTF-001")
                    count["strangers"] += 1
                continue
            if kind == 6:  # two computers at once
                both = [self.open(profile, number) for profile in (self.one, self.two)]
                codes = [process.communicate(timeout=120) and process.returncode for process in both]
                count["two at once"] += 1
                self.assertIn(0, codes)
                continue
            timer = self.keeper.kill_after(chance.uniform(0.1, 1.2)) if kind in (5, 7) else None
            point = POINTS[kind] if kind < 5 else chance.choice(POINTS)
            process = self.open(self.one, number, **({} if kind == 7 else {"CARRIEL_CRASHPOINT": point}))
            process.communicate(timeout=120)
            if timer:
                timer.join()
            count["ended at " + point if process.returncode == 137 else f"exit {process.returncode}"] += 1
        again = 0
        for round_ in range(4):  # what was cut is settled, and what never had an effect is opened anew
            items = {item["id"]: item for item in self.one.must("inbox")["items"]}
            left = [number for number in tried if items[number]["step"] != "opened"]
            again += len(left)
            for number in left:
                self.open(self.one, number).communicate(timeout=120)
            if not left:
                break
        items = {item["id"]: item for item in self.one.must("inbox")["items"]}
        effects = self.keeper.effects()
        access = collections.Counter(effect["subject"] for effect in effects if effect["kind"] == "access")
        proofs = collections.Counter(items[number]["proof"] for number in tried)
        print(f"\n  seed {SEED}: {len(tried)} openings, {sum(n for what, n in count.items() if what.startswith('ended'))} ends of the client, "
              f"{self.keeper.killed} of the operator, {again} opened anew, {len(self.certified & set(tried))} by certificate, {time.monotonic() - began:.0f} s\n  {dict(count)}\n  "
              f"accesses in the log: {sum(access[number] for number in tried)}, more than one: {sum(n > 1 for n in access.values())}, "
              f"proofs: {dict(proofs)}")
        self.assertEqual({number: access[number] for number in tried}, {number: 1 for number in tried})
        self.assertTrue(all(items[number]["state"] in ("Accessed", "Certified") and items[number]["step"] == "opened" for number in tried))
        self.assertLessEqual(set(proofs), {"good", "unanchored"})


if __name__ == "__main__":
    unittest.main(verbosity=2)

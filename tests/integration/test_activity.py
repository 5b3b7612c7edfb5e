# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""An operator that tells another history than the one it told and signed: the person's next round finds it, and every command says so."""
import json
import shutil
import sqlite3
import unittest

from support.stage import Sandbox


class Activity(unittest.TestCase):
    def setUp(self):
        self.sandbox = Sandbox("small").start()
        self.addCleanup(self.sandbox.remove)
        self.one = self.sandbox.profile("one", "ana")
        self.addCleanup(self.one.remove)
        self.assertEqual(self.one.login().code, 0)
        for name in ("Contratos", "Recibos", "Diplomas"):
            self.one.must("mkdir", name)
        self.one.must("sync")
        self.one.must("sync")  # what the first one did is signed with the second
        self.assertEqual(self.one.cli("activity", "verify").json["faults"], [])

    def rewrite(self, table, *changes):
        """As whoever runs the operator can: its own safeguards are its own."""
        with sqlite3.connect(self.sandbox.data / "operator.sqlite", timeout=60) as operator:
            folder, = operator.execute("SELECT folder FROM activity GROUP BY folder ORDER BY count(*) DESC LIMIT 1").fetchone()
            for name, in operator.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,)).fetchall():
                operator.execute(f'DROP TRIGGER "{name}"')
            for change in changes:
                self.assertGreater(operator.execute(change, {"folder": folder}).rowcount, 0, change)

    def found(self, reasons):
        self.one.must("mkdir", "Después", "--offline")
        synced = self.one.cli("sync")
        self.assertEqual(synced.code, 1, synced)
        self.assertIn(synced.json["record_alarm"].split(" ")[0], reasons, synced)
        status = self.one.cli("status")
        self.assertEqual(status.json["record_alarm"], synced.json["record_alarm"])
        told = self.one.cli("status", json_too=False)
        self.assertIn("registro", (told.out + told.err).decode(), told)
        proof = self.one.cli("activity", "verify")
        self.assertEqual((proof.code, proof.json["verdict"]), (1, "altered"), proof)
        self.assertIn("operator.alarm", {entry["kind"] for entry in self.one.must("activity")["items"]})
        # Documents come and go as ever.
        self.assertEqual(self.one.must("status")["pending"], 0)
        self.assertIn("Después", {item["name"] for item in self.one.must("ls")["items"]})
        # It does not pass by itself.
        self.assertEqual(self.one.cli("sync").code, 1)
        self.take_note(synced.json["record_alarm"])

    def take_note(self, reason):
        """The person saw it: nothing calls it out any more, and nothing says that it is not so."""
        taken = self.one.must("activity", "noted")
        self.assertEqual((taken["record_alarm"], bool(taken["record_alarm_noted"])), (reason, True))
        for _ in range(2):  # the same break is met with every round
            synced = self.one.cli("sync")
            self.assertEqual((synced.code, synced.json["record_alarm"], synced.err), (0, reason, b""), synced)
        status = self.one.cli("status")
        self.assertEqual((status.json["record_alarm_noted"], status.err), (taken["record_alarm_noted"], b""), status)
        self.assertIn("tomó nota", self.one.cli("status", json_too=False).out.decode())
        self.assertEqual(self.one.cli("activity", "verify").json["verdict"], "altered")
        kinds = [entry["kind"] for entry in self.one.must("activity")["items"]]
        self.assertEqual((kinds.count("operator.alarm"), kinds.count("operator.alarm_noted")), (1, 1), kinds)
        self.assertEqual(self.one.must("activity", "noted"), taken)  # once

    def test_1_a_record_that_was_shortened(self):
        self.rewrite("activity", "DELETE FROM activity WHERE folder = :folder AND seq = (SELECT max(seq) FROM activity WHERE folder = :folder)")
        self.found({"missing", "altered", "forked"})

    def test_2_a_record_that_was_written_anew(self):
        self.rewrite("activity", "UPDATE activity SET bytes = replace(bytes, '\"kind\":\"', '\"kind\":\"x'), hash = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' "
                     "WHERE folder = :folder AND seq = (SELECT max(seq) FROM activity WHERE folder = :folder)")
        self.found({"missing", "altered", "forked"})

    def test_3_a_second_chain_of_what_it_signed(self):
        self.rewrite("checkpoints", "DELETE FROM checkpoints WHERE folder = :folder AND n = (SELECT max(n) FROM checkpoints WHERE folder = :folder)")
        self.found({"forked", "checkpoint", "missing"})

    def test_4_two_computers_are_told_two_histories(self):
        two = self.sandbox.profile("two", "ana")
        self.addCleanup(two.remove)
        self.assertEqual(two.login().code, 0)
        two.must("sync")
        self.one.must("sync")
        first = self.sandbox.dir / "uno"
        self.one.must("activity", "export", first)
        # The second one never hears of what the first one keeps: the chain goes on another way.
        self.rewrite("checkpoints", "DELETE FROM checkpoints WHERE folder = :folder AND n > 1")
        with sqlite3.connect(self.sandbox.data / "operator.sqlite", timeout=60) as operator:
            self.assertGreater(operator.execute("SELECT count(*) FROM checkpoints").fetchone()[0], 0)
        three = self.sandbox.profile("three", "ana")
        self.addCleanup(three.remove)
        self.assertEqual(three.login().code, 0)
        three.must("mkdir", "Otra historia")
        three.cli("sync")
        three.cli("sync")
        second = self.sandbox.dir / "tres"
        three.must("activity", "export", second)
        proof = three.cli("activity", "verify", first, second)
        self.assertEqual(proof.code, 1, proof)
        self.assertIn("forked", {fault["reason"] for fault in proof.json["faults"]}, proof)

    def older_copy(self, *then):
        """This computer's folder as it was before `then`, put back by somebody who keeps copies; more is done in it than was lost."""
        copy = self.sandbox.dir / "copia"
        if not copy.exists():
            shutil.copytree(self.one.dir, copy)
        for name in then:
            self.one.must("mkdir", name)
        self.one.must("sync")
        self.one.must("sync")
        shutil.rmtree(self.one.dir)
        shutil.copytree(copy, self.one.dir)
        for number in range(8):
            self.one.must("mkdir", f"Después de {then[0]} {number}", "--offline")
        self.one.cli("sync")  # its refresh token was used since: the provider gives nothing for it any more
        self.assertEqual(self.one.login().code, 0)

    def test_5_an_older_copy_is_put_back(self):
        for lost in ("Perdida", "Perdida otra vez"):
            self.older_copy(lost)
            synced = self.one.cli("sync")
            self.assertEqual((synced.code, synced.json["record_alarm"]), (0, None), synced)
            self.one.must("sync")
            self.assertIn(lost, {item["name"] for item in self.one.must("ls")["items"]})
            proof = self.one.cli("activity", "verify")
            self.assertEqual((proof.code, proof.json["faults"]), (0, []), proof)
            kinds = [entry["kind"] for entry in self.one.must("activity")["items"]]
            self.assertIn("log.restored", kinds)
            self.assertNotIn("operator.alarm", kinds)
        saved = self.sandbox.dir / "guardado"
        self.one.must("activity", "export", saved)
        self.assertEqual(self.one.cli("activity", "verify", saved).json["faults"], [])

    def test_6_a_head_that_this_computer_never_told(self):
        self.older_copy("Perdida")
        self.rewrite("checkpoints", "UPDATE checkpoints SET statement = 'e30.e30.e30' WHERE folder = :folder")
        self.assertEqual(self.one.cli("sync").code, 1)
        self.assertEqual(self.one.cli("status").json["record_alarm"].split(" ")[0], "checkpoint")

    def test_7_an_act_costs_what_it_must(self):
        log = self.sandbox.data / "logs/operator.log"
        before = len(log.read_text().splitlines())
        self.one.must("mv", "Recibos", "Recibos de la luz")
        asked = [line["route"] for line in map(json.loads, log.read_text().splitlines()[before:]) if not line.get("folder", "").startswith("entity")]
        # The answer to what was told is the next checkpoint: it is not asked for again.
        self.assertEqual(sorted(asked), sorted(["GET changes", "PATCH item", "operator-keys", "GET activity", "POST checkpoint"]))
        self.assertEqual(self.one.cli("activity", "verify").json["verdict"], "intact")
        before = len(log.read_text().splitlines())
        self.one.must("sync")
        self.assertEqual([json.loads(line)["route"] for line in log.read_text().splitlines()[before:]], ["GET changes"])


if __name__ == "__main__":
    unittest.main()

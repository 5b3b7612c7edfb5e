# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sealed documents shared end to end through the operator: with an honest one, and with one that names a key of its own."""
import json
import sqlite3
import subprocess
import unittest

from support.stage import ROOT, Sandbox, sha256, wait_for
from support.traces import CANARY, OPEN, disguises, traces


class SealedShares(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sandbox = Sandbox("small").start()
        cls.addClassCleanup(cls.sandbox.remove)
        people = {user["user"]: user for user in cls.sandbox.facts["users"]}
        cls.ana, cls.carlos, cls.firm = (cls.enter(people, name, name) for name in ("ana", "carlos", "espiga"))
        cls.people = people
        cls.ids = {name: people[name]["id"] for name in ("ana", "carlos", "espiga")}
        cls.will = cls.sandbox.dir / f"{CANARY} testamento.txt"
        cls.will.write_text(f"Testamento de {CANARY}. " * 30000)
        cls.paper = cls.sandbox.dir / "abierto.txt"
        cls.paper.write_text("abierto")
        cls.ana.must("put", cls.will, "--sealed")
        cls.ana.must("put", cls.paper)
        for one in (cls.carlos, cls.firm):
            one.must("keys")
            one.must("share", "findable", "on")

    @classmethod
    def enter(cls, people, home, name):
        profile = cls.sandbox.profile(home, people[name]["user"])
        cls.addClassCleanup(profile.remove)
        answer = profile.login(enrol=not people[name]["has_folder"])
        assert answer.code == 0, answer
        return profile

    def create(self, *words, to="carlos", file=None, by=None):
        return (by or self.ana).cli("share", "create", "--file", file or self.will.name, "--to", self.ids.get(to, to), "--purpose", f"Para {CANARY}",
                                    "--message", f"Guárdelo, {CANARY}", "--again", "--yes", *words)

    def must(self, answer):
        self.assertEqual(answer.code, 0, answer)
        return answer.json

    def key(self, profile, person, *words):
        return profile.cli("share", "key", self.ids[person], *words)

    def prove(self, profile):
        return self.must(profile.cli("--browser", profile.browser(), "keys", "prove"))

    def operator_says(self, change):
        """The operator's own hand in its database."""
        port = self.sandbox.pause_operator()
        path = next(self.sandbox.data.rglob("operator.sqlite"))
        with sqlite3.connect(path) as database:
            change(database)
        database.close()
        self.sandbox.start(port)

    def test_1_a_key_that_nobody_confirms_is_compared_first(self):
        refused = self.create()
        self.assertEqual((refused.code, refused.error["code"]), (1, "CAR-SHR-026"), refused)
        shown = self.key(self.ana, "carlos")
        self.assertEqual(shown.error["code"], "CAR-SHR-026", shown)
        self.assertEqual(self.must(self.ana.cli("share", "find", self.ids["carlos"]))["key"], "unconfirmed")
        # The identity provider's word is enough.
        self.assertEqual(self.prove(self.carlos)["state"], "proven")
        self.assertEqual(self.prove(self.carlos)["state"], "proven")
        self.assertEqual(self.must(self.key(self.ana, "carlos"))["key"], "proven")
        self.assertEqual(self.must(self.key(self.ana, "carlos"))["key"], "known")

    def test_2_shared_read_and_kept_and_both_see_the_same_code(self):
        made = self.must(self.create())
        self.assertEqual((made["state"], made["end_to_end"], made["defects"]), ("offered", True, []), made)
        self.assertEqual((made["documents"][0]["name"], made["documents"][0]["size"]), (self.will.name, self.will.stat().st_size))
        got = self.carlos.must("share", "show", made["id"])
        self.assertEqual((got["end_to_end"], got["purpose"], got["message"], got["defects"]),
                         (True, f"Para {CANARY}", f"Guárdelo, {CANARY}", []), got)
        self.assertEqual([(one["name"], one["size"]) for one in got["documents"]], [(self.will.name, self.will.stat().st_size)])
        self.assertTrue(got["compare_code"])
        self.assertEqual(got["compare_code"], made["compare_code"])
        # Nobody confirmed whose key it is that signed it, and he is told before he accepts.
        self.assertEqual(got["sender_key"], "new")
        self.assertIn("Nadie ha confirmado", self.carlos.cli("share", "list", json_too=False).out.decode())
        warned = self.carlos.cli("share", "accept", made["id"], "-o", self.sandbox.dir / "sin-comparar.txt", json_too=False)
        self.assertIn("Nadie ha confirmado", warned.err.decode())
        asked = self.carlos.cli("share", "compare", made["id"])
        self.assertEqual((asked.code, asked.error["code"]), (1, "CAR-SHR-026"), asked)
        self.assertEqual(self.must(self.carlos.cli("share", "compare", made["id"], "--yes"))["sender_key"], "compared")
        self.assertIn("comparó su código", self.carlos.cli("share", "show", made["id"], json_too=False).out.decode())
        target = self.sandbox.dir / "de-ana.txt"
        taken = self.carlos.must("share", "accept", made["id"], "-o", target)
        self.assertEqual((taken["state"], sha256(target)), ("accepted", sha256(self.will)))
        # The copy stays sealed: it does not go on to the operator in clear.
        kept = self.carlos.must("share", "accept", made["id"], "--to", "De otros")["copies"]
        self.assertIn("sealed_sha256", kept[0])
        item = self.carlos.must("ls", "De otros")["items"][0]
        back = self.sandbox.dir / "copia.txt"
        self.carlos.must("get", item["id"], "-o", back)
        self.assertEqual(sha256(back), sha256(self.will))
        mine = self.ana.must("share", "show", made["id"])
        self.assertEqual((mine["fetches"], {one["document"] for one in mine["readings"]}), (3, {self.will.name}))
        longer = self.ana.must("share", "extend", made["id"], "--expires", "30d")
        self.assertGreater(longer["expires"], made["expires"])
        self.assertEqual(self.ana.must("share", "revoke", made["id"])["state"], "revoked")
        late = self.carlos.cli("share", "accept", made["id"], "-o", self.sandbox.dir / "tarde.txt")
        self.assertEqual(late.error["code"], "CAR-SHR-008", late)

    def test_3_what_would_not_be_end_to_end_is_refused(self):
        self.assertEqual(self.create(to="link").error["code"], "CAR-SHR-029")
        self.assertEqual(self.create("--newest").error["code"], "CAR-SHR-029")
        entity = self.create(to="co:NIT:899999063")
        self.assertIn(entity.error["code"], ("CAR-SHR-029", "CAR-SHR-001"), entity)
        self.assertEqual(self.create("--file", "abierto.txt").error["code"], "CAR-SHR-030")
        listed = {item["name"]: item["sealed"] for item in self.ana.must("ls")["items"]}
        self.assertEqual((listed[self.will.name], listed["abierto.txt"]), (True, False), listed)
        self.assertIn(f"{self.will.name}  (sellado)", self.ana.cli("ls", json_too=False).out.decode())
        shown = self.ana.cli("share", "create", "--file", self.will.name, "--to", self.ids["carlos"], "--purpose", "x", json_too=False)
        self.assertIn("De extremo a extremo", shown.err.decode())
        self.assertNotIn("en claro", shown.err.decode())
        open_one = self.ana.must("share", "create", "--file", "abierto.txt", "--to", self.ids["carlos"], "--purpose", "a la vista", "--yes")
        self.assertEqual((open_one["end_to_end"], open_one["compare_code"]), (False, None))

    def test_4_a_false_key_is_refused_and_told(self):
        """The operator puts a key that it has in the place of the firm's."""
        own = {}

        def exchange(database):
            rows = {holder: (folder, enc) for folder, holder, enc in database.execute(
                "SELECT f.id, f.holder, k.enc FROM folders f JOIN person_keys k ON k.folder = f.id")}
            own["folder"], own["enc"] = rows[self.ids["espiga"]]
            database.execute("UPDATE person_keys SET enc = ? WHERE folder = ?", (rows[self.ids["ana"]][1], own["folder"]))
        self.prove(self.firm)
        self.operator_says(exchange)
        refused = self.create(to="espiga")
        self.assertEqual((refused.code, refused.error["code"]), (1, "CAR-SHR-028"), refused)
        self.assertEqual(self.key(self.ana, "espiga", "--yes").error["code"], "CAR-SHR-028")  # not even if one wants to
        # The firm finds it, too: it seals nothing new.
        self.assertEqual(self.firm.cli("keys").json["state"], "altered")
        # Without the provider's word it is only a key that nobody confirms; and the codes differ.
        self.operator_says(lambda database: database.execute("UPDATE person_keys SET id_token = NULL, r = NULL WHERE folder = ?", (own["folder"],)))
        refused = self.create(to="espiga")
        self.assertEqual(refused.error["code"], "CAR-SHR-026", refused)
        false = self.must(self.ana.cli("share", "find", self.ids["espiga"]))["compare_code"]
        self.ana.must("share", "findable", "on")
        theirs = self.must(self.firm.cli("share", "find", self.ids["ana"]))["compare_code"]
        self.assertNotEqual(false, theirs)
        # Honest again: both see one code, and the persons say so.
        self.operator_says(lambda database: database.execute("UPDATE person_keys SET enc = ? WHERE folder = ?", (own["enc"], own["folder"])))
        honest = self.must(self.ana.cli("share", "find", self.ids["espiga"]))["compare_code"]
        self.assertEqual(honest, theirs)
        self.assertEqual(self.must(self.key(self.ana, "espiga", "--yes"))["key"], "known")
        made = self.must(self.create(to="espiga"))
        self.assertEqual(self.firm.must("share", "show", made["id"])["compare_code"], theirs)

    def test_5_another_key_of_the_recipient_is_told_and_not_used(self):
        before = self.must(self.create())
        self.assertIsNone(before["key_now"])
        port = self.sandbox.pause_operator()
        waits = self.must(self.create())
        self.assertEqual(waits["state"], "queued")
        self.sandbox.start(port)
        # Carlos loses his computer and his code, and begins anew.
        fresh = self.enter(self.people, "carlos-nuevo", "carlos")
        self.must(fresh.cli("keys", "reset", "--yes"))
        shares = {one["id"]: one for one in self.ana.must("share", "list")["items"]}
        self.assertEqual((shares[waits["id"]]["state"], shares[waits["id"]]["reason"]), ("returned", "recipient_key_changed"))
        # Of what she shared before, and nobody looked up, she is told as well.
        self.ana.must("sync")
        self.assertTrue(wait_for(lambda: self.ana.must("share", "show", before["id"])["key_now"] == "changed"))
        self.assertIn("llave distinta", self.ana.cli("share", "show", before["id"], json_too=False).out.decode())
        refused = self.create()
        self.assertEqual((refused.code, refused.error["code"]), (1, "CAR-SHR-027"), refused)
        self.prove(fresh)  # that alone does not make it silent
        self.assertEqual(self.create().error["code"], "CAR-SHR-027")
        self.assertEqual(self.key(self.ana, "carlos").error["code"], "CAR-SHR-027")
        self.assertEqual(self.must(self.key(self.ana, "carlos", "--yes"))["key"], "known")
        self.assertIsNone(self.ana.must("share", "show", before["id"])["key_now"])
        made = self.must(self.create())
        target = self.sandbox.dir / "nueva llave.txt"
        self.must(fresh.cli("share", "accept", made["id"], "-o", target))
        self.assertEqual(sha256(target), sha256(self.will))
        # The old computer does not have the new key.
        old = self.carlos.cli("share", "accept", made["id"], "-o", self.sandbox.dir / "vieja.txt")
        self.assertEqual(old.error["code"], "CAR-VLT-040", old)

    def test_6_nothing_of_it_is_at_the_operator(self):
        """Sealed, synced to a second computer of its owner, shared, read and kept."""
        second = self.enter(self.people, "ana-dos", "ana")
        second.must("sync")
        self.ana.must("put", self.write(f"{OPEN}.txt", f"abierto: {OPEN}"))
        self.ana.must("sync")
        self.sandbox.stop()
        databases = list(self.sandbox.data.rglob("*.sqlite"))
        for path in databases:
            with sqlite3.connect(path) as database:
                database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            database.close()
        self.assertTrue(traces(self.sandbox.data, OPEN), "the search finds nothing at all")
        self.assertEqual(traces(self.sandbox.data, CANARY), [])
        for word in disguises(CANARY):
            self.assertNotIn(word, (self.sandbox.dir / "sandbox.log").read_bytes())
        # Its data and its keys together: no key that it has opens any of what it keeps.
        texts = []  # what is written beside sealed documents, the copies of the persons' keys, the manifests of shares
        with sqlite3.connect(next(self.sandbox.data.rglob("operator.sqlite"))) as database:
            for column, table in (("sealed", "versions"), ("jwe", "person_key_copies"), ("manifest", "shares")):
                found = [value for (value,) in database.execute(f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL")]
                self.assertTrue(found, table)
                texts += found
        database.close()
        tried = json.loads(subprocess.run(["node", str(ROOT / "tests/witnesses/open-all.mjs"), str(self.sandbox.data)], capture_output=True,
                                          input=json.dumps({"texts": texts}).encode(), check=True).stdout)
        self.assertGreater(tried["keys"], 0, tried)
        self.assertGreater(tried["sealed"], 8, tried)
        self.assertEqual(tried["opened"], ["control"], tried)

    def write(self, name, text):
        path = self.sandbox.dir / name
        path.write_text(text)
        return path


if __name__ == "__main__":
    unittest.main()

# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two computers and one person: trash, versions, conflicts solved all three ways, what waits, what is kept, what is told."""
import base64
import hashlib
import json
import sqlite3
import ssl
import time
import unittest
import urllib.request

from support.stage import Sandbox


class Papers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sandbox = Sandbox("none").start()
        cls.addClassCleanup(cls.sandbox.remove)
        cls.user = next(user for user in cls.sandbox.facts["users"] if not user["has_folder"])
        cls.one = cls.sandbox.profile("one", cls.user["user"])
        cls.two = cls.sandbox.profile("two", cls.user["user"])
        cls.files = cls.sandbox.dir / "files"
        cls.files.mkdir()
        for profile in (cls.one, cls.two):
            cls.addClassCleanup(profile.remove)
        for profile, enrol in ((cls.one, True), (cls.two, False)):
            answer = profile.login(enrol=enrol)
            assert answer.code == 0, answer

    def put(self, profile, name, content, *more):
        path = self.files / name
        path.write_bytes(content)
        return profile.must("put", path, *more)

    def content(self, profile, item, *more):
        answer = profile.cli("get", item, "-o", "-", *more, json_too=False)
        self.assertEqual(answer.code, 0, answer)
        return answer.out

    def test_01_trash_restore_purge(self):
        item = self.put(self.one, "recibo.txt", b"recibo")["id"]
        self.two.must("sync")
        self.assertEqual(self.one.cli("purge", item, "--yes").error["code"], "CAR-SYN-005")
        self.assertEqual(self.one.must("trash", item)["state"], "trashed")
        self.assertNotIn("recibo.txt", self.one.names())
        self.assertEqual([i["id"] for i in self.one.must("ls", "--trash")["items"]], [item])
        self.two.must("sync")
        self.assertNotIn("recibo.txt", self.two.names())
        self.assertEqual(self.two.must("restore", item)["state"], "synced")
        self.one.must("sync")
        self.assertIn("recibo.txt", self.one.names())
        self.one.must("trash", "recibo.txt")
        answer = self.one.cli("purge", item)
        self.assertEqual((answer.code, answer.error["code"]), (1, "CAR-CLI-028"), answer)
        self.assertEqual(len(self.one.must("ls", "--trash")["items"]), 1)
        purged = self.one.cli("--browser", self.one.browser(), "purge", item, "--yes")
        self.assertEqual(purged.code, 0, purged)
        self.assertEqual(purged.json["state"], "removed")
        self.assertEqual(self.one.must("status")["pending"], 0)
        self.two.must("sync")
        self.assertEqual(self.two.must("ls", "--trash")["items"], [])
        self.assertEqual(self.two.cli("restore", item).code, 3)

    def test_00_a_login_brings_on_its_way_what_waits_for_a_stronger_one(self):
        folder = self.one.must("mkdir", "Casa")["id"]
        item = self.put(self.one, "arriendo.txt", b"arriendo", "--to", "Casa")["id"]
        self.one.must("trash", item)
        trashed = self.one.must("ls", "--trash")["items"][0]
        self.assertEqual((trashed["folder"], len(trashed["deleted_on"])), ("Casa", 10), trashed)
        waits = self.one.cli("--browser", "false", "purge", item, "--yes")  # nobody confirms
        self.assertNotEqual(waits.code, 0, waits)
        self.assertEqual(self.one.must("status")["waiting"], 1)
        # It stands in no list any more, and can be taken back all the same: what is said names its id.
        self.assertEqual(self.one.must("ls", "--trash")["items"], [])
        self.assertIn(f"carriel-cli undo {item}", self.one.cli("status", json_too=False).out.decode())
        self.assertEqual(self.one.must("undo", item)["state"], "trashed")
        self.assertEqual(self.one.must("status")["waiting"], 0)
        self.assertEqual([i["id"] for i in self.one.must("ls", "--trash")["items"]], [item])
        told = self.one.cli("--browser", "false", "purge", item, "--yes", json_too=False)
        self.assertIn(f"carriel-cli undo {item}", told.err.decode())
        self.assertEqual(self.one.cli("undo", "01ZZZZZZZZZZZZZZZZZZZZZZZZ").code, 3)
        self.assertEqual(self.one.cli("--browser", self.one.browser(), "login").code, 0)
        self.assertEqual(self.one.must("status")["waiting"], 0)
        self.assertEqual(self.one.must("ls", "--trash")["items"], [])
        self.one.must("trash", folder)
        self.one.must("--browser", self.one.browser(), "purge", folder, "--yes")

    def conflict(self, name):
        """The same name changed on both computers while neither knew of the other."""
        item = self.put(self.one, name, name.encode())["id"]
        self.two.must("sync")
        self.two.must("logout")
        self.two.must("mv", item, f"dos {name}")  # waits
        self.assertEqual(self.two.must("status")["pending"], 1)
        self.one.must("mv", item, f"uno {name}")
        self.assertEqual(self.two.login().code, 0)
        self.two.cli("sync")
        found = [c for c in self.two.must("conflicts")["items"] if c["item"] == item]
        self.assertEqual(len(found), 1, found)
        self.assertEqual((found[0]["about"], found[0]["ours"]["name"], found[0]["theirs"]["name"]), ("name", f"dos {name}", f"uno {name}"))
        self.assertEqual(found[0]["state"], "conflict")
        self.assertTrue(found[0]["theirs_by"], found)  # which computer it was
        self.assertTrue(found[0]["theirs_at"], found)
        return item, found[0]["id"]

    def test_02_conflicts_three_ways(self):
        for choice, name in (("mine", "dos"), ("theirs", "uno"), ("both", "uno")):
            item, conflict = self.conflict(f"{choice}.txt")
            self.assertEqual(self.two.cli("resolve", conflict, "ninguno").code, 64)
            answer = self.two.cli("resolve", "no hay", choice)
            self.assertEqual((answer.code, answer.error["code"]), (3, "CAR-CLI-034"), answer)
            answer = self.two.must("resolve", conflict if choice != "both" else item, choice)
            self.assertEqual(answer["name"], f"{name} {choice}.txt")
            self.assertEqual(self.two.must("conflicts")["items"], [])
            self.assertEqual(self.two.must("resolve", "all", choice)["items"], [])
            self.one.must("sync")
            self.assertIn(f"{name} {choice}.txt", self.one.names())
            self.assertEqual(self.one.must("status")["conflicts"], 0)

    def test_02b_a_rename_that_lost_is_not_done(self):
        item = self.put(self.one, "acuerdo.txt", b"uno")["id"]
        self.two.must("sync")
        self.one.must("mv", item, "suyo.txt")
        lost = self.two.cli("mv", item, "mío.txt")
        self.assertEqual((lost.code, lost.error["code"]), (1, "CAR-CLI-012"), lost)
        self.assertIn("suyo.txt", lost.error["message"])
        self.assertEqual((lost.json["name"], lost.json["state"]), ("suyo.txt", "conflict"))
        self.assertIn("carriel-cli conflicts", self.two.cli("status", json_too=False).out.decode())
        self.assertEqual(self.two.must("resolve", item, "theirs")["name"], "suyo.txt")

    def test_02c_two_folders_each_put_into_the_other(self):
        this = self.one.must("mkdir", "Vueltas")["id"]
        other = self.one.must("mkdir", "Rondas")["id"]
        self.two.must("sync")
        self.two.must("logout")
        self.two.must("mv", this, "Rondas")  # waits
        self.one.must("mv", other, "Vueltas")
        self.assertEqual(self.two.login().code, 0)
        self.two.cli("sync")
        self.assertEqual([(c["item"], c["about"]) for c in self.two.must("conflicts")["items"]], [(this, "folder")])
        refused = self.two.cli("resolve", "Vueltas/", "mine")
        self.assertEqual((refused.code, refused.error["code"]), (1, "CAR-SVC-070"), refused)
        self.assertEqual(self.two.must("resolve", other, "mine")["items"], [])  # it is there, and nothing is to be decided
        self.assertEqual(self.two.must("resolve", "Vueltas", "theirs")["name"], "Vueltas")
        self.assertEqual(self.two.must("conflicts")["items"], [])
        self.assertEqual(self.two.names("Vueltas"), ["Rondas"])

    def test_02d_a_name_that_was_taken_is_told(self):
        for where, folder in ((self.one, "Ren"), (self.two, "REN")):
            self.put(where, "suelto.txt", folder.encode(), "--to", folder, "--offline")
        self.one.must("sync")
        said = self.two.cli("sync", json_too=False)
        self.assertIn("«REN» se llama ahora «REN (2)»", said.out.decode(), said)

    def test_02e_the_folder_of_a_conflict_is_in_the_trash(self):
        folder = self.one.must("mkdir", "Carp")["id"]
        item = self.put(self.one, "errante.txt", b"errante")["id"]
        self.two.must("sync")
        self.two.must("logout")
        self.two.must("mv", item, "Carp")  # waits
        self.one.must("trash", folder)
        self.assertEqual(self.two.login().code, 0)
        self.two.cli("sync")
        said = self.two.cli("conflicts", json_too=False).out.decode()
        self.assertIn("aquí «Carp (en la papelera, o ya no está)»", said)
        self.two.must("resolve", item, "theirs")

    def test_03_versions(self):
        item = self.put(self.one, "acta.txt", b"primera")["id"]
        listed = self.one.must("versions", "acta.txt")["items"]
        self.assertEqual([(v["number"], v["head"], v["state"]) for v in listed], [(1, True, "synced")])
        self.assertEqual(self.content(self.one, item, "--version", "1"), b"primera")
        self.assertEqual(self.content(self.one, item, "--version", listed[0]["id"]), b"primera")
        answer = self.one.cli("get", item, "--version", "9")
        self.assertEqual((answer.code, answer.error["code"]), (3, "CAR-CLI-034"), answer)
        self.assertIn(f"versions {item}", answer.error["remedy"])
        second = self.files / "segunda.txt"
        second.write_bytes(b"segunda")
        self.assertEqual(self.one.must("put", second, "--as", item)["items"][0]["name"], "acta.txt")
        self.assertEqual([v["number"] for v in self.one.must("versions", item)["items"]], [2, 1])
        # A computer that comes later has met the newest only; the operator tells it the rest.
        self.two.must("sync")
        told = self.two.must("versions", item)["items"]
        self.assertEqual([(v["number"], v["head"]) for v in told], [(2, True), (1, False)])
        self.assertEqual(self.content(self.two, item, "--version", "1"), b"primera")
        self.assertEqual(self.content(self.two, item), b"segunda")
        # Both wrote at once: whoever asks, a number means the same content.
        for where, text in ((self.one, b"tercera, aqui"), (self.two, b"tercera, alla")):
            second.write_bytes(text)
            where.must("put", second, "--as", item, "--offline")
        for where in (self.one, self.two, self.one):
            where.must("sync")
        told = [[(v["number"], v["id"], v["sha256"]) for v in where.must("versions", item)["items"]] for where in (self.one, self.two)]
        self.assertEqual(told[0], told[1])
        self.assertEqual([v[0] for v in told[0]], [4, 3, 2, 1])
        for number in ("3", "4"):
            self.assertEqual(self.content(self.one, item, "--version", number), self.content(self.two, item, "--version", number))
        self.one.must("resolve", item, "both")
        # What the operator has not got yet comes after.
        second.write_bytes(b"quinta")
        self.one.must("put", second, "--as", item, "--offline")
        self.assertEqual(self.content(self.one, item, "--version", "5"), b"quinta")
        self.one.must("sync")
        self.two.must("sync")
        self.assertEqual(self.content(self.two, item, "--version", "5"), b"quinta")
        self.assertEqual(self.one.cli("put", second, "--as", "no hay").code, 3)
        self.one.must("mkdir", "Una")
        self.assertEqual(self.one.cli("versions", "Una").error["code"], "CAR-CLI-026")

    def test_04_the_queue_waits(self):
        put = self.put(self.one, "espera.txt", b"x" * 1000, "--offline")
        self.assertEqual(put["state"], "pending")
        moving = self.one.must("transfers")["items"]
        self.assertEqual([(t["item"], t["direction"], t["size"], t["paused"]) for t in moving], [(put["id"], "up", 1000, False)])
        self.assertTrue(self.one.must("transfers", "pause", put["id"])["items"][0]["paused"])
        self.assertIn("en pausa", self.one.cli("sync", json_too=False).out.decode())  # what keeps it, not "being exchanged"
        self.assertIn("transfers resume all", self.one.cli("status", json_too=False).out.decode())
        self.assertEqual(self.one.must("status")["pending"], 1)
        self.assertFalse(self.one.must("transfers", "resume", moving[0]["id"])["items"][0]["paused"])
        self.assertEqual(self.one.must("sync")["pending"], 0)
        self.assertEqual(self.one.must("transfers")["items"], [])
        again = self.put(self.one, "arrepentido.txt", b"y" * 1000, "--offline")
        self.assertEqual(self.one.must("transfers", "first", again["id"])["items"][0]["item"], again["id"])
        self.what_has_no_effect_says_so(again)
        self.assertEqual(self.one.must("transfers", "cancel", again["id"])["items"], [])
        limits = self.one.must("limits", "--up", "500", "--metered", "use")
        self.assertEqual((limits["up_bytes_per_second"], limits["down_bytes_per_second"], limits["metered"]), (500000, 0, "use"))
        self.assertEqual(self.one.must("limits", "--up", "0", "--metered", "pause")["up_bytes_per_second"], 0)
        self.assertEqual(self.one.cli("limits", "--up", "mucho").code, 64)
        self.assertEqual(self.one.must("missing")["items"], [])
        self.assertEqual(self.one.must("removals")["removed"], 0)
        self.assertIn("arrepentido.txt", self.one.names())  # what was stopped is the sending; the document stays
        self.assertEqual(self.one.must("status")["waiting"], 1)
        self.one.must("retry")
        self.assertEqual(self.one.must("sync")["pending"], 0)
        undone = self.put(self.one, "deshecho.txt", b"z", "--offline")
        self.assertEqual(self.one.must("undo", undone["id"])["state"], "removed")
        self.assertEqual(self.one.must("status")["pending"], 0)
        answer = self.one.cli("transfers", "pause", "nada")
        self.assertEqual((answer.code, answer.error["code"]), (3, "CAR-CLI-034"), answer)
        self.assertEqual(self.one.cli("transfers", "pause").code, 64)
        self.assertEqual(self.one.must("retry")["pending"], 0)

    def what_has_no_effect_says_so(self, waiting):
        def said(*words):
            answer = self.one.cli("transfers", *words, json_too=False)
            self.assertEqual(answer.code, 0, answer)
            return answer.out.decode() + answer.err.decode()
        self.assertIn("No estaba en pausa", said("resume", waiting["id"]))
        self.assertIn("Nada más espera", said("first", waiting["id"]))
        other = self.put(self.one, "otro que espera.txt", b"w" * 1000, "--offline")
        self.assertIn("mientras la ventana está abierta", said("first", waiting["id"]))
        # Wanted first, a paused one goes on.
        said("pause", waiting["id"])
        said("first", waiting["id"])
        self.assertEqual({t["paused"] for t in self.one.must("transfers")["items"]}, {False})
        self.one.must("transfers", "pause", "all")
        self.assertIn("transfers resume all", said("first", waiting["id"]))
        self.assertIn("transfers resume all", said("resume", waiting["id"]))
        # Paused by the person, trying later is no advice.
        paused = self.one.cli("sync", json_too=False)
        self.assertNotIn("CAR-CLI-007", paused.err.decode())
        self.assertIn("transfers resume all", paused.out.decode())
        self.one.must("transfers", "resume", "all")
        self.one.must("undo", other["id"])

    def test_05_keep(self):
        self.one.must("mkdir", "Grande")
        item = self.put(self.one, "grande.bin", b"g" * 300000, "--to", "Grande")["id"]
        self.two.must("sync")
        off = self.two.must("keep", "Grande", "off")
        self.assertEqual((off["keep"], off["bytes_here"], off["bytes"]), (False, 0, 300000))
        self.two.must("sync")
        self.assertEqual(self.two.must("ls", "Grande")["items"][0]["state"], "online_only")
        self.assertEqual(self.content(self.two, item), b"g" * 300000)
        on = self.two.must("keep", "Grande", "on")
        self.assertEqual(on["bytes_here"], 300000)
        self.put(self.one, "después.bin", b"d" * 1000, "--to", "Grande")
        self.two.must("sync")
        self.assertEqual({i["state"] for i in self.two.must("ls", "Grande")["items"]}, {"synced"})
        self.assertEqual(self.two.cli("keep", "Grande", "quizás").code, 64)
        self.assertEqual(self.two.cli("keep", "nada", "on").code, 3)

    def test_06_diagnostics_name_nobody(self):
        target = self.sandbox.dir / "hoja.txt"
        self.one.must("diagnostics", "-o", target)
        sheet = target.read_text()
        self.assertEqual(target.stat().st_mode & 0o777, 0o600)
        for item in self.one.must("ls")["items"]:
            for canary in (item["id"], item["name"]):
                self.assertNotIn(canary, sheet)
        status = self.one.must("status")
        for canary in (*self.user["id"].split(":")[2:], self.user["name"], status["account"]["folder"], status["account"]["device"],
                       self.sandbox.facts["operator"], str(self.one.dir), "Bearer", "eyJ"):
            self.assertNotIn(canary, sheet)
        self.assertIn("logged_in: yes", sheet)
        self.assertIn("document.added", sheet)
        # Its numbers have words, and the words are those of what is there.
        waits = self.put(self.one, "por enviar.txt", b"uno", "--offline")["id"]
        self.one.must("transfers", "pause", waits)
        sheet = json.loads(self.one.cli("diagnostics").out)["text"]
        for words in ("outbox (act, state, most attempts, how many): new_document queued 0 1", "transfers (way, paused, how many): up yes 1",
                      "contents (state, at the operator, how many, bytes): here no ", "list_read: yes"):
            self.assertIn(words, sheet)
        self.assertRegex(sheet, r"items: folders active \d+\n")
        self.assertRegex(sheet, r"items: documents active \d+\n")
        self.assertNotRegex(sheet, r"(?m)^(items|versions): \d")
        self.one.must("transfers", "resume", waits)
        self.assertEqual(self.one.must("sync")["pending"], 0)
        self.assertEqual(self.one.cli("diagnostics", "-o", target).error["code"], "CAR-CLI-003")
        self.assertIn("schema: ", json.loads(self.one.cli("diagnostics").out)["text"])

    def test_90_the_record_of_activity(self):
        item = self.put(self.one, "registrada.txt", b"registrada")["id"]
        self.assertEqual(self.one.cli("get", item, "-o", self.files / "copia-registrada.txt", json_too=False).code, 0)
        self.one.must("trash", item)
        acts = [(entry["kind"], entry["name"]) for entry in self.one.must("activity", "--contains", "registrada.txt")["items"]]
        self.assertEqual(acts, [("item.trashed", "registrada.txt"), ("document.exported", "registrada.txt"), ("document.added", "registrada.txt")])
        self.assertEqual({entry["kind"] for entry in self.one.must("activity", "--kind", "document.")["items"]} & {"item.trashed"}, set())
        self.assertEqual(self.one.must("activity", "--until", "2020-01-01")["items"], [])
        self.assertEqual(self.one.cli("activity", "--since", "ayer").code, 64)
        month = self.one.must("stats")["items"][-1]["kinds"]
        self.assertGreaterEqual(month["document.exported"], 1)
        folder = self.files / "registro"
        self.one.must("activity", "export", folder)
        self.assertEqual(self.one.cli("activity", "export", folder).error["code"], "CAR-CLI-003")
        lines = (folder / "activity.jsonl").read_bytes().splitlines()
        # The chain of one log, computed here from its definition alone.
        heads = {}
        for line in lines:
            record = json.loads(line)
            log = record["log"]
            before = heads.get(log, hashlib.sha256(b"\x01" + log.encode()).digest())
            self.assertEqual(record["prev"], base64.urlsafe_b64encode(before).decode().rstrip("="))
            heads[log] = hashlib.sha256(b"\0" + line).digest()
        self.assertEqual(len((folder / "activity.csv").read_text().splitlines()), len(lines) + 1)
        self.one.must("sync")
        proof = self.one.cli("activity", "verify")
        self.assertEqual((proof.code, proof.json["verdict"]), (0, "intact"), proof) # all of it is anchored
        self.assertEqual(proof.json["anchored"], proof.json["records"])
        self.assertIn(self.one.cli("activity", "verify", folder).code, (0, 2))
        (folder / "activity.jsonl").write_bytes(b"\n".join(lines[:1] + lines[2:]) + b"\n")
        altered = self.one.cli("activity", "verify", folder)
        self.assertEqual((altered.code, altered.json["verdict"], altered.json["faults"][0]["seq"]), (1, "altered", 2), altered)
        self.alone()

    def alone(self):
        """A folder of the record is checked by somebody who has nothing else but the operator's published keys."""
        trust = self.files / "operador.json"
        context = ssl.create_default_context(cafile=self.sandbox.facts["ca"])
        with urllib.request.urlopen(self.sandbox.facts["operator"] + "/carpeta/v1/operator-keys", context=context, timeout=60) as keys:
            trust.write_bytes(keys.read())
        nobody = self.sandbox.profile("nadie", "nadie")
        self.addCleanup(nobody.remove)
        self.put(self.two, "de dos.txt", b"de dos")  # so that it has a record to anchor
        folders = [self.files / "de uno", self.files / "de dos"]
        for profile, folder in zip((self.one, self.two), folders):
            profile.must("sync")
            profile.must("activity", "export", folder)
        whole = nobody.cli("activity", "verify", folders[0], "--trust", trust)
        self.assertEqual((whole.code, whole.json["verdict"], whole.json["anchored"]), (0, "intact", whole.json["records"]), whole)
        self.assertEqual(nobody.cli("activity", "verify", *folders, "--trust", trust).json["faults"], [])  # one history for both
        self.assertEqual(nobody.cli("activity", "verify", folders[0]).json["verdict"], "unanchored")  # whose keys are they?
        for name in ("activity.jsonl", "details.jsonl"):  # the end cut off, in both files
            lines = (folders[0] / name).read_bytes().splitlines(keepends=True)
            (folders[0] / name).write_bytes(b"".join(lines[:-1]))
        cut = nobody.cli("activity", "verify", folders[0], "--trust", trust)
        self.assertEqual((cut.code, cut.json["faults"][0]["reason"]), (1, "missing"), cut)
        checkpoints = (folders[1] / "checkpoints.jsonl").read_bytes().splitlines(keepends=True)
        self.assertGreaterEqual(len(checkpoints), 2)
        (folders[1] / "checkpoints.jsonl").write_bytes(b"".join(checkpoints[1:]))
        beheaded = nobody.cli("activity", "verify", folders[1], "--trust", trust)
        self.assertEqual((beheaded.code, beheaded.json["faults"][0]["log"]), (1, "checkpoints"), beheaded)

    def test_91_an_operator_that_rewrites_what_it_wrote(self):
        self.one.must("sync")
        self.assertEqual(self.one.must("activity", "verify")["verdict"], "intact")
        with sqlite3.connect(self.sandbox.data / "operator.sqlite", timeout=30) as operator:
            operator.execute("DROP TRIGGER activity_stays")
            changed = operator.execute("UPDATE activity SET bytes = replace(bytes, '\"kind\":\"', '\"kind\":\"x'), hash = 'x' || substr(hash, 2)"
                                       " WHERE seq = (SELECT MAX(seq) FROM activity a WHERE a.folder = activity.folder)").rowcount
        self.assertGreater(changed, 0)
        # The next round finds it, though nothing else is new, and says so until somebody looks into it.
        for _ in range(2):
            told = self.one.cli("sync")
            self.assertEqual((told.code, told.json["record_alarm"], told.error["code"]), (1, "altered", "CAR-SVC-060"), told)
        put = self.put(self.one, "otra.txt", b"otra")  # the documents come and go as ever
        self.assertEqual(self.one.cli("sync").json["pending"], 0)
        self.assertIn(put["id"], [item["id"] for item in self.one.must("ls")["items"] if item["state"] == "synced"])
        self.assertEqual(self.one.cli("status").json["record_alarm"], "altered")
        kinds = [entry["kind"] for entry in self.one.must("activity", "--kind", "devices")["items"]]
        self.assertEqual(kinds.count("operator.alarm"), 1, kinds)
        found = self.one.cli("activity", "verify")
        self.assertEqual((found.code, found.json["verdict"], found.json["faults"][0]["log"]), (1, "altered", "op"), found)


if __name__ == "__main__":
    unittest.main(verbosity=2)

# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""Official notifications by the real programs: sealed until opened, opened once however often it is tried, provable by anybody."""
import base64
import hashlib
import json
import os
import random
import re
import sqlite3
import ssl
import subprocess
import time
import unittest
import urllib.request
import zipfile
from pathlib import Path

from support.stage import BUILD, PATIENCE, Sandbox

os.environ.setdefault("CARRIEL_ENTITY_BIN", str(BUILD / "bin/carriel-entity"))
SECRET = "Se concede el subsidio"


class Notifications(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sandbox = Sandbox("small").start()
        cls.addClassCleanup(cls.sandbox.remove)
        cls.user = next(user for user in cls.sandbox.facts["users"] if user["has_folder"])
        cls.one = cls.sandbox.profile("one", cls.user["user"])
        cls.two = cls.sandbox.profile("two", cls.user["user"])
        for profile in (cls.one, cls.two):
            cls.addClassCleanup(profile.remove)
            answer = profile.login()
            assert answer.code == 0, answer

    def inbox(self, profile=None):
        return {item["id"]: item for item in (profile or self.one).must("inbox")["items"]}

    def notification(self, procedure):
        return next(item for item in self.inbox().values() if item["procedure"] == procedure)

    def open(self, profile, number, *words):
        return profile.cli("--browser", profile.browser(), "open", number, "--yes-i-understand", *words)

    def send(self, title, *words):
        home = next(path for path in (self.sandbox.data / "entities").iterdir() if path.name.isdigit() and
                    "subsidio" in (path / "procedures.json").read_text())
        act = self.sandbox.dir / "acto.txt"
        act.write_text("Acto de prueba")
        sent = subprocess.run([os.environ["CARRIEL_ENTITY_BIN"], "--home", str(home), "--json", "send", "--procedure", "subsidio", "--to",
                               self.user["id"], "--title", title, "--act", str(act), "--class", "notification", "--regime", "cpaca-56", *words],
                              check=True, capture_output=True)
        return json.loads(sent.stdout)["id"]

    def stamped(self):
        """The operator's stamp over the opening comes by itself; nobody here trusts its authority yet."""
        until = time.monotonic() + PATIENCE
        while self.notification("subsidio")["proof"] != "unanchored":
            self.assertLess(time.monotonic(), until)
            time.sleep(0.2)

    def without(self, files, name):
        """As somebody would hand it over who gains by leaving that file out."""
        path = self.sandbox.dir / "without.asice"
        with zipfile.ZipFile(path, "w") as container:
            for other, content in files.items():
                if other == "META-INF/ASiCManifest.xml":
                    content = re.sub(rb'<(\w+:)?DataObjectReference [^>]*URI="' + re.escape(name.encode()) + rb'".*?</(\w+:)?DataObjectReference>', b"",
                                     content, flags=re.S)
                    self.assertNotIn(b'"' + name.encode() + b'"', content)
                if other not in (name, "META-INF/timestamp.tst"):
                    container.writestr(other, content)
        return path

    def trust(self):
        path = self.sandbox.dir / "operator-keys.json"
        context = ssl.create_default_context(cafile=self.sandbox.facts["ca"])
        with urllib.request.urlopen(self.sandbox.facts["operator"].rstrip("/") + "/.well-known/carpeta-ciudadana", context=context) as answer:
            api = json.load(answer)["api"]
        with urllib.request.urlopen(api + "/operator-keys", context=context) as answer:
            path.write_bytes(answer.read())
        return path

    def test_01_it_arrives_sealed(self):
        sealed = self.notification("subsidio")
        self.assertEqual((sealed["state"], sealed["proof"], sealed["step"], sealed["here"]), ("Available", "good", "sealed", True), sealed)
        # Nothing but open has its content: lists, search, export.
        self.assertEqual(self.one.must("inbox", "--search", "subsidio")["items"], [])
        self.assertNotIn(SECRET, json.dumps(self.one.must("search", "concede")))
        path = self.sandbox.dir / "sealed.asice"
        self.one.must("evidence", "export", sealed["id"], "-o", path)
        with zipfile.ZipFile(path) as container:
            self.assertNotIn("content.asice", container.namelist())
            for name in container.namelist():
                self.assertNotIn(SECRET.encode(), container.read(name))
        # It proves what it says until its last record, and no more: never as if nothing could have followed.
        checked = self.one.cli("evidence", "verify", path, "--trust", self.trust(), "--trust", self.sandbox.facts["pki"]["chain"])
        self.assertEqual((checked.code, checked.json["verdict"], checked.json["state"]), (2, "unanchored", "Available"), checked)
        self.assertEqual([finding["defect"] for finding in checked.json["findings"] if finding["weight"] != "note"], ["unfinished"], checked)
        self.assertTrue(checked.json["unopened_until"], checked)
        words = self.one.cli("evidence", "verify", path, "--trust", self.trust(), json_too=False).out.decode()
        self.assertIn("Hasta aquí: según esta evidencia no se había abierto el", words)
        self.assertIn("no dice qué pasó después", words)
        self.assertEqual(self.notification("subsidio")["state"], "Available")

    def test_02_what_it_means_is_said_first(self):
        number = self.notification("subsidio")["id"]
        answer = self.one.cli("open", number)
        self.assertEqual((answer.code, answer.error["code"]), (1, "CAR-NTF-009"), answer)
        self.assertEqual(self.notification("subsidio")["state"], "Available")
        words = self.one.cli("open", number, json_too=False)
        self.assertIn("informativo", words.err.decode())
        # The warning is there to its last word: the digest of all of it is signed.
        self.assertIn("no le notifique por medios electrónicos.", words.err.decode())

    def test_025_a_login_that_fails_opens_nothing_and_says_so(self):
        number = self.notification("subsidio")["id"]
        answer = self.one.cli("--browser", "false", "open", number, "--yes-i-understand", json_too=False)
        self.assertEqual(answer.code, 4, answer)  # who it is was to be proven
        self.assertIn("Sigue sellada; no se abrió nada.", answer.err.decode())
        # A receipt was signed for the login to name; it has no effect, and goes to nobody.
        path = self.sandbox.dir / "still-sealed.asice"
        self.one.must("evidence", "export", number, "-o", path)
        with zipfile.ZipFile(path) as container:
            self.assertEqual([name for name in container.namelist() if name.startswith(("receipt", "device", "id_token"))], [])
        self.assertEqual(self.notification("subsidio")["state"], "Available")

    def test_03_it_opens_on_ones_word(self):
        number = self.notification("subsidio")["id"]
        answer = self.open(self.one, number, "-o", self.sandbox.dir / "acto")
        self.assertEqual(answer.code, 0, answer)
        self.assertIn(SECRET, answer.json["text"])
        self.assertEqual(answer.json["state"], "Accessed")
        self.assertTrue(answer.json["evidence"])
        self.assertTrue(answer.json["term"]["informative"])
        self.assertEqual(answer.json["term"]["days"], 10)
        written = [document["file"] for document in answer.json["documents"]]
        self.assertTrue(written and all(open(name, "rb").read(5) == b"%PDF-" for name in written))
        self.assertEqual([item["id"] for item in self.one.must("inbox", "--search", "subsidio")["items"]], [number])
        self.stamped()

    def test_04_another_computer_reads_the_same_access(self):
        number = self.notification("subsidio")["id"]
        before = self.one.must("open", number)["evidence"]
        # It needs no word of hers any more, and none of what opening would mean is said again.
        words = self.two.cli("--browser", self.two.browser(), "open", number, json_too=False)
        self.assertEqual(words.code, 0, words)
        self.assertNotIn("informativo", words.err.decode())
        answer = self.open(self.two, number)
        self.assertEqual(answer.code, 0, answer)
        self.assertEqual(answer.json["evidence"], before)  # no second access

    def test_05_anybody_can_check_the_proof(self):
        number = self.notification("subsidio")["id"]
        path = self.sandbox.dir / "prueba.asice"
        self.one.must("evidence", "export", number, "-o", path)
        with zipfile.ZipFile(path) as container:  # whoever signed what is in it is in it, too
            names = container.namelist()
            header = container.read("consent.jws").split(b".")[0]
            kid = json.loads(base64.urlsafe_b64decode(header + b"=" * (-len(header) % 4)))["kid"]
        self.assertIn("consent-device.jws", names)
        self.assertIn(f"keys/{kid}.pem", names)
        stranger = self.sandbox.profile("stranger", self.user["user"])
        self.addCleanup(stranger.remove)
        self.assertEqual(stranger.cli("evidence", "verify", path).code, 2)
        good = stranger.cli("evidence", "verify", path, "--trust", self.trust())
        found = [finding for finding in good.json["findings"] if finding["weight"] != "note"]
        self.assertLessEqual({finding["defect"] for finding in found}, {"stamp_unanchored"}, good)
        both = stranger.cli("evidence", "verify", path, "--trust", self.trust(), "--trust", self.sandbox.facts["pki"]["chain"])
        self.assertEqual((both.code, both.json["verdict"]), (0, "good"), both)
        # The same key as it lies in the package, and every file taken away in turn with the list written anew.
        with zipfile.ZipFile(path) as container:
            files = {name: container.read(name) for name in container.namelist()}
        own = self.sandbox.dir / "operator.pem"
        signed = json.loads(base64.urlsafe_b64decode(files["directory.jws"].split(b".")[0] + b"=="))["kid"]
        own.write_bytes(files[f"keys/{signed}.pem"])
        known = ("--trust", own, "--trust", self.sandbox.facts["pki"]["chain"])
        self.assertEqual(stranger.cli("evidence", "verify", path, *known).code, 0)
        # What she read lies in it, and is what was signed.
        seal = json.loads(base64.urlsafe_b64decode(files["seal.jws"].split(b".")[1] + b"=="))
        shown = base64.urlsafe_b64encode(hashlib.sha256(files["warning.txt"]).digest()).rstrip(b"=").decode()
        self.assertEqual(shown, seal["open"]["warning"]["sha256"])
        agreed = json.loads(base64.urlsafe_b64decode(files["consent.jws"].split(b".")[1] + b"=="))
        self.assertEqual(base64.urlsafe_b64encode(hashlib.sha256(files["consent.txt"]).digest()).rstrip(b"=").decode(), agreed["text_sha256"])
        for name in files:  # the digests of the words stay
            if name in ("mimetype", "META-INF/ASiCManifest.xml", "META-INF/timestamp.tst", "warning.txt", "consent.txt"):
                continue
            self.assertNotEqual(stranger.cli("evidence", "verify", self.without(files, name), *known).code, 0, name)
        self.assertEqual(good.json["state"], "Accessed")
        self.assertTrue(good.json["content"])
        self.assertFalse(stranger.dir.exists() and any(stranger.dir.iterdir()))  # neither account nor vault
        bytes_ = bytearray(path.read_bytes())
        with zipfile.ZipFile(path) as container:
            place = container.getinfo("receipt.jws").header_offset + 200
        bytes_[place] ^= 1
        path.write_bytes(bytes_)
        spoilt = stranger.cli("evidence", "verify", path)
        self.assertEqual((spoilt.code, spoilt.error["code"]), (1, "CAR-EVD-007"), spoilt)
        self.assertIn("receipt.jws", stranger.cli("evidence", "verify", path, json_too=False).err.decode())
        # One verdict in an answer, and people's numbers as they are written everywhere.
        changed = {**files, "receipt.jws": files["receipt.jws"][:-4] + b"AAAA"}
        words = stranger.cli("evidence", "verify", self.without(changed, "none"), *known, json_too=False)
        told = words.out.decode()
        self.assertEqual(words.code, 1, words)
        self.assertTrue(told.startswith("La evidencia no se sostiene"), told)
        self.assertNotIn("en contra", told)
        self.assertIn("Lo que dice, de lo que nadie se puede fiar:", told)
        self.assertRegex(told, r"\(NIT \d+-\d\)")
        self.assertIn("CC 1020304050", told)
        self.assertNotIn("co:", told)

    def test_06_two_computers_at_once_make_one_access(self):
        number = self.notification("renta")["id"]
        self.inbox(self.two)
        both = [profile.begin("--browser", profile.browser(), "open", number, "--yes-i-understand") for profile in (self.one, self.two)]
        answers = [process.communicate(timeout=300) for process in both]
        self.assertEqual([process.returncode for process in both], [0, 0], answers)
        for profile in (self.one, self.two):
            self.inbox(profile)  # another computer's record comes by the feed
        self.assertEqual(len({profile.must("open", number)["evidence"] for profile in (self.one, self.two)}), 1)

    def test_07_consents_are_given_and_withdrawn(self):
        catalogue = {item["id"]: item for item in self.one.must("procedures")["items"]}
        active = {item["procedure"] for item in self.one.must("consents")["items"] if item["state"] == "active"}
        new = next(number for number, item in catalogue.items() if item["state"] == "notifies" and number not in active)
        self.assertEqual(self.one.cli("subscribe", new).code, 1)
        self.assertEqual(self.one.must("subscribe", new, "--yes")["state"], "active")
        # The other computer has not looked since: it asks before it says what is agreed to.
        agreed = {item["id"]: item["agreed"] for item in self.two.must("procedures")["items"]}
        self.assertTrue(agreed[new], agreed)
        again = self.two.cli("subscribe", new, "--yes", json_too=False).out.decode()
        self.assertIn("ya lo había aceptado", again)
        self.assertNotIn("Usted será notificado", again)
        self.assertEqual(len([item for item in self.one.must("consents")["items"] if item["procedure"] == new]), 1)
        self.assertIn(new, {item["procedure"] for item in self.two.must("consents")["items"] if item["state"] == "active"})
        self.assertEqual(self.one.cli("unsubscribe", new).error["code"], "CAR-CLI-028")
        self.assertIn(new, {item["procedure"] for item in self.one.must("consents")["items"] if item["state"] == "active"})
        self.assertEqual(self.one.must("unsubscribe", new, "--yes")["state"], "withdrawn")
        history = [item for item in self.one.must("consents")["items"] if item["procedure"] == new]
        self.assertTrue(history[0]["given"] and history[0]["withdrawn"])

    def test_08_killed_anywhere_it_is_opened_once(self):
        for _ in range(6):
            self.send("Prueba")
        numbers = [item["id"] for item in self.inbox().values() if item["name"] == "Prueba"]
        self.assertEqual(len(numbers), 6)
        for number in numbers:
            for _ in range(3):
                process = self.one.begin("--browser", self.one.browser(), "open", number, "--yes-i-understand")
                time.sleep(random.uniform(0.3, 2.5))
                process.kill()
                process.communicate()
            answer = self.open(self.one, number)
            self.assertEqual(answer.code, 0, answer)
            item = self.inbox()[number]
            self.assertEqual(item["state"], "Accessed", item)
            self.assertIn(item["proof"], ("good", "unanchored"), item)  # its stamp, by nobody she knows, may still be on the way

    def test_085_an_agreement_nobody_can_check_is_told_and_stops_nothing(self):
        # As an operator would have it that did not keep which computer signed.
        with sqlite3.connect(self.sandbox.data / "operator.sqlite", timeout=30) as operator:
            changed = operator.execute("UPDATE consents SET given = json_remove(given, '$.device') WHERE procedure = 'subsidio'").rowcount
        self.assertGreater(changed, 0)
        number = self.send("Sin equipo")
        three = self.sandbox.profile("three", self.user["user"])
        self.addCleanup(three.remove)
        self.assertEqual(three.login().code, 0)
        item = self.inbox(three)[number]
        self.assertEqual((item["proof"], item["state"]), ("unanchored", "Available"), item)
        self.assertEqual(item["defects"], ["consent_unproven@consent"], item)
        self.assertEqual(self.open(three, number).code, 0)
        path = self.sandbox.dir / "sin-equipo.asice"
        three.must("evidence", "export", number, "-o", path)
        checked = three.cli("evidence", "verify", path, "--trust", self.trust(), "--trust", self.sandbox.facts["pki"]["chain"])
        found = [finding["defect"] for finding in checked.json["findings"] if finding["weight"] != "note"]
        self.assertEqual((checked.code, checked.json["verdict"]), (2, "unanchored"), checked)
        self.assertIn("consent_unproven", found, checked)
        self.assertLessEqual(set(found), {"consent_unproven", "no_stamp"}, checked)  # its stamp may still be on the way

    def test_087_a_certificate_signs_where_the_entity_asks_for_it(self):
        number = self.send("Con certificado", "--signer", "certificate")
        self.assertEqual(self.inbox()[number]["state"], "Available")
        asked = self.one.cli("open", number)
        self.assertEqual((asked.code, asked.error["notification"]["receipt_by"]), (1, "certificate"), asked)
        refused = self.open(self.one, number)
        self.assertEqual((refused.code, refused.error["code"]), (4, "CAR-NTF-017"), refused)
        signers = {one["user"]: one for one in self.sandbox.facts["pki"]["signers"]}

        def by(name):
            return self.one.cli("--browser", self.one.browser(), "open", number, "--yes-i-understand", "--key", "p12:" + signers[name]["p12"],
                                "--pin-env", "PIN", environment={"PIN": signers[name]["password"]})
        other = next(name for name, one in signers.items() if one["owner"] != signers[self.user["user"]]["owner"] and one["state"] == "valid")
        foreign = by(other)
        self.assertEqual((foreign.code, foreign.error["code"]), (1, "CAR-NTF-018"), foreign)
        self.assertEqual(self.inbox()[number]["state"], "Available")
        opened = by(self.user["user"])
        self.assertEqual(opened.code, 0, opened)
        self.assertIn("Acto de prueba", opened.json["text"])
        read = self.open(self.two, number)  # another computer: nothing is signed there
        self.assertEqual(read.code, 0, read)
        path = self.sandbox.dir / "certified.asice"
        for profile in (self.one, self.two):
            profile.must("evidence", "export", number, "-o", path, "--force")
            # As the authority of the stamps, that of the certificate is named by who verifies.
            checked = self.one.cli("evidence", "verify", path, "--trust", self.trust(), "--trust", self.sandbox.facts["pki"]["chain"])
            open_ = {one["defect"] for one in checked.json["findings"] if one["weight"] != "note"}
            self.assertLessEqual(open_, {"no_stamp", "login_unproven"}, checked)  # may still be on the way
            self.assertIn(checked.code, (0, 2), checked)
            alone = self.one.cli("evidence", "verify", path, "--trust", self.trust())
            self.assertEqual(alone.code, 2, alone)
            self.assertIn("signer_unanchored", [one["defect"] for one in alone.json["findings"]], alone)
            with zipfile.ZipFile(path) as container:
                self.assertIn("certs/receipt-1.der", container.namelist())
                container.extractall(self.sandbox.dir / "certified")
            folder = self.sandbox.dir / "certified"
            header = json.loads(base64.urlsafe_b64decode((folder / "receipt.jws").read_text().split(".")[0] + "=="))
            subprocess.run(["openssl", "dgst", "-sha256", "-verify", f"keys/{header['kid']}.pem", "-signature", "receipt.der", "receipt.tbs"],
                           cwd=folder, check=True, capture_output=True)

    def test_088_annexes_are_named_as_an_entity_likes(self):
        names = ["anexo.pdf", "anexo.pdf", "Anexo.pdf", ".oculto", "a" * 200 + ".pdf"]
        files = []
        for number, name in enumerate(names):
            folder = self.sandbox.dir / f"anexos{number}"
            folder.mkdir()
            (folder / name).write_text(f"anexo {number}")
            files += ["--attach", str(folder / name)]
        number = self.send("Con anexos", *files)
        self.assertIn(number, self.inbox())
        out = self.sandbox.dir / "guardados"
        for words in ((), ("--force",)):  # again: over its own and no other
            saved = self.open(self.one, number, "-o", str(out), *words)
            self.assertEqual(saved.code, 0, saved)
            paths = [one["file"] for one in saved.json["documents"]]
            self.assertEqual(len({path.lower() for path in paths}), len(names), paths)
            self.assertEqual([Path(path).read_text() for path in paths], [f"anexo {n}" for n in range(len(names))])
            self.assertEqual(sorted(str(path) for path in out.iterdir()), sorted(paths))  # nothing hidden, nothing elsewhere
        self.assertEqual(self.open(self.one, number, "-o", str(out)).error["code"], "CAR-CLI-003")

    def test_09_without_a_network_nothing_opens(self):
        number = next((item["id"] for item in self.inbox().values() if item["state"] == "Available"), None)
        self.sandbox.stop()
        if number:
            answer = self.open(self.one, number)
            self.assertEqual((answer.code, answer.error["code"]), (1, "CAR-NTF-002"), answer)
        opened = next(item["id"] for item in self.one.must("inbox")["items"] if item["step"] == "opened")
        self.assertEqual(self.one.cli("open", opened).code, 0)  # what is open can be read offline


if __name__ == "__main__":
    unittest.main(verbosity=2)

# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents shared by the real programs: two persons, a company, an entity, and somebody with a link."""
import datetime
import http.cookiejar
import json
import os
import signal
import ssl
import subprocess
import time
import unittest
import urllib.error
import urllib.parse
import urllib.request

from support.silent import SilentServer
from support.stage import BUILD, PATIENCE, Sandbox, sha256, wait_for


class Shares(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sandbox = Sandbox("small").start()
        cls.addClassCleanup(cls.sandbox.remove)
        people = {user["user"]: user for user in cls.sandbox.facts["users"]}
        cls.ana, cls.carlos, cls.firm = (cls.enter(people, name) for name in ("ana", "carlos", "espiga"))
        cls.ids = {name: people[name]["id"] for name in ("ana", "carlos", "espiga")}
        cls.diploma = cls.sandbox.dir / "Diploma.pdf"
        cls.diploma.write_bytes(b"%PDF-1.4\n% un diploma\n%%EOF\n")
        cls.ana.must("put", cls.diploma)
        for one in (cls.carlos, cls.firm):
            assert one.must("share", "findable", "on")["findable"]

    @classmethod
    def enter(cls, people, name):
        profile = cls.sandbox.profile(name, people[name]["user"])
        cls.addClassCleanup(profile.remove)
        answer = profile.login(enrol=not people[name]["has_folder"])
        assert answer.code == 0, answer
        return profile

    def share(self, *words, to="carlos", file="Diploma.pdf", by=None):
        return (by or self.ana).must("share", "create", "--file", file, "--to", self.ids.get(to, to), "--purpose", "Solicitud de crédito", "--again", "--yes", *words)

    @staticmethod
    def of(profile, number):
        return next((item for item in profile.must("share", "list")["items"] if item["id"] == number), None)

    def test_1_a_person_shares_and_another_reads_and_keeps(self):
        found = self.ana.must("share", "find", self.ids["carlos"])
        self.assertEqual((found["kind"], found["id"]), ("person", self.ids["carlos"]))
        made = self.share("--message", "Aquí está", "--expires", "3d")
        self.assertEqual((made["state"], made["defects"], made["documents"][0]["sha256"]), ("offered", [], sha256(self.diploma)), made)
        got = self.of(self.carlos, made["id"])
        self.assertEqual((got["direction"], got["person"], got["purpose"], got["message"], got["defects"]),
                         ("with_me", self.ids["ana"], "Solicitud de crédito", "Aquí está", []), got)
        target = self.sandbox.dir / "de-ana.pdf"
        taken = self.carlos.must("share", "accept", made["id"], "-o", target)
        self.assertEqual((taken["state"], sha256(target)), ("accepted", sha256(self.diploma)))
        self.assertEqual(self.carlos.cli("share", "accept", made["id"], "-o", target).error["code"], "CAR-CLI-003")
        kept = self.carlos.must("share", "accept", made["id"], "--to", "De otros")["copies"]  # accepted once; copied again
        self.assertEqual([item["path"] for item in kept], ["De otros/Diploma.pdf"])
        mine = self.of(self.ana, made["id"])
        self.assertEqual((mine["state"], mine["fetches"], mine["defects"]), ("accepted", 2, []), mine)
        self.assertEqual({reading["by"] for reading in mine["readings"]}, {self.ids["carlos"]})
        kinds = {item["kind"] for item in self.carlos.must("activity")["items"]}
        self.assertIn("share.accept", kinds)
        # The record says what, with whom, and who read it.
        self.ana.must("sync")
        acts = self.ana.must("activity", "--kind", "act.share-fetch")["items"]
        self.assertTrue(acts)
        self.assertEqual({(act["name"], "Carlos" in act["with"]) for act in acts}, {("Diploma.pdf", True)}, acts)
        words = self.ana.cli("activity", "--contains", "Carlos", json_too=False).out.decode()
        for kind in ("decidió compartir «Diploma.pdf»", "u operador", "lo leyó"):  # which confirmed it: at once, or when
            self.assertIn(kind, words)

    def test_2_it_ends_when_the_owner_says_so_and_lasts_longer_if_he_wants(self):
        made = self.share(to="espiga")
        longer = self.ana.must("share", "extend", made["id"], "--expires", "30d")
        self.assertGreater(longer["expires"], made["expires"])
        self.assertEqual(longer["defects"], [])
        self.assertEqual(self.ana.cli("share", "extend", made["id"], "--expires", "1d").error["code"], "CAR-SHR-017")
        self.assertEqual(self.firm.must("share", "accept", made["id"], "-o", self.sandbox.dir / "firma.pdf")["state"], "accepted")
        ended = self.ana.must("share", "revoke", made["id"])
        self.assertEqual((ended["state"], ended["waiting"]), ("revoked", None))
        # An end takes no copy back, and each list says so.
        for words in (("show", made["id"]), ("list",)):
            self.assertIn("lo leyó una vez y conserva lo que abrió", self.ana.cli("share", *words, json_too=False).out.decode())
        # One act is counted once, whoever wrote it down.
        counted = self.ana.must("stats")["items"][-1]["kinds"]
        self.assertNotIn("act.share", counted)
        self.assertNotIn("act.share-revocation", counted)
        self.assertGreaterEqual(counted["share.decided"], 2)
        self.assertEqual(self.of(self.firm, made["id"])["state"], "revoked")
        self.assertEqual(self.ana.cli("share", "extend", made["id"], "--expires", "30d").error["code"], "CAR-SHR-016")
        late = self.firm.cli("share", "accept", made["id"], "-o", self.sandbox.dir / "tarde.pdf")
        self.assertEqual((late.code, late.error["code"]), (1, "CAR-SHR-008"), late)
        # Asking for the copies to be erased is passed on, also after the end; the answer is the other's word, and only that.
        self.assertEqual(self.firm.cli("share", "erased", made["id"]).error["code"], "CAR-SHR-038")
        asked = self.ana.cli("share", "ask-erasure", made["id"], json_too=False)
        self.assertIn("Pedir no es borrar", asked.err.decode())
        self.assertIn("Todavía no hay respuesta", asked.out.decode())
        self.assertTrue(self.of(self.firm, made["id"])["erasure_asked"])
        self.assertIn(f"share erased {made['id']}", self.firm.cli("share", "list", json_too=False).out.decode())
        self.assertEqual(self.firm.cli("share", "kept", made["id"]).code, 64)
        kept = self.firm.must("share", "kept", made["id"], "--message", "La ley nos obliga")
        self.assertEqual((kept["erasure_answer"], kept["kept_because"], kept["defects"]), ("kept", "La ley nos obliga", []))
        mine = self.of(self.ana, made["id"])
        self.assertEqual((mine["erasure_answer"], mine["kept_because"], mine["state"], mine["defects"]), ("kept", "La ley nos obliga", "revoked", []), mine)
        self.assertEqual(self.ana.must("share", "ask-erasure", made["id"])["erasure_answer"], "kept")  # once
        refused = self.share(to="espiga")
        self.assertEqual(self.ana.cli("share", "ask-erasure", refused["id"]).error["code"], "CAR-SHR-037")
        self.assertEqual(self.firm.must("share", "decline", refused["id"])["state"], "declined")
        self.assertEqual(self.of(self.ana, refused["id"])["state"], "declined")

    def test_3_what_was_shown_is_shared_and_a_folder_with_what_is_in_it(self):
        folder = self.sandbox.dir / "Papeles"
        (folder / "dentro").mkdir(parents=True)
        (folder / "uno.txt").write_text("uno")
        (folder / "dentro" / "dos.txt").write_text("dos")
        self.ana.must("put", "--recursive", folder)
        made = self.share(file="Papeles")
        self.assertEqual(sorted(item["name"] for item in made["documents"]), ["Papeles/dentro/dos.txt", "Papeles/uno.txt"])
        follows = self.share("--newest", file="Papeles/uno.txt")
        (folder / "uno.txt").write_text("otra cosa")
        self.ana.must("put", folder / "uno.txt", "--as", "Papeles/uno.txt")
        target = self.sandbox.dir / "papeles de ana"
        self.carlos.must("share", "accept", made["id"], "-o", target)
        self.assertEqual((target / "uno.txt").read_text(), "uno")
        # In the folder: apart from his own, by whom they are from, in the folders that she has them in.
        paths = [copy["path"] for copy in self.carlos.must("share", "accept", made["id"])["copies"]]
        whose = paths[0].split("/")[1]
        self.assertIn("Ana", whose)
        self.assertEqual(sorted(paths), [f"Compartido conmigo/{whose}/Papeles/dentro/dos.txt", f"Compartido conmigo/{whose}/Papeles/uno.txt"])
        self.carlos.must("share", "accept", follows["id"], "-o", self.sandbox.dir / "nuevo.txt")
        self.assertEqual((self.sandbox.dir / "nuevo.txt").read_text(), "otra cosa")

    def test_4_what_is_not_right_is_refused(self):
        nobody = self.ana.cli("share", "create", "--file", "Diploma.pdf", "--to", "co:CC:99999999", "--purpose", "x", "--yes")
        self.assertEqual(nobody.error["code"], "CAR-SHR-001", nobody)
        hidden = self.carlos.cli("share", "find", self.ids["ana"])  # she has not allowed being found
        self.assertEqual(hidden.error["code"], "CAR-SHR-001", hidden)
        self.assertEqual(self.ana.cli("share", "create", "--file", "Diploma.pdf", "--to", self.ids["carlos"], "--purpose", "x", "--expires", "2y").error["code"], "CAR-SHR-011")
        self.ana.must("mkdir", "Vacía")
        self.assertEqual(self.ana.cli("share", "create", "--file", "Vacía", "--to", self.ids["carlos"], "--purpose", "x").error["code"], "CAR-SHR-002")
        self.assertEqual(self.ana.cli("share", "revoke", "no-hay").error["code"], "CAR-SHR-005")
        for typed, code in (("Carlos", "CAR-SHR-018"), ("NIT 899999063-4", "CAR-SHR-019"), (self.ids["ana"], "CAR-SHR-020")):
            self.assertEqual(self.ana.cli("share", "find", typed).error["code"], code, typed)
        spaced = self.ids["carlos"].removeprefix("co:").replace(":", " ")
        self.assertEqual(self.ana.must("share", "find", spaced)["id"], self.ids["carlos"])
        long = self.ana.cli("share", "create", "--file", "Diploma.pdf", "--to", spaced, "--purpose", "x" * 501, "--yes")
        self.assertEqual(long.error["code"], "CAR-SHR-021", long)
        # It is shown first, and shared on one's word.
        before = len(self.ana.must("share", "list")["items"])
        words = ["share", "create", "--file", "Diploma.pdf", "--to", spaced, "--purpose", "x", "--again"]
        self.assertEqual(self.ana.cli(*words).error["code"], "CAR-SHR-022")
        shown = self.ana.cli(*words, json_too=False).err.decode()
        self.assertIn("Diploma.pdf", shown)
        self.assertIn("Carlos", shown)
        self.assertEqual(len(self.ana.must("share", "list")["items"]), before)
        theirs = self.share()
        self.assertEqual(self.carlos.cli("share", "revoke", theirs["id"]).error["code"], "CAR-SHR-023")
        # A document that went into the trash is missed by name.
        self.ana.must("mkdir", "Dos")
        for name in ("a.txt", "b.txt"):
            paper = self.sandbox.dir / name
            paper.write_text(name)
            self.ana.must("put", paper, "--to", "Dos")
        both = self.share(file="Dos")
        gone = next(item["id"] for item in both["documents"] if item["name"].endswith("b.txt"))
        self.ana.must("trash", gone)
        self.assertEqual([item["available"] for item in self.ana.must("share", "show", both["id"])["documents"]],
                         [not item["name"].endswith("b.txt") for item in both["documents"]])
        some = self.carlos.cli("share", "accept", both["id"], "-o", self.sandbox.dir / "dos de ana")
        self.assertEqual((some.code, some.error["code"], some.json["missing"]), (1, "CAR-SHR-024", ["Dos/b.txt"]), some)
        self.assertTrue((self.sandbox.dir / "dos de ana" / "a.txt").exists())

    def test_5_an_entity_reads_within_its_limits(self):
        home = self.sandbox.dir / "entidad"
        config = next(path for path in self.sandbox.data.rglob("*.json") if "public_url" in path.read_text())
        invitation = subprocess.run([str(BUILD / "bin/carriel-operator"), "--config", str(config), "invite", "--entity", "co:NIT:900555111"],
                                    capture_output=True, check=True).stdout

        def entity(*words):
            return subprocess.run([str(BUILD / "bin/carriel-entity"), "--home", str(home), "--json", *[str(word) for word in words]],
                                  capture_output=True, check=False, timeout=120)
        registered = entity("register", "--operator", self.sandbox.facts["operator"], "--ca", self.sandbox.facts["ca"], "--id", "co:NIT:900555111",
                            "--name", "Fondo de Becas", "--invitation", json.loads(invitation)["invitation"])
        self.assertEqual(registered.returncode, 0, registered)
        self.assertEqual(entity("access").returncode, 3)
        made = self.share(to="co:NIT:900555111")
        self.assertEqual(made["kind"], "entity")
        listed = json.loads(entity("access").stdout)["items"]
        self.assertEqual([(item["id"], item["why"]) for item in listed], [(made["id"], None)])
        read = entity("access", made["id"], "--out", self.sandbox.dir / "leidos")
        self.assertEqual(read.returncode, 0, read)
        self.assertEqual(sha256(json.loads(read.stdout)["files"][0]), sha256(self.diploma))
        self.assertEqual([reading["by"] for reading in self.of(self.ana, made["id"])["readings"]], ["co:NIT:900555111"])
        self.ana.must("share", "revoke", made["id"])
        late = entity("access", made["id"], "--out", self.sandbox.dir / "leidos")
        self.assertEqual((late.returncode, json.loads(late.stderr)["code"]), (1, "share_ended"), late)
        self.ana.must("share", "ask-erasure", made["id"])
        self.assertEqual([item["erasure"] for item in json.loads(entity("access").stdout)["items"]], ["asked"])
        said = entity("erasure", made["id"], "erased")
        self.assertEqual((said.returncode, json.loads(said.stdout)["erasure"]), (0, "erased"), said)
        mine = self.of(self.ana, made["id"])
        self.assertEqual((mine["erasure_answer"], mine["defects"]), ("erased", []), mine)

    def test_6_a_link_opens_once_with_its_code(self):
        made = self.share(to="link")
        self.assertEqual((made["kind"], len(made["code"])), ("link", 10))
        context = ssl.create_default_context(cafile=self.sandbox.facts["ca"])

        def browser():
            return urllib.request.build_opener(urllib.request.HTTPSHandler(context=context),
                                               urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

        def enter(opener, code):
            try:
                return opener.open(made["link"], data=urllib.parse.urlencode({"code": code}).encode(), timeout=60).read().decode()
            except urllib.error.HTTPError as error:
                return error.code
        mine, other = browser(), browser()
        self.assertNotIn("crédito", mine.open(made["link"], timeout=60).read().decode())
        self.assertEqual(enter(mine, "NO"), 403)
        page = enter(mine, made["code"].lower())
        self.assertIn("Diploma.pdf", page)
        self.assertEqual(mine.open(made["link"] + "/documents/0", timeout=60).read(), self.diploma.read_bytes())
        self.assertEqual(enter(other, made["code"]), 410)
        mine = self.of(self.ana, made["id"])
        self.assertEqual(([reading["by"] for reading in mine["readings"]], mine["wrong_codes"], mine["defects"]), (["link"], 1, []), mine)
        # A used link is over for everybody else, and says so.
        self.assertIsNotNone(mine["link_opened"])
        shown = self.ana.cli("share", "show", made["id"], json_too=False).out.decode()
        self.assertIn("no abre para nadie más", shown)
        self.assertNotIn(made["code"], shown)
        self.assertEqual(self.ana.cli("share", "extend", made["id"], "--expires", "30d").error["code"], "CAR-SHR-035")

    def test_7_without_a_network_it_waits_and_can_be_cancelled(self):
        before = self.share(to="espiga")
        self.share()  # Carlos' name was seen before
        port = self.sandbox.pause_operator()
        first, second = (self.share() for _ in range(2))
        self.assertEqual((first["state"], second["state"]), ("queued", "queued"))
        self.assertEqual(self.ana.must("share", "revoke", before["id"])["waiting"], "revoke")
        later = self.ana.cli("share", "extend", before["id"], "--expires", "60d")  # what ends is not prolonged
        self.assertEqual(later.error["code"], "CAR-SHR-016", later)
        self.assertEqual(self.ana.must("share", "revoke", second["id"])["state"], "cancelled")
        self.assertEqual(self.ana.must("status")["acts"]["shares"], {"waiting": 2, "returned": 0, "unseen": 0})
        self.sandbox.start(port)
        self.assertEqual(self.ana.must("sync")["acts"]["shares"], {"waiting": 0, "returned": 0, "unseen": 0})  # what was decided goes with the rest
        mine = {item["id"]: item for item in self.ana.must("share", "list")["items"]}
        self.assertEqual((mine[first["id"]]["state"], mine[second["id"]]["state"]), ("offered", "cancelled"))
        self.assertEqual((mine[before["id"]]["state"], mine[before["id"]]["waiting"]), ("revoked", None))
        self.assertIsNone(self.of(self.carlos, second["id"]))
        # A document that the operator does not have yet is shared once it has it.
        late = self.sandbox.dir / "tarde.txt"
        late.write_text("llega después")
        port = self.sandbox.pause_operator()
        self.ana.must("put", late, "--offline")
        waits = self.share(file="tarde.txt")
        self.assertEqual(waits["state"], "queued")
        self.sandbox.start(port)
        self.ana.must("sync")
        self.assertEqual(self.of(self.ana, waits["id"])["state"], "offered")

    def test_7b_nobody_gets_anything_whose_name_was_not_seen(self):
        """The operator takes the connection and says nothing: it is left after seconds, and what was decided comes back with the name."""
        paper = self.sandbox.dir / "Balance.txt"
        paper.write_text("balance")
        self.firm.must("put", paper)
        words = ["share", "create", "--file", "Balance.txt", "--to", self.ids["carlos"], "--purpose", "Sin red", "--yes"]
        port = self.sandbox.pause_operator()
        with SilentServer(port):
            queued = self.firm.must(*words)
            changing = self.firm.must(*words, "--again", "--message", "otra")
            self.assertEqual(self.firm.must("status")["acts"]["shares"], {"waiting": 0, "returned": 0, "unseen": 2})
            self.assertEqual((queued["state"], queued["reason"]), ("queued", "unseen"), queued)
            shown = self.firm.cli("share", "list", json_too=False)
            self.assertIn("no responde", shown.err.decode())
            self.assertIn(queued["id"], shown.out.decode())
        self.sandbox.start(port)
        back = self.of(self.firm, queued["id"])  # who only reads the list sends nothing
        self.assertEqual((back["state"], back["reason"]), ("returned", "unseen"), back)
        self.assertIn("Carlos", back["person_name"])
        self.assertEqual([item for item in self.carlos.must("share", "list")["items"] if item["purpose"] == "Sin red"], [])
        confirm = ["share", "confirm", queued["id"]]
        asked = self.firm.cli(*confirm, json_too=False).err.decode()
        for what in ("Carlos", "Balance.txt", sha256(paper), "Sin red", "Esta versión"):
            self.assertIn(what, asked)
        self.assertEqual(self.firm.cli(*confirm).error["code"], "CAR-SHR-022")
        made = self.firm.must(*confirm, "--yes")
        self.assertEqual((made["state"], made["documents"][0]["sha256"]), ("offered", sha256(paper)))
        self.assertEqual(self.of(self.firm, queued["id"])["state"], "cancelled")
        self.assertIn(f"Con este número no se compartió nada. Lo que usted confirmó tiene el número {made['id']}",
                      self.firm.cli("share", "show", queued["id"], json_too=False).out.decode())
        self.assertEqual(self.firm.cli(*confirm, "--yes").error["code"], "CAR-SHR-033")
        # What is another one since is said at once, with both versions, and shared only if one takes the new one.
        was = sha256(paper)
        paper.write_text("balance del mes")
        self.firm.must("put", paper, "--as", "Balance.txt")
        other = ["share", "confirm", changing["id"], "--again"]
        told = self.firm.cli(*other, "--yes", json_too=False)
        self.assertEqual((told.code, self.of(self.firm, changing["id"])["state"]), (1, "returned"), told)
        for what in (was, sha256(paper), "CAR-SHR-036", "--as-now", "No se compartió nada"):
            self.assertIn(what, told.err.decode())
        taken = self.firm.must(*other, "--as-now", "--yes")
        self.assertEqual((taken["state"], taken["documents"][0]["sha256"]), ("offered", sha256(paper)))
        # What is in the trash is not given, and each list says so; who accepts it then has accepted nothing.
        self.firm.must("trash", "Balance.txt")
        for one, words_of in ((self.firm, "Nadie lo puede leer ahora"), (self.carlos, "Ahora no se puede leer")):
            self.assertIn(words_of, one.cli("share", "show", taken["id"], json_too=False).out.decode())
        gone = self.carlos.cli("share", "accept", taken["id"], "-o", self.sandbox.dir / "botado.txt")
        self.assertEqual((gone.error["code"], self.of(self.firm, taken["id"])["state"]), ("CAR-SHR-013", "offered"), gone)
        self.firm.must("restore", self.firm.must("ls", "--trash")["items"][0]["id"])
        self.firm.must("share", "revoke", taken["id"])
        # The same once more is refused until one says so, and whoever ends one is told of the other.
        self.assertEqual(self.firm.cli(*words).error["code"], "CAR-SHR-032")
        second = self.firm.must(*words, "--again", "--newest")
        newest = self.firm.cli("share", "list", json_too=False).out.decode()
        self.assertEqual(newest.count("Siempre la versión más nueva"), 1, newest)
        paper.write_text("balance corregido")
        told = self.firm.cli("put", paper, "--as", "Balance.txt", json_too=False).err.decode()
        self.assertIn("Carlos", told)
        ended = self.firm.cli("share", "revoke", second["id"])
        self.assertEqual((ended.code, ended.json["state"], ended.error["code"]), (0, "revoked", "CAR-SHR-034"), ended)
        self.assertEqual(self.firm.cli("share", "revoke", made["id"]).err, b"")

    def test_8_what_ends_while_it_is_read_leaves_no_half_a_copy(self):
        large = self.sandbox.dir / "grande.bin"
        large.write_bytes(os.urandom(1 << 20) * 100)
        self.ana.must("put", large)
        made = self.share(file="grande.bin")
        target = self.sandbox.dir / "grande de ana.bin"
        # A slow reader: it stands still while somebody looks whether the reading was told, and while the share ends.
        reading = self.carlos.begin("share", "accept", made["id"], "-o", target)

        def told():
            reading.send_signal(signal.SIGCONT)
            time.sleep(0.05)
            reading.send_signal(signal.SIGSTOP)
            return self.of(self.ana, made["id"])["fetches"] > 0
        self.assertTrue(wait_for(told))
        self.assertEqual(self.ana.must("share", "revoke", made["id"])["state"], "revoked")
        reading.send_signal(signal.SIGCONT)
        _, err = reading.communicate(timeout=PATIENCE)
        self.assertEqual((json.loads(err.decode().strip().splitlines()[-1])["code"], target.exists()), ("CAR-SHR-008", False), err)
        kept = [path for path in self.carlos.dir.rglob("*") if path.is_file() and path.stat().st_size > large.stat().st_size // 2]
        self.assertEqual(kept, [])
        soon = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=20)).strftime("%Y-%m-%dT%H:%M:%SZ")
        brief = self.share("--expires", soon)
        self.assertTrue(wait_for(lambda: self.of(self.carlos, brief["id"])["state"] == "expired"))
        late = self.carlos.cli("share", "accept", brief["id"], "-o", self.sandbox.dir / "vencido.pdf")
        self.assertEqual((late.code, late.error["code"]), (1, "CAR-SHR-008"), late)
        self.assertEqual(self.of(self.ana, brief["id"])["state"], "expired")

    def test_9_sent_several_times_it_is_one(self):
        """The window and commands at once: each sends what waits."""
        self.share()
        port = self.sandbox.pause_operator()
        made = self.share("--message", "una sola vez")
        self.assertEqual(made["state"], "queued")
        self.sandbox.start(port)
        lists = [self.ana.begin("share", "list") for _ in range(4)]
        for one in lists:
            one.communicate(timeout=PATIENCE)
        self.assertEqual(self.of(self.ana, made["id"])["state"], "offered")
        theirs = [item for item in self.carlos.must("share", "list")["items"] if item["message"] == "una sola vez"]
        self.assertEqual([item["id"] for item in theirs], [made["id"]])

    def killed_anywhere_it_is_shared_once(self):  # asked for by its name: the long tests
        cli = str(BUILD / "bin/carriel-cli-with-hooks")
        if not os.path.exists(cli):
            self.skipTest("carriel-cli-with-hooks is not built")

        def die(place, *words):
            died = subprocess.run([cli, *self.ana.command("share", *words)[1:]], env={**self.ana.environment, "CARRIEL_CRASHPOINT": place},
                                  capture_output=True, timeout=PATIENCE, check=False)
            self.assertNotEqual(died.returncode, 0, place)
        for place in ("share.sent", "share.answered", "share.taken"):
            before = {item["id"] for item in self.ana.cli("share", "list").json["items"]}  # alone it begins with none
            die(place, "create", "--file", "Diploma.pdf", "--to", self.ids["carlos"], "--purpose", place, "--again", "--yes")
            after = [item for item in self.ana.must("share", "list")["items"] if item["id"] not in before]
            self.assertEqual([item["state"] for item in after], ["offered"], place)
            theirs = [item for item in self.carlos.must("share", "list")["items"] if item["purpose"] == place]
            self.assertEqual(len(theirs), 1, place)
        ending = after[0]["id"]
        die("share.acted", "revoke", ending)
        self.assertEqual((self.of(self.ana, ending)["state"], self.of(self.ana, ending)["waiting"]), ("revoked", None))


if __name__ == "__main__":
    unittest.main()

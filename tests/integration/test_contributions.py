# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents given to an entity by the real programs: asked for, shown, given once, checked, filed; by link and by file."""
import collections
import http.server
import json
import os
import ssl
import subprocess
import threading
import unittest
import urllib.parse
import urllib.request
import zipfile

from support.keeper import Keeper
from support.silent import SilentServer
from support.stage import BUILD, ROOT, Sandbox, sha256

ASKED = [{"id": "diploma", "title": "Diploma de pregrado", "required": True, "types": ["diploma"]},
         {"id": "anexo", "title": "Otro documento", "required": False}]


class Page(http.server.BaseHTTPRequestHandler):
    """The entity's web page: gives the signed request."""
    content = b""
    asked = 0

    def do_GET(self):
        Page.asked += 1
        self.send_response(200)
        self.send_header("Content-Length", str(len(Page.content)))
        self.end_headers()
        self.wfile.write(Page.content)

    def log_message(self, *words):
        pass


class Broken:
    """The operator's address while its system is broken: every answer is an error. One still logs in."""
    def __init__(self, port, sandbox):
        pki = sandbox.facts["pki"]["dir"]
        self.provider = subprocess.Popen(["node", ROOT / "tools/identity-provider/server.mjs", "--config", sandbox.data / "provider.json"],
                                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert b"ready" in self.provider.stdout.readline()
        outer = self
        self.status, self.asked = 503, 0

        class Answer(http.server.BaseHTTPRequestHandler):
            def answer(self):
                outer.asked += 1
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                self.send_response(outer.status)
                self.send_header("X-Request-Id", self.headers.get("X-Request-Id", ""))
                self.send_header("Content-Length", "0")
                self.send_header("Connection", "close")
                self.end_headers()
            do_GET = do_POST = do_PUT = do_PATCH = do_HEAD = answer

            def log_message(self, *words):
                pass
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", int(port)), Answer)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(f"{pki}/server.pem", f"{pki}/server.key")
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True)

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *problem):
        self.server.shutdown()
        self.server.server_close()
        self.provider.terminate()
        self.provider.wait(60)
        self.provider.stdout.close()


class Contributions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sandbox = Sandbox("small")
        cls.keeper = Keeper(cls.sandbox)
        cls.sandbox.start()
        cls.addClassCleanup(cls.sandbox.remove)
        cls.user = next(user for user in cls.sandbox.facts["users"] if user["has_folder"])
        cls.one = cls.sandbox.profile("one", cls.user["user"])
        cls.addClassCleanup(cls.one.remove)
        assert cls.one.login().code == 0
        cls.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        pki = next(cls.sandbox.data.rglob("server.pem")).parent
        context.load_cert_chain(pki / "server.pem", pki / "server.key")
        cls.server.socket = context.wrap_socket(cls.server.socket, server_side=True)
        threading.Thread(target=cls.server.serve_forever, daemon=True).start()
        cls.addClassCleanup(cls.server.server_close)
        cls.addClassCleanup(cls.server.shutdown)
        cls.origin = f"https://127.0.0.1:{cls.server.server_address[1]}"
        cls.home = cls.sandbox.dir / "entidad"
        cls.register()
        cls.asked = cls.sandbox.dir / "pide.json"
        cls.asked.write_text(json.dumps(ASKED))
        cls.diploma = cls.sandbox.dir / "Diploma.pdf"
        cls.diploma.write_bytes(b"%PDF-1.4\n% un diploma\n%%EOF\n")
        cls.put(cls.diploma)

    @classmethod
    def register(cls):
        procedures = cls.sandbox.dir / "tramites.json"
        procedures.write_text(json.dumps([{"id": "fondo-becas", "title": "Becas", "classes": ["communication"], "regimes": ["comunicacion"]}]))
        config = next(path for path in cls.sandbox.data.rglob("*.json") if "public_url" in path.read_text())
        invitation = subprocess.run([str(BUILD / "bin/carriel-operator"), "--config", str(config), "invite", "--entity", "co:NIT:900555111"],
                                    capture_output=True, check=True).stdout
        answer = cls.entity("register", "--operator", cls.sandbox.facts["operator"], "--ca", cls.sandbox.facts["ca"], "--id", "co:NIT:900555111",
                            "--name", "Fondo de Becas", "--origin", cls.origin, "--procedures", procedures,
                            "--invitation", json.loads(invitation)["invitation"])
        assert answer.returncode == 0, answer

    @classmethod
    def put(cls, path):
        cls.one.must("put", path)
        item = next(item for item in cls.one.must("ls")["items"] if item["name"] == path.name)
        return item["id"]

    @classmethod
    def entity(cls, *words):
        return subprocess.run([str(BUILD / "bin/carriel-entity"), "--home", str(cls.home), "--json", *[str(word) for word in words]],
                              capture_output=True, check=False, timeout=300)

    def must(self, *words):
        answer = self.entity(*words)
        self.assertEqual(answer.returncode, 0, answer)
        return json.loads(answer.stdout)

    def request(self, *words, to=None):
        file = self.sandbox.dir / "solicitud.carpeta-request"
        self.must("request", "--procedure", "fondo-becas", "--title", "Beca de posgrado", "--purpose", "Comprobar su título",
                  "--retention", "Cinco años", "--documents", self.asked, "--out", file, "--to", to or self.user["id"], *words)
        return file

    def give(self, file, *words):
        return self.one.cli("contribute", file, "--with", "diploma=Diploma.pdf", *words)

    def of(self, number):
        return next(item for item in self.one.must("contributions")["items"] if item["id"] == number)

    def test_1_it_is_shown_first_and_given_on_ones_word(self):
        file = self.request("--case", "2026-118", "--holder", "Claudia Rojas")
        answer = self.give(file)
        self.assertEqual((answer.code, answer.error["code"]), (1, "CAR-CTB-009"), answer)
        words = self.one.cli("contribute", file, "--with", "diploma=Diploma.pdf", json_too=False).err.decode()
        for said in ("Fondo de Becas", "Comprobar su título", "2026-118", "Cinco años", sha256(self.diploma)):
            self.assertIn(said, words)
        self.assertEqual(self.one.must("contributions")["items"], [])

        given = self.give(file, "--yes")
        self.assertEqual(given.code, 0, given)
        self.assertEqual((given.json["state"], given.json["defects"]), ("submitted", []), given)
        number = given.json["id"]
        # This computer wrote it down as it was done; the operator's own entry comes with the next sync, not later.
        acts = self.one.must("activity", "--kind", "given")["items"]
        self.assertEqual([(act["kind"], act["name"], act["with"]) for act in acts], [("document.given", "Diploma.pdf", "Fondo de Becas")])
        self.assertEqual(self.one.cli("activity", "verify").code, 2)
        self.one.must("sync")
        kinds = {act["kind"] for act in self.one.must("activity", "--kind", "given")["items"]}
        self.assertIn("act.contribution", kinds)
        whole = self.one.cli("activity", "verify")
        self.assertEqual((whole.code, whole.json["behind"]), (0, 0), whole)
        self.assertEqual({log["log"].split(":")[0] for log in whole.json["logs"]}, {"dev", "op"})
        # The request is answered once, and the first answer is named.
        again = self.give(file, "--yes")
        self.assertEqual((again.error["code"], number in again.error["message"]), ("CAR-CTB-012", True), again)

        taken = self.sandbox.dir / "recibidos"
        got = self.must("receive", "--out", taken)["items"]
        self.assertEqual([(item["id"], item["state"]) for item in got], [(number, "good")], got)
        self.assertEqual(sha256(taken / number / "documentos/1-Diploma.pdf"), sha256(self.diploma))
        self.openssl_agrees(taken / number)
        filed = self.must("ack", number)
        self.assertEqual(self.must("ack", number), filed)  # however often: one number
        mine = self.of(number)
        self.assertEqual((mine["state"], mine["filing_number"], mine["defects"]), ("filed", filed["filing_number"], []), mine)
        self.assertGreaterEqual(mine["fetches"], 1)
        two = self.sandbox.profile("two", self.user["user"])
        self.addCleanup(two.remove)
        self.assertEqual(two.login().code, 0)
        there = next(item for item in two.must("contributions")["items"] if item["id"] == number)
        self.assertEqual((there["filing_number"], there["documents"]), (mine["filing_number"], mine["documents"]))

    def openssl_agrees(self, folder):
        done = subprocess.run(["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-noverify", "-in", folder / "META-INF/signature001.p7s",
                               "-content", folder / "META-INF/ASiCManifest001.xml", "-out", os.devnull], capture_output=True, check=False)
        self.assertEqual(done.returncode, 0, done)
        with zipfile.ZipFile(folder / "paquete.asice") as package:
            self.assertIsNone(package.testzip())
            self.assertEqual(package.namelist()[0], "mimetype")
            self.assertIn("indice.xml", package.namelist())

    def test_2_by_the_link_of_the_page_and_back_with_the_code(self):
        Page.content = self.request("--return", self.origin + "/volver").read_bytes()
        link = "carpeta://request?uri=" + urllib.parse.quote(self.origin + "/solicitud", safe="")
        seen = self.sandbox.dir / "visto"
        browser = self.sandbox.dir / "navegador"
        browser.write_text(f'#!/bin/sh\nprintf %s "$1" > "{seen}"\n')
        browser.chmod(0o700)
        given = self.one.cli("--browser", f"'{browser}'", "contribute", link, "--with", "diploma=Diploma.pdf", "--yes")
        self.assertEqual(given.code, 0, given)
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(given.json["return"]).query)
        self.assertEqual(query["contribution"], [given.json["id"]])
        told = self.one.cli("contributions", json_too=False).out.decode()  # without going back there is no filing number
        self.assertIn(query["code"][0], told)
        self.assertIn("Vuelva a la página", told)
        self.must("receive", given.json["id"])
        self.assertEqual(self.entity("ack", given.json["id"]).returncode, 64)
        self.assertEqual(self.entity("ack", given.json["id"], "--code", "otro").returncode, 1)
        self.assertTrue(self.must("ack", given.json["id"], "--code", query["code"][0])["filing_number"])
        self.assertNotIn(query["code"][0], self.one.cli("contributions", json_too=False).out.decode())

    def test_3_what_is_not_right_is_refused(self):
        file = self.request()
        good = file.read_text()
        cases = {"no es una solicitud de una entidad": "no es nada", "no la firmó así como está": good[:-8] + ("AAAAAAAA" if good[-8:] != "AAAAAAAA" else "BBBBBBBB")}
        for why, text in cases.items():  # each in its own plain words
            file.write_text(text)
            answer = self.give(file, "--yes")
            self.assertEqual(answer.error["code"], "CAR-CTB-001", answer)
            self.assertIn(why, answer.error["message"])
        answer = self.give(self.request(to="co:CC:99999999"), "--yes")
        self.assertIn("para otra persona", answer.error["message"])
        mistyped = self.give(file.with_name("solicitu.carpeta-request"), "--yes")
        self.assertTrue(mistyped.error["code"] != "CAR-CTB-001" and "solicitu.carpeta-request" in mistyped.error["message"], mistyped)
        asked = Page.asked
        for link in ("carpeta://request?uri=https%3A%2F%2Fmalo.example%2Fx", "carpeta://request?uri=" + urllib.parse.quote("http://127.0.0.1/x", safe=""),
                     "carpeta://request?uri=a&yes=1", "carpeta://otra?uri=a"):
            self.assertEqual(self.one.cli("contribute", link, "--yes").error["code"], "CAR-CTB-001", link)
        self.assertEqual(Page.asked, asked)  # nothing was fetched
        unfit = self.one.cli("contribute", self.request(), "--with", "Diploma.pdf", "--yes")
        self.assertEqual(unfit.error["code"], "CAR-CTB-003", unfit)  # it serves for the other one alone: it is of no type
        number = self.give(self.request(), "--yes").json["id"]
        self.must("receive", number)
        self.must("reject", number, "--reason", "Falta la firma del rector")
        mine = self.of(number)
        self.assertEqual((mine["state"], mine["reason"], mine["defects"]), ("rejected", "Falta la firma del rector", []))

    def test_4_from_the_catalogue(self):
        made = self.must("request", "--publish", "--procedure", "fondo-becas", "--title", "Beca", "--purpose", "Título", "--retention", "Un año",
                         "--documents", self.asked)
        listed = [(item["id"], item["name"], item["entity_name"]) for item in self.one.must("contributions", "published")["items"]]
        self.assertEqual(listed, [(made["id"], "Beca", "Fondo de Becas")])
        given = self.one.cli("contribute", made["id"], "--with", "diploma=Diploma.pdf", "--yes")
        self.assertEqual((given.code, given.json["state"]), (0, "submitted"), given)
        # It takes several answers: a second of the same person is one that he means.
        again = self.one.cli("contribute", made["id"], "--with", "diploma=Diploma.pdf", "--yes")
        self.assertEqual((again.error["code"], given.json["id"] in again.error["message"]), ("CAR-CTB-014", True), again)
        meant = self.one.must("contribute", made["id"], "--with", "diploma=Diploma.pdf", "--again", "--yes")
        self.assertNotEqual(meant["id"], given.json["id"])

    def test_4_what_is_asked_for_signed_is_given_signed(self):
        asked, file = (self.sandbox.dir / name for name in ("firmado.json", "firmada.carpeta-request"))
        asked.write_text(json.dumps([{"id": "carta", "title": "Carta firmada por usted", "required": True, "signed": True}]))
        words = ["request", "--procedure", "fondo-becas", "--title", "Carta", "--purpose", "Comprobar", "--retention", "Un año", "--out", file, "--to", self.user["id"]]
        self.must(*words, "--documents", asked)
        self.assertIn("Este sirve para «Carta firmada por usted» si lo firma", self.one.cli("contribute", file, json_too=False).err.decode())
        self.assertEqual(self.one.cli("contribute", file, "--with", "carta=Diploma.pdf", "--yes").error["code"], "CAR-CTB-022")
        asked.write_text(json.dumps([{"id": "carta", "title": "Carta", "required": True, "sold_to": "todos"}]))
        self.assertIn(b"sold_to", self.entity(*words, "--documents", asked).stderr)

    def test_4_the_case_of_another(self):
        file = self.sandbox.dir / "ajena.carpeta-request"
        self.must("request", "--procedure", "fondo-becas", "--title", "Beca ajena", "--purpose", "Título", "--retention", "Un año",
                  "--documents", self.asked, "--out", file, "--case", "2026-119", "--holder", "Luis Otro")
        words = ["contribute", file, "--with", "diploma=Diploma.pdf", "--yes"]
        refused = self.one.cli(*words)
        self.assertEqual((refused.error["code"], "Luis Otro" in refused.error["message"]), ("CAR-CTB-015", True), refused)
        self.one.must(*words, "--case-of-another")

    def test_5_what_the_operators_system_does_not_take_waits_and_leaves_evidence(self):
        files = []
        for name in ("uno", "dos"):
            path = self.sandbox.dir / f"{name}.carpeta-request"
            path.write_bytes(self.request().read_bytes())
            files.append(path)
        self.assertEqual(self.give(files[0]).error["code"], "CAR-CTB-009")  # looked at; who the entity is stays known
        port = self.sandbox.pause_operator()
        waits, second = (self.give(file, "--yes") for file in files)  # nobody listens
        self.one.must("contributions", "cancel", second.json["id"])
        self.assertEqual(self.one.cli("contributions", "cancel", second.json["id"]).error["code"], "CAR-CTB-011")
        self.assertEqual((waits.code, waits.json["state"]), (0, "queued"), waits)
        number = waits.json["id"]
        with SilentServer(port):  # takes the connection and says nothing
            silent = self.give(files[1], "--yes")
            self.assertEqual((silent.code, silent.json["state"], silent.json["reason"]), (0, "queued", "offline"), silent)
            self.assertIn(self.one.cli("contribute", "0192f0c4-5a00-7000-8000-0000000000b2", "--yes").error["code"], ("CAR-CLI-035", "CAR-CTB-021"))  # nothing was given, and nothing waits
            self.assertEqual(len([one for one in self.one.must("contributions")["items"] if one["state"] == "queued"]), 2)
        with Broken(port, self.sandbox) as broken:
            for status in (503, 500):
                broken.status = status
                self.assertEqual(self.of(number)["state"], "queued")
            self.assertGreater(broken.asked, 0)
        told = self.of(number)["failures"]
        self.assertIn(told[0]["outcome"], ("unreachable", "no_answer"), told)
        answered = {one["status"]: one for one in told if one["outcome"] == "server_error"}
        self.assertEqual(set(answered), {503, 500}, told)
        for one in answered.values():
            self.assertTrue(one["server_time"] and one["first"] <= one["last"] and one["count"] >= 1, one)
        before = self.sandbox.dir / "falla.asice"
        self.one.must("evidence", "export", number, "-o", before)
        self.sandbox.start(port)

        # What was kept from that day is checked without account and network, and by openssl.
        trust = self.sandbox.dir / "operador.json"
        context = ssl.create_default_context(cafile=self.sandbox.facts["ca"])
        with urllib.request.urlopen(self.sandbox.facts["operator"] + "/carpeta/v1/operator-keys", context=context, timeout=60) as keys:
            trust.write_bytes(keys.read())
        nobody = self.sandbox.profile("nadie", "nadie")
        self.addCleanup(nobody.remove)
        checked = nobody.cli("evidence", "verify", before, "--trust", trust)
        self.assertEqual((checked.code, checked.json["verdict"], checked.json["findings"]), (2, "unanchored", [{"weight": "open", "defect": "unanswered", "where": "failure"},
                                                                                                      {"weight": "note", "defect": "unprotected", "where": "META-INF/timestamp.tst"}]), checked)
        self.assertTrue(checked.json["unanswered_until"])  # it may have been given since
        self.assertEqual((checked.json["id"], checked.json["state"], checked.json["holder"]), (number, "", self.user["id"]))
        self.assertEqual([one["status"] for one in checked.json["failures"] if one["status"]], [one["status"] for one in told if one["status"]])
        self.assertEqual(nobody.cli("evidence", "verify", before).json["verdict"], "unanchored")
        bent = self.sandbox.dir / "otra.asice"
        with zipfile.ZipFile(before) as good, zipfile.ZipFile(bent, "w") as other:
            for name in good.namelist():
                content = good.read(name)
                other.writestr(name, content if name != "failure.jws" else content[:-6] + b"AAAAAA")
        self.assertEqual(nobody.cli("evidence", "verify", bent, "--trust", trust).code, 1)

        # Its network is back: it is given, once, and the evidence of the delay stays beside that of the filing.
        self.assertEqual(self.of(number)["state"], "submitted")
        self.assertEqual(self.of(second.json["id"])["state"], "cancelled")
        self.assertEqual(self.of(silent.json["id"])["state"], "submitted")  # after who asks was checked with the operator's word
        self.assertEqual(self.one.cli("contributions", "cancel", number).error["code"], "CAR-CTB-010")
        self.must("receive", number)
        filed = self.must("ack", number)
        mine = self.of(number)
        self.assertEqual((mine["filing_number"], mine["failures"]), (filed["filing_number"], told))
        after = self.sandbox.dir / "radicado.asice"
        self.one.must("evidence", "export", number, "-o", after)
        whole = nobody.cli("evidence", "verify", after, "--trust", trust)
        self.assertEqual((whole.code, whole.json["state"], whole.json["filing_number"]), (0, "Filed", filed["filing_number"]), whole)
        self.assertEqual(len(whole.json["failures"]), len(told))

    def killed_anywhere_it_is_given_once(self):  # asked for by its name: the long tests
        cli = str(BUILD / "bin/carriel-cli-with-hooks")
        if not os.path.exists(cli):
            self.skipTest("carriel-cli-with-hooks is not built")
        made = []

        def settled(before, what):
            after = [item for item in self.one.must("contributions")["items"] if item["id"] not in before]
            self.assertEqual([item["state"] for item in after], ["submitted"], what)
            made.append(after[0]["id"])

        def known():
            return {item["id"] for item in self.one.must("contributions")["items"]}
        for how in ("client", "operator"):
            for place in ("contribution.uploaded", "contribution.sent", "contribution.answered", "contribution.taken"):
                command = [cli, *self.one.command("contribute", self.request(), "--with", "diploma=Diploma.pdf", "--yes")[1:]]
                before = known()
                stop = {"CARRIEL_CRASHPOINT" if how == "client" else "CARRIEL_CRASHPOINT_HOLD": place}
                process = subprocess.Popen(command, env={**self.one.environment, **stop}, stdin=subprocess.DEVNULL,
                                           stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                if how == "operator":
                    self.assertTrue(self.keeper.restart_at(process), place)
                process.communicate(timeout=300)
                self.assertTrue(how == "operator" or process.returncode != 0, place)
                settled(before, (how, place))
        for times in range(1, 5):  # what waited for a network is sent by so many programs at once
            file = self.request()
            self.give(file)  # looked at; who the entity is stays known
            before = known()
            port = self.sandbox.pause_operator()
            self.assertEqual(self.give(file, "--yes").json["state"], "queued")
            self.sandbox.start(port)
            for one in [self.one.begin("contributions") for _ in range(times)]:
                one.communicate(timeout=300)
            settled(before, times)
        waiting = self.must("receive")["items"]
        self.assertEqual(sorted(item["id"] for item in waiting), sorted(made))
        for times, number in enumerate(made, 1):  # the entity's program, too: one to four of it at once
            command = [str(BUILD / "bin/carriel-entity"), "--home", str(self.home), "--json", "ack", number]
            acks = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(times % 4 + 1)]
            for one in acks:
                one.communicate(timeout=300)
            filed = self.must("ack", number)["filing_number"]
            self.assertEqual(self.of(number)["filing_number"], filed)
        numbers = [self.of(number)["filing_number"] for number in made]
        self.assertEqual(len(set(numbers)), len(made))
        effects = collections.Counter((effect["kind"], effect["subject"]) for effect in self.keeper.effects())
        self.assertEqual({(kind, number): effects[kind, number] for number in made for kind in ("contribution", "filing")},
                         {(kind, number): 1 for number in made for kind in ("contribution", "filing")})
        print(f"\n  {len(made)} contributions, {self.keeper.killed} ends of the operator, {len(set(numbers))} filing numbers")


if __name__ == "__main__":
    unittest.main(verbosity=2)

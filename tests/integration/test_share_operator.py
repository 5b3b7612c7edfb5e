# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shares at the real operator, spoken to by nobody's code but this file and openssl: what is taken, refused, told and cut off.
What the operator answers is judged by the published schemas."""
import base64
import hashlib
import http.client
import json
import os
import shutil
import ssl
import subprocess
import tempfile
import threading
import time
import unittest
import uuid
from pathlib import Path

from support.stage import BUILD, ROOT

ANA, LUIS = "co:CC:1020304050", "co:CC:79500100"
LARGE = 48 << 20


def b64u(raw):
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def digest(text):
    return b64u(hashlib.sha256(text if isinstance(text, bytes) else text.encode()).digest())


class Key:
    """A P-256 key, by openssl."""

    def __init__(self, folder):
        self.file = folder / f"{uuid.uuid4().hex}.pem"
        subprocess.run(["openssl", "ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", self.file], check=True, capture_output=True)
        point = subprocess.run(["openssl", "ec", "-in", self.file, "-pubout", "-outform", "DER"], check=True, capture_output=True).stdout[-64:]
        self.jwk = {"kty": "EC", "crv": "P-256", "x": b64u(point[:32]), "y": b64u(point[32:])}

    def sign(self, typ, payload, kid=None):
        header = {"alg": "ES256", "typ": typ, "kid": kid or thumbprint(self.jwk)}
        text = ".".join(b64u(json.dumps(part).encode()) for part in (header, payload))
        der = subprocess.run(["openssl", "dgst", "-sha256", "-sign", self.file], input=text.encode(), check=True, capture_output=True).stdout
        numbers, at = [], 2
        for _ in range(2):
            size = der[at + 1]
            numbers.append(int.from_bytes(der[at + 2:at + 2 + size], "big").to_bytes(32, "big"))
            at += 2 + size
        return f"{text}.{b64u(b''.join(numbers))}"


def thumbprint(jwk):
    return digest(json.dumps({name: jwk[name] for name in sorted(jwk) if name in ("crv", "kty", "x", "y")}, separators=(",", ":")))


class Device:
    def __init__(self, stage, folder, person):
        self.stage, self.folder, self.person, self.id = stage, folder, person, uuid.uuid4().hex
        self.key, r = Key(stage.dir), os.urandom(32)
        encrypt = {"kty": "OKP", "crv": "X25519", "x": b64u(os.urandom(32))}
        claims = {"iss": "https://127.0.0.1:1", "sub": person, "acr": "urn:carpeta:loa:high", "auth_time": now(), "iat": now(), "exp": now() + 3600,
                  "nonce": digest(r + thumbprint(self.key.jwk).encode() + thumbprint(encrypt).encode())}
        self.token = stage.issuer.sign("at+jwt", {**claims, "aud": "https://operador.prueba/carpeta/v1", "scope": "openid folder acts"}, "idp-1")
        proof = stage.issuer.sign("JWT", {**claims, "aud": "carriel-desktop"}, "idp-1")
        bound = self.tell("PUT", f"/devices/{self.id}", {"name": "equipo", "ds": self.key.jwk, "de": encrypt, "binding": {"r": b64u(r), "id_token": proof}})
        assert bound[0] == 201, bound

    def tell(self, method, path, body, key=None):
        return self.stage.call(method, f"/folders/{self.folder}{path}", self.token, json.dumps(body),
                               {"Content-Type": "application/json", "Idempotency-Key": f'"{key or uuid.uuid4().hex}"', "If-None-Match": "*"})

    def get(self, path, **headers):
        return self.stage.call("GET", f"/folders/{self.folder}{path}", self.token, headers=headers)


def now():
    return int(time.time())


class ShareOperator(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.dir = Path(tempfile.mkdtemp(prefix="carriel shares "))
        cls.addClassCleanup(shutil.rmtree, cls.dir, True)
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", cls.dir / "key.pem", "-out", cls.dir / "cert.pem", "-days", "2",
                        "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"], check=True, capture_output=True)
        cls.issuer = Key(cls.dir)
        (cls.dir / "jwks.json").write_text(json.dumps({"keys": [{**cls.issuer.jwk, "kid": "idp-1", "use": "sig", "alg": "ES256"}]}))
        (cls.dir / "operator.json").write_text(json.dumps({
            "listen": "127.0.0.1", "port": 0, "tls": {"cert": "cert.pem", "key": "key.pem"}, "database": str(cls.dir / "operator.sqlite"), "blobs": "blobs",
            "keys": "keys", "issuer": "https://127.0.0.1:1", "issuer_jwks_file": "jwks.json", "client_id": "carriel-desktop",
            "audience": "https://operador.prueba/carpeta/v1", "log": "access.log", "limits": {"requests_per_s": 1000000}}))
        (cls.dir / "seed.json").write_text(json.dumps({"folders": [
            {"id": "carpeta-ana", "holder": {"id": ANA, "name": "Ana María Pérez"}}, {"id": "carpeta-luis", "holder": {"id": LUIS, "name": "Luis Mora Ruiz"}}]}))
        cls.trust = ssl.create_default_context(cafile=str(cls.dir / "cert.pem"))
        cls.start()
        cls.stop()
        subprocess.run([*cls.command(), "seed", "--from", cls.dir], check=True, capture_output=True)
        cls.start()
        cls.addClassCleanup(lambda: cls.stop())
        cls.ana, cls.luis = Device(cls, "carpeta-ana", ANA), Device(cls, "carpeta-luis", LUIS)
        cls.answers = []

    @classmethod
    def command(cls):
        return [str(BUILD / "bin/carriel-operator"), "--config", str(cls.dir / "operator.json")]

    @classmethod
    def start(cls):
        cls.process = subprocess.Popen(cls.command(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        cls.port = int(json.loads(cls.process.stdout.readline())["url"].rsplit(":", 1)[1])

    @classmethod
    def stop(cls):
        cls.process.kill()
        cls.process.communicate()

    @classmethod
    def connect(cls):
        return http.client.HTTPSConnection("127.0.0.1", cls.port, context=cls.trust, timeout=120)

    @classmethod
    def call(cls, method, path, token=None, body=None, headers=None):
        """status, body (JSON where it is), headers"""
        connection = cls.connect()
        connection.request(method, "/carpeta/v1" + path, body=body if body is not None or method == "GET" else "",
                           headers={**(headers or {}), **({"Authorization": f"Bearer {token}"} if token else {})})
        reply = connection.getresponse()
        raw = reply.read()
        connection.close()
        return reply.status, json.loads(raw) if "json" in (reply.getheader("Content-Type") or "") else raw, reply.headers

    def keep(self, schema, reply):
        self.answers.append((schema, reply[1]))
        return reply

    def document(self, content):
        whole = base64.b64encode(hashlib.sha256(content).digest()).decode()
        status, made, headers = self.call("POST", "/folders/carpeta-ana/uploads", self.ana.token, headers={
            "Idempotency-Key": f'"{uuid.uuid4().hex}"', "Upload-Complete": "?0", "Upload-Length": str(len(content)), "Repr-Digest": f"sha-256=:{whole}:"})
        for at in range(0, len(content) if status == 201 else 0, 8 << 20):
            part = content[at:at + (8 << 20)]
            made = self.call("PATCH", headers["Location"].removeprefix("/carpeta/v1"), self.ana.token, part, {
                "Upload-Offset": str(at), "Upload-Complete": "?1" if at + len(part) == len(content) else "?0", "Content-Type": "application/partial-upload",
                "Content-Digest": f"sha-256=:{base64.b64encode(hashlib.sha256(part).digest()).decode()}:"})[1]
        item = uuid.uuid4().hex
        put = self.ana.tell("PUT", f"/items/{item}", {"type": "document", "parent": "root", "name": item + ".pdf", "blob": made["blob"]["id"], "sha256": whole,
                                                      "media_type": "application/pdf"})
        self.assertEqual(put[0], 201, put)
        return {"item": item, "version": put[1]["head"]["version"], "follow": False, "name": item + ".pdf", "media_type": "application/pdf",
                "size": len(content), "sha256": digest(content)}

    def change(self, document, what, body):
        path = f"/folders/carpeta-ana/items/{document['item']}"
        made = self.call("POST", f"{path}/{what}", self.ana.token, json.dumps(body), {
            "Content-Type": "application/json", "Idempotency-Key": f'"{uuid.uuid4().hex}"',
            "If-Match": self.call("GET", path, self.ana.token)[2]["ETag"]})
        self.assertIn(made[0], (200, 201), made)

    def grant(self, documents, **changes):
        number = uuid.uuid4().hex
        payload = {"v": 1, "id": number, "iss": ANA, "sub": LUIS, "custody": "open", "rights": "copy", "purpose": "Solicitud de crédito", "message": "",
                   "iat": now(), "exp": now() + 7 * 86400, "code_sha256": None, "documents": documents, **changes}
        if payload["sub"] is None:
            payload["code_sha256"] = digest(payload["id"] + ".ABCDE01234")
        return number, self.ana.key.sign("carpeta-grant+json", payload)

    def offer(self, number, grant, key=None):
        return self.ana.tell("PUT", f"/shares/{number}", {"statement": grant, "device": self.ana.id}, key)

    def shared(self, *documents, **changes):
        number, grant = self.grant(list(documents), **changes)
        made = self.offer(number, grant)
        self.assertEqual(made[0], 201, made)
        payload = grant.split(".")[1]
        self.answers.append(("ShareGrant", json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))))
        return number, grant

    def answer(self, number, grant, answer="accepted"):
        said = {"v": 1, "id": number, "sub": LUIS, "iat": now(), "grant_sha256": digest(grant), "answer": answer}
        return self.luis.tell("PUT", f"/received/{number}/answer",
                              {"statement": self.luis.key.sign("carpeta-share-answer+json", said), "device": self.luis.id})

    def extend(self, number, grant, until):
        said = {"v": 1, "id": number, "sub": ANA, "iat": now(), "grant_sha256": digest(grant), "exp": until}
        return self.ana.tell("POST", f"/shares/{number}/extension",
                             {"statement": self.ana.key.sign("carpeta-share-extension+json", said), "device": self.ana.id})

    def revoke(self, number, key=None):
        return self.ana.tell("POST", f"/shares/{number}/revocation", {}, key)

    def take(self, number, document=0, **headers):
        return self.luis.get(f"/received/{number}/documents/{document}", **headers)

    def events(self, number):
        share, before, names = self.ana.get(f"/shares/{number}")[1], None, []
        for seq, record in enumerate(share["evidence"], 1):  # one chain
            payload = json.loads(base64.urlsafe_b64decode(record["jws"].split(".")[1] + "=="))
            self.assertEqual((payload["seq"], payload.get("prev"), payload["txn"]), (seq, before, number))
            before = digest(record["jws"])
            names.append(next(iter(payload["events"])).rsplit(":", 1)[1])
        return names

    def test_1_people_are_found_only_if_they_allow_it(self):
        hidden, nobody = self.ana.get(f"/recipients?id={LUIS}"), self.ana.get("/recipients?id=co:CC:9")
        self.assertEqual((hidden[0], hidden[1]["code"], hidden[1]["user_message"]), (404, "recipient_unknown", nobody[1]["user_message"]))
        number, grant = self.grant([self.document(b"uno")])
        self.assertEqual(self.offer(number, grant)[1]["code"], "recipient_unknown")
        self.keep("DirectoryListing", self.luis.tell("PUT", "/directory", {"findable": True}))
        self.assertEqual(self.keep("Recipient", self.ana.get(f"/recipients?id={LUIS}"))[1], {"id": LUIS, "kind": "person", "name": "Luis M. R.", "key": None})
        told = [json.loads(base64.urlsafe_b64decode(one["bytes"] + "==")) for one in self.luis.get("/activity")[1]["records"]]
        self.assertIn(("directory.found", ANA), [(one["kind"], one.get("actor")) for one in told])

    def test_2_is_shared_once_read_and_ended(self):
        document, key = self.document(b"un diploma"), uuid.uuid4().hex
        number, grant = self.grant([document])
        first = self.keep("Share", self.offer(number, grant, key))
        self.assertEqual((first[0], first[1]["state"]), (201, "Offered"), first)
        for _ in range(3):
            self.assertEqual(self.offer(number, grant, key)[1], first[1])
        self.assertEqual(self.offer(number, grant)[1]["code"], "already_exists")
        self.assertEqual(self.keep("Problem", self.take(number))[1]["code"], "share_not_accepted")
        self.assertEqual(self.keep("ReceivedShare", self.answer(number, grant))[1]["state"], "Accepted")
        self.assertEqual(self.take(number)[1], b"un diploma")
        self.assertEqual(self.take(number, Range="bytes=3-")[:2], (206, b"diploma"))
        self.assertEqual(self.extend(number, grant, now() + 86400)[1]["reason"], "dates")
        self.assertEqual(self.extend(number, grant, now() + 30 * 86400)[0], 200)
        self.stop()
        type(self).start()
        self.assertEqual(self.offer(number, grant, key)[1], first[1])
        ended = self.revoke(number, key + "x")
        self.assertEqual((ended[1]["state"], self.revoke(number, key + "x")[1]), ("Revoked", ended[1]))
        self.assertEqual(self.keep("Problem", self.take(number))[1]["code"], "share_ended")
        self.assertEqual(self.events(number), ["ShareOffered", "ShareAccepted", "ShareFetched", "ShareFetched", "ShareExtended", "ShareRevoked"])
        self.keep("Share", self.ana.get(f"/shares/{number}"))
        self.assertEqual((self.ana.get(f"/received/{number}")[0], self.luis.get(f"/shares/{number}")[0]), (404, 404))
        refused, grant = self.shared(document)
        self.assertEqual((self.answer(refused, grant, "declined")[1]["state"], self.take(refused)[1]["code"]), ("Declined", "share_ended"))

    def test_3_what_is_not_right_is_refused(self):
        document = self.document(b"lo que vio")
        cases = [({"sub": ANA}, "share_invalid", "recipient"), ({"sub": "co:CC:9"}, "recipient_unknown", None), ({"iss": LUIS}, "statement_invalid", "sub"),
                 ({"id": "otro"}, "statement_invalid", "id"), ({"custody": "private"}, "share_invalid", "manifest"), ({"purpose": " "}, "share_invalid", "purpose"),
                 ({"exp": now() - 1}, "share_invalid", "dates"), ({"exp": now() + 500 * 86400}, "share_invalid", "dates"),
                 ({"code_sha256": digest("x")}, "share_invalid", "code"), ({"documents": []}, "share_invalid", "documents"),
                 ({"documents": [document, document]}, "share_invalid", "documents"), ({"documents": [{**document, "sha256": digest("x")}]}, "share_invalid", "version"),
                 ({"documents": [{**document, "version": "otra"}]}, "share_invalid", "version"), ({"documents": [{**document, "item": "nada"}]}, "not_found", None)]
        for changes, code, reason in cases:
            number, grant = self.grant(**{"documents": [document], **changes})
            answer = self.offer(number, grant)
            self.assertEqual((answer[1].get("code"), answer[1].get("reason")), (code, reason), changes)
            self.assertEqual(self.ana.get(f"/shares/{number}")[0], 404)
        number, grant = self.grant([document])
        self.assertEqual(self.offer(number, grant[:-8] + ("A" * 8 if grant[-8:] != "A" * 8 else "B" * 8))[1]["reason"], "signature")

    def test_4_the_version_is_pinned_unless_it_follows(self):
        pinned, follows = self.document(b"primera"), self.document(b"uno")
        number, grant = self.shared(pinned, {**follows, "follow": True})
        self.answer(number, grant)
        fresh = self.document(b"segunda")
        blob = self.ana.get(f"/items/{fresh['item']}")[1]["head"]
        for document in (pinned, follows):
            self.change(document, "versions", {"blob": blob["blob"], "sha256": blob["sha256"], "media_type": "application/pdf"})
        self.assertEqual((self.take(number, 0)[1], self.take(number, 1)[1]), (b"primera", b"segunda"))
        self.change(pinned, "trash", {})
        self.assertEqual(self.take(number, 0)[1]["code"], "document_withdrawn")
        self.assertFalse(self.luis.get(f"/received/{number}")[1]["documents"][0]["available"])

    def begin(self, number):
        """A reading under way: its answer, with the first bytes taken."""
        connection = self.connect()
        self.addCleanup(connection.close)
        connection.request("GET", f"/carpeta/v1/folders/carpeta-luis/received/{number}/documents/0", headers={"Authorization": f"Bearer {self.luis.token}"})
        reply = connection.getresponse()
        return reply, len(reply.read(16384))

    @staticmethod
    def some(reply, most):
        try:
            return len(reply.read(most))
        except (http.client.IncompleteRead, ssl.SSLError, ConnectionError):
            return 0

    def rest(self, reply):
        got = 0
        while piece := self.some(reply, 65536):
            got += piece
        return got

    def test_5_a_download_under_way_is_cut_off(self):
        document = self.document(os.urandom(1 << 20) * (LARGE >> 20))
        number, grant = self.shared(document)
        self.answer(number, grant)
        reply, got = self.begin(number)
        self.assertEqual(self.revoke(number)[0], 200)
        self.assertLess(got + self.rest(reply), LARGE)
        # The same when its time comes. Where it came before the reading began, or the operator gave us up, again with more of it.
        for seconds in (15, 30, 60):
            end, step = now() + seconds, LARGE // seconds // 6
            number, grant = self.shared(document, exp=end)
            self.answer(number, grant)
            reply, got = self.begin(number)
            alive = reply.status == 200
            while alive and now() <= end:
                time.sleep(0.2)
                piece = self.some(reply, step)
                got, alive = got + piece, piece > 0
            if alive:
                self.assertLess(got + self.rest(reply), LARGE)
                self.assertEqual(self.luis.get(f"/received/{number}")[1]["state"], "Expired")
                return
        self.fail("no reading lasted until the end")

    def test_5_a_revocation_races_readings(self):
        for _ in range(4):
            number, grant = self.shared(self.document(os.urandom(5000)))
            self.answer(number, grant)
            given = []

            def read():
                for _ in range(5):
                    try:
                        given.append(self.take(number)[0])
                    except http.client.IncompleteRead:  # begun before the end, told, and cut off
                        given.append(0)
            readers = [threading.Thread(target=read) for _ in range(4)]
            for reader in readers:
                reader.start()
            self.assertEqual(self.revoke(number)[0], 200)
            self.assertEqual(self.take(number)[1]["code"], "share_ended")  # answered: nothing begins any more
            for reader in readers:
                reader.join()
            told = self.events(number)
            self.assertEqual(told[-1], "ShareRevoked")
            self.assertGreaterEqual(told.count("ShareFetched"), given.count(200))  # none was given that is not told
            self.assertEqual(set(given) - {200, 410, 0}, set())

    def test_6_a_link_wants_its_code_once(self):
        number, _ = self.shared(self.document(b"por enlace"), sub=None)
        self.assertTrue(self.keep("Share", self.ana.get(f"/shares/{number}"))[1]["link"].endswith(f"/links/{number}"))
        asks = self.call("GET", f"/links/{number}")
        self.assertNotIn("crédito", asks[1].decode())
        self.assertIn("default-src 'none'", asks[2]["Content-Security-Policy"])

        def enter(share, code):
            return self.call("POST", f"/links/{share}", body=f"code={code}", headers={"Content-Type": "application/x-www-form-urlencoded"})
        self.assertEqual(enter(number, "otro")[0], 403)
        opened = enter(number, "abcde-o1234")  # as somebody types it
        self.assertIn(b"documents/0", opened[1])
        cookie = {"Cookie": opened[2]["Set-Cookie"].split(";")[0]}
        self.assertEqual(self.call("GET", f"/links/{number}/documents/0", headers=cookie)[1], b"por enlace")
        self.assertEqual((self.call("GET", f"/links/{number}/documents/0")[0], enter(number, "ABCDE01234")[0]), (404, 410))
        guessed, _ = self.shared(self.document(b"adivinado"), sub=None)
        self.assertEqual([enter(guessed, "no")[0] for _ in range(5)], [403] * 4 + [410])
        self.assertEqual((enter(guessed, "ABCDE01234")[0], self.ana.get(f"/shares/{guessed}")[1]["state"]), (410, "Revoked"))

    def test_7_both_feeds_tell_it(self):
        cursors = [person.get("/items?snapshot=new")[1]["cursor_at_start"] for person in (self.ana, self.luis)]
        number, _ = self.shared(self.document(b"en los dos"))
        for person, cursor, member in ((self.ana, cursors[0], "share"), (self.luis, cursors[1], "received")):
            changes = self.keep("Changes", person.get(f"/changes?since={cursor}"))[1]["changes"]
            self.assertEqual((changes[-1]["kind"], changes[-1][member]["id"]), ("share", number))
        self.keep("ShareList", self.ana.get("/shares?limit=1"))
        self.keep("ReceivedShareList", self.luis.get("/received"))

    def test_8_an_entity_reads_within_its_limits(self):
        home, id_ = self.dir / "entidad", "co:NIT:900555111"

        def entity(*words):
            done = subprocess.run([BUILD / "bin/carriel-entity", "--home", home, "--json", *words], capture_output=True, check=False, timeout=120)
            return done.returncode, json.loads(done.stdout or done.stderr or "{}")
        invited = json.loads(subprocess.run([*self.command(), "invite", "--entity", id_], capture_output=True, check=True).stdout)
        registered = entity("register", "--operator", f"https://127.0.0.1:{self.port}", "--ca", self.dir / "cert.pem", "--id", id_, "--name", "Fondo",
                            "--invitation", invited["invitation"])
        self.assertEqual(registered[0], 0, registered)
        self.assertEqual(entity("access")[0], 3)
        number, _ = self.shared(self.document(b"para la entidad"), sub=id_)
        self.assertEqual([(one["id"], one["state"], one["why"]) for one in entity("access")[1]["items"]], [(number, "Offered", None)])
        code, read = entity("access", number, "--out", self.dir / "leidos")
        self.assertEqual((code, read.get("state")), (0, "Accepted"), read)
        self.assertEqual(Path(read["files"][0]).read_bytes(), b"para la entidad")
        self.revoke(number)
        self.assertEqual(self.events(number), ["ShareOffered", "ShareFetched", "ShareRevoked"])
        self.assertEqual(entity("access", number, "--out", self.dir / "leidos")[1]["code"], "share_ended")

    def test_9_questions_are_bounded_and_answers_are_what_the_schemas_say(self):
        codes = [self.luis.get(f"/recipients?id=co:CC:{number}")[0] for number in range(60)]
        self.assertEqual(codes, [404] * 40 + [429] * 20)
        files = [self.dir / f"{schema}.{at}.json" for at, (schema, _) in enumerate(self.answers)]
        for at, (schema, answer) in enumerate(self.answers):
            (self.dir / f"{schema}.{at}.json").write_text(json.dumps(answer))
        checked = subprocess.run(["node", ROOT / "tests/witnesses/check-protocol.mjs", *files], capture_output=True, check=False)
        self.assertEqual(checked.returncode, 0, checked.stderr.decode())


if __name__ == "__main__":
    unittest.main()

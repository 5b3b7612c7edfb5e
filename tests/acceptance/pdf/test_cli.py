# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""sign, raise and verify as a script calls them: real program, real HTTP, real OpenSSL services."""
import hashlib
import json
import os
import pathlib
import ssl
import subprocess
import tempfile
import unittest

import hostile
from pki import Pki

CLI = pathlib.Path(os.environ["CARRIEL_BUILD"]) / "bin/carriel-cli"
SOFTHSM = pathlib.Path("/usr/lib/softhsm/libsofthsm2.so")


def pdf(content=b"0 0 m 9 9"):
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Contents 4 0 R>>",
               b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content)]
    out, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"xref\n0 5\n0000000000 65535 f \n" + table + b"trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(out)


class Signing(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.dir = pathlib.Path(cls.folder.name)
        cls.pki = Pki(cls.dir / "pki")
        cls.addClassCleanup(cls.pki.server.server_close)
        cls.addClassCleanup(cls.pki.server.shutdown)
        (cls.dir / "contrato.pdf").write_bytes(pdf())

    def run_cli(self, *words, pin="clave", stdin=subprocess.DEVNULL):
        environment = dict(os.environ, PIN=pin, DOCUMENT="abrir", HOME=str(self.dir), XDG_DATA_HOME=str(self.dir / "data"), LC_ALL="C.UTF-8")
        environment.pop("CARRIEL_PASSPHRASE", None)
        done = subprocess.run([CLI, "--profile", self.dir / "profile", "--json", *map(str, words)], cwd=self.dir, env=environment,
                              capture_output=True, stdin=stdin, timeout=300)
        return done.returncode, json.loads(done.stdout) if done.stdout else None, done.stderr.decode()

    def sign(self, out, *more, key="eva", pin="clave", source="contrato.pdf"):
        return self.run_cli("sign", source, "--key", f"p12:{self.pki.dir}/{key}.p12", "--pin-env", "PIN", "-o", out, *more, pin=pin)

    def verify(self, *words):
        code, answer, _ = self.run_cli("verify", *words, "--trust", self.pki.trust)
        return code, answer["items"]

    def verify_code(self, *words):
        return self.run_cli("verify", *words, "--trust", self.pki.trust)[0]

    def test_levels(self):
        for key in ("ana", "eva"):
            for level in ("b", "t", "lt", "lta"):
                out = f"{key}-{level}.pdf"
                code, answer, err = self.sign(out, "--level", level, "--tsa", self.pki.tsa, "--trust", self.pki.trust, key=key)
                self.assertEqual(code, 0, err)
                self.assertEqual(answer["items"][0]["state"], "signed")
                self.assertTrue((self.dir / out).read_bytes().startswith(pdf()))
                code, items = self.verify(out)
                self.assertEqual((code, items[0]["verdict"]), (0, "valid"), items)
                one = items[0]["signatures"][0]
                self.assertEqual((one["indication"], one["sub_indication"], one["signer"], one["level"]),
                                 ("TOTAL-PASSED", None, key, "B-" + level.upper()))
                self.assertEqual(one["certified_time"] is None, level == "b")
                self.assertRegex(one["claimed_time"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
                if level in ("lt", "lta"):
                    self.assertEqual(self.verify(out, "--offline")[0], 0)

    def test_protected(self):
        for name, user, owner in (("dueno", "", "abrir"), ("cerrado", "abrir", "abrir")):
            source = self.dir / f"{name}.pdf"
            subprocess.run(["qpdf", "--object-streams=generate", "--encrypt", user, owner, "256", "--modify=none", "--",
                            self.dir / "contrato.pdf", source], check=True)
            code, answer, _ = self.sign(f"{name}-no.pdf", source=source)
            self.assertEqual((code, answer["items"][0]["error"]["code"]), (4, "CAR-SGN-033") if user else (1, "CAR-SGN-004"))
            self.assertFalse((self.dir / f"{name}-no.pdf").exists())
            code, _, err = self.sign(f"{name}-si.pdf", "--password-env", "DOCUMENT", source=source)
            self.assertEqual(code, 0, err)
            code, items = self.verify(f"{name}-si.pdf", "--password-env", "DOCUMENT")
            self.assertEqual((code, items[0]["verdict"]), (0, "valid"), items)
            code, _, err = self.run_cli("raise", f"{name}-si.pdf", "--password-env", "DOCUMENT", "--tsa", self.pki.tsa, "--trust", self.pki.trust,
                                        "-o", f"{name}-lta.pdf")
            self.assertEqual(code, 0, err)
            code, items = self.verify(f"{name}-lta.pdf", "--offline", "--password-env", "DOCUMENT")
            self.assertEqual((code, items[0]["signatures"][0]["level"]), (0, "B-LTA"), items)
        code, items = self.verify("cerrado-si.pdf")
        self.assertEqual((code, items[0]["verdict"]), (2, "indeterminate"))
        self.assertIn("--password-env", items[0]["explanation"])
        code, items = self.verify("cerrado-si.pdf", "--password-env", "PIN")  # not that one
        self.assertEqual((code, items[0]["findings"]), (2, ["the password is not the right one"]))
        self.assertEqual(self.sign("no.pdf", "--password-env", "PIN", source="cerrado.pdf")[0], 4)
        self.assertEqual(self.verify_code("cerrado-si.pdf", "--password-env", "NO_HAY"), 64)

    def test_raise(self):
        self.assertEqual(self.sign("before.pdf")[0], 0)
        code, _, err = self.run_cli("raise", "before.pdf", "--tsa", self.pki.tsa, "--trust", self.pki.trust, "-o", "after.pdf")
        self.assertEqual(code, 0, err)
        code, items = self.verify("after.pdf", "--offline")
        self.assertEqual((code, items[0]["signatures"][0]["level"]), (0, "B-LTA"), items)

    def test_exit_codes(self):
        self.sign("good.pdf")
        bad = bytearray((self.dir / "good.pdf").read_bytes())
        bad[bad.index(b"0 0 m 9 9") + 8] = ord("8")
        (self.dir / "bad.pdf").write_bytes(bad)
        (self.dir / "nota.txt").write_text("hola")
        (self.dir / "firma.xml").write_text("<ds:Signature/>")
        (self.dir / "caja.asice").write_bytes(b"PK\x03\x04....")
        os.mkfifo(self.dir / "tubo")
        for files, code, verdicts in (
                (["good.pdf"], 0, ["valid"]), (["bad.pdf"], 1, ["altered"]), (["contrato.pdf"], 3, ["none"]), (["nota.txt"], 3, ["none"]),
                (["firma.xml"], 2, ["indeterminate"]), (["caja.asice"], 1, ["unreadable"]), (["good.pdf", "contrato.pdf"], 3, ["valid", "none"]),
                (["contrato.pdf", "firma.xml", "good.pdf"], 2, ["none", "indeterminate", "valid"]),
                (["firma.xml", "bad.pdf"], 1, ["indeterminate", "altered"]),
                # What was not looked at has no verdict, and never looks like one.
                (["no-existe.pdf"], 64, [None]), (["good.pdf", "pki"], 64, ["valid", None]), (["tubo"], 64, [None]),
                (["no-existe.pdf", "bad.pdf"], 1, [None, "altered"])):
            got, items = self.verify(*files)
            self.assertEqual((got, [item["verdict"] for item in items]), (code, verdicts))
        code, answer, _ = self.run_cli("verify", "good.pdf", "--offline")
        self.assertEqual((code, answer["items"][0]["signatures"][0]["sub_indication"]), (2, "NO_CERTIFICATE_CHAIN_FOUND"))
        self.assertEqual(self.run_cli("verify")[0], 64)
        self.assertEqual(self.run_cli("verify", "good.pdf", "--trust", "no-hay")[0], 64)
        self.assertEqual(self.run_cli("verify", "good.pdf", "--trust", "nota.txt")[0], 64)
        (self.dir / "informe.json").write_text("{}")
        self.assertEqual(self.run_cli("verify", "bad.pdf", "--report", "informe.json")[0], 64)
        code, answer, _ = self.run_cli("verify", "good.pdf", "--trust", self.pki.trust, "--report", "no-hay/informe.json")
        self.assertEqual((code, answer["items"][0]["verdict"]), (64, "valid"))  # told although it could not be kept
        self.assertEqual(self.run_cli("verify", "good.pdf", "--at", "ayer")[0], 64)
        self.assertEqual(self.run_cli("sign", "contrato.pdf", "-o", "x.pdf")[0], 64)
        self.assertEqual(self.sign("x.pdf", "--level", "t")[0], 64)
        self.assertFalse((self.dir / "x.pdf").exists())

    def run_text(self, *words):
        environment = dict(os.environ, PIN="clave", HOME=str(self.dir), LC_ALL="C.UTF-8")
        done = subprocess.run([CLI, "--profile", self.dir / "profile", "--lang", "es", *map(str, words)], cwd=self.dir, env=environment,
                              capture_output=True, stdin=subprocess.DEVNULL, timeout=300)
        return done.returncode, done.stdout.decode() + done.stderr.decode()

    def test_revoked(self):
        authority = ("--tsa", self.pki.tsa, "--trust", self.pki.trust)
        for level in ("lt", "lta"):
            for kind in ("pades", "asice", "cades"):
                code, answer, err = self.sign("rita.out", "--level", level, "--format", kind, *authority, key="rita")
                self.assertEqual((code, answer["items"][0]["error"]["code"]), (1, "CAR-SGN-025"), err)
                self.assertFalse((self.dir / "rita.out").exists())
        self.assertEqual(self.sign("rita-b.pdf", key="rita")[0], 0)
        code, answer, _ = self.run_cli("raise", "rita-b.pdf", "--level", "lt", *authority, "-o", "rita-lt.pdf")
        self.assertEqual((code, answer["items"][0]["error"]["code"]), (1, "CAR-SGN-025"))
        code, text = self.run_text("raise", "rita-b.pdf", *authority, "-o", "rita-lt.pdf")
        self.assertIn("El certificado está revocado", text)
        # A list at hand says it without a network; one in PEM among the certificates is taken for what it is.
        lists = self.dir / "listas"
        lists.mkdir()
        self.pki.openssl("crl", "-inform", "DER", "-in", self.pki.list(), "-out", lists / "lista.pem")
        (lists / "ca.pem").write_bytes((self.pki.dir / "ca.pem").read_bytes())
        code, answer, _ = self.sign("rita-l.pdf", "--trust", lists, key="rita")
        self.assertEqual((code, answer["items"][0]["error"]["code"]), (1, "CAR-SGN-025"))
        self.assertEqual(self.run_cli("verify", "rita-b.pdf", "--trust", lists, "--offline")[0], 2)

    def test_broken(self):
        self.sign("whole.pdf")
        whole = (self.dir / "whole.pdf").read_bytes()
        (self.dir / "flip.pdf").write_bytes(whole.replace(b"0 0 m 9 9", b"0 0 m 9 8"))
        code, answer, _ = self.sign("over.pdf", source="flip.pdf")
        kinds = {one["kind"]: one["count"] for one in answer["items"][0]["contains"]}
        self.assertEqual((code, kinds["bad_signature"], kinds["earlier_signature"]), (0, 1, 1))
        # Proofs and timestamps behind a signature are no change that one must look at; a title is.
        for name, data, told in (("lta.pdf", None, []), ("titulo.pdf", hostile.updated(whole, {7: b"<</Title(Otra)>>"}), ["later_change"])):
            if data:
                (self.dir / name).write_bytes(data)
            else:
                self.sign(name, "--level", "lta", "--tsa", self.pki.tsa, "--trust", self.pki.trust)
            code, answer, err = self.sign(f"otra-{name}", source=name)
            self.assertEqual((code, [one["kind"] for one in answer["items"][0]["contains"] if one["kind"] == "later_change"]), (0, told), err)
        code, answer, _ = self.run_cli("raise", "flip.pdf", "--tsa", self.pki.tsa, "--trust", self.pki.trust, "-o", "up.pdf")
        self.assertEqual((code, answer["items"][0]["error"]["code"]), (1, "CAR-SGN-026"))
        (self.dir / "cut.pdf").write_bytes(whole[:-3000])
        code, answer, _ = self.sign("cured.pdf", source="cut.pdf")
        self.assertEqual((code, answer["items"][0]["error"]["code"]), (1, "CAR-SGN-006"))
        self.assertFalse((self.dir / "up.pdf").exists() or (self.dir / "cured.pdf").exists())

    def test_two_of_one_name(self):
        for name in ("d1", "d2", "junto"):
            (self.dir / name).mkdir()
        for name in ("d1", "d2"):
            (self.dir / name / "x.pdf").write_bytes(pdf())
        key = ("--key", f"p12:{self.pki.dir}/eva.p12", "--pin-env", "PIN", "--force")
        for _ in range(2):  # what lay there before may be covered, what this command wrote may not
            code, answer, _ = self.run_cli("sign", "d1/x.pdf", "d2/x.pdf", *key, "-o", "junto")
            self.assertEqual((code, [one["state"] for one in answer["items"]]), (1, ["signed", "error"]))
            self.assertEqual(answer["items"][1]["error"]["code"], "CAR-SGN-027")
        code, answer, _ = self.run_cli("sign", "d1/x.pdf", "d2/x.pdf", *key, "-o", "d2")  # over the other's original
        self.assertEqual((code, [one["state"] for one in answer["items"]]), (1, ["error", "error"]))
        self.assertEqual((self.dir / "d2/x.pdf").read_bytes(), pdf())

    def test_words(self):
        self.sign("palabras.pdf")
        key = ("--key", f"p12:{self.pki.dir}/eva.p12", "--pin-env", "PIN")
        for words, code, said in (
                (("sign", "contrato.pdf", *key, "--level", "t", "-o", "w.pdf"), 64, "Falta --tsa."),
                (("sign", "contrato.pdf", "-o", "w.pdf"), 64, "Falta --key."),
                (("sign", "contrato.pdf", "--key", "remote", "--service", "https://127.0.0.1:9/csc/v2", "-o", "w.pdf"), 1, "Nadie contesta en 127.0.0.1:9."),
                (("sign", "contrato.pdf", *key), 64, "Falta -o."),
                (("sign", "contrato.pdf", "--key", key[1], "--pin-env", "NOPE", "-o", "w.pdf"), 64, "La variable NOPE no existe."),
                (("sign", "contrato.pdf", *key, "--visible", "1,-1,a", "-o", "w.pdf"), 64, "--visible 1,-1,a"),
                (("sign", "contrato.pdf", *key, "--visible", "1,1,1,9,9", "--format", "asice", "-o", "w"), 64, "--visible y --format asice no van juntos."),
                (("sign", "contrato.pdf", "palabras.pdf", *key, "-o", "no-hay"), 64, "no existe."),
                (("sign", "contrato.pdf", "--key", key[1], "-o", "w.pdf"), 64, "Falta --pin-env."),
                (("sign", "contrato.pdf", *key, "-o", "contrato.pdf", "--force"), 1, "ni siquiera con --force"),
                (("sign", "no-hay.pdf", *key, "-o", "w.pdf"), 1, "El equipo dice: "),
                (("sign", "contrato.pdf", *key, "--level", "t", "--tsa", "http://127.0.0.1:9/", "-o", "w.pdf"), 1, "127.0.0.1:9 no dio ninguna que sirva: nadie contesta"),
                (("sign", "contrato.pdf", *key, "--level", "t", "--tsa", self.pki.tsa + "no-hay", "-o", "w.pdf"), 1, "contesta con un error (HTTP 404)"),
                (("verify", "palabras.pdf", "--at", "2020-01-01T00:00:00Z", "--trust", self.pki.trust), 1, "momento para el que se comprobó"),
                (("verify", "palabras.pdf", "--offline"), 2, "El certificado dice eva; no se pudo confirmar."),
                (("verify", "palabras.pdf", "--trust", self.pki.trust), 0, "Nadie certificó esa hora.")):
            got, text = self.run_text(*words)
            self.assertEqual(got, code, text)
            self.assertIn(said, text)
            for strange in ("—", "operador", "expired", "no certificate"):
                self.assertNotIn(strange, text)
        (self.dir / "solo").mkdir()
        self.sign("solo/nota.p7s", "--format", "cades")
        self.assertIn("hace falta el archivo que se firmó", self.run_text("verify", "solo/nota.p7s", "--trust", self.pki.trust)[1])
        # Raised later, it was still signed when it was.
        self.run_cli("raise", "palabras.pdf", "--tsa", self.pki.tsa, "--trust", self.pki.trust, "-o", "palabras-lta.pdf")
        text = self.run_text("verify", "palabras-lta.pdf", "--trust", self.pki.trust)[1]
        self.assertIn("Su equipo dijo", text)
        self.assertIn("prueba que ya existía", text)
        self.assertIn("No tiene firmas", self.run_text("raise", "contrato.pdf", "--level", "t", "--tsa", self.pki.tsa, "-o", "estampa.pdf")[1])

    def test_refusals(self):
        self.assertEqual(self.sign("pin.pdf", pin="mala")[0], 4)
        self.assertFalse((self.dir / "pin.pdf").exists())
        self.assertEqual(self.sign("there.pdf")[0], 0)
        before = (self.dir / "there.pdf").read_bytes()
        code, _, err = self.sign("there.pdf")
        self.assertEqual((code, json.loads(err)["code"]), (1, "CAR-SGN-015"))
        self.assertEqual((self.dir / "there.pdf").read_bytes(), before)
        self.assertEqual(self.sign("there.pdf", "--force")[0], 0)
        self.assertEqual(self.sign("contrato.pdf", "--force")[0], 1)
        self.assertEqual((self.dir / "contrato.pdf").read_bytes(), pdf())
        self.assertEqual(self.sign("dead.pdf", "--level", "t", "--tsa", "http://127.0.0.1:9/")[0], 1)
        self.assertFalse((self.dir / "dead.pdf").exists())

    def test_box_over_text(self):
        """What verification would call altered a second later is not made, unless that is wanted."""
        (self.dir / "texto.pdf").write_bytes(pdf(b"BT /F 18 Tf 80 90 Td (Debe 1000 pesos) Tj ET"))
        self.assertEqual(self.sign("uno.pdf", source="texto.pdf")[0], 0)
        over = ("--visible", "1,72,72,200,50")
        code, answer, _ = self.sign("tapado.pdf", *over, "--force", key="ana", source="uno.pdf")  # which is for what lies there
        self.assertEqual((code, answer["items"][0]["error"]["code"]), (1, "CAR-SGN-032"))
        self.assertFalse((self.dir / "tapado.pdf").exists())
        self.assertEqual(self.sign("dos.pdf", "--visible", "1,72,600,200,50", key="ana", source="uno.pdf")[0], 0)
        self.assertEqual(self.verify("dos.pdf")[1][0]["verdict"], "valid")
        code, answer, err = self.sign("tapado.pdf", *over, "--over-signed", key="ana", source="uno.pdf")
        self.assertEqual(code, 0, err)
        self.assertIn("box_over_text", [note["kind"] for note in answer["items"][0]["contains"]])
        self.assertEqual(self.verify("tapado.pdf")[1][0]["verdict"], "altered")
        # Over nothing but the box of another signature: told before, told after, and no alteration.
        code, answer, err = self.sign("encima.pdf", "--visible", "1,100,610,200,50", source="dos.pdf")
        self.assertIn("box_over_signature", [note["kind"] for note in answer["items"][0]["contains"]])
        self.assertEqual(self.verify("encima.pdf")[1][0]["verdict"], "valid_later_changes")

    def test_only_authorities_are_trusted(self):
        """Trusting a person's certificate would make whatever it signed valid, revoked or not."""
        self.assertEqual(self.sign("eva.pdf")[0], 0)
        code, answer, err = self.run_cli("verify", "eva.pdf", "--trust", self.pki.dir / "eva.pem")
        self.assertEqual((code, json.loads(err.splitlines()[-1])["code"]), (64, "CAR-SGN-016"))
        (self.dir / "mezcla").mkdir()
        (self.dir / "mezcla/eva.pem").write_bytes((self.pki.dir / "eva.pem").read_bytes())
        code, answer, _ = self.run_cli("verify", "eva.pdf", "--trust", "mezcla")
        self.assertEqual((code, answer["items"][0]["signatures"][0]["sub_indication"]), (2, "NO_CERTIFICATE_CHAIN_FOUND"))
        # Given twice, both count.
        self.assertEqual(self.run_cli("verify", "eva.pdf", "--trust", self.pki.trust, "--trust", "mezcla")[0], 0)

    def test_list_of_authorities(self):
        # Whom a list calls accredited counts if it is signed, ends, and the person knows who signed it: made by the program itself.
        place = self.dir / "lista"
        place.mkdir()
        (place / "ca.pem").write_bytes((self.pki.dir / "ca.pem").read_bytes())
        digest = hashlib.sha256((self.pki.trust / "ca.der").read_bytes()).hexdigest()

        def write(expires, sign=True):
            (place / "anchors.json").write_text(json.dumps({"version": 1, "expires": expires, "anchors": [
                {"file": "ca.pem", "sha256": digest, "accredited": True, "source": "ONAC de prueba"}]}))
            (place / "anchors.json.p7s").unlink(missing_ok=True)
            if sign:
                code, _, err = self.sign(place / "anchors.json.p7s", "--format", "cades", source=place / "anchors.json")
                self.assertEqual(code, 0, err)

        def refused(code, *words):
            exit_code, _, err = self.run_cli("verify", "acreditado.pdf", "--offline", *words)
            self.assertEqual(exit_code, 64, err)
            self.assertIn(code, err)
            return err
        self.assertEqual(self.sign("acreditado.pdf", "--level", "lt", "--tsa", self.pki.tsa, "--trust", self.pki.trust)[0], 0)
        write("2099-01-01T00:00:00Z", sign=False)
        refused("CAR-SGN-036", "--accredited", place)
        write("2099-01-01T00:00:00Z")
        signer = hashlib.sha256(ssl.PEM_cert_to_DER_cert((self.pki.dir / "eva.pem").read_text())).hexdigest()
        self.assertIn(signer, refused("CAR-SGN-037", "--accredited", place))
        refused("CAR-SGN-037", "--accredited", place, "--list-signer", "00" * 32)
        code, answer, err = self.run_cli("verify", "acreditado.pdf", "--offline", "--accredited", place, "--list-signer", signer)
        one = answer["items"][0]["signatures"][0]
        self.assertEqual((code, one["accredited"]), (0, True), err)
        self.assertIn("ONAC de prueba", one["explanation"])
        code, answer, err = self.run_cli("verify", "acreditado.pdf", "--offline", "--trust", place)
        self.assertEqual((code, answer["items"][0]["signatures"][0]["accredited"]), (0, False), err)
        (place / "anchors.json").write_text((place / "anchors.json").read_text() + " ")
        refused("CAR-SGN-036", "--trust", place)
        write("2020-01-01T00:00:00Z")
        refused("CAR-SGN-036", "--trust", place)

    def test_any_file(self):
        (self.dir / "nota.txt").write_text("hola")
        for kind in ("asice", "cades"):
            for level in ("b", "lta"):
                out = f"nota-{level}.{kind}"
                code, _, err = self.sign(out, "--format", kind, "--level", level, "--tsa", self.pki.tsa, "--trust", self.pki.trust, source="nota.txt")
                self.assertEqual(code, 0, err)
                code, items = self.verify(out, *(["--content", "nota.txt"] if kind == "cades" else []))
                self.assertEqual((code, items[0]["signatures"][0]["level"]), (0, "B-" + level.upper()), items)
            more = ["--content", "nota.txt"] if kind == "cades" else []
            code, _, err = self.run_cli("raise", f"nota-b.{kind}", "--tsa", self.pki.tsa, "--trust", self.pki.trust, "-o", f"raised.{kind}", *more)
            self.assertEqual(code, 0, err)
            code, items = self.verify(f"raised.{kind}", "--offline", *more)
            self.assertEqual((code, items[0]["signatures"][0]["level"]), (0, "B-LTA"), items)
        (self.dir / "many").mkdir(exist_ok=True)
        self.assertEqual(self.sign("many", "--format", "cades", source="nota.txt")[0], 0)
        self.assertEqual(self.verify("many/nota.txt.p7s")[0], 2)  # nothing lies beside it
        (self.dir / "many/nota.txt").write_text("hola")
        self.assertEqual(self.verify("many/nota.txt.p7s")[0], 0)
        (self.dir / "many/nota.txt").write_text("adios")
        self.assertEqual(self.verify("many/nota.txt.p7s")[0], 1)
        # Which file is signed; and what comes through a pipe, from a file, or does not come.
        for words, file in ((["nota-b.asice"], "nota-b.asice"), (["-"], "nota-b.asice"), (["-", "--content", "nota.txt"], "nota-b.cades")):
            with open(self.dir / file, "rb") as given:
                code, answer, _ = self.run_cli("verify", *words, "--trust", self.pki.trust, stdin=given)
            self.assertEqual((code, answer["items"][0]["signatures"][0]["files"]), (0, ["nota.txt"]))
        with subprocess.Popen(["cat", self.dir / "nota-b.asice"], stdout=subprocess.PIPE) as pipe:
            self.assertEqual(self.run_cli("verify", "-", "--trust", self.pki.trust, stdin=pipe.stdout)[0], 0)
        self.assertEqual(self.run_cli("verify", "-")[0], 3)
        closed = subprocess.run([CLI, "verify", "-", "--json", "--lang", "es"], capture_output=True, text=True, preexec_fn=lambda: os.close(0))
        self.assertEqual(closed.returncode, 64)
        self.assertIn("está cerrada", closed.stdout + closed.stderr)

    @unittest.skipUnless(SOFTHSM.exists(), "SoftHSM is not installed: tools/setup installs it")
    def test_card(self):
        (self.dir / "tokens").mkdir()
        (self.dir / "softhsm.conf").write_text(f"directories.tokendir = {self.dir}/tokens\nlog.level = ERROR\n")
        os.environ["SOFTHSM2_CONF"] = str(self.dir / "softhsm.conf")
        tool = ["pkcs11-tool", "--module", str(SOFTHSM), "--token-label", "cedula", "--login", "--pin", "123456"]
        run = lambda *words: subprocess.run([*map(str, words)], cwd=self.pki.dir, check=True, capture_output=True)
        run("softhsm2-util", "--init-token", "--free", "--label", "cedula", "--pin", "123456", "--so-pin", "12345678")
        for name, number in (("ana", "01"), ("eva", "02")):
            run("openssl", "pkcs8", "-topk8", "-nocrypt", "-in", f"{name}.key", "-out", f"{name}.pk8")
            run("openssl", "x509", "-in", f"{name}.pem", "-outform", "DER", "-out", f"{name}.der")
            run("softhsm2-util", "--import", f"{name}.pk8", "--token", "cedula", "--label", name, "--id", number, "--pin", "123456")
            run(*tool, "--write-object", f"{name}.der", "--type", "cert", "--label", name, "--id", number)
        card = lambda out, uri, pin="123456": self.run_cli("sign", "contrato.pdf", "--key", uri, "--pin-env", "PIN", "-o", out, pin=pin)
        for name in ("ana", "eva"):
            code, _, err = card(f"card-{name}.pdf", f"pkcs11:object={name}?module-path={SOFTHSM}")
            self.assertEqual(code, 0, err)
            code, items = self.verify(f"card-{name}.pdf")
            self.assertEqual((code, items[0]["signatures"][0]["signer"]), (0, name))
        for uri, pin, exit_code, error in (
                (f"pkcs11:object=eva?module-path={SOFTHSM}", "999999", 4, "CAR-SGN-008"),
                (f"pkcs11:token=cedula?module-path={SOFTHSM}", "123456", 1, "CAR-SGN-012"),
                (f"pkcs11:token=otra?module-path={SOFTHSM}", "123456", 1, "CAR-SGN-020"),
                ("pkcs11:object=eva?module-path=/no/such.so", "123456", 1, "CAR-SGN-011"),
                ("pkcs11:object=eva?pin-value=123456", "123456", 64, "CAR-CLI-036")):
            code, _, err = card("no.pdf", uri, pin)
            self.assertEqual((code, json.loads(err.splitlines()[-1])["code"]), (exit_code, error), err)
        self.assertFalse((self.dir / "no.pdf").exists())

    def test_several(self):
        (self.dir / "many").mkdir(exist_ok=True)
        (self.dir / "dos.pdf").write_bytes(pdf())
        code, answer, err = self.run_cli("sign", "contrato.pdf", "dos.pdf", "nota-no.pdf", "--key", f"p12:{self.pki.dir}/eva.p12",
                                         "--pin-env", "PIN", "-o", "many", "--visible", "1,72,72,200,50")
        self.assertEqual(code, 1, err)
        self.assertEqual([item["state"] for item in answer["items"]], ["signed", "signed", "error"])
        self.assertEqual(self.verify("many/contrato.pdf", "many/dos.pdf")[0], 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)

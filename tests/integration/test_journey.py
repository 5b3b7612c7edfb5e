# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's first day: enrol, log in, put, a second computer, get, organise, search; and the contract's shapes."""
import json
import os
import pty
import shutil
import subprocess
import unittest
from pathlib import Path

from support.stage import BUILD, PASSPHRASE, Sandbox, sha256

ITEM = {"id", "name", "state", "type", "size", "modified", "path"}
STATUS = {"account", "operator", "online", "last_contact", "pending", "waiting", "failed", "conflicts", "problems"}


def small_pdf(words):
    content = f"BT /F1 12 Tf 72 700 Td ({words}) Tj ET".encode("latin-1")
    return (b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[4 0 R]>>endobj\n"
            b"3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj\n"
            b"4 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents 5 0 R>>endobj\n"
            b"5 0 obj<</Length %d>>stream\n%s\nendstream endobj\ntrailer<</Root 1 0 R>>\n" % (len(content), content))


class Journey(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sandbox = Sandbox("small").start()
        cls.addClassCleanup(cls.sandbox.remove)
        cls.user = next(user for user in cls.sandbox.facts["users"] if not user["has_folder"])
        cls.one = cls.sandbox.profile("one", cls.user["user"], quick=False)  # here everything is as people have it
        cls.two = cls.sandbox.profile("two", cls.user["user"], quick=False)
        cls.files = cls.sandbox.dir / "files"
        cls.files.mkdir()
        for profile in (cls.one, cls.two):
            cls.addClassCleanup(profile.remove)

    def file(self, name, content):
        path = self.files / name
        path.write_bytes(content)
        return path

    def test_01_nothing_is_there_before_the_login(self):
        answer = self.one.cli("ls")
        self.assertEqual(answer.code, 4, answer)
        self.assertEqual(set(answer.error), {"code", "message", "remedy"})
        self.assertFalse(self.one.dir.exists() and any(self.one.dir.iterdir()))
        self.assertEqual(self.one.cli("login").code, 1)  # which operator?

    def test_02_enrol_and_log_in(self):
        words = self.one.cli("--operator", self.sandbox.facts["operator"], "--ca", self.sandbox.facts["ca"],
                             "--browser", self.one.browser(enrol=True), "login")
        self.assertEqual((words.code, words.error["code"]), (1, "CAR-CLI-004"), words)  # nobody accepted any terms
        answer = self.one.login(enrol=True)
        self.assertEqual(answer.code, 0, answer)
        self.assertTrue(answer.json["enrolled"])
        type(self).others_code = answer.json["recovery_code"]
        status = self.one.must("status")
        self.assertLessEqual(STATUS, set(status))
        self.assertTrue(status["online"])
        self.assertEqual(status["account"]["id"], self.user["id"])

    def test_03_a_second_computer(self):
        answer = self.two.login()
        self.assertEqual(answer.code, 0, answer)
        self.assertRegex(answer.json["recovery_code"], r"^[0-9A-Z]{4}(-[0-9A-Z]{4})+$")
        type(self).code = answer.json["recovery_code"]
        self.assertFalse(answer.json["enrolled"])
        again = self.two.login()
        self.assertEqual(again.code, 0, again)
        self.assertNotIn("recovery_code", again.json)  # shown once

    def test_04_a_document_makes_the_round_trip(self):
        path = self.file("diploma.pdf", small_pdf("Diploma de bachiller, Medell\xedn"))
        put = self.one.must("put", path)
        self.assertEqual(put["items"][0]["sha256"], sha256(path))
        self.assertEqual(put["sha256"], sha256(path))
        self.assertEqual(put["state"], "synced")
        status = self.two.must("sync")
        self.assertEqual(status["pending"], 0)
        listed = {item["name"]: item for item in self.two.must("ls")["items"]}
        self.assertLessEqual(ITEM, set(listed["diploma.pdf"]))
        self.assertEqual(listed["diploma.pdf"]["id"], put["id"])  # ids are stable and the same everywhere
        self.assertEqual(listed["diploma.pdf"]["size"], path.stat().st_size)
        back = self.sandbox.dir / "back.pdf"
        got = self.two.must("get", put["id"], "--force", "-o", back)
        self.assertEqual(got["sha256"], sha256(path))
        self.assertEqual(back.read_bytes(), path.read_bytes())
        self.assertEqual(back.stat().st_mode & 0o777, 0o600)
        self.assertEqual(self.two.cli("get", "diploma.pdf", cwd=self.files).code, 1)  # does not overwrite
        self.assertEqual(self.two.cli("get", "no hay tal", "-o", back).code, 3)

    def test_05_organise_and_find(self):
        path = self.file("examen.txt", "Examen de laboratorio: hemograma".encode())
        folder = self.one.must("mkdir", "Salud/Año 2024")
        self.assertEqual((folder["type"], folder["path"]), ("folder", "Salud/Año 2024"))
        self.assertEqual(self.one.must("mkdir", "/Salud/Año 2024/")["id"], folder["id"])
        put = self.one.must("put", path, "--to", "Salud")
        self.assertEqual(put["path"], "Salud/examen.txt")
        moved = self.one.must("mv", "Salud/examen.txt", "Salud/Año 2024/")
        self.assertEqual((moved["id"], moved["path"]), (put["id"], "Salud/Año 2024/examen.txt"))
        renamed = self.one.must("mv", put["id"], "Salud/Año 2024/análisis.txt")
        self.assertEqual(renamed["path"], "Salud/Año 2024/análisis.txt")
        self.assertEqual(sorted(self.one.must("label", put["id"], "+eps", "+familia")["labels"]), ["eps", "familia"])
        self.assertEqual(self.one.must("label", put["id"], "-eps")["labels"], ["familia"])
        for words in ("hemograma", "ANALISIS", "familia", "hemog"):
            found = self.one.must("search", words)["items"]
            self.assertEqual([item["id"] for item in found], [put["id"]], words)
        self.assertEqual(self.one.must("search", "zzzz")["items"], [])
        # What waits deep inside stands on every folder above it, until it has gone.
        late = self.one.must("put", self.file("tarde.txt", b"tarde"), "--to", "Salud/Año 2024", "--offline")
        self.assertEqual({item["name"]: item["state"] for item in self.one.must("ls")["items"]}["Salud"], "pending")
        self.assertEqual([item["state"] for item in self.one.must("ls", "Salud")["items"]], ["pending"])
        self.assertIn("Por subir", self.one.cli("ls", "Salud", json_too=False).out.decode())
        self.one.must("trash", late["id"])
        self.one.must("sync")
        self.assertEqual([item["state"] for item in self.one.must("ls", "Salud")["items"]], ["synced"])
        where = {words: self.one.must("search", words)["items"][0]["matched"] for words in ("hemograma", "ANALISIS", "familia")}
        self.assertEqual(where, {"hemograma": "text", "ANALISIS": "name", "familia": "label"})
        for words in (("search", "hemograma"), ("ls", "Salud/Año 2024")):
            plain = self.one.cli(*words, json_too=False).out.decode()
            self.assertNotIn(put["id"], plain)
            self.assertIn(put["id"], self.one.cli(*words, "--ids", json_too=False).out.decode())
        self.assertEqual([item["matched"] for item in self.one.must("search", "diploma.pdf")["items"] if item["name"] == "diploma.pdf"], ["name"])
        self.two.must("sync")
        self.assertEqual(self.two.names("Salud/Año 2024"), ["análisis.txt"])
        self.assertEqual(self.two.must("ls", "Salud/Año 2024")["items"][0]["labels"], ["familia"])
        self.assertEqual(self.one.cli("mv", "Salud", "Salud/Año 2024").code, 1)  # into itself
        self.assertEqual(self.one.cli("mv", "nada", "Salud").code, 3)
        self.assertEqual(self.one.cli("ls", "nada").code, 3)

    def test_06_the_words_of_a_pdf_are_found(self):
        ok = any(item["name"] == "diploma.pdf" for item in self.one.must("search", "bachiller medellin")["items"])
        self.assertTrue(ok)

    def test_06_what_takes_long_to_read_is_told(self):
        # In the place of the program that reads PDFs one that goes on only once it is let.
        place = self.sandbox.dir / "despacio"
        place.mkdir()
        shutil.copy2(BUILD / "bin/carriel-cli", place)
        reader, go_on = place / "carriel-extract", place / "siga"
        reader.write_text(f'#!/bin/sh\nPATH=/usr/bin:/bin\nwhile [ ! -e "{go_on}" ]; do sleep 0.05; done\n')
        reader.chmod(0o755)
        self.one.must("put", self.file("lenta.pdf", small_pdf("despacio")), "--offline")
        words = [place / "carriel-cli", *self.one.command("search", "lenta", json_too=False)[1:]]
        with subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.one.environment,
                              cwd=self.one.home) as search:
            told = search.stderr.readline().decode()  # comes before the answer does
            go_on.touch()
            out, err = search.communicate()
        self.assertRegex(told, "Se lee el texto de 1 documento, para poder buscar en él")
        self.assertEqual(search.returncode, 0, err)
        self.assertIn("lenta.pdf", out.decode())
        self.one.must("sync")

    def test_07_offline_waits_for_the_next_sync(self):
        path = self.file("después.txt", b"luego")
        put = self.one.must("put", path, "--offline")
        self.assertEqual(put["state"], "pending")
        self.assertEqual(self.one.must("status")["pending"], 1)
        self.two.must("sync")
        self.assertNotIn("después.txt", self.two.names())
        self.assertEqual(self.one.must("sync")["pending"], 0)
        self.two.must("sync")
        self.assertIn("después.txt", self.two.names())

    def test_07b_without_news_a_sync_is_one_request(self):
        log = self.sandbox.data / "logs/operator.log"
        for _ in range(2):
            self.one.must("sync")
        before = log.stat().st_size
        self.one.must("sync")
        with open(log, encoding="utf-8") as file:
            file.seek(before)
            self.assertEqual([json.loads(line)["route"] for line in file], ["GET changes"])

    def test_08_lock_and_unlock_without_a_window(self):
        self.assertEqual(self.one.cli("lock").code, 3)
        self.assertEqual(self.one.must("unlock")["window"], False)
        wrong = self.one.cli("ls", environment={"CARRIEL_PASSPHRASE": "otra cosa"})
        self.assertEqual(wrong.code, 4)
        self.assertEqual(wrong.error["code"], "CAR-VLT-013")
        self.assertEqual(self.one.cli("ls", environment={"CARRIEL_PASSPHRASE": ""}).code, 4)

    def at_terminal(self, profile, words, answers):
        """What the person saw, and how it ended; each answer is typed when its question has been asked."""
        environment = {k: v for k, v in profile.environment.items() if k != "CARRIEL_PASSPHRASE"}
        child, terminal = pty.fork()
        if child == 0:
            os.chdir(profile.home)
            os.execve(profile.command()[0], profile.command(*words), environment)
        said, seen = b"", 0
        while True:
            try:
                piece = os.read(terminal, 65536)
            except OSError:
                break
            if not piece:
                break
            said += piece
            if answers and answers[0][0] in said[seen:]:
                seen = len(said)
                os.write(terminal, answers.pop(0)[1] + b"\n")
        self.assertEqual(answers, [], said)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said

    def test_08b_a_forgotten_passphrase(self):
        forgotten = self.two.cli("ls", environment={"CARRIEL_PASSPHRASE": "otra cosa"})
        self.assertIn("unlock --recovery", forgotten.error["remedy"])
        for given, error in (("", "CAR-CLI-014"), ("no es un código", "CAR-CRY-010"), (self.others_code, "CAR-VLT-014")):
            answer = self.two.cli("unlock", "--recovery", environment={"CARRIEL_RECOVERY_CODE": given, "CARRIEL_PASSPHRASE": "x"})
            self.assertEqual((answer.code, answer.error["code"]), (4, error), given)
        self.assertEqual(self.two.must("unlock")["state"], "locked")  # the passphrase is what it was
        only = self.two.cli("unlock", "--recovery", environment={"CARRIEL_RECOVERY_CODE": self.code, "CARRIEL_PASSPHRASE": ""})
        self.assertEqual((only.code, only.json), (0, {"state": "locked", "window": False, "passphrase": "unchanged"}))
        self.two.must("ls")
        # The rule is the same wherever one is set, and what was goes on opening.
        for weak in ("x", "aaaaaaaa"):
            refused = self.two.cli("unlock", "--recovery", environment={"CARRIEL_RECOVERY_CODE": self.code, "CARRIEL_PASSPHRASE": weak})
            self.assertEqual((refused.code, refused.error["code"]), (1, "CAR-SVC-014"), refused)
            fresh = self.sandbox.profile(f"débil {weak}", "ana")
            self.addCleanup(fresh.remove)
            fresh.environment["CARRIEL_PASSPHRASE"] = weak
            refused = fresh.login()
            self.assertEqual((refused.code, refused.error["code"]), (1, "CAR-SVC-014"), refused)
            self.assertFalse(fresh.dir.exists())
        self.two.must("ls")
        # As it stands on paper, typed by somebody; the passphrase twice, and the first time not the same.
        typed = self.code.lower().replace("-", " ").encode()
        code, said = self.at_terminal(self.two, ("unlock", "--recovery"),
                                      [("recuperación: ".encode(), typed), (b"): ", b"corta"), (b"): ", b"la nueva"), (b": ", b"la muela"),
                                       (b"): ", b"la nueva"), (b": ", b"la nueva")])
        self.assertEqual(code, 0, said)
        for secret in (b"la nueva", b"la muela", typed):
            self.assertNotIn(secret, said)
        self.assertEqual(self.two.cli("ls").error["code"], "CAR-VLT-013")
        self.two.must("ls", environment={"CARRIEL_PASSPHRASE": "la nueva"})
        # By a script, and the code goes on opening it.
        self.assertEqual(self.two.must("unlock", "--recovery", environment={"CARRIEL_RECOVERY_CODE": self.code}),
                         {"state": "locked", "window": False, "passphrase": "new"})
        self.two.must("ls")

    def test_09_usage(self):
        for words in ((), ("frobnicate",), ("ls", "a", "b"), ("get",), ("label", "x"), ("--nonsense", "ls")):
            answer = self.one.cli(*words)
            self.assertEqual(answer.code, 64, answer)
            self.assertEqual(set(answer.error), {"code", "message", "remedy"})
        self.assertEqual(self.one.cli("put", "/no/hay").code, 1)
        after = self.one.cli("ls", "--json", json_too=False)
        self.assertIn("items", json.loads(after.out))

    def test_10_the_terminal_is_asked_for_the_passphrase_without_echo(self):
        code, said = self.at_terminal(self.one, ("ls",), [(b": ", PASSPHRASE.encode())])
        self.assertEqual(code, 0, said)
        self.assertNotIn(PASSPHRASE.encode(), said)
        self.assertIn(b"diploma.pdf", said)

    def test_11_log_out(self):
        self.two.must("put", self.file("rezagado.txt", b"solo"), "--offline")
        out = self.two.cli("logout", json_too=False)
        self.assertIn("1 cambio suyo", out.out.decode())  # it is nowhere else
        self.assertIn("diploma.pdf", self.two.names())
        status = self.two.cli("status", json_too=False).out.decode()
        self.assertIn("Usted no ha ingresado.", status)  # the person left; the operator asks for nothing
        self.assertNotIn("operador le pide", status)
        self.assertEqual(self.two.must("logout")["pending"], 1)
        self.assertEqual(self.two.cli("sync").code, 4)
        put = self.two.cli("put", self.file("suelto.txt", b"suelto"))
        self.assertEqual((put.code, put.json["state"]), (4, "pending"))
        self.assertEqual(self.two.login().code, 0)
        self.assertEqual(self.two.must("sync")["pending"], 0)
        self.one.must("sync")
        self.assertIn("suelto.txt", self.one.names())


if __name__ == "__main__":
    unittest.main(verbosity=2)

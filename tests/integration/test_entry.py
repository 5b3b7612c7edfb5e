# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first minutes: a login that fails leaves nothing, the one that succeeds leaves a list and a recovery code, once."""
import os
import signal
import subprocess
import time
import unittest

from support.stage import PATIENCE, Sandbox, kill, wait_for


class Entry(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sandbox = Sandbox("small").start()
        cls.addClassCleanup(cls.sandbox.remove)

    def person(self, name, user="ana"):
        profile = self.sandbox.profile(name, user)
        self.addCleanup(profile.remove)
        return profile

    def fails(self, profile, code, *words, exit_code=1):
        answer = profile.cli(*words, "login")
        self.assertEqual((answer.code, answer.error["code"]), (exit_code, code), answer)
        self.assertNotIn(b"recovery_code", answer.out)
        self.assertFalse(profile.dir.exists(), "something was made")
        return answer.error

    def test_1_nothing_is_made_by_a_login_that_fails(self):
        one = self.person("fails")
        operator, ca = self.sandbox.facts["operator"], self.sandbox.facts["ca"]
        self.fails(one, "CAR-REM-001", "--operator", "https://127.0.0.1:9")
        for address in ("http://127.0.0.1:9", "127.0.0.1:9", "operador", "https://mi operador"):
            told = self.fails(one, "CAR-REM-023", "--operator", address)
            self.assertIn("https://", told["remedy"])
            self.assertIn("sin espacios", told["message"])  # true also of an address that does begin with https://
        self.fails(one, "CAR-REM-004", "--operator", operator)
        self.fails(one, "CAR-REM-017", "--operator", operator, "--ca", __file__)
        self.assertIn("--operator", self.fails(one, "CAR-SVC-002")["remedy"])
        # A browser that fails or is not there is not waited for.
        for browser in ("/bin/false", "/no/hay"):
            self.fails(one, "CAR-CLI-010", "--operator", operator, "--ca", ca, "--browser", browser, exit_code=4)

        answer = one.login()
        self.assertEqual(answer.code, 0, answer)
        self.assertTrue(answer.json["recovery_code"])
        self.assertIsNotNone(answer.json["last_contact"])
        self.assertGreater(len(one.must("ls")["items"]), 3)  # the list is here with the login
        self.assertNotIn("recovery_code", one.login().json)

    def test_2_killed_before_the_code_was_seen(self):
        one = self.person("killed")
        words = ("--operator", self.sandbox.facts["operator"], "--ca", self.sandbox.facts["ca"], "--browser", "/bin/sleep 600", "login")
        process = one.begin(*words[:-1], "login")
        self.assertTrue(wait_for(lambda: (one.dir / "vault.keys").exists()))
        time.sleep(1)
        kill(process)
        answer = one.login()
        self.assertEqual(answer.code, 0, answer)
        self.assertTrue(answer.json["recovery_code"])  # nobody has the first one
        self.assertNotIn("recovery_code", one.login().json)

    def test_3_log_out_without_a_network(self):
        one = self.person("offline")
        self.assertEqual(one.login().code, 0)
        there = one.home / "solo allá.bin"
        there.write_bytes(os.urandom(100_000))
        only = one.must("put", there)["id"]
        self.assertEqual(one.must("keep", only, "off")["bytes_here"], 0)
        # Of what the operator has lost, the copy here is the last: it stays, and that is told.
        lost = one.home / "perdido.bin"
        lost.write_bytes(os.urandom(50_000))
        last = one.must("put", lost)["id"]
        for blob in (self.sandbox.data / "blobs").rglob("*"):
            if blob.is_file() and blob.read_bytes() == lost.read_bytes():
                blob.unlink()
        refused = one.cli("keep", last, "off")
        self.assertEqual((refused.code, refused.error["code"]), (1, "CAR-SVC-097"), refused)
        self.assertEqual([m["id"] for m in one.must("missing")["items"]], [last])
        one.must("get", last, "-o", one.home / "perdido, de aquí.bin")
        self.assertEqual((one.home / "perdido, de aquí.bin").read_bytes(), lost.read_bytes())
        # The same of what is not here any more: nobody has it, and that does not pass in silence.
        away = one.home / "perdido allá.bin"
        away.write_bytes(os.urandom(60_000))
        nowhere = one.must("put", away)["id"]
        self.assertEqual(one.must("keep", nowhere, "off")["bytes_here"], 0)
        for blob in (self.sandbox.data / "blobs").rglob("*"):
            if blob.is_file() and blob.read_bytes() == away.read_bytes():
                blob.unlink()
        self.assertEqual(one.cli("get", nowhere, "-o", one.home / "no hay.bin").error["code"], "CAR-SVC-098")
        self.assertEqual({m["id"] for m in one.must("missing")["items"]}, {last, nowhere})
        named = {problem["item"]: problem["code"] for problem in one.must("status")["problems"]}
        self.assertEqual(named, {last: "CAR-SYN-008", nowhere: "CAR-SVC-098"})
        # To let go of it is asked for, with what it does; nobody is here to answer.
        asked = one.cli("missing", "forget", "all", json_too=False)
        self.assertEqual(asked.code, 1, asked)
        self.assertEqual({m["id"] for m in one.must("missing")["items"]}, {last, nowhere})
        one.must("missing", "forget", nowhere, "--yes")
        self.assertEqual([m["id"] for m in one.must("missing")["items"]], [last])
        here = one.must("put", there)["id"]
        pids = subprocess.run(["pgrep", "-f", str(self.sandbox.data)], capture_output=True, text=True, check=False).stdout.split()
        mine = [int(pid) for pid in pids if int(pid) != os.getpid()]
        for pid in mine:
            os.kill(pid, signal.SIGSTOP)  # connections are taken, and nothing answers
        def goes_on():
            for pid in mine:
                os.kill(pid, signal.SIGCONT)

        try:
            for words in (("sync",), ("get", only, "-o", one.home / "de allá.bin")):
                waiting = one.begin(*words, json_too=False)
                said = b""
                while "no responde desde hace un rato".encode() not in said:  # nobody sits before a silent line
                    more = os.read(waiting.stderr.fileno(), 4096)
                    self.assertTrue(more, said)
                    said += more
                goes_on()
                out, err = waiting.communicate(timeout=PATIENCE)
                self.assertEqual(waiting.returncode, 0, (out, said + err))
                for pid in mine:
                    os.kill(pid, signal.SIGSTOP)
            self.assertEqual((one.home / "de allá.bin").read_bytes(), there.read_bytes())
            left = one.cli("sync", "--wait", "10")  # nobody waits for ever either
            self.assertEqual(left.error["code"], "CAR-CLI-009", left)
            self.assertFalse(left.json["online"])
            # What is done here is done here: the act ends, and says that it was not sent.
            done = one.cli("mkdir", "Sin operador", json_too=False)
            self.assertEqual(done.code, 0, done)
            self.assertIn("Quedó hecho en este equipo", done.err.decode())
            self.assertEqual(one.must("mkdir", "Ni se intenta", "--offline")["state"], "pending")
            unasked = one.cli("keep", here, "off")  # nobody can say now whether he has it
            self.assertEqual((unasked.code, unasked.error["code"]), (1, "CAR-SVC-096"), unasked)
            one.must("get", here, "-o", one.home / "guardado, de aquí.bin")
            answer = one.cli("logout")
            self.assertEqual(answer.code, 0, answer)
            status = one.must("status")
            self.assertFalse(status["online"])
            self.assertFalse(status["account"]["logged_in"])
            self.assertIsNotNone(status["last_contact"])
        finally:
            for pid in mine:
                os.kill(pid, signal.SIGCONT)
        self.assertEqual(one.cli("sync").code, 4)
        self.assertEqual(one.login().code, 0)

    def test_4_a_removed_computer_is_out(self):
        one, two = self.person("stays"), self.person("goes")
        self.assertEqual(one.login("--computer", "Escritorio").code, 0)
        self.assertEqual(two.login("--computer", "Portátil perdido").code, 0)
        computers = {c["name"]: c for c in one.must("devices")["items"]}
        self.assertTrue(computers["Escritorio"]["this"])
        lost = computers["Portátil perdido"]
        # The one that was there is told, until its person has said something; the new one is not.
        asked = one.must("sync")["new_computers"]
        self.assertEqual([(c["id"], c["name"]) for c in asked], [(lost["id"], "Portátil perdido")])
        self.assertEqual(two.must("sync")["new_computers"], [])
        words = one.cli("status", json_too=False).out.decode()
        self.assertIn("Un equipo nuevo usa su carpeta: Portátil perdido", words)
        self.assertIn("devices remove " + lost["id"], words)
        self.assertEqual(one.cli("devices", "mine", "otro").code, 64)
        again = two.login()  # another login of the same computer, with other tokens
        self.assertEqual(again.code, 0, again)
        gone = one.cli("--browser", one.browser(), "devices", "remove", lost["id"])
        self.assertEqual(gone.code, 0, gone)
        # Found out while something is done: it is done here, and it is said that nothing goes up until the next login.
        done = two.cli("mkdir", "Ya sin puesto", json_too=False)
        self.assertEqual(done.code, 0, done)
        self.assertIn("cuando usted inicie sesión", done.err.decode())
        told = two.cli("mkdir", "Tampoco")
        self.assertEqual((told.code, told.json["state"], told.error["code"]), (0, "pending", "CAR-REM-025"), told)
        stays = two.must("ls")["items"]
        sync = two.cli("sync")
        self.assertEqual((sync.code, sync.error["code"]), (4, "CAR-REM-025"), sync)
        self.assertEqual(len(two.must("ls")["items"]), len(stays))  # what it held stays
        self.assertIn("retirado", two.cli("status", json_too=False).out.decode())
        self.assertEqual(two.cli("sync").error["code"], "CAR-REM-025")
        one.must("sync")  # the other is not touched
        self.assertEqual(two.login("--computer", "Portátil hallado").code, 0)
        two.must("sync")
        asked = one.must("sync")["new_computers"]
        self.assertEqual([c["name"] for c in asked], ["Portátil hallado"])  # of the removed one nothing is asked
        one.must("devices", "mine", asked[0]["id"])
        self.assertEqual(one.must("status")["new_computers"], [])
        kinds = [r["kind"] for r in one.must("activity")["items"]]
        self.assertIn("device.appeared", kinds)
        self.assertIn("device.confirmed", kinds)
        states = {c["name"]: c["state"] for c in one.must("devices")["items"]}
        self.assertEqual((states["Portátil perdido"], states["Portátil hallado"]), ("removed", "active"))

    def test_5_the_page_for_logging_in_is_away(self):
        one = self.person("away")
        self.assertEqual(one.login().code, 0)
        port = self.sandbox.facts["issuer"].rsplit(":", 1)[1].strip("/")
        found = subprocess.run(["ss", "-ltnpH", f"sport = :{port}"], capture_output=True, text=True, check=True).stdout
        provider = int(found.split("pid=")[1].split(",")[0])
        os.kill(provider, signal.SIGSTOP)
        try:
            answer = one.cli("--operator", self.sandbox.facts["operator"], "--ca", self.sandbox.facts["ca"], "login")
        finally:
            os.kill(provider, signal.SIGCONT)
        self.assertEqual((answer.code, answer.error["code"]), (1, "CAR-REM-024"), answer)


if __name__ == "__main__":
    unittest.main(verbosity=2)

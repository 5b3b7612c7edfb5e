# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""An operator that takes the connection and says nothing. What a person did is safe here first; the command ends by itself, says
that the operator does not answer and that it is sent later - and so it is."""
import unittest

from support.silent import SilentServer
from support.stage import PATIENCE, Sandbox, kill, sha256, wait_for

LATER = "Su operador no responde en este momento; se envía con la próxima sincronización"


class Silent(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sandbox = Sandbox("none").start()
        cls.addClassCleanup(cls.sandbox.remove)
        cls.one, cls.two = (cls.sandbox.profile(name, "ana") for name in ("one", "two"))
        for profile in (cls.one, cls.two):
            cls.addClassCleanup(profile.remove)
        cls.files = cls.sandbox.dir / "files"
        cls.files.mkdir()
        assert cls.one.login(enrol=True).code == 0
        assert cls.two.login().code == 0

    def file(self, name, size=2000):
        path = self.files / name
        path.write_bytes((name.encode() * size)[:size])
        return path

    def state(self, name):
        return next(item["state"] for item in self.one.must("ls")["items"] if item["name"] == name)

    def test_1_every_act_is_safe_and_told_of(self):
        tls = (self.sandbox.data / "pki/server.pem", self.sandbox.data / "pki/server.key")
        # What is asked at another computer meanwhile: reading is left after seconds, too.
        for way, server, other in (("conecta", {}, "procedures"), ("tls", {"tls": tls}, "procedures"),
                                   ("cabeceras", {"tls": tls, "says": SilentServer.HEADERS}, "mkdir")):
            with self.subTest(way):
                port = self.sandbox.pause_operator()
                with SilentServer(port, **server) as silent:
                    path = self.file(f"{way}.txt")
                    words = (other, "Carpeta") if other == "mkdir" else (other,)
                    meanwhile = self.two.begin(*words, json_too=other != "mkdir")
                    put = self.one.cli("put", path)
                    self.assertEqual((put.code, put.json["state"], put.error["code"]), (1, "pending", "CAR-CLI-009"), put)
                    self.assertEqual((put.json["sha256"], self.state(f"{way}.txt")), (sha256(path), "pending"))
                    said = meanwhile.communicate(timeout=PATIENCE)[1].decode()
                    self.assertEqual(meanwhile.returncode, 0 if other == "mkdir" else 1, said)
                    self.assertIn(LATER if other == "mkdir" else "CAR-CLI-009", said)
                    self.assertGreater(silent.asked, 1)  # each asked, and was left hanging
                    back = self.sandbox.dir / "back"
                    self.one.must("get", f"{way}.txt", "--force", "-o", back)
                    self.assertEqual(sha256(back), sha256(path))
                self.sandbox.start(port)
                status = self.one.must("sync")
                self.assertEqual((status["pending"], status["failed"]), (0, 0), status)
        self.two.must("sync")
        self.assertEqual(self.two.names(), ["Carpeta", "cabeceras.txt", "conecta.txt", "tls.txt"])

    def test_2_where_nobody_listens_it_is_told_too(self):
        self.one.must("put", self.file("sin red.txt"))
        port = self.sandbox.pause_operator()
        moved = self.one.cli("mv", "sin red.txt", "con red.txt", json_too=False)
        self.assertEqual(moved.code, 0, moved)
        self.assertIn(LATER, moved.err.decode())
        self.assertNotIn("próxima", self.one.cli("mv", "con red.txt", "aparte.txt", "--offline", json_too=False).err.decode())
        self.sandbox.start(port)
        self.assertEqual(self.one.must("label", "aparte.txt", "+x")["state"], "synced")
        self.assertEqual(self.one.cli("label", "aparte.txt", "-x", json_too=False).err, b"")

    def test_3_a_put_that_was_killed_goes_on(self):
        path = self.file("cortado.bin", 6 << 20)
        log = self.sandbox.data / "logs/operator.log"
        before = log.read_text().count("PATCH")
        self.one.must("limits", "--up", "300")
        process = self.one.begin("put", path)
        self.assertTrue(wait_for(lambda: log.read_text().count("PATCH") > before or process.poll() is not None))
        kill(process)
        self.one.must("limits", "--up", "0")
        self.assertEqual(self.state("cortado.bin"), "pending")  # nothing runs: it is not on its way
        self.assertEqual([one["state"] for one in self.one.must("transfers")["items"]], ["pending"])
        again = self.one.must("put", path)
        self.assertEqual((again["name"], again["state"], again["goes_on"]), ("cortado.bin", "synced", True))
        self.assertEqual(again["sha256"], sha256(path))
        self.assertNotIn("cortado (2).bin", self.one.names())
        # What only has the name is another document; and what the operator has is kept a second time, as ever.
        other = self.files / "otro" / "cortado.bin"
        other.parent.mkdir()
        other.write_bytes(b"x" * (6 << 20))
        self.assertEqual(self.one.must("put", other, "--offline")["name"], "cortado (2).bin")
        self.assertEqual(self.one.must("put", path)["name"], "cortado (3).bin")
        self.two.must("sync")
        self.assertEqual(self.two.must("get", "cortado.bin", "-o", self.sandbox.dir / "cortado")["sha256"], sha256(path))


if __name__ == "__main__":
    unittest.main(verbosity=2)

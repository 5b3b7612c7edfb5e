# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window and the command line on one profile: commands run in the window's process."""
import shutil
import subprocess
import tempfile
import unittest

from support.stage import BUILD, Sandbox, wait_for


class Window(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sandbox = Sandbox("none").start()
        cls.addClassCleanup(cls.sandbox.remove)
        cls.one, cls.two = (cls.sandbox.profile(name, "ana", quick=False) for name in ("one", "two"))
        for profile in (cls.one, cls.two):
            cls.addClassCleanup(profile.remove)
        cls.path = cls.sandbox.dir / "nota.txt"
        cls.path.write_text("una nota")
        first = cls.one.login(enrol=True)
        assert first.code == 0, first
        cls.code = first.json["recovery_code"]
        assert cls.two.login().code == 0

    def window(self):
        window = subprocess.Popen([BUILD / "bin/carriel", "--profile", self.one.dir], env=self.one.environment, cwd=self.one.home,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(lambda: (window.kill(), window.wait()))
        folder = self.one.run / "carriel"
        self.assertTrue(wait_for(lambda: folder.is_dir() and any(folder.iterdir())))
        return window

    def test_commands_run_in_the_window(self):
        window = self.window()
        self.assertEqual(self.one.cli("lock").code, 3)  # it starts locked: there is no key store here
        wrong = self.one.cli("unlock", environment={"CARRIEL_PASSPHRASE": "otra cosa"})
        self.assertEqual(wrong.code, 4, wrong)
        self.assertEqual(self.one.must("unlock"), {"state": "unlocked", "window": True})
        again = self.one.cli("unlock", environment={"CARRIEL_PASSPHRASE": "otra cosa"})  # nobody tried it, and it says so
        self.assertEqual(again.json, {"state": "unlocked", "window": True, "already": True})
        # Open in the window, so no passphrase is needed by a command.
        bare = {"CARRIEL_PASSPHRASE": ""}
        put = self.one.cli("put", self.path.name, cwd=self.sandbox.dir, environment=bare)  # relative to the shell's folder
        self.assertEqual(put.code, 0, put)
        self.assertEqual(put.json["state"], "synced")
        self.two.must("sync")
        self.assertIn("nota.txt", self.two.names())
        other = self.sandbox.dir / "otra.txt"
        other.write_text("otra")
        self.two.must("put", other)
        # The window hears of it by itself.
        self.assertTrue(wait_for(lambda: "otra.txt" in [i["name"] for i in self.one.cli("ls", environment=bare).json["items"]]))
        self.assertEqual(self.one.cli("get", "otra.txt", cwd=self.one.home, environment=bare).code, 0)
        self.assertEqual((self.one.home / "otra.txt").read_text(), "otra")
        self.assertTrue(self.one.cli("status", environment=bare).json["online"])
        self.assertEqual(self.one.cli("lock").json, {"state": "locked", "window": True})
        self.assertEqual(self.one.cli("lock").code, 3)
        self.assertEqual(self.one.cli("ls", environment=bare).code, 4)
        shut = self.one.cli("ls")  # with the passphrase: whoever sits before the window would see it all
        self.assertEqual((shut.code, shut.error["code"]), (4, "CAR-CLI-013"), shut)
        self.assertEqual(self.one.cli("lock").code, 3)
        self.assertEqual(self.one.must("unlock")["window"], True)
        # An open window is no way around the code, which alone may choose a new passphrase.
        other = {"CARRIEL_RECOVERY_CODE": "no lo es", "CARRIEL_PASSPHRASE": "la nueva"}
        wrong = self.one.cli("unlock", "--recovery", environment=other)
        self.assertEqual(wrong.code, 4, wrong)
        self.one.must("lock")
        self.one.must("unlock")
        self.one.must("lock")
        right = {"CARRIEL_RECOVERY_CODE": self.code, "CARRIEL_PASSPHRASE": ""}
        self.assertEqual(self.one.must("unlock", "--recovery", environment=right),
                         {"state": "unlocked", "window": True, "passphrase": "unchanged"})
        self.assertEqual(self.one.must("unlock", "--recovery", environment={**right, "CARRIEL_PASSPHRASE": "la nueva"})["passphrase"], "new")
        self.one.must("lock")
        self.assertEqual(self.one.cli("unlock").error["code"], "CAR-VLT-013")
        self.one.environment["CARRIEL_PASSPHRASE"] = "la nueva"
        self.one.must("unlock")
        # From another session of the computer the window cannot be reached: that is said at once, not waited for.
        elsewhere = tempfile.mkdtemp(prefix="carriel-run-", dir="/tmp")
        self.addCleanup(shutil.rmtree, elsewhere, True)
        away = self.one.cli("ls", environment={"XDG_RUNTIME_DIR": elsewhere})
        self.assertEqual((away.code, away.error["code"]), (1, "CAR-VLT-012"), away)
        self.assertIn("otra sesión", away.error["remedy"])
        self.assertIsNone(window.poll())
        window.terminate()  # as when the computer is shut down: it ends by itself, and what is half typed is kept
        self.assertEqual(window.wait(60), 0)
        self.assertEqual(list((self.one.run / "carriel").iterdir()), [])
        self.assertIn("nota.txt", self.one.names())  # without a window the command opens the vault itself


if __name__ == "__main__":
    unittest.main(verbosity=2)

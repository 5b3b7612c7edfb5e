# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""Claudia's case from a real page: a browser clicks "Aportar desde mi carpeta", the desktop hands the link to the
program, she gives her diploma, and the page shows the filing number. And where the browser opens nothing: by file."""
import json
import ssl
import subprocess
import unittest
import urllib.error
import urllib.request

from support.chromium import Chromium, program
from support.stage import BUILD, ROOT, Sandbox, wait_for


@unittest.skipUnless(program(), "neither Chromium nor Google Chrome is installed (a snap does not serve)")
class Portal(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sandbox = Sandbox("none")
        cls.sandbox.environment["CARRIEL_ENTITY_BIN"] = str(BUILD / "bin/carriel-entity")
        cls.sandbox.start()
        cls.addClassCleanup(cls.sandbox.remove)
        cls.portal = cls.sandbox.facts["portal"]
        cls.claudia = cls.sandbox.profile("claudia", "claudia")
        cls.addClassCleanup(cls.claudia.remove)
        answer = cls.claudia.login(enrol=True)
        assert answer.code == 0, answer
        diploma = cls.sandbox.dir / "Diploma.pdf"
        diploma.write_bytes(b"%PDF-1.4\n% un diploma\n%%EOF\n")
        cls.claudia.must("put", diploma)
        cls.seen = cls.claudia.home / "enlace"
        cls.browser = Chromium(cls.claudia.home, cls.sandbox.facts["pki"]["dir"], cls.portal, cls.desktop())
        cls.addClassCleanup(cls.browser.end)

    @classmethod
    def desktop(cls):
        """What the package installs, with a program that also leaves word of what it got: the desktop starts this one.
        In a folder of its own without a blank, because xdg-open's parser of desktop entries knows no quotes."""
        start = cls.claudia.run / "abrir"
        start.write_text(f'#!/bin/sh\nprintf %s "$1" > "{cls.seen}.new" && mv "{cls.seen}.new" "{cls.seen}"\nunset XDG_DATA_HOME XDG_CONFIG_HOME\n'
                         f'exec "{BUILD}/bin/carriel" --profile "{cls.claudia.dir}" "$1"\n')
        start.chmod(0o700)
        applications = cls.claudia.run / "share/applications"
        applications.mkdir(parents=True)
        entry = (ROOT / "packaging/linux/co.carriel.Carriel.desktop").read_text()
        assert "Exec=carriel %u" in entry and "MimeType=x-scheme-handler/carpeta;" in entry, entry
        (applications / "co.carriel.Carriel.desktop").write_text(entry.replace("Exec=carriel %u", f"Exec={start} %u"))
        (cls.claudia.run / "config").mkdir()
        (cls.claudia.run / "config/mimeapps.list").write_text("[Default Applications]\nx-scheme-handler/carpeta=co.carriel.Carriel.desktop\n")
        return dict(cls.claudia.environment, XDG_DATA_HOME=str(cls.claudia.run / "share"), XDG_CONFIG_HOME=str(cls.claudia.run / "config"))

    def begin(self):
        self.browser.go(self.portal + "/")
        self.browser.picture("1-la-pagina.png")
        self.browser.type("#holder", "Claudia Gómez Rincón")
        self.browser.click("#begin")
        self.browser.wait(lambda: "/tramite/" in self.browser.evaluate("location.pathname"))
        self.browser.wait(lambda: self.browser.evaluate("!!document.querySelector('#contribute')"))
        self.browser.picture("2-el-boton.png")

    def give(self, source):
        """She says yes. The page to go back to is opened in the browser that began it."""
        back = self.claudia.home / "volver"
        opener = self.claudia.home / "navegador"
        opener.write_text(f'#!/bin/sh\nprintf %s "$1" > "{back}"\n')
        opener.chmod(0o700)
        given = self.claudia.cli("--browser", f"'{opener}'", "contribute", source, "--with", "diploma=Diploma.pdf", "--yes")
        self.assertEqual(given.code, 0, given)
        return given.json, back.read_text() if back.exists() else given.json["return"]

    def shown_number(self):
        self.browser.wait(lambda: self.browser.text("#number"))
        return self.browser.text("#number")

    def of(self, number):
        return next(item for item in self.claudia.must("contributions")["items"] if item["id"] == number)

    def test_1_the_browser_opens_the_program(self):
        self.begin()
        window = subprocess.Popen([BUILD / "bin/carriel", "--profile", self.claudia.dir], env=self.claudia.environment, cwd=self.claudia.home,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(lambda: (window.kill(), window.wait()))
        # The window's own answer: without one, a command opens the vault for itself and says that it opens.
        self.assertTrue(wait_for(lambda: (answer := self.claudia.cli("unlock")).code == 0 and answer.json["window"]))
        self.browser.click("#contribute")
        self.assertTrue(wait_for(self.seen.exists), "the desktop got no link from the browser")
        link = self.seen.read_text()
        self.assertEqual(link, self.browser.evaluate("document.querySelector('#contribute').href"))
        self.assertTrue(link.startswith("carpeta://request?uri="), link)
        self.assertIsNone(window.poll())
        # The window has the link and shows the request; that pressing its verb gives it is shown in tst_contribute.
        given, back = self.give(link)
        self.assertTrue(back.startswith(self.portal + "/volver/"), back)
        self.browser.picture("3-espera.png")
        # Another browser cannot go on with her case: nobody files it for her.
        context = ssl.create_default_context(cafile=self.sandbox.facts["ca"])
        with self.assertRaises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(back, context=context, timeout=60)
        self.assertEqual(refused.exception.code, 403)
        refused.exception.close()
        self.assertEqual(self.of(given["id"])["state"], "submitted")
        self.browser.go(back)
        number = self.shown_number()
        self.browser.picture("4-el-radicado.png")
        mine = self.of(given["id"])
        self.assertEqual((mine["state"], mine["filing_number"], mine["defects"]), ("filed", number, []), mine)

    def test_2_where_the_browser_opens_nothing_by_file(self):
        self.begin()
        context = ssl.create_default_context(cafile=self.sandbox.facts["ca"])
        address = self.browser.evaluate("document.querySelector('#file').href")
        with urllib.request.urlopen(address, context=context, timeout=60) as answer:
            self.assertIn(".carpeta-request", answer.headers["Content-Disposition"])
            content = answer.read()
        self.assertEqual(content.decode(), self.browser.evaluate("document.querySelector('#paste').value"))  # or by paste
        file = self.sandbox.dir / "solicitud.carpeta-request"
        file.write_bytes(content)
        given, back = self.give(file)
        # The page waits by itself in one tab while the program opens the way back in another.
        self.browser.evaluate(f"fetch({json.dumps(back)}, {{redirect: 'manual'}})")
        number = self.shown_number()
        self.assertEqual(self.of(given["id"])["filing_number"], number)


if __name__ == "__main__":
    unittest.main(verbosity=2)

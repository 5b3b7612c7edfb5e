# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""A headless Chromium of the test's own: a person at an entity's page. It trusts the sandbox's authority alone, and
carpeta: links go where the desktop says, as with anybody else's browser."""
import base64
import json
import os
import shutil
import subprocess
import time
from pathlib import Path


def program():
    """Chromium or Google Chrome; a snap sees only a folder of its own. None: there is none here."""
    for name in ("chromium", "google-chrome", "google-chrome-stable"):
        found = shutil.which(name)
        if found and not found.startswith("/snap/"):
            return found
    return None


class Chromium:
    """Spoken to over a pipe (--remote-debugging-pipe): messages of JSON, each ended by a zero byte."""

    def __init__(self, home, pki, origin, environment):
        profile = Path(home) / "chromium"
        (profile / "Default").mkdir(parents=True, mode=0o700)
        # As after "always open links of this kind" on this page: nobody can press the dialog of a browser without a window.
        (profile / "Default/Preferences").write_text(json.dumps(
            {"protocol_handler": {"allowed_origin_protocol_pairs": {origin: {"carpeta": True}}}, "intl": {"accept_languages": "es-CO,es"}}))
        der = subprocess.run(["openssl", "x509", "-in", Path(pki) / "server.pem", "-pubkey", "-noout"], capture_output=True, check=True).stdout
        spki = subprocess.run(["openssl", "pkey", "-pubin", "-outform", "der"], input=der, capture_output=True, check=True).stdout
        key = base64.b64encode(subprocess.run(["openssl", "dgst", "-sha256", "-binary"], input=spki, capture_output=True, check=True).stdout).decode()
        options = ["--headless=new", "--remote-debugging-pipe", f"--user-data-dir={profile}", "--no-first-run", "--disable-gpu", "--disable-sync",
                   "--disable-background-networking", "--password-store=basic", "--window-size=900,900", f"--ignore-certificate-errors-spki-list={key}",
                   "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
        if os.geteuid() == 0:
            options.append("--no-sandbox")  # Chromium's own confinement does not work for root, as in most containers
        read_there, write = os.pipe()
        read, write_there = os.pipe()
        command = ["bash", "-c", f'exec 3<&{read_there} 4>&{write_there}; exec "$@"', "bash", program(), *options, "about:blank"]
        # xdg-open looks at desktop entries only where there is a display; what it starts here needs none.
        environment = {"DISPLAY": ":0", **environment}
        self.log = open(Path(home) / "chromium.log", "wb")
        self.process = subprocess.Popen(command, pass_fds=(read_there, write_there), env=environment, stdout=self.log, stderr=self.log)
        os.close(read_there)
        os.close(write_there)
        self.out, self.into = os.fdopen(write, "wb", buffering=0), os.fdopen(read, "rb", buffering=0)
        self.last, self.rest, self.session = 0, b"", None
        target = next(one for one in self.wait(lambda: self.call("Target.getTargets")["targetInfos"]) if one["type"] == "page")
        self.session = self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
        self.call("Page.enable")

    def call(self, method, **params):
        self.last += 1
        message = {"id": self.last, "method": method, "params": params, **({"sessionId": self.session} if self.session else {})}
        self.out.write(json.dumps(message).encode() + b"\0")
        while True:
            while b"\0" not in self.rest:
                part = self.into.read(1 << 16)
                if not part:
                    raise RuntimeError("Chromium ended")
                self.rest += part
            line, self.rest = self.rest.split(b"\0", 1)
            answer = json.loads(line)
            if answer.get("id") == self.last:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]

    def evaluate(self, expression):
        return self.call("Runtime.evaluate", expression=expression, returnByValue=True, userGesture=True)["result"].get("value")

    def wait(self, condition, seconds=60):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                if got := condition():
                    return got
            except RuntimeError:  # the page is changing
                pass
            time.sleep(0.1)
        raise AssertionError("it did not come")

    def go(self, url):
        self.call("Page.navigate", url=url)
        self.wait(lambda: self.evaluate("document.readyState") == "complete" and self.evaluate("location.href") != "about:blank")

    def click(self, css):
        """With the mouse, where the element is: a click by script is no gesture of a person."""
        box = self.wait(lambda: self.evaluate(f"(() => {{ const e = document.querySelector({json.dumps(css)}); if (!e) return null;"
                                              " e.scrollIntoView({block: 'center'}); const r = e.getBoundingClientRect();"
                                              " return [r.x + r.width / 2, r.y + r.height / 2]; })()"))
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1], button="left", clickCount=1)

    def type(self, css, words):
        self.evaluate(f"document.querySelector({json.dumps(css)}).focus()")
        self.call("Input.insertText", text=words)

    def text(self, css):
        return self.evaluate(f"document.querySelector({json.dumps(css)})?.textContent ?? ''")

    def picture(self, name):
        """Kept only where somebody asked for pictures."""
        if folder := os.environ.get("CARRIEL_PICTURES"):
            Path(folder).mkdir(parents=True, exist_ok=True)
            (Path(folder) / name).write_bytes(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))

    def end(self):
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        for file in (self.out, self.into, self.log):
            file.close()

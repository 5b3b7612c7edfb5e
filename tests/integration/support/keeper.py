# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""A sandbox whose operator is killed and comes back: at any moment, or while a program stands still between two of its steps."""
import json
import os
import signal
import ssl
import subprocess
import threading
import time
import urllib.request
from pathlib import Path

from .stage import BUILD

# Runs the operator and starts it again whenever it was killed; other commands of it just run.
KEEPER = """#!/usr/bin/env python3
import os, signal, subprocess, sys, time
command = [%r, *sys.argv[1:]]
if len(sys.argv) > 3:
    os.execv(command[0], command)
child = None
def end(number, frame):
    child.terminate(); child.wait(30); sys.exit(0)
signal.signal(signal.SIGTERM, end)
while True:
    child = subprocess.Popen(["setpriv", "--pdeathsig", "SIGKILL", "--", *command])
    open(%r, "w").write(str(child.pid))
    if child.wait() >= 0:
        sys.exit(child.returncode)
"""


class Keeper:
    """Made before the sandbox starts."""

    def __init__(self, sandbox):
        self.sandbox, self.killed = sandbox, 0
        self.pid = sandbox.dir / "operator.pid"
        keeper = sandbox.dir / "keeper.py"
        keeper.write_text(KEEPER % (str(BUILD / "bin/carriel-operator"), str(self.pid)))
        keeper.chmod(0o700)
        sandbox.environment["CARRIEL_OPERATOR_BIN"] = str(keeper)

    def restart_at(self, process):
        """The client stands still between two steps; the operator dies and is there again before it goes on."""
        until = time.monotonic() + 120
        while process.poll() is None and time.monotonic() < until:
            if Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "T":
                break
            time.sleep(0.02)
        if process.poll() is not None:
            return False
        before = self.pid.read_text()
        os.kill(int(before), signal.SIGKILL)
        self.killed += 1
        while time.monotonic() < until and not (self.pid.read_text() not in ("", before) and self.answers()):
            time.sleep(0.05)
        os.kill(process.pid, signal.SIGCONT)
        return True

    def answers(self):
        try:
            with urllib.request.urlopen(self.sandbox.facts["operator"].rstrip("/") + "/.well-known/carpeta-ciudadana", timeout=5,
                                        context=ssl.create_default_context(cafile=self.sandbox.facts["ca"])) as answer:
                return answer.status == 200
        except OSError:
            return False

    def kill_after(self, seconds):
        def kill():
            try:
                os.kill(int(self.pid.read_text()), signal.SIGKILL)
            except (ProcessLookupError, ValueError):
                return
            self.killed += 1
        timer = threading.Timer(seconds, kill)
        timer.start()
        return timer

    def effects(self):
        """What became true at the operator, in its own log."""
        out = subprocess.run([str(BUILD / "bin/carriel-operator"), "--config", str(self.sandbox.data / "operator.json"), "effects"],
                             check=True, capture_output=True).stdout
        return [json.loads(line) for line in out.splitlines() if line.strip()]

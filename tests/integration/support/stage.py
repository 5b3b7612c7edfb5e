# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""The stage of a journey: a sandbox of its own and profiles that reach it by the real programs, nothing simulated."""
import hashlib
import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from . import passphrase

ROOT = Path(__file__).resolve().parents[3]
BUILD = Path(os.environ.get("CARRIEL_BUILD", ROOT / "build/release")).resolve()
PATIENCE = 300  # s; for what comes for sure, on a slow machine too
PASSPHRASE = "ocho caballos pacen en la vega"


class Answer:
    """What a command left: exit code, standard output and error, and its JSON."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def error(self):
        return json.loads(self.err.strip().splitlines()[-1])

    def __repr__(self):
        return f"exit {self.code}\n{self.out.decode(errors='replace')}\n{self.err.decode(errors='replace')}"


class Sandbox:
    def __init__(self, seed="none"):
        # A blank in the path on purpose: people have them.
        self.dir = Path(tempfile.mkdtemp(prefix="carriel e2e "))
        self.data = self.dir / "sandbox"
        self.environment = dict(os.environ, CARRIEL_SANDBOX=str(self.data), CARRIEL_SANDBOX_SEED=seed,
                                CARRIEL_OPERATOR_BIN=str(BUILD / "bin/carriel-operator"))
        self.process = None
        self.facts = None

    def start(self, port=None):
        command = [str(ROOT / "tools/sandbox"), "start", "--dir", str(self.data)]
        if port:
            command += ["--port", str(port)]
        self.log = open(self.dir / "sandbox.log", "ab")
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.log, env=self.environment)
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("the sandbox did not start:\n" + (self.dir / "sandbox.log").read_text())
        self.facts = json.loads(line)
        return self

    def stop(self):
        if self.process:
            subprocess.run([str(ROOT / "tools/sandbox"), "stop", "--dir", str(self.data)], env=self.environment, check=False)
            self.process.wait(30)
            self.process.stdout.close()
            self.log.close()
            self.process = None

    def pause_operator(self):
        """Stops and starts the whole sandbox at the same address: its people and documents stay."""
        port = self.facts["operator"].rsplit(":", 1)[1].strip("/")
        self.stop()
        return port

    def remove(self):
        self.stop()
        shutil.rmtree(self.dir, ignore_errors=True)

    def profile(self, name, user, quick=True):
        return Profile(self, name, user, quick)


class Profile:
    """One person at one computer."""

    def __init__(self, sandbox, name, user, quick):
        self.sandbox, self.user, self.quick = sandbox, user, quick
        self.home = sandbox.dir / "homes" / name
        self.home.mkdir(parents=True, mode=0o700)
        self.dir = self.home / "mi carpeta"
        self.environment = {k: v for k, v in sandbox.environment.items() if not k.startswith(("DBUS_", "XDG_"))}
        run = Path(tempfile.mkdtemp(prefix="carriel-run-", dir="/tmp"))
        self.run = run
        self.environment.update(HOME=str(self.home), XDG_RUNTIME_DIR=str(run), CARRIEL_PASSPHRASE=PASSPHRASE,
                                QT_QPA_PLATFORM="offscreen", LC_ALL="C.UTF-8", DBUS_SESSION_BUS_ADDRESS="disabled:",
                                CARRIEL_LANGUAGE="es")

    def command(self, *words, json_too=True):
        base = [str(BUILD / "bin/carriel-cli"), "--profile", str(self.dir)]
        return base + (["--json"] if json_too else []) + [str(word) for word in words]

    def cli(self, *words, json_too=True, timeout=PATIENCE, cwd=None, environment=None):
        done = subprocess.run(self.command(*words, json_too=json_too), capture_output=True, timeout=timeout,
                              env={**self.environment, **(environment or {})}, cwd=cwd or self.home,
                              stdin=subprocess.DEVNULL, check=False)
        return Answer(done.returncode, done.stdout, done.stderr)

    def begin(self, *words, json_too=True):
        return subprocess.Popen(self.command(*words, json_too=json_too), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.environment,
                                cwd=self.home, stdin=subprocess.DEVNULL)

    def browser(self, enrol=False):
        return f"'{ROOT}/tools/sandbox' browser --dir '{self.sandbox.data}' {'--enrol ' if enrol else ''}{self.user}"

    def login(self, *words, enrol=False):
        answer = self.cli("--operator", self.sandbox.facts["operator"], "--ca", self.sandbox.facts["ca"],
                        "--browser", self.browser(enrol), "login", "--accept-terms", *words)
        if self.quick and answer.code == 0:
            self.quicken()
        return answer

    def quicken(self):
        """From here on a command does not spend a fifth of a second of the processor on the passphrase."""
        keys = self.dir / "vault.keys"
        if passphrase.work_factor(keys) > passphrase.LIGHT["n"]:
            passphrase.lighten(keys, self.environment["CARRIEL_PASSPHRASE"])

    def must(self, *words, **more):
        answer = self.cli(*words, **more)
        assert answer.code == 0, f"{words}: {answer}"
        return answer.json

    def names(self, path=None):
        return sorted(item["name"] for item in self.must("ls", *([path] if path else []))["items"])

    def remove(self):
        shutil.rmtree(self.run, ignore_errors=True)


def sha256(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def kill(process):
    process.send_signal(signal.SIGKILL)
    process.communicate()


def wait_for(condition, seconds=PATIENCE):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False

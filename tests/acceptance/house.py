# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the acceptance runs share: a sandbox of their own, the command line as a person would call it, and honest counting."""
import hashlib
import json
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BIN = ROOT / os.environ.get("CARRIEL_BIN", "build/release/bin")
PASSPHRASE = "frase de aceptación 2026"


def sha256(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


class Sandbox:
    """A sandbox below `folder`; `operator` may name a wrapper to run in the operator's place."""

    def __init__(self, folder, seed="none", operator=None):
        self.dir = str(folder)
        environment = dict(os.environ, CARRIEL_SANDBOX_SEED=seed, CARRIEL_OPERATOR_BIN=str(operator or BIN / "carriel-operator"))
        self.process = subprocess.Popen([ROOT / "tools/sandbox", "start", "--dir", self.dir], stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, text=True, env=environment)
        text = ""
        while True:
            line = self.process.stdout.readline()
            if not line:
                raise SystemExit("the sandbox did not start")
            text += line
            try:
                self.info = json.loads(text)
                return
            except json.JSONDecodeError:
                continue

    def __enter__(self):
        return self

    def __exit__(self, *_):
        subprocess.run([ROOT / "tools/sandbox", "stop", "--dir", self.dir], check=False, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        self.process.wait(60)


class Profile:
    """One computer of one person."""

    def __init__(self, sandbox, folder, user="claudia", environment=None):
        self.dir = pathlib.Path(folder)
        self.environment = dict(os.environ, CARRIEL_PASSPHRASE=PASSPHRASE, **(environment or {}))
        self.line = [str(BIN / "carriel-cli"), "--profile", str(folder), "--operator", sandbox.info["operator"], "--ca", sandbox.info["ca"],
                     "--browser", shlex.join([f"{ROOT}/tools/sandbox", "browser", "--dir", sandbox.dir, user]), "--json"]

    def start(self, *command):
        return subprocess.Popen(self.line + [str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                env=self.environment)

    def run(self, *command, check=True):
        ran = subprocess.run(self.line + [str(word) for word in command], capture_output=True, text=True, env=self.environment)
        if check and ran.returncode:
            raise SystemExit(f"carriel-cli {' '.join(map(str, command))[:120]} ended with {ran.returncode}: {ran.stderr[-1500:]}")
        return json.loads(ran.stdout) if ran.stdout.strip() and ran.returncode == 0 else {"exit": ran.returncode, "stderr": ran.stderr}

    def login(self):
        self.run("login", "--accept-terms")
        return self

    def settle(self, rounds=60):
        """Syncs until nothing is pending; answers how many rounds it took."""
        for number in range(1, rounds + 1):
            self.run("sync", check=False)
            status = self.run("status")
            if status["pending"] == 0 and status["failed"] == 0 and status["waiting"] == 0:
                return number
        raise SystemExit(f"still pending after {rounds} rounds: {status}")


class Count:
    def __init__(self):
        self.good, self.bad = 0, 0

    def check(self, true, what):
        if true:
            self.good += 1
        else:
            self.bad += 1
            print("WRONG:", what)

    def finish(self, what):
        print(f"{what}: {self.good} right, {self.bad} wrong")
        sys.exit(1 if self.bad else 0)


class Work:
    """A folder with a space in its name, gone at the end."""

    def __enter__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="carriel acceptance "))
        return self.path

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)

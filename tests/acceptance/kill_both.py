# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill_both.py [KILLS]: client and operator die by SIGKILL at random moments of every kind of act, again and again.

What was acknowledged holds; what was cut off happened wholly or not at all; nothing is there twice; all bytes are right.
The kills are shared out among CARRIEL_HOUSES (3) people, each with an operator of their own: most of an act's time is waiting.
After CARRIEL_BUDGET seconds, or a SIGTERM, no more kills are made: what was done until then is looked at and told all the same.
"""
import collections
import os
import random
import re
import signal
import subprocess
import sys
import time
from house import BIN, Count, Profile, Sandbox, Work, sha256

KILLS = int(sys.argv[1]) if len(sys.argv) > 1 else int(os.environ.get("CARRIEL_KILLS", "2000"))
HOUSES = int(os.environ.get("CARRIEL_HOUSES", "3"))
BUDGET = float(os.environ.get("CARRIEL_BUDGET", "inf"))
seed = int(os.environ.get("CARRIEL_SEED") or time.time())
print(f"seed {seed}", flush=True)
chance = random.Random(seed)
count = Count()
started = time.monotonic()
stopped = []  # by which signal


def is_over():
    return bool(stopped) or time.monotonic() - started > BUDGET


def share_out():
    """Plays every house in a process of its own, shows what each says, and adds up."""
    begun = time.monotonic()
    houses = [subprocess.Popen([sys.executable, "-B", __file__, str(-(-KILLS // HOUSES))], stdout=subprocess.PIPE, text=True,
                               env=dict(os.environ, CARRIEL_HOUSES="1", CARRIEL_SEED=str(seed + number))) for number in range(HOUSES)]
    signal.signal(signal.SIGTERM, lambda *_: [house.terminate() for house in houses])
    told = [house.communicate()[0] for house in houses]
    print("".join(told), end="")

    def sums(pattern, width):
        return [sum(map(int, numbers)) for numbers in zip(*re.findall(pattern, "".join(told)))] or [0] * width
    client, operator, acts, documents = sums(r"(\d+) kills of the client, (\d+) of the operator, (\d+) acts, (\d+) documents", 4)
    right, wrong = sums(r"(\d+) right, (\d+) wrong", 2)
    whole = not any(house.returncode for house in houses) and client + operator >= KILLS
    print(f"{client + operator} kills ({client} + {operator}) in {acts} acts, {documents} documents, {right} looked at, {wrong} wrong, "
          f"{time.monotonic() - begun:.0f} s{'' if whole else '; NOT whole'}")
    sys.exit(not whole)


if HOUSES > 1:
    share_out()
signal.signal(signal.SIGTERM, lambda number, _: stopped.append(number))


class Document:
    def __init__(self, name, digest):
        self.names = {name}      # those it may have by now
        self.digests = {digest}  # None: perhaps it was never added

    def name(self):
        return next(iter(self.names)) if len(self.names) == 1 else None

    def is_sure(self):
        return self.name() and None not in self.digests


def files(work, round_number):
    for part in range(chance.choice([1, 1, 2, 4])):
        path = work / f"documento {round_number:05}-{part}.bin"
        path.write_bytes(chance.randbytes(chance.choice([0, 300, 60_000, 700_000, 3_000_000])))
        yield path


def act(work, documents, round_number):
    """A command, what it means if it was acknowledged, and what is possible if it was not."""
    kind = chance.choice(["put", "put", "put", "rename", "mkdir", "label"])
    sure = [document for document in documents if document.is_sure()]
    if kind == "put" or not sure:
        added = [(path, Document(path.name, sha256(path))) for path in files(work, round_number)]
        documents.extend(document for _, document in added)

        def unsure():
            for _, document in added:
                document.digests.add(None)
        return ["put", *(path for path, _ in added)], lambda: None, unsure, [path for path, _ in added]
    chosen = chance.choice(sure)
    old = chosen.name()
    if kind == "rename":
        new = f"otro nombre {round_number:05}.bin"

        def renamed():
            chosen.names = {new}
        return ["mv", old, new], renamed, lambda: chosen.names.add(new), []
    if kind == "mkdir":
        return ["mkdir", f"carpeta {round_number:05}"], lambda: None, lambda: None, []
    return ["label", old, f"+etiqueta {round_number % 7}"], lambda: None, lambda: None, []


def kill(pid):
    return subprocess.run(["kill", "-KILL", str(pid)], check=False, stderr=subprocess.DEVNULL).returncode == 0


def verify(profile, documents, work):
    items = [item for item in profile.run("ls")["items"] if item["type"] == "document"]
    names = collections.Counter(item["name"] for item in items)
    count.check(all(times == 1 for times in names.values()), f"twice: {[n for n, t in names.items() if t > 1]}")
    owner = {name: document for document in documents for name in document.names}
    for name in names:
        count.check(name in owner, f"nobody put {name}")
    digests = {item["name"]: item for item in items}
    for document in documents:
        there = [name for name in document.names if name in names]
        count.check(len(there) == 1 or (None in document.digests and not there), f"{sorted(document.names)}: {len(there)} there")
        for name in there:
            out = work / "got"
            profile.run("get", digests[name]["id"], "--force", "-o", out)
            count.check(sha256(out) in document.digests, f"bytes of {name}")
            out.unlink()
    return len(items)


with Work() as work:
    wrapper, pid_file = work / "operator-that-comes-back", work / "operator.pid"
    wrapper.write_text(f"""#!/usr/bin/env bash
[ $# -eq 2 ] || exec "{BIN}/carriel-operator" "$@"  # --config FILE serves; with a word more it is a command that ends by itself
trap 'kill -TERM $child 2>/dev/null; wait $child; exit 0' TERM INT
while true; do
  "{BIN}/carriel-operator" "$@" & child=$!
  echo $child > "{pid_file}"
  wait $child; [ $? -eq 137 ] || exit 1
done
""")
    wrapper.chmod(0o755)
    with Sandbox(work / "sandbox", operator=wrapper) as sandbox:
        one = Profile(sandbox, work / "one").login()
        two = Profile(sandbox, work / "two").login()
        documents, killed, round_number = [], {"client": 0, "operator": 0}, 0
        while sum(killed.values()) < KILLS and not is_over():
            round_number += 1
            command, acknowledged, unsure, given = act(work, documents, round_number)
            process = one.start(*command)
            moments = sorted([(chance.uniform(0.12, 0.75), chance.choice(["client", "operator"]))
                              for _ in range(chance.choice([1, 2, 2, 3]))])
            begun = time.monotonic()
            for moment, who in moments:
                try:
                    process.wait(max(0.0, begun + moment - time.monotonic()))
                except subprocess.TimeoutExpired:
                    pass
                if process.poll() is not None:
                    break
                if kill(process.pid if who == "client" else pid_file.read_text().strip()):
                    killed[who] += 1
            process.communicate()
            acknowledged() if process.returncode == 0 else unsure()
            for path in given:
                path.unlink()
            if round_number % 250 == 0:
                one.settle()
                two.run("sync", check=False)
                print(f"{killed} after {round_number} rounds: {verify(two, documents, work)} documents, {count.bad} wrong", flush=True)
        rounds = one.settle()
        two.settle()
        there = verify(one, documents, work), verify(two, documents, work)
        print(f"seed {seed}: {killed['client']} kills of the client, {killed['operator']} of the operator, {round_number} acts, "
              f"{len(documents)} documents put, {there} there, settled in {rounds} rounds")
count.finish("killed both")

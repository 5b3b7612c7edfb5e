# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill_client.py [KILLS]: the client dies by SIGKILL at a random moment of a put, again and again.

What it acknowledged is at the operator, with the right digest, and nothing is there twice.
"""
import collections
import json
import os
import random
import signal
import subprocess
import sys
import time
from house import Count, Profile, Sandbox, Work, sha256

KILLS = int(sys.argv[1]) if len(sys.argv) > 1 else 200
seed = int(os.environ.get("CARRIEL_SEED") or time.time())
print(f"seed {seed}")
chance = random.Random(seed)
count = Count()
with Work() as work, Sandbox(work / "sandbox") as sandbox:
    one = Profile(sandbox, work / "one").login()
    digests, acknowledged, killed, number = {}, set(), 0, 0
    while killed < KILLS:
        number += 1
        files = []
        for part in range(chance.choice([1, 1, 3])):
            path = work / f"documento {number:04}-{part}.bin"
            path.write_bytes(chance.randbytes(chance.choice([0, 300, 60_000, 700_000, 3_000_000])))
            digests[path.name] = sha256(path)
            files.append(path)
        process = one.start("put", *files)
        try:
            out, _ = process.communicate(timeout=chance.uniform(0.05, 1.2))
            if process.returncode == 0:
                acknowledged.update(item["name"] for item in json.loads(out)["items"] if item["state"] == "synced")
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.communicate()
            killed += 1
        for path in files:
            path.unlink()
    rounds = one.settle()
    two = Profile(sandbox, work / "two").login()
    two.run("sync")
    items = two.run("ls")["items"]
    names = collections.Counter(item["name"] for item in items)
    count.check(not [name for name, times in names.items() if times > 1 or name not in digests], "something is there twice")
    for name in acknowledged:
        count.check(name in names, f"acknowledged but not there: {name}")
    here = {item["name"]: item for item in one.run("ls")["items"]}
    count.check(set(here) == set(names), f"the two computers differ: {set(here) ^ set(names)}")
    got = work / "got"
    for item in items:
        two.run("get", item["id"], "-o", got)
        count.check(sha256(got) == digests.get(item["name"]), f"bytes of {item['name']}")
        got.unlink()
    print(f"{killed} kills of the client in {number} puts; {len(acknowledged)} documents acknowledged, {len(items)} there, settled in {rounds} rounds")
count.finish("killed client")

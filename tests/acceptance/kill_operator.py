# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill_operator.py [KILLS]: the operator dies by SIGKILL at a random moment of an upload, again and again, and comes back.

What it acknowledged is there, with the right digest, each once; the client loses nothing and ends with nothing pending.
"""
import collections
import os
import random
import subprocess
import sys
import time
from house import BIN, Count, Profile, Sandbox, Work, sha256

KILLS = int(sys.argv[1]) if len(sys.argv) > 1 else 200
seed = int(os.environ.get("CARRIEL_SEED") or time.time())
print(f"seed {seed}")
chance = random.Random(seed)
count = Count()
with Work() as work:
    # Brings the operator back each time it dies; the seeding run ends by itself and is not repeated.
    wrapper = work / "operator-that-comes-back"
    pid_file = work / "operator.pid"
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
        digests, killed = {}, 0
        while killed < KILLS:
            files = []
            for part in range(4):
                path = work / f"documento {killed:04}-{part}.bin"
                path.write_bytes(chance.randbytes(chance.choice([300, 60_000, 700_000, 3_000_000, 9_000_000])))
                digests[path.name] = sha256(path)
                files.append(path)
            one.run("put", "--offline", *files)
            for path in files:
                path.unlink()
            process = one.start("sync")
            time.sleep(chance.uniform(0.25, 0.9))
            for _ in range(chance.choice([1, 1, 2])):
                subprocess.run(["kill", "-KILL", pid_file.read_text().strip()], check=False, stderr=subprocess.DEVNULL)
                killed += 1
                time.sleep(chance.uniform(0.05, 0.3))
            process.communicate()
        rounds = one.settle()
        two = Profile(sandbox, work / "two").login()
        two.run("sync")
        items = two.run("ls")["items"]
        names = collections.Counter(item["name"] for item in items)
        count.check(set(names) == set(digests), f"missing or too many: {set(names) ^ set(digests)}")
        count.check(all(times == 1 for times in names.values()), "something is there twice")
        got = work / "got"
        for item in items:
            two.run("get", item["id"], "--force", "-o", got)
            count.check(sha256(got) == digests.get(item["name"]), f"bytes of {item['name']}")
            got.unlink()
        print(f"{killed} kills of the operator; {len(digests)} documents put, {len(items)} there, settled in {rounds} rounds")
count.finish("killed operator")

# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""large.py [MiB]: one large document up, down and out again; how much memory client and operator take at most."""
import os
import pathlib
import subprocess
import sys
import time
from house import BIN, Count, Profile, Sandbox, Work, sha256

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 1024
count = Count()


def peak(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0


def measured(profile, *command):
    """Runs a command and answers seconds and the most memory it had, in MiB, by the system's own account."""
    began = time.monotonic()
    process = profile.start(*command)
    out, errors = process.stdout.read(), process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} ended with {process.returncode}: {errors[-800:]}{out[-300:]}")
    return time.monotonic() - began, usage.ru_maxrss / 1024


with Work() as work, Sandbox(work / "sandbox") as sandbox:
    operator = int(subprocess.run(["pgrep", "-f", f"{BIN.name}/carriel-operator.*{sandbox.dir}"], capture_output=True, text=True).stdout.split()[0])
    one = Profile(sandbox, work / "one").login()
    path = work / "grande.bin"
    with open(path, "wb") as file:
        for _ in range(SIZE):
            file.write(os.urandom(1 << 20))
    seconds, client = measured(one, "put", path)
    print(f"put  {SIZE} MiB: {seconds:6.1f} s, client {client:.0f} MiB, operator {peak(operator):.0f} MiB")
    count.check(client < 150, f"client took {client:.0f} MiB")
    two = Profile(sandbox, work / "two").login()
    seconds, client = measured(two, "sync")
    print(f"sync {SIZE} MiB: {seconds:6.1f} s, client {client:.0f} MiB, operator {peak(operator):.0f} MiB")
    count.check(client < 150, f"client took {client:.0f} MiB")
    seconds, client = measured(two, "get", "grande.bin", "-o", work / "got.bin", "--force")
    print(f"get  {SIZE} MiB: {seconds:6.1f} s, client {client:.0f} MiB")
    count.check(client < 150, f"client took {client:.0f} MiB")
    count.check(sha256(work / "got.bin") == sha256(path), "the bytes differ")
    count.check(peak(operator) < 150, f"operator took {peak(operator):.0f} MiB")
count.finish("large document")

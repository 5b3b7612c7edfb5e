# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""corpus.py FOLDER: every file of a folder is put by one profile, synced to another over TLS, fetched, and compared byte for byte.
A name that the operator forbids is changed on the way, so a file is found by the id that `put` answered, not by its name."""
import pathlib
import sys
import time
from house import Count, Profile, Sandbox, Work, sha256

if len(sys.argv) != 2 or not pathlib.Path(sys.argv[1]).is_dir():
    sys.exit("usage: corpus.py FOLDER (make acceptance CORPUS=FOLDER)")
files = sorted(path for path in pathlib.Path(sys.argv[1]).iterdir() if path.is_file())
count = Count()
with Work() as work, Sandbox(work / "sandbox") as sandbox:
    one = Profile(sandbox, work / "one").login()
    began = time.monotonic()
    put = one.run("put", "--to", "Corpus", *files)["items"]
    print(f"put {len(files)} files in {time.monotonic() - began:.1f} s")
    for path, item in zip(files, put):
        count.check(item["sha256"] == sha256(path) and item["state"] == "synced", f"put {path.name}: {item}")
    two = Profile(sandbox, work / "two").login()
    began = time.monotonic()
    two.run("sync")
    print(f"sync to a second computer in {time.monotonic() - began:.1f} s")
    there = {item["id"] for item in two.run("ls", "Corpus")["items"]}
    count.check(there == {item["id"] for item in put} and len(there) == len(files), f"{len(there)} of {len(files)} arrived")
    for path, item in zip(files, put):
        got = work / "got"
        two.run("get", item["id"], "--force", "-o", got)
        count.check(sha256(got) == sha256(path), f"got {path.name}")
        got.unlink()
count.finish("corpus")

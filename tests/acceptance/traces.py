# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a thief of the disk would find: after a day's use and a kill in the middle of it, no document text, name, note, label, token or
key stands in the clear anywhere a program of ours may write - raw, as UTF-16, or as base64.
"""
import base64
import os
import pathlib
import signal
import time
from house import BIN, Count, PASSPHRASE, Profile, Sandbox, Work

CANARIES = ["canario del texto xq7", "canario-del-nombre-xq7", "canario de la nota xq7", "canarioetiquetaxq7", PASSPHRASE]
count = Count()


def forms(text):
    yield "raw", text.encode()
    yield "UTF-16", text.encode("utf-16-le")
    for shift in range(3):  # base64 of the canary at any alignment, its fuzzy ends cut off
        encoded = base64.b64encode(b"x" * shift + text.encode())
        yield "base64", encoded[4:-4]


with Work() as work, Sandbox(work / "sandbox") as sandbox:
    home, temporary, runtime = work / "home", work / "tmp", work / "run"
    for folder in (home, temporary, runtime):
        folder.mkdir(mode=0o700)
    environment = {"HOME": str(home), "TMPDIR": str(temporary), "XDG_RUNTIME_DIR": str(runtime), "XDG_CACHE_HOME": str(home / "cache"),
                   "XDG_DATA_HOME": str(home / "data"), "XDG_CONFIG_HOME": str(home / "config"), "CARRIEL_LOG": str(home / "carriel.log"),
                   "QT_LOGGING_RULES": "*.debug=true;qt.*=false"}
    one = Profile(sandbox, work / "profile", environment=environment).login()
    given = work / "given"
    given.mkdir()
    for number in range(30):
        (given / f"canario-del-nombre-xq7 {number}.txt").write_text(f"canario del texto xq7, {number}\n" * 2000, encoding="utf-8")
    items = one.run("put", *given.iterdir())["items"]
    one.run("label", items[0]["id"], "+canarioetiquetaxq7")
    one.run("search", "canario")
    one.run("mkdir", "canario-del-nombre-xq7 carpeta")
    out = work / "out"
    one.run("get", items[1]["id"], "--force", "-o", out)
    out.unlink()
    for moment in (0.15, 0.3, 0.45, 0.6):  # killed in the middle of work
        process = one.start("put", *given.iterdir())
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
        process.communicate()
    window = BIN / "carriel"
    if window.exists():  # … and in the middle of a preview
        import subprocess
        process = subprocess.Popen([window, "--profile", one.dir], env=dict(one.environment, QT_QPA_PLATFORM="offscreen"),
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(4)
        process.send_signal(signal.SIGKILL)
        process.wait()
    searched = 0
    for folder in (home, temporary, runtime, one.dir):
        for path in folder.rglob("*"):
            if not path.is_file():
                continue
            searched += 1
            content = path.read_bytes()
            for canary in CANARIES:
                for form, needle in forms(canary):
                    count.check(needle not in content, f"{path} holds {canary!r} ({form})")
            for needle in (b"eyJhbGciOi", b"BEGIN PRIVATE KEY", b"BEGIN EC PRIVATE"):
                # vault.keys holds the vault key wrapped to the recovery key, itself a JWE.
                if path.name.startswith("vault.keys"):
                    continue
                count.check(needle not in content, f"{path} holds {needle!r}")
            count.check(os.stat(path).st_mode & 0o077 == 0, f"{path} can be read by others")
    print(f"{searched} files searched for {len(CANARIES)} canaries")
    count.check(searched >= 3, "nothing was searched")
count.finish("traces")

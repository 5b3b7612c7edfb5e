# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a thief of the disk would find: after a day's use, killed in the middle of work, of a preview and of a document open in another
program, no document text, name, note, label, recovery code, token or key stands in the clear anywhere a program of ours may write -
raw, as UTF-16, or as base64.

The window is a real one, on a screen of its own (Xvfb), driven by its keys.
"""
import base64
import hashlib
import hmac
import json
import os
import pathlib
import signal
import subprocess
import tempfile
import time
from house import BIN, Count, PASSPHRASE, Profile, Sandbox, Work

TEXTS = ["canario del texto xq7", "canario-del-nombre-xq7", "canario de la nota xq7", "canarioetiquetaxq7", PASSPHRASE]
# How tokens and keys begin, whoever they belong to: a JWS or JWE, a key in PEM.
KINDS = ["eyJhbGciOi", "eyJ0eXAiOi", "BEGIN PRIVATE KEY", "BEGIN EC PRIVATE", "BEGIN ENCRYPTED PRIVATE"]
count = Count()


def vault_key(folder):
    """The vault's key, opened as the program does: scrypt of the passphrase opens AES-256-GCM, whose first block is number 2."""
    box = json.loads((folder / "vault.keys").read_text(encoding="utf-8"))["passphrase"]
    plain = lambda name: base64.urlsafe_b64decode(box[name] + "=" * (-len(box[name]) % 4))
    key = hashlib.scrypt(PASSPHRASE.encode(), salt=plain("salt"), n=box["n"], r=box["r"], p=box["p"], maxmem=1 << 28, dklen=32)
    sealed = plain("sealed")
    return subprocess.run(["openssl", "enc", "-d", "-aes-256-ctr", "-K", key.hex(), "-iv", sealed[:12].hex() + "00000002"],
                          input=sealed[12:-16], capture_output=True, check=True).stdout


def opens(key, folder):
    """Whether this is the key: SQLCipher 4 seals the first page with an HMAC whose key comes from it."""
    with open(folder / "vault.db", "rb") as file:
        page = file.read(8192)
    salt = bytes(byte ^ 0x3A for byte in page[:16])
    return hmac.digest(hashlib.pbkdf2_hmac("sha512", key, salt, 2, 32), page[16:-64] + (1).to_bytes(4, "little"), "sha512") == page[-64:]


def refresh_tokens(sandbox):
    """All that the provider has given out: its journal names each by its value."""
    changes = [json.loads(line)[0] for line in next(pathlib.Path(sandbox.dir).rglob("sessions.jsonl")).read_text(encoding="utf-8").splitlines()]
    return sorted({name.removeprefix("RefreshToken:") for name in changes if name.startswith("RefreshToken:")})


def base64s(secret):  # at any alignment, its fuzzy ends cut off; both alphabets
    for shift in range(3):
        encoded = base64.b64encode(b"x" * shift + secret)[4:-4]
        yield "base64", encoded
        if b"+" in encoded or b"/" in encoded:
            yield "base64url", encoded.translate(bytes.maketrans(b"+/", b"-_"))


def forms(text):
    yield "raw", text.encode()
    yield "UTF-16", text.encode("utf-16-le")
    yield from base64s(text.encode())


def forms_of_bytes(key):
    yield "raw", key
    for written in (key.hex(), key.hex().upper()):
        yield "hex", written.encode()
        yield "hex in UTF-16", written.encode("utf-16-le")
    for form, encoded in base64s(key):
        yield form, encoded
        yield f"{form} in UTF-16", encoded.decode().encode("utf-16-le")


def needles(vault, code, sandbox):
    """What may not be found, as (what it is, how it is written, bytes)."""
    secrets = [(f"{text!r}", form, needle) for text in TEXTS for form, needle in forms(text)]
    groups = code.replace("-", "")
    for way, written in (("as shown", code), ("in one", groups), ("in small letters", groups.lower())):
        secrets += [(f"the recovery code {way}", form, needle) for form, needle in forms(written)]
    tokens = refresh_tokens(sandbox)
    count.check(tokens, "no refresh token was given out")
    secrets += [("a refresh token", form, needle) for token in tokens for form, needle in forms(token)]
    return secrets + [("the vault's key", form, needle) for form, needle in forms_of_bytes(vault)], len(tokens)


def pdf(text):
    content = f"BT /F1 24 Tf 60 700 Td ({text}) Tj ET".encode()
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>",
               b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", b"<</Length %d>>stream\n%s\nendstream" % (len(content), content)]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % table


class Screen:
    """A screen without a person, and the person's keys."""

    def __enter__(self):
        reading, writing = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x900x24", "-nolisten", "tcp"],
                                       pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as answer:
            self.display = f":{answer.readline().strip()}"
        return self

    def __exit__(self, *_):
        self.server.kill()
        self.server.wait()

    def do(self, *words):
        return subprocess.run(words, env=dict(os.environ, DISPLAY=self.display), capture_output=True, check=True).stdout

    def focus(self):  # what a window manager would give
        found = self.do("xdotool", "search", "--sync", "--onlyvisible", "--class", "carriel").split()
        self.do("xdotool", "windowfocus", "--sync", found[-1])

    def keys(self, *names):
        for name in names:
            self.do("xdotool", "key", name)
            time.sleep(0.5)

    def picture(self):
        """Of the whole screen, as bytes; equal pictures have equal bytes."""
        return self.do("import", "-window", "root", "ppm:-")


def window(profile, screen, **more):
    """The window, unlocked through its own door and showing the documents."""
    process = subprocess.Popen([BIN / "carriel", "--profile", profile.dir], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               env=dict(profile.environment, DISPLAY=screen.display, QT_QPA_PLATFORM="xcb", **more))
    doors = pathlib.Path(profile.environment["XDG_RUNTIME_DIR"], "carriel")
    waited(lambda: doors.is_dir() and any(doors.iterdir()))
    screen.focus()
    profile.run("unlock")
    time.sleep(2)
    screen.keys("alt+2", "Home")
    return process


def end(process):
    process.send_signal(signal.SIGKILL)
    process.wait()


def waited(condition, seconds=60):
    for _ in range(seconds * 10):
        if condition():
            return True
        time.sleep(0.1)
    return False


def search(folders, when, secrets, tokens):
    searched = size = 0
    for folder in folders:
        for path in folder.rglob("*"):
            if not path.is_file():
                continue
            searched += 1
            content = path.read_bytes()
            size += len(content)
            for what, form, needle in secrets:
                count.check(needle not in content, f"{when}: {path} holds {what} ({form})")
            # vault.keys holds the vault key wrapped to the recovery key, itself a JWE.
            for kind in KINDS if not path.name.startswith("vault.keys") else []:
                for form, needle in ("raw", kind.encode()), ("UTF-16", kind.encode("utf-16-le")):
                    count.check(needle not in content, f"{when}: {path} holds {kind!r} ({form})")
            count.check(os.stat(path).st_mode & 0o077 == 0, f"{when}: {path} can be read by others")
    print(f"{when}: {searched} files of {size} bytes searched for {len(TEXTS)} texts, the recovery code, {tokens} refresh tokens, the vault's key"
          f" and {len(KINDS)} kinds of key, written in {len(secrets) + 2 * len(KINDS)} ways")
    count.check(searched >= 3, f"{when}: nothing was searched")


# Qt cannot start a program whose path has a space in it, so this one is not below the folder of the work.
with Work() as work, Sandbox(work / "sandbox") as sandbox, Screen() as screen, tempfile.TemporaryDirectory() as apart:
    home, temporary, runtime = work / "home", work / "tmp", work / "run"
    for folder in (home, temporary, runtime):
        folder.mkdir(mode=0o700)
    # The program that a document is opened with: it only says which file it was given.
    tools, opened = pathlib.Path(apart), work / "opened"
    (tools / "xdg-open").write_text(f"#!/bin/sh\nprintf %s \"$1\" > '{opened}.new' && mv '{opened}.new' '{opened}'\n", encoding="utf-8")
    (tools / "xdg-open").chmod(0o755)
    environment = {"HOME": str(home), "TMPDIR": str(temporary), "XDG_RUNTIME_DIR": str(runtime), "XDG_CACHE_HOME": str(home / "cache"),
                   "XDG_DATA_HOME": str(home / "data"), "XDG_CONFIG_HOME": str(home / "config"), "CARRIEL_LOG": str(home / "carriel.log"),
                   "QT_LOGGING_RULES": "*.debug=true;qt.*=false", "PATH": f"{tools}:{os.environ['PATH']}",
                   "DBUS_SESSION_BUS_ADDRESS": "disabled:"}
    places = lambda: (home, temporary, runtime, one.dir)
    one = Profile(sandbox, work / "profile", environment=environment)
    code = one.run("login", "--accept-terms")["recovery_code"]
    key = vault_key(one.dir)
    count.check(opens(key, one.dir), "this is not the vault's key")
    count.check(len(code) >= 26, f"this is not a recovery code: {code}")
    for what, form, needle in needles(key, code, sandbox)[0]:
        count.check(len(needle) >= 12, f"{what} ({form}) is too short to look for")
    look = lambda folders, when: search(folders, when, *needles(key, code, sandbox))
    given = work / "given"
    given.mkdir()
    for number in range(30):
        (given / f"canario-del-nombre-xq7 {number}.txt").write_text(f"canario del texto xq7, {number}\n" * 2000, encoding="utf-8")
    (given / "canario-del-nombre-xq7.pdf").write_bytes(pdf("canario del texto xq7"))
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
        end(process)
        process.communicate()
    look(places(), "after work")

    for number, chosen in enumerate((["End"], ["Down"], ["Down", "Down"])):  # … in the middle of a preview: the PDF, and texts
        process = window(one, screen)
        screen.keys(*chosen)
        before = screen.picture()
        screen.keys("Return")
        count.check(waited(lambda: screen.picture() != before, 20), "no preview came on the screen")
        time.sleep(0.7 * number)
        count.check(process.poll() is None, "the window had ended by itself")
        end(process)
        look(places(), f"in the middle of preview {number + 1}")

    process = window(one, screen)  # … and while another program has a document open: that copy alone may be read, and only by its owner
    screen.keys("Down", "ctrl+shift+o")
    count.check(waited(opened.exists), "no other program was called")
    copy = opened.read_text(encoding="utf-8") if opened.exists() else ""
    end(process)
    look([one.dir, home], "while open elsewhere")
    count.check(copy != "", "no copy was handed over")
    process = window(one, screen)  # the next start wipes what the kill left behind
    left = lambda: [path for path in temporary.rglob("*") if path.is_file() and b"canario" in path.read_bytes() + path.name.encode()]
    count.check(waited(lambda: not left(), 30), f"the copy is still there: {left()}")
    end(process)
    look(places(), "after the next start")
count.finish("traces")

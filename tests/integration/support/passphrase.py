# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""Wraps the key of a vault once more with the same passphrase and the lightest scrypt there is. A journey is hundreds of commands, each
of which opens the vault: with the real work factor most of their processor time went to guarding a test's vault against guesses. The
program reads what comes out like any other `vault.keys`; the journeys that are about passphrases (journey, window) keep the real one."""
import base64
import hashlib
import json
import os
import subprocess

LIGHT = {"n": 2, "r": 8, "p": 1}
POLYNOMIAL = 0xE1 << 120


def work_factor(file):
    return json.loads(file.read_bytes())["passphrase"]["n"]


def scrypt(secret, salt, box):
    return hashlib.scrypt(secret.encode(), salt=salt, n=box["n"], r=box["r"], p=box["p"], maxmem=1 << 28, dklen=32)


def counted(key, nonce, start, data):
    """AES-256 in counter mode, from block `start`: what GCM (SP 800-38D) does to the text from 2, and to its tag from 1."""
    return subprocess.run(["openssl", "enc", "-aes-256-ctr", "-K", key.hex(), "-iv", (nonce + start.to_bytes(4, "big")).hex()],
                          input=data, capture_output=True, check=True).stdout


def times(x, y):
    product = 0
    for bit in range(127, -1, -1):
        product ^= y if x >> bit & 1 else 0
        y = y >> 1 ^ (POLYNOMIAL if y & 1 else 0)
    return product


def tag(key, nonce, context, sealed):
    hashing = subprocess.run(["openssl", "enc", "-aes-256-ecb", "-nopad", "-K", key.hex()], input=bytes(16), capture_output=True, check=True).stdout
    padded = lambda data: data + bytes(-len(data) % 16)
    blocks = padded(context) + padded(sealed) + (len(context) * 8).to_bytes(8, "big") + (len(sealed) * 8).to_bytes(8, "big")
    sum_ = 0
    for at in range(0, len(blocks), 16):
        sum_ = times(sum_ ^ int.from_bytes(blocks[at:at + 16], "big"), int.from_bytes(hashing, "big"))
    return counted(key, nonce, 1, sum_.to_bytes(16, "big"))


def lighten(file, secret):
    """`file` is vault.keys; its copy beside it is written too, as the program does."""
    plain = lambda text: base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    written = lambda data: base64.urlsafe_b64encode(data).decode().rstrip("=")
    fields = json.loads(file.read_bytes())
    box = fields["passphrase"]
    context = b"carpeta/vault-key/passphrase/1\0" + fields["vault"].encode()

    key, sealed = scrypt(secret, plain(box["salt"]), box), plain(box["sealed"])
    nonce, text = sealed[:12], sealed[12:-16]
    assert tag(key, nonce, context, text) == sealed[-16:], "this is not the passphrase of this vault"
    vault_key = counted(key, nonce, 2, text)

    salt, nonce = os.urandom(16), os.urandom(12)
    key = scrypt(secret, salt, LIGHT)
    text = counted(key, nonce, 2, vault_key)
    box.update(LIGHT, salt=written(salt), sealed=written(nonce + text + tag(key, nonce, context, text)))
    for path in (file.with_name(file.name + ".bak"), file):
        path.write_text(json.dumps(fields), encoding="utf-8")

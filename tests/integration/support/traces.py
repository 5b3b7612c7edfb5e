# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking for a word in everything that an operator keeps, however it may be dressed."""
import base64
import re
import zlib

CANARY = "Canario-Sellado-7Q2ZK"  # in the name, a label, the note and the content
OPEN = "Testigo-Abierto-5W8XJ"    # in a document that is not sealed: what the search must find


def disguises(word):
    """The word as it may stand in a file: raw, base64 at any of three places, hex, UTF-16."""
    raw = word.encode()
    out = {raw, raw.lower(), raw.hex().encode(), raw.hex().upper().encode(), word.encode("utf-16-le"), word.encode("utf-16-be")}
    for text in (raw, raw.lower()):
        for shift in range(3):
            coded = base64.b64encode(b"\0" * shift + text)
            whole = coded[4 if shift else 0:-4]  # without what depends on the neighbours
            out |= {whole, whole.replace(b"+", b"-").replace(b"/", b"_")}
    return out


def inflated(data):
    """Every stream that zlib, gzip or raw deflate can open in it, from any byte that may begin one."""
    for match in re.finditer(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08", data):
        try:
            yield zlib.decompressobj(wbits=47).decompress(data[match.start():], 1 << 24)
        except zlib.error:
            continue


def traces(folder, word):
    """Files below `folder` in which the word stands, in any disguise."""
    wanted = disguises(word)
    found = []
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.is_symlink():
            continue
        data = path.read_bytes()
        if any(one in piece for piece in (data, *inflated(data)) for one in wanted) or any(one in str(path).encode() for one in wanted):
            found.append(str(path.relative_to(folder)))
    return found

# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""Includes go downwards only, and third-party headers stand where their wrapper lives (docs/ARCHITECTURE.md, the rules)."""
import re
from house import cpp, finish, text

CORE = {
    "base": set(),
    "domain": {"base"},
    "crypto": {"base", "domain"},
    "sync": {"base", "domain"},
    "vault": {"base", "domain", "crypto", "sync"},
    "remote": {"base", "domain", "crypto", "sync"},
    "signing": {"base", "domain", "crypto"},
    "evidence": {"base", "domain", "crypto", "signing"},
    "services": {"base", "domain", "crypto", "sync", "vault", "remote", "signing", "evidence"},
}
UI_COMMON = {"shell", "theme", "widgets", "text", "models", "viewer", "keys"}
UI_CORE = {"base", "domain", "services"}
THIRD_PARTY = [  # header, folders in which it may stand
    (r"openssl/", ("core/crypto/", "reference-operator/", "tests/")),
    (r"sqlcipher/", ("core/vault/",)),
    (r"qt6keychain/", ("core/vault/",)),
    (r"p11-kit/", ("core/signing/token/", "tests/")),
    (r"(qpdf/|zlib.h)", ("core/signing/",)),
    (r"(QPdf(?!Writer)|QtPdf)", ("app/extract/", "tests/")),  # PDFs are read in the confined child alone
    (r"httplib", ("reference-operator/", "tests/")),
]
GUI = re.compile(r"^Q(tGui|tWidgets|Widget|Pixmap|Image|Painter|Icon|Application|GuiApplication|Dialog|Color|Font|Palette)\b")


def place(path):
    parts = path.split("/")
    return parts[0], parts[1] if len(parts) > 2 else ""


def wrong(path, include):
    top, room = place(path)
    to_top, to_room = place(include)
    for pattern, allowed in THIRD_PARTY:
        if re.match(pattern, include) and not path.startswith(allowed):
            return "this header belongs in " + ", ".join(allowed)
    if top == "core" and GUI.match(include):
        return "core knows no screen"
    ours = {"core", "ui", "app", "reference-operator", "tests"}
    if to_top not in ours or top == "tests":
        return None
    if to_top == "tests":
        return "a program does not include its tests"
    if top == "reference-operator":
        return None if to_top == top else "the operator shares the protocol with the client, never its code"
    if to_top == "reference-operator":
        return "the client includes nothing of the operator"
    if top == "core":
        if to_top != "core":
            return "core is below " + to_top
        return None if to_room == room or to_room in CORE.get(room, set()) else f"core/{room} may not use core/{to_room}"
    if top == "ui":
        if to_top == "core":
            return None if to_room in UI_CORE else "ui may use only core/services, core/domain and core/base"
        if to_top != "ui":
            return "ui is below " + to_top
        if room == "":  # ui/AllPages knows every feature; no feature knows it
            return None
        return None if to_room == room or to_room in UI_COMMON else "one feature never includes another"
    return None


findings = []
for file in cpp():
    for number, line in enumerate(text(file).splitlines(), 1):
        match = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
        why = match and wrong(file.as_posix(), match.group(1))
        if why:
            findings.append(f"{file}:{number}: {match.group(1)}: {why}")
finish("layers", findings, len(cpp()))

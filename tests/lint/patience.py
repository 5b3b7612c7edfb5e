# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests wait for a state with one patience, that of tests/support/Patience.h: Qt's own five seconds fail on a slow machine."""
import re
from house import code, cpp, finish, text

LEAST = 60_000  # ms; a named constant is believed
QTS_OWN = re.compile(r"\bQTRY_(?:VERIFY2?|COMPARE)\s*\(")
CALLS = re.compile(r"\b(QTRY_\w+_WITH_TIMEOUT|qWaitFor)\s*\(")
NUMBER = re.compile(r"[\d']+$")


def arguments(source, start):
    """The arguments of the call whose bracket opened just before `start`."""
    depth, begin, out = 1, start, []
    for at in range(start, len(source)):
        sign = source[at]
        depth += sign in "([{"
        depth -= sign in ")]}"
        if depth == 0 or (depth == 1 and sign == ","):
            out.append(source[begin:at].strip())
            begin = at + 1
        if depth == 0:
            return out
    return out


findings = []
checked = [f for f in cpp() if f.parts[0] == "tests" and f.name != "Patience.h"]
for file in checked:
    source = code(file)
    for match in QTS_OWN.finditer(source):
        if "tests/support/Patience.h" not in text(file):
            line = source.count("\n", 0, match.start()) + 1
            findings.append(f"{file}:{line}: QTRY_ without tests/support/Patience.h waits five seconds")
            break
    for match in CALLS.finditer(source):
        given = arguments(source, match.end())
        short = match.group(1) == "qWaitFor" and len(given) < 2
        short |= bool(NUMBER.match(given[-1])) and int(given[-1].replace("'", "")) < LEAST
        if short:
            line = source.count("\n", 0, match.start()) + 1
            findings.append(f"{file}:{line}: {match.group(1)} waits less than {LEAST // 1000} s: use patienceMs")
finish("patience", findings, len(checked))

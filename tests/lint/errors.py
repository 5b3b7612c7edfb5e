# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every error code is declared once, documented in docs/error-codes.md, and nothing is documented that does not exist."""
import re
from house import ROOT, cpp, finish, text

declared = {}
findings = []
for file in cpp():
    if not file.as_posix().startswith(("core/", "ui/", "app/")):
        continue
    for match in re.finditer(r'ErrorCode\s+\w+\s*\{"(CAR-[A-Z]{3}-\d{3})"\}', text(file)):
        code = match.group(1)
        if code in declared:
            findings.append(f"{file}: {code} stands already in {declared[code]}")
        declared[code] = file
page = (ROOT / "docs/error-codes.md")
documented = re.findall(r"^### (CAR-[A-Z]{3}-\d{3})", page.read_text(encoding="utf-8") if page.exists() else "", re.M)
for code in sorted(set(declared) - set(documented)):
    findings.append(f"docs/error-codes.md: {code} of {declared[code]} is not there")
for code in sorted(set(documented) - set(declared)):
    findings.append(f"docs/error-codes.md: {code} does not exist in the code")
for code in sorted({c for c in documented if documented.count(c) > 1}):
    findings.append(f"docs/error-codes.md: {code} stands there twice")
finish("error codes", findings, len(declared))

# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports the files past 250 lines and refuses those past 400: two ideas in one room."""
from house import cpp, files, finish, text

findings, long = [], []
checked = cpp() + files("*.py", "*.mjs")
for file in checked:
    lines = text(file).count("\n")
    if lines > 400:
        findings.append(f"{file}: {lines} lines")
    elif lines > 250:
        long.append((lines, file))
for lines, file in sorted(long, reverse=True):
    print(f"  {lines:4d} {file}")
finish("sizes", findings, len(checked))

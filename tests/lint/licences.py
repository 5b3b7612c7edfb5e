# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file of ours says whose it is and under which licence, and none names a machine or a registry."""
import re
from house import files, finish, text

findings = []
checked = files("*.cpp", "*.h", "*.py", "*.mjs", "*.cmake", "CMakeLists.txt", "*/CMakeLists.txt", "tools/*", ".ci/run")
for file in checked:
    if file.suffix in (".json", ".svg", ".png", ".md", ".tsv", ".txt") and file.name != "CMakeLists.txt":
        continue
    if "SPDX-License-Identifier: GPL-3.0-or-later" not in text(file)[:600]:
        findings.append(f"{file}: no SPDX licence line")
for file in files("*"):
    if file.suffix in (".png", ".pdf", ".ico", ".ttf"):
        continue
    content = text(file)
    for pattern, why in [(r"registry\.npm" + r"js\.org|deb\.debian" + r"\.org|npm" + r"mirror", "names a package registry's host"),
                         (r"/work/(main|wt|shared|\.library)|/root/", "names a path of one machine"),
                         (r"\"resolved\"\s*:", "a lock file with download addresses")]:
        if file.name == "licences.py":
            continue
        for match in re.finditer(pattern, content):
            line = content.count("\n", 0, match.start()) + 1
            findings.append(f"{file}:{line}: {why}")
finish("licences and traces", findings, len(checked))

# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file of ours says whose it is and under which licence, and none names a machine or a registry."""
import re
import tomllib
from house import ROOT, files, finish, text

SAID = re.compile(rb"SPDX-License-Identifier: (GPL-3\.0-or-later|CC0-1\.0)\b")


def covered():
    """The files that hold no comment and are named in REUSE.toml: ** stands for any folders, * for a part of a name."""
    if not (ROOT / "REUSE.toml").is_file():
        return lambda path: False
    entries = tomllib.loads(text("REUSE.toml"))["annotations"]
    assert all(entry["SPDX-License-Identifier"] == "GPL-3.0-or-later" for entry in entries)
    patterns = [re.escape(path).replace(r"\*\*", ".*").replace(r"\*", "[^/]*") for entry in entries for path in entry["path"]]
    return lambda path: any(re.fullmatch(pattern, path.as_posix()) for pattern in patterns)


findings = []
checked = files("*")
named = covered()
for file in checked:
    if file.parts[0] == "LICENSES":
        continue  # the texts themselves, as the specification asks
    if not named(file) and not SAID.search((ROOT / file).read_bytes()[:800]):
        findings.append(f"{file}: no SPDX licence line, and not in REUSE.toml")
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

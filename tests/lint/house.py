# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of this folder share: which files are ours, and how a finding is printed."""
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(os.environ.get("CARRIEL_LINT_ROOT") or pathlib.Path(__file__).resolve().parents[2])


def files(*patterns):
    """Tracked and new files that match the patterns, as paths relative to the root."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "--", *patterns],
                            cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:  # a source archive without git
        return sorted({p.relative_to(ROOT) for pattern in patterns for p in ROOT.rglob(pattern) if p.is_file()
                       and not {"build", "node_modules", ".git"} & set(p.relative_to(ROOT).parts)})
    return sorted(pathlib.Path(line) for line in listed.stdout.splitlines() if (ROOT / line).is_file())


def cpp():
    return files("*.cpp", "*.h")


def text(path):
    return (ROOT / path).read_text(encoding="utf-8")


def code(path):
    """The file without comments and string literals, line for line."""
    source = text(path)
    pattern = re.compile(r'R"(\w*)\(.*?\)\1"|//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'', re.S)

    def blank(match):
        found = match.group(0)
        empty = '""' if found[0] in 'R"' else ""
        return empty + "\n" * found.count("\n")
    return pattern.sub(blank, source)


def finish(what, findings, checked):
    for finding in findings:
        print(finding)
    print(f"{what}: {checked} checked, {len(findings)} wrong")
    sys.exit(1 if findings else 0)

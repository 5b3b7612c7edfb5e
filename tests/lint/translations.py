# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Spanish translation is complete: nothing unfinished, nothing that the code no longer says."""
import re
from house import ROOT, finish

path = ROOT / "translations/carriel_es.ts"
findings = []
source = path.read_text(encoding="utf-8") if path.exists() else ""
messages = re.findall(r"<message.*?</message>", source, re.S)
for message in messages:
    said = re.search(r"<source>(.*?)</source>", message, re.S)
    if re.search(r'type="(unfinished|vanished|obsolete)"', message):
        findings.append(f"translations/carriel_es.ts: {said.group(1) if said else message}")
finish("translations", findings, len(messages))

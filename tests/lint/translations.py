# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Spanish translation is complete: nothing unfinished, nothing that the code no longer says. English has every plural."""
import re
from house import ROOT, finish

path = ROOT / "translations/carriel_es.ts"
findings = []
source = path.read_text(encoding="utf-8") if path.exists() else ""
messages = re.findall(r"<message.*?</message>", source, re.S)
for message in messages:
    said = re.search(r"<source>(.*?)</source>", message, re.S)
    if re.search(r"[“”]", re.sub(r"<source>.*?</source>", "", message, flags=re.S)):
        findings.append(f"translations/carriel_es.ts: quotes are «» in Spanish: {said.group(1) if said else message}")
    if re.search(r'type="(unfinished|vanished|obsolete)"', message):
        findings.append(f"translations/carriel_es.ts: {said.group(1) if said else message}")


def plurals(text):
    return {(re.search(r"<name>(.*?)</name>", context).group(1), re.search(r"<source>(.*?)</source>", message, re.S).group(1))
            for context in re.findall(r"<context>.*?</context>", text, re.S)
            for message in re.findall(r'<message numerus="yes">.*?</message>', context, re.S)}


english = ROOT / "translations/carriel_en.ts"
for context, said in sorted(plurals(source) - plurals(english.read_text(encoding="utf-8") if english.exists() else "")):
    findings.append(f"translations/carriel_en.ts: no plural of «{said}» ({context})")
finish("translations", findings, len(messages))

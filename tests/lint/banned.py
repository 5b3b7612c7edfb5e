# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls that the house does without: they block the window, hide state or cannot be followed."""
import re
from house import code, cpp, finish

RULES = [  # pattern, why, folders it holds for, exceptions
    (r"(?<![\w])(?!QDrag)\w*(?:[dD]ialog|[mM]enu|[bB]ox)\w*(?:\.|->)exec\(", "no exec() of dialogs and menus", ("ui/", "app/", "core/"), ()),
    (r"\bQEventLoop\b", "no nested event loops", ("ui/", "app/", "core/"), ()),
    (r"\bprocessEvents\s*\(", "no processEvents", ("ui/", "app/", "core/"), ()),
    (r"\b(SIGNAL|SLOT)\s*\(", "connect by pointer to member", ("ui/", "app/", "core/", "reference-operator/"), ()),
    (r"\.waitForFinished\s*\(\s*\)", "no waiting on futures in the window's thread", ("ui/", "app/desktop/", "app/instance/"), ()),
    (r"\bfuture\w*\.result\s*\(\s*\)", "continue with .then(context, …) instead", ("ui/", "app/desktop/", "app/instance/"), ()),
    # A page or dialog outside the registry would be met by no audit; files and printers are chosen in the system's own dialogs.
    (r"\bnew\s+Q(?:Dialog|MessageBox|InputDialog|Wizard|ProgressDialog|ErrorMessage)\b|\bQ(?:MessageBox|InputDialog)::\w+\(|"
     r":\s*public\s+Q(?:Dialog|MainWindow|Wizard|MessageBox)\b", "pages and dialogs come from the registry", ("ui/", "app/"),
     ("ui/shell/Navigator.cpp", "ui/shell/MainWindow.h")),
    (r"^(?:static |thread_local |inline )*(?!const|using|return|extern|friend)(?:unsigned |std::|Q[A-Z]|bool\b|int\b|double\b|char\b|qint64\b|"
     r"SecretBytes\b)[\w:<>, *]* \*?\w+(?: = [^(]*|\{.*\})?;$", "no mutable globals", ("ui/", "app/", "core/", "reference-operator/"), ()),
    (r"\bQ_GLOBAL_STATIC\b|\bstatic\s+\w+\s*&\s*instance\s*\(", "no singletons", ("ui/", "app/", "core/", "reference-operator/"), ()),
    (r"\bfriend\s+class\s+(Test|tst_)", "tests use what everybody uses", ("ui/", "app/", "core/"), ()),
    (r"(?<![\w.>:])tr\s*\(|QObject::tr\s*\(|translate\s*\(", "core never translates", ("core/",), ()),
    (r"std::views|std::ranges::views", "clang 14 cannot read them", ("",), ()),
    (r"setInsecureFallback", "a key is never kept in the clear", ("",), ()),
    (r"\bignoreSslErrors\b|VerifyNone|QueryPeer", "no way around a certificate", ("ui/", "app/", "core/"), ()),
    (r"\bsetHtml\s*\(|RichText", "text from elsewhere is shown as plain text", ("ui/documents", "ui/home"), ()),
]
findings = []
for file in cpp():
    name = file.as_posix()
    rules = [r for r in RULES if name.startswith(r[2]) and name not in r[3]]
    if not rules:
        continue
    for number, line in enumerate(code(file).splitlines(), 1):
        for pattern, why, _, _ in rules:
            if re.search(pattern, line):
                findings.append(f"{file}:{number}: {why}: {line.strip()}")
finish("banned calls", findings, len(cpp()))

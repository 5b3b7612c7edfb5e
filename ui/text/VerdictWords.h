// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A verification in words for a person. The names are those of the verification's report: TOTAL-PASSED, HASH_FAILURE,
// B5 …
#pragma once

#include <QString>

namespace carriel::text {

struct VerdictFacts
{
    QString indication;
    QString sub;
    QString after;
    QString signer; // neutralised, may be empty
    QString date;   // as it is to be read; empty if none is known
    bool timestamp = false;
    bool accredited = false;
};

struct VerdictWords
{
    QString headline;
    QString text;
};

VerdictWords verdictWords(const VerdictFacts &facts);

// For a file in which no signature could be judged: "none", "unreadable", "unchecked" (a kind that is not checked yet).
VerdictWords fileWords(const QString &verdict);

// Without characters that turn, hide or break the text around them; at most 200.
QString neutral(const QString &foreign);

} // namespace carriel::text

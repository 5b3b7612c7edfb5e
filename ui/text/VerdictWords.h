// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A verification in words for a person. The names are those of the verification's report: TOTAL-PASSED, HASH_FAILURE,
// B5 …
#pragma once

#include <QStringList>

namespace carriel::text {

struct VerdictFacts
{
    QString indication;
    QString sub;
    QString after;
    QString signer; // neutralised, may be empty
    QString date;   // that a timestamp certifies, as it is to be read; empty if none does
    bool timestamp = false;
    bool accredited = false;
    QString claimed;      // what the signer's computer said of the time; empty if nothing
    bool stamped = false; // there is a timestamp, believed or not
    QString asOf;         // the moment for which it was judged, if that is not now
    QStringList findings; // of the verification: what speaks against it
    QStringList notes;    // and what was allowed
    bool asked = false;   // over the network, as far as it may be
};

struct VerdictWords
{
    QString headline;
    QString text;
};

VerdictWords verdictWords(const VerdictFacts &facts);

// For a file in which no signature could be judged, by its verdict and what was found: "none", "unreadable", "unchecked"
// (not looked at), "limit", "xml" (signed in XML or as text), "p7m" (with its content inside), "no_content" (a detached
// signature without what it signs), "no_password", "wrong_password", "indeterminate".
QString fileKey(const QString &verdict, const QStringList &findings);
VerdictWords fileWords(const QString &key);
// Of an unreadable file that has no signature to be told: whether it is known that there was one. Else "unreadable_file".
bool sawASignature(const QStringList &findings);

// Without characters that turn, hide or break the text around them; at most 200.
QString neutral(const QString &foreign);

} // namespace carriel::text

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/MatchWords.h"

#include <QCoreApplication>

#include <algorithm>

namespace carriel::text {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(MatchWords)
};

QStringList plainWords(const QString &text)
{
    QStringList words;
    QString word;
    for (const QChar c : QString(text.normalized(QString::NormalizationForm_D) + u' ')) {
        if (c.isLetterOrNumber()) {
            word += c.toCaseFolded();
        } else if (!c.isMark() && !word.isEmpty()) {
            words << word;
            word.clear();
        }
    }
    return words;
}

bool begins(const QStringList &words, const QString &one)
{
    return std::any_of(words.begin(), words.end(), [&one](const QString &word) { return word.startsWith(one); });
}

bool holds(const QString &text, const QStringList &wanted)
{
    const QStringList words = plainWords(text);
    return std::all_of(wanted.begin(), wanted.end(), [&words](const QString &one) { return begins(words, one); });
}

} // namespace

Matched matchedIn(const DocumentRow &row, const QString &search)
{
    const QStringList wanted = plainWords(search);
    if (holds(row.name, wanted))
        return Matched::Name;
    if (holds(row.labels.join(u' '), wanted))
        return Matched::Label;
    if (holds(QString(row.documentType + u' ' + row.issuerName), wanted))
        return Matched::Type;
    return Matched::Inside;
}

Matched matchedIn(const DocumentDetails &details, const QString &search)
{
    const Matched row = matchedIn(details.row, search);
    if (row != Matched::Inside)
        return row;
    const QStringList wanted = plainWords(search);
    const QString note = details.meta.note();
    if (holds(note, wanted))
        return Matched::Note;
    if (holds(details.facts.originalName, wanted))
        return Matched::FirstName;
    // What one reads of it everywhere else; a word that is not among these stands in its text.
    const QStringList facts = plainWords(QStringList{details.row.name, details.row.labels.join(u' '), details.row.documentType,
                                                     details.row.issuerName, note, details.facts.originalName}.join(u' '));
    const bool allHere = std::all_of(wanted.begin(), wanted.end(), [&facts](const QString &one) { return begins(facts, one); });
    return allHere ? Matched::Several : Matched::Text;
}

QString matchedName(Matched where)
{
    switch (where) {
    case Matched::Name:
        return QStringLiteral("name");
    case Matched::Label:
        return QStringLiteral("label");
    case Matched::Type:
        return QStringLiteral("type");
    case Matched::Note:
        return QStringLiteral("note");
    case Matched::FirstName:
        return QStringLiteral("original_name");
    case Matched::Text:
        return QStringLiteral("text");
    case Matched::Several:
        return QStringLiteral("several");
    case Matched::Inside:
        break;
    }
    return QStringLiteral("inside");
}

QString matchedWords(Matched where)
{
    switch (where) {
    case Matched::Name:
        return Tr::tr("in the name");
    case Matched::Label:
        return Tr::tr("in a label");
    case Matched::Type:
        return Tr::tr("in its type or issuer");
    case Matched::Note:
        return Tr::tr("in its note");
    case Matched::FirstName:
        return Tr::tr("in its original name");
    case Matched::Text:
        return Tr::tr("in its text");
    case Matched::Several:
        return Tr::tr("in its name, labels or note together");
    case Matched::Inside:
        break;
    }
    return Tr::tr("in its text or its note");
}

} // namespace carriel::text

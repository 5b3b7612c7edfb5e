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

bool holds(const QString &text, const QStringList &wanted)
{
    const QStringList words = plainWords(text);
    return std::all_of(wanted.begin(), wanted.end(), [&words](const QString &one) {
        return std::any_of(words.begin(), words.end(), [&one](const QString &word) { return word.startsWith(one); });
    });
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

QString matchedName(Matched where)
{
    switch (where) {
    case Matched::Name:
        return QStringLiteral("name");
    case Matched::Label:
        return QStringLiteral("label");
    case Matched::Type:
        return QStringLiteral("type");
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
    case Matched::Inside:
        break;
    }
    return Tr::tr("in its text, its note or its first name");
}

} // namespace carriel::text

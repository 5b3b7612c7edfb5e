// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/PersonNames.h"

#include <algorithm>

namespace carriel {

QStringList comparableWords(const QString &text)
{
    QString plain;
    const QString parts = text.normalized(QString::NormalizationForm_D).toCaseFolded();
    for (const QChar c : parts) {
        if (!c.isMark())
            plain += c.isLetterOrNumber() ? c : QChar(u' ');
    }
    return plain.split(u' ', Qt::SkipEmptyParts);
}

bool mayBeSamePerson(const QString &one, const QString &other)
{
    QStringList few = comparableWords(one), many = comparableWords(other);
    if (few.size() > many.size())
        few.swap(many);
    return std::all_of(few.cbegin(), few.cend(), [&](const QString &word) { return many.contains(word); });
}

} // namespace carriel

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/EntityWords.h"

#include "ui/text/NotificationWords.h"
#include "ui/text/VerdictWords.h"

namespace carriel::text {

QString entityWithNumber(const QString &name, const QString &entityId)
{
    if (name.isEmpty())
        return personWords(entityId);
    return entityId.isEmpty() ? neutral(name) : QString(neutral(name) + QStringLiteral(" (") + personWords(entityId) + QLatin1Char(')'));
}

QString entityWords(const NotificationEntry &entry)
{
    return entry.namesake ? entityWithNumber(entry.entityName, entry.entityId) : neutral(entry.entityName);
}

} // namespace carriel::text

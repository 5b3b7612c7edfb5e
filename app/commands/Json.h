// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The shapes that scripts read: part of the command line's contract.
#pragma once

#include "core/base/Error.h"
#include "core/services/Values.h"
#include "ui/text/ErrorWords.h"

#include <QJsonArray>
#include <QJsonObject>

namespace carriel {
class Documents;
}

namespace carriel::commands {

QJsonObject itemJson(const DocumentRow &row, const QString &path);
// What this round found a taken name for, in words, and as {"from","to"}.
struct RenamedApart
{
    QStringList words;
    QJsonArray json;
};
RenamedApart renamedSince(Documents &documents, const QDateTime &sinceUtc);
QJsonObject problemJson(const SyncProblem &problem);
QJsonObject statusJson(const SyncStatus &status, const Account &account, VaultState vault, bool online);
QJsonObject errorJson(const Error &error);   // {"code","message","remedy"}
text::Words wordsHere(const Error &error);   // what to do, said for the command line
QByteArray line(const QJsonObject &object);  // compact, one line

QString utcText(const QDateTime &utc);       // ISO 8601 with milliseconds and Z; empty for none
QString pathOf(const Documents &documents, const ItemId &id);

QJsonArray computersJson(const QList<DeviceInfo> &computers);

} // namespace carriel::commands

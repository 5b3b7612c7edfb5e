// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/ActRecord.h"

#include "core/vault/ActivityLog.h"

namespace carriel {

Outcome recordAct(vault::Database &database, const Clock &clock, const ActEntry &act)
{
    SystemRandom random; // salts alone
    QJsonObject data{{QStringLiteral("name"), act.name}};
    if (!act.with.isEmpty())
        data.insert(QStringLiteral("with"), act.with);
    return vault::ActivityLog(database, clock, random).add({act.kind, act.subject, {}, data});
}

Outcome recordActAlone(vault::Database &database, const Clock &clock, const ActEntry &act)
{
    return database.transact([&] { return recordAct(database, clock, act); });
}

} // namespace carriel

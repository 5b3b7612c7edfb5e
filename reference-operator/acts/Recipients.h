// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// With whom one can share: persons and companies that allowed being found, and entities; by exact number alone, never by
// name, so often an hour and no more, and told to whoever was found (docs/SHARES.md). Inside a transaction.
#pragma once

#include "reference-operator/Connection.h"

#include <QJsonObject>
#include <optional>

namespace carriel::op {

struct Recipient
{
    QString id;   // co:CC:52000111
    QString kind; // person, entity
    QString name; // of a natural person only what lets one recognise him: "Luis M. R."
    QString box;  // the folder that hears of it
};

bool isFindable(Connection &c, const QString &folder);
void setFindable(Connection &c, const QString &folder, bool on);

// Nothing where somebody is not known here, and the same where he does not want to be found.
std::optional<Recipient> findRecipient(Connection &c, const QString &id);
QString shownName(const QString &id, const QString &name);
// Counts one more question of this folder; throws rate_limited. In a transaction of its own, so that refusals count too.
void countLookup(Connection &c, const QString &folder);
void tellFound(Connection &c, const Recipient &found, const QString &by);

} // namespace carriel::op

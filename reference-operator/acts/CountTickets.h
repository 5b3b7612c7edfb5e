// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a locked program may still ask: how many notifications wait. A ticket opens nothing but that number. In a
// transaction.
#pragma once

#include "reference-operator/Connection.h"

#include <QJsonObject>

namespace carriel::op {

QJsonObject takeTicket(Connection &c, const QString &folder, const QString &login); // schema CountTicket
void endTickets(Connection &c, const QString &folder, const QByteArray &ticket);    // empty: all of the folder
qint64 countBy(Connection &c, const QByteArray &ticket); // at most 99; throws token_missing, token_invalid

} // namespace carriel::op

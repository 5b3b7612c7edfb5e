// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The change feed of a folder (RFC 8620 /changes). One row for each thing that ever changed, with the number of its last
// change: coalesced by construction.
#pragma once

#include "reference-operator/Config.h"
#include "reference-operator/Connection.h"
#include "reference-operator/Hub.h"

#include <QJsonObject>

namespace carriel::op {

// Bytes of JSON after which a page of notifications ends: a person's program refuses one of 32 MiB.
inline constexpr qsizetype largestPage = 8 * 1024 * 1024;

// Inside the transaction of the change.
void recordChange(Connection &c, const QString &folder, const QString &kind, const QString &id);

QString cursorText(const QString &epoch, qint64 seq); // opaque for clients
qint64 lastSeq(Connection &c, const QString &folder);

// Schema Changes. Throws cursor_invalid, cursor_expired.
QJsonObject changesSince(Connection &c, const Config &config, const QString &folder, const QString &cursor,
                         qint64 limit);
// How much the folder holds at `cursor`; null when it has moved on since.
QJsonValue countAt(Connection &c, const QString &folder, const QString &cursor);

// Schema Snapshot: everything but what was purged, a parent before its children. `snapshot` "new" or as answered before.
QJsonObject snapshotPage(Connection &c, const QString &folder, const QString &snapshot, const QString &page, qint64 limit);
QJsonObject childrenOf(Connection &c, const QString &folder, const QString &parent, const QString &page, qint64 limit);

// Tells the hub after the commit of the transaction.
void announce(Connection &c, Hub &hub, const QString &folder);

} // namespace carriel::op

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The operator's own record of a folder, op:<folder>: a chain as each device has one (docs/ACTIVITY.md), and the
// checkpoints, in which the operator signs the head of a device's chain beside its own. In a transaction.
#pragma once

#include "reference-operator/Config.h"
#include "reference-operator/Connection.h"
#include "reference-operator/OperatorKeys.h"

#include <QJsonObject>

namespace carriel::op {

struct ActivityEntry
{
    QString kind; // "device.registered", "act.access" …
    QString actor, subject, op;
    QJsonObject data; // of the detail
};

// The folder's writers wait for each other here.
void recordActivity(Connection &c, const QString &folder, const ActivityEntry &entry);

// Where both chains end, as the feed says at every round: SEQ:HASH:N:DIGEST, of the record and of the checkpoints.
QByteArray activityHead(Connection &c, const QString &folder);
QJsonObject activityPage(Connection &c, const QString &folder, qint64 from, qint64 limit);    // schema ActivityPage
QJsonObject checkpointsPage(Connection &c, const QString &folder, qint64 from, qint64 limit); // schema CheckpointPage

// Schema Checkpoint. Throws statement_invalid, log_fork (with what the operator has). The same head again is answered
// with the checkpoint that it has.
QJsonObject makeCheckpoint(Connection &c, const Config &config, const OperatorKeys &keys, const QString &folder,
                           const QJsonObject &body);

} // namespace carriel::op

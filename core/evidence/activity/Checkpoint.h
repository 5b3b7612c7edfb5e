// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the operator signed of the logs: a SET (RFC 8417) whose event urn:carpeta:event:Checkpoint names the head that a
// device told and the operator's own (docs/ACTIVITY.md). Pure; thread-safe.
#pragma once

#include "core/crypto/Jws.h"

namespace carriel::evidence {

struct LogHead
{
    QString log;
    qint64 seq = 0;
    QByteArray hash; // raw
};

struct Checkpoint
{
    QByteArray digest, prev; // base64url, of the compact JWS; prev is empty at 1
    qint64 n = 0;
    QString folder;
    LogHead told, own;    // the device's and the operator's
    QList<LogHead> heads; // the last one told of every log
};

// The form alone. badStatement.
Result<Checkpoint> readCheckpoint(QByteArrayView compact);
// The same, signed by one of the operator's keys. badStatement, badJws, badSignature.
Result<Checkpoint> verifiedCheckpoint(QByteArrayView compact, const crypto::JwkSet &operatorKeys);

} // namespace carriel::evidence

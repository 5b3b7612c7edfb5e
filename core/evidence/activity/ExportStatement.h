// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a computer says of the record that it wrote out as files: a JWS `typ: carpeta-log-export+json` by the device's key
// over each log's end and each file's digest. A chain shows what was changed in its midst; that its end, a whole log or
// the details beside it were taken away, only somebody who signed the whole can show (docs/ACTIVITY.md). Pure; thread-safe.
#pragma once

#include "core/evidence/activity/Checkpoint.h"

#include <QDateTime>
#include <QMap>

namespace carriel::evidence {

struct ExportStatement
{
    QString folder, device; // ids
    QDateTime made;
    QList<LogHead> logs;              // where each one ends
    QMap<QString, QByteArray> files;  // raw SHA-256 of each, by its name
    QByteArray vouchedBy;             // read: thumbprint of the operator's key that vouches for the computer; empty: none known
};

Result<QByteArray> makeExport(const ExportStatement &said, const crypto::PrivateKey &deviceKey);
// `device`: the operator's statement about the computer that signed. badStatement, badJws, badSignature.
Result<ExportStatement> readExport(QByteArrayView compact, QByteArrayView device, const crypto::JwkSet &operatorKeys);

} // namespace carriel::evidence

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Private to core/remote: single values as the wire writes them, read strictly.
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>

namespace carriel::remote::wire {

Error protocolError(const QString &reason); // CAR-REM-002

Result<QString> text(const QJsonObject &o, const char *name, qsizetype maxChars = 4096); // a string, not empty
Result<QString> optionalText(const QJsonObject &o, const char *name, qsizetype maxChars = 4096); // absent or null: empty
Result<QString> id(const QJsonObject &o, const char *name);                    // [A-Za-z0-9_-]{1,64}
Result<qint64> number(const QJsonObject &o, const char *name, qint64 least = 0); // a whole number
Result<bool> boolean(const QJsonObject &o, const char *name);
Result<QDateTime> time(const QJsonObject &o, const char *name);               // UTC; absent or null: invalid
Result<QDate> date(const QJsonObject &o, const char *name);                   // absent or null: invalid
Result<QByteArray> sha256(const QJsonObject &o, const char *name);            // 32 raw bytes from padded base64

QString sha256Text(const QByteArray &raw);   // padded base64
QByteArray digestField(const QByteArray &raw); // sha-256=:…: (RFC 9530)
std::optional<QByteArray> fromDigestField(const QByteArray &field); // 32 raw bytes

} // namespace carriel::remote::wire

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Compact JWS (RFC 7515) with ES256 and RS256. Thread: any.
#pragma once

#include "reference-operator/Jwk.h"

#include <QJsonArray>
#include <QString>

namespace carriel::op {

struct Jws {
    QJsonObject header;
    QJsonObject payload;
    QByteArray signingInput;
    QByteArray signature; // r‖s for ES256
    QString alg() const;
    QString kid() const;
    QString typ() const;
};

// Taken apart, nothing verified yet. Nothing for other algorithms, for crit, b64, jwk, jku, x5u, and above 256 KiB.
std::optional<Jws> parseJws(const QByteArray &text);
bool verifies(const Jws &jws, const KeyPtr &key);
// `x5c`: the certificates to put into the header, standard base64 of DER. Throws std::runtime_error.
QByteArray signJws(const QString &typ, const QString &kid, const QJsonObject &payload, const KeyPtr &key, const QJsonArray &x5c = {});

} // namespace carriel::op

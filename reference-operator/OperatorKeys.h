// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The operator's signing key: made at the first start, mode 0600, published at /operator-keys.
#pragma once

#include "reference-operator/Jwk.h"

#include <QString>

namespace carriel::op {

class OperatorKeys
{
public:
    explicit OperatorKeys(const QString &directory);
    QByteArray sign(const QString &typ, const QJsonObject &payload) const; // compact JWS, ES256
    QJsonObject published() const; // JWK Set

private:
    KeyPtr m_key;
    QString m_kid;
};

} // namespace carriel::op

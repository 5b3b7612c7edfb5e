// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The operator's keys: made at the first start, mode 0600. The signing key is published at /operator-keys; the seal key,
// to which entities encrypt their share of a notification's key, in discovery; tokens of entities are for ourselves.
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
    QJsonObject signJwk() const { return jwkOf(m_key); }
    QJsonObject sealJwk() const; // public, with kid
    const KeyPtr &seal() const { return m_seal; }
    const KeyPtr &token() const { return m_token; }

private:
    KeyPtr m_key;
    KeyPtr m_seal;
    KeyPtr m_token;
    QString m_kid;
};

} // namespace carriel::op

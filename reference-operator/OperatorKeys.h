// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The operator's keys: made at the first start, mode 0600, and missed at any later one: the database remembers which they
// were, and every one that signed stays in the directory. The signing key is published at /operator-keys; the seal key,
// to which entities encrypt their share of a notification's key, in discovery; tokens of entities are for ourselves.
#pragma once

#include "reference-operator/Jwk.h"

#include <QJsonArray>
#include <QString>

namespace carriel::op {

class Connection;
class Database;

class OperatorKeys
{
public:
    OperatorKeys(const QString &directory, Database &database); // throws std::runtime_error for a lost file
    QByteArray sign(const QString &typ, const QJsonObject &payload) const; // compact JWS, ES256
    static QJsonArray everyKey(Connection &c);     // schema EntityKey each, also those before
    static QJsonObject published(Connection &c);   // JWK Set of those that sign or signed
    QJsonObject signJwk() const { return jwkOf(m_key); }
    QJsonObject sealJwk() const; // public, with kid
    const KeyPtr &seal() const { return m_seal; }
    const KeyPtr &token() const { return m_token; }

private:
    static void keep(Connection &c, const QString &use, const QJsonObject &jwk);
    KeyPtr m_key;
    KeyPtr m_seal;
    KeyPtr m_token;
    QString m_kid;
};

} // namespace carriel::op

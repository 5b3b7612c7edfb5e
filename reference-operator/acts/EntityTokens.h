// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens of entities: client credentials (RFC 6749 4.4) with a signed assertion (RFC 7523), issued and read by
// ourselves. Thread: any.
#pragma once

#include "reference-operator/Auth.h"
#include "reference-operator/Database.h"
#include "reference-operator/OperatorKeys.h"

namespace carriel::op {

class TokenRefusal
{
public:
    TokenRefusal(const char *error, const char *description) : m_error(error), m_description(description) {}
    const char *error() const { return m_error; } // of RFC 6749 5.2
    const char *description() const { return m_description; }

private:
    const char *m_error;
    const char *m_description;
};

class EntityTokens
{
public:
    EntityTokens(const Config &config, Database &database, const OperatorKeys &keys)
        : m_config(config), m_database(database), m_keys(keys)
    {
    }

    // From the form of the request to schema TokenAnswer. Throws TokenRefusal.
    QJsonObject issue(const QHash<QString, QString> &form);
    // From the value of `Authorization`; `sub` is the holder of the entity's box. Throws token_missing, token_invalid,
    // token_expired.
    Principal bearer(const QByteArray &authorization) const;

private:
    const Config &m_config;
    Database &m_database;
    const OperatorKeys &m_keys;
};

// Throws scope_missing.
void needProcedure(const Principal &who, const QString &procedure);
void needOwn(const Principal &who, const QString &procedure); // of the entity's: its token, or one for all of it
void needWhole(const Principal &who);                         // a token for the entity as a whole
QString proceduresSeen(const Principal &who);                 // each between spaces; empty: all of the entity's

} // namespace carriel::op

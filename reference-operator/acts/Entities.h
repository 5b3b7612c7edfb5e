// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Entities that notify: who they are, their keys, and the directory that says so to everybody. Inside a transaction.
#pragma once

#include "reference-operator/Connection.h"
#include "reference-operator/Jws.h"
#include "reference-operator/OperatorKeys.h"
#include "reference-operator/Outcome.h"

#include <QJsonArray>
#include <optional>

namespace carriel::op {

struct Config;

struct Entity
{
    QString id; // co:NIT:900123456
    QString name;
    QString number;     // 900123456, in paths
    QString box;        // the folder that its uploads lie in; empty: known, not registered
    QJsonObject client; // public JWK of its assertions
    QJsonArray origins;
    QString webhook;
    QString clientId() const { return QString(QStringLiteral("entity-") + number); }
    QString boxHolder() const
    {
        return QString(QStringLiteral("entity:") + id);
    } // no identity provider gives such a subject
};

std::optional<Entity> findEntity(Connection &c, const QString &id);
std::optional<Entity> findEntityByNumber(Connection &c, const QString &number);

// Schema EntityRegistration: client key and name are replaced; of keys, those that it names are in force from now on.
// Throws invalid_request with the member, and id_taken.
void registerEntity(Connection &c, const QString &id, const QJsonObject &registration);
QJsonObject entityJson(Connection &c, const Entity &entity); // schema EntityRegistered
QJsonArray entityKeys(Connection &c, const QString &entity); // schema EntityKey each
KeyPtr entityKey(Connection &c, const QString &entity, const QString &kid, const QString &use);
// Why verifiers would not take this as the entity's own: they want a key that the directory gives for the moment that
// the statement names, and, where it carries certificates, the one of that key. Null: nothing; else seal_signature or
// dates.
const char *signerFault(Connection &c, const QString &entity, const Jws &statement);
void setWebhook(Connection &c, const Config &config, const QString &entity,
                const QJsonValue &url); // throws invalid_request

// A new invitation; whoever holds it may register this entity, once.
QByteArray invite(Connection &c, const QString &entity);
// Throws invitation_invalid. False: it was this very registration that used it, which is not done a second time.
bool takeInvitation(Connection &c, const QByteArray &token, const QString &entity, const QString &key);

// Schema DirectoryStatement, signed.
QByteArray directory(Connection &c, const Config &config, const OperatorKeys &keys);

} // namespace carriel::op

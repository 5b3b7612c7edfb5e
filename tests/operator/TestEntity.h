// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// An entity and a person's device with throw-away keys, for tests of notifications: each step of the protocol as one
// call, and each thing it sends can be changed before it is sent.
#pragma once

#include "tests/operator/TestOperator.h"

#include <QElapsedTimer>
#include <functional>

namespace carriel::op::test {

using Change = std::function<void(QJsonObject &)>;

class TestEntity
{
public:
    TestEntity(TestOperator &op, QString id, QString procedure);

    QJsonObject registration() const; // for a seed, or with an invitation
    QString id() const { return m_id; }
    QString procedure() const { return m_procedure; }
    static QString consentText() { return QStringLiteral("Acepto que me notifiquen por medios electrónicos."); }
    KeyPtr signKey() const { return m_sign; }

    QByteArray assertion(const Change &change = {}) const;
    Reply askToken(const QByteArray &assertion, const QByteArray &scope = {}) const;
    QByteArray token(); // fetched when needed

    Reply call(const char *method, const QString &path, const QJsonObject &body = {},
               const std::string &key = freshKey());
    QString upload(const QByteArray &cipher);

    struct Made
    {
        QString id;
        QByteArray a;      // 32 bytes
        QByteArray cipher; // any bytes: the operator cannot read them
        QJsonObject seal;
        QJsonObject body; // of the deposit
    };
    // `seal` and `share` are changed before they are signed and encrypted.
    Made make(const QString &person, const QJsonObject &consent, const Change &seal = {}, const Change &share = {});
    Reply deposit(const Made &made);
    QByteArray sign(const QString &typ, const QJsonObject &payload, const QJsonArray &x5c = {}) const;
    QJsonObject consentOf(const QString &person); // {id, sha256}, asked of the operator

private:
    TestOperator &m_op;
    QString m_id, m_procedure;
    KeyPtr m_sign, m_client;
    QByteArray m_token;
    QElapsedTimer m_tokenAge;
    QJsonObject m_sealKey;
};

class TestDevice
{
public:
    TestDevice(const TestOperator &op, QString folder, QString person, QString id);

    Reply bind() const;
    QByteArray statement() const; // as the operator answered
    QByteArray sign(const QString &typ, const QJsonObject &payload) const;
    Reply giveConsent(const QString &consent, const TestEntity &entity, const Change &change = {}) const;
    Reply withdraw(const QString &consent, const TestEntity &entity) const;

    Reply opening(const QString &notification) const;
    QByteArray receipt(const QJsonObject &notification, const QJsonObject &opening, const Change &change = {}) const;
    Reply acknowledge(const QString &notification, const QByteArray &receipt, const std::string &key,
                      const QByteArray &idToken = {}) const;
    Reply fetch(const QString &notification, const QString &challenge = {}) const;
    QJsonObject get(const QString &notification) const;
    QByteArray keyIn(const Reply &reply) const; // the 32 bytes that were released to this device; empty: none
    QString id() const { return m_id; }
    QString in(const QString &path) const;
    QByteArray token(const QJsonObject &overrides = {}) const; // of a login of this device

private:
    const TestOperator &m_op;
    QString m_folder, m_person, m_id;
    KeyPtr m_ds, m_de;
    QByteArray m_r;
    QByteArray nonce() const;
    QJsonObject de() const;
};

} // namespace carriel::op::test

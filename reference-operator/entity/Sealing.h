// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// From an act to a deposit: package, salt, key, ciphertext, seal (docs/NOTIFICATIONS.md). The secrets of a batch come
// from one secret, so that a batch that was cut makes the same notifications again.
#pragma once

#include "reference-operator/entity/Api.h"

namespace carriel::entity {

struct Draft
{
    QString procedure;
    QString cls = QStringLiteral("notification");
    QString regime = QStringLiteral("cpaca-56");
    QString title; // of the envelope: nothing sensitive
    QString caseNumber;
    QString sensitivity = QStringLiteral("normal");
    QStringList signers{QStringLiteral("device")}; // of receipts: device, certificate
    qint64 notBefore = 0; // seconds since 1970; 0: at once
    std::optional<qint64> expires;
    QJsonObject act; // schema Act, without `id` and `documents`
    QList<PackedFile> documents;
    QStringList documentNames; // as the person sees them

    qint64 bytes() const; // of all of it
};

class TooLarge : public std::runtime_error
{
public:
    TooLarge(qint64 size, qint64 limit);
};

// What is to be sent is not as it must be: the same again is refused again.
class BadDraft : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

struct Recipient
{
    QString person;
    QJsonValue consent; // {id, sha256}, or null
    QString reference;
};

struct Sealed
{
    QString id;
    QByteArray cipher;
    QJsonObject body; // schema Deposit, but for `blob`
};

class Sealer
{
public:
    Sealer(const Home &home, Api &api, Draft draft);
    // `secret` and `number` decide id, key and salt.
    Sealed seal(const Recipient &to, const QByteArray &secret, qint64 number, qint64 now) const;
    // Asks the operator who is subscribed; at most 500 persons. The answers in the order asked.
    QList<QJsonValue> consentsOf(const QStringList &persons) const;
    const Draft &draft() const { return m_draft; }

private:
    const Home &m_home;
    Api &m_api;
    Draft m_draft;
    QJsonObject m_warning; // {id, sha256} as a seal names it
};

} // namespace carriel::entity

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What is checked before a deposit is accepted. Without the checks of `a` an entity could deposit a copied JWE under a
// notification of its own and use the operator to open it.
#pragma once

#include "reference-operator/BlobStore.h"
#include "reference-operator/acts/Entities.h"
#include "reference-operator/acts/Notifications.h"

namespace carriel::op {

class Refusal
{
public:
    explicit Refusal(const char *reason) : m_reason(reason) {}
    QString reason() const { return QString::fromLatin1(m_reason); }

private:
    const char *m_reason;
};

struct NewDeposit
{
    QString id;
    QByteArray seal;
    QJsonObject payload; // of the seal; what was read of it when it is refused
    QByteArray a;
    QString blob; // of the entity's box
    QString reference, batch, key;
    qint64 line = -1; // of the batch
};

// Everything that needs no transaction: form, signature (by one of `signers`, by kid), the share. Throws Refusal.
void checkDeposit(const Config &config, const OperatorKeys &keys, const Entity &entity,
                  const QHash<QString, KeyPtr> &signers, const NewDeposit &deposit);
QHash<QString, KeyPtr> signersOf(Connection &c, const QString &entity);

// Inside a transaction: the rest, then A.1 and, when it is due, C.1. Throws Refusal, already_exists, id_taken.
Notification admit(Connection &c, const Config &config, const OperatorKeys &keys, const Entity &entity,
                   const NewDeposit &deposit);
// Throws already_exists or id_taken. Looked at before anything of a deposit is refused with a signature of ours.
void needNew(Connection &c, const QString &entity, const QString &notification);
// Records that it was refused, and gives A.2.
QJsonObject refuse(Connection &c, const Config &config, const OperatorKeys &keys, const Entity &entity,
                   const QHash<QString, KeyPtr> &signers, const NewDeposit &deposit, const QString &reason);
// Makes it available to the recipient.
QJsonObject publish(Connection &c, const Config &config, const OperatorKeys &keys, Notification &n);

} // namespace carriel::op

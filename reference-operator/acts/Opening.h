// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The one moment of access: challenge, receipt, E.1, key (docs/NOTIFICATIONS.md, "Opening"). Everything happens on the
// locked row of the notification, so an opening, another opening, a cancellation and an expiry never overlap.
#pragma once

#include "reference-operator/Auth.h"
#include "reference-operator/acts/Notifications.h"

namespace carriel::op {

struct Assurance
{ // how sure the login behind the request is, or behind the ID token that names the receipt
    QString acr;
    qint64 authTime = 0;
};

struct NewReceipt
{
    QByteArray receipt;
    QByteArray device;  // statement
    QByteArray idToken; // empty: none
    Assurance assurance;
    QString sub; // who asks
    QString key; // Idempotency-Key
};

// Inside a transaction; all throw Problem.
Notification lockOf(Connection &c, const QString &folder, const QString &id); // not_found, also before it is available
QJsonObject prepareOpening(Connection &c, Notification &n);                   // schema Opening
QJsonObject acknowledge(Connection &c, const Config &config, const OperatorKeys &keys, Notification &n,
                        const NewReceipt &receipt);
// The receipt was answered void: nothing that names its challenge is ever accepted.
void endChallenge(Connection &c, const QString &folder, const QString &notification, const QByteArray &receipt);
// False for ever once it has been false: said before the answer leaves.
bool challengeAlive(Connection &c, const Notification &n, const QString &challenge);
// The E.1 as the acknowledgement answered it, without the key. Notes a fetch by another device.
QJsonObject acknowledged(Connection &c, const Config &config, const OperatorKeys &keys, Notification &n,
                         const QString &device, const QString &sub);
QJsonObject dispute(Connection &c, const Config &config, const OperatorKeys &keys, Notification &n,
                    const QJsonObject &request, const QString &sub, const QString &key);

QString deviceIn(const QByteArray &statement); // the id that a device statement names; empty: none
// A device of the folder, in force, and the one that this login was for when the login says so. Its statement.
QByteArray needCallingDevice(Connection &c, const QString &folder, const QString &device, const Principal &who);
// Not in the transaction of the acknowledgement: unwraps the share and wraps it to the device.
QString releaseKey(Connection &c, const OperatorKeys &keys, const QString &folder, const QString &notification,
                   const QString &device);

} // namespace carriel::op

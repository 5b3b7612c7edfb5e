// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Device keys (acts, K2 and K3): bound to the person by the nonce of a login, certified by a statement of the operator.
#pragma once

#include "reference-operator/Auth.h"
#include "reference-operator/Connection.h"
#include "reference-operator/OperatorKeys.h"

#include <QJsonArray>

namespace carriel::op {

struct NewDevice { // verified, not stored yet
    QString id;
    QString name;
    QJsonObject ds;
    QJsonObject de;
    QByteArray idToken;
    QString r;
    QByteArray statement; // JWS
};

// Checks keys, binding and ID token, and signs the statement. No transaction. Throws invalid_request, device_binding_invalid.
NewDevice verifyDevice(const Config &config, Auth &auth, const OperatorKeys &keys, const Principal &who, const QString &id,
                       const QJsonObject &request);

// Inside a transaction.
void insertDevice(Connection &c, const QString &folder, const NewDevice &device);
bool hasActiveDevice(Connection &c, const QString &folder);
QJsonArray devicesJson(Connection &c, const QString &folder);
QJsonObject deviceJson(Connection &c, const QString &folder, const QString &id); // throws not_found
void revokeDevice(Connection &c, const QString &folder, const QString &id);      // a second time changes nothing

} // namespace carriel::op

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
    QString login;        // the nonce that ties a login to its keys
};

// Checks keys, binding and ID token, and signs the statement. No transaction. Throws invalid_request, device_binding_invalid.
NewDevice verifyDevice(const Config &config, Auth &auth, const OperatorKeys &keys, const Principal &who, const QString &id,
                       const QJsonObject &request);

// Inside a transaction.
void insertDevice(Connection &c, const QString &folder, const NewDevice &device);
// That login was for this device, from now on its tokens end with it. `r` as in the binding; throws device_revoked, and
// device_binding_invalid if the login was for other keys.
void bindLogin(Connection &c, const QString &folder, const QString &id, const Principal &who, const QString &r);
// Throws device_revoked if the token's login was for a device that is no more.
void needDeviceInForce(Connection &c, const Principal &who);
bool hasActiveDevice(Connection &c, const QString &folder);
QJsonArray devicesJson(Connection &c, const QString &folder);
QJsonObject deviceJson(Connection &c, const QString &folder, const QString &id); // throws not_found
void revokeDevice(Connection &c, const QString &folder, const QString &id);      // a second time changes nothing

} // namespace carriel::op

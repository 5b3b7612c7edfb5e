// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Terms, folders and devices as JSON (docs/protocol/openapi.yaml).
#pragma once

#include "core/remote/AccountApi.h"

namespace carriel::remote {

Result<Terms> readTerms(const QJsonObject &json); // the digest is verified
Result<FolderInfo> readFolder(const QJsonObject &json);
Result<QList<FolderInfo>> readFolders(const QJsonObject &json);
Result<RegisteredDevice> readDevice(const QJsonObject &json);
Result<QList<RegisteredDevice>> readDevices(const QJsonObject &json);

QJsonObject writeDevice(const DeviceRegistration &device); // DeviceRequest
QByteArray writeAcceptance(const EnrolmentOrder &order);   // payload of the JWS
QByteArray writeEnrolment(const EnrolmentOrder &order, const QByteArray &acceptance);

} // namespace carriel::remote

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Whose folder is whose, and enrolment (alta).
#pragma once

#include "reference-operator/Devices.h"
#include "reference-operator/Idempotency.h"

namespace carriel::op {

struct Enrolment { // verified, not stored yet
    QString holder;
    QString holderName;
    QByteArray acceptance; // JWS by the device
    NewDevice device;
};

// Throws invalid_request, terms_outdated, acceptance_invalid, device_binding_invalid. No transaction.
Enrolment verifyEnrolment(const Config &config, Auth &auth, const OperatorKeys &keys, const Principal &who, const QJsonObject &request);

// Inside a transaction.
void needFolderOf(Connection &c, const QString &folder, const QString &sub); // not_found, also for another person's
Outcome enrol(Connection &c, const Config &config, const QString &folder, const Enrolment &enrolment); // folder_exists, already_exists, id_taken
QJsonObject folderJson(Connection &c, const Config &config, const QString &folder);
QJsonArray foldersOf(Connection &c, const QString &sub);

} // namespace carriel::op

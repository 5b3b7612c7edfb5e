// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The person's account at the operator: terms, enrolment (alta), folders, devices.
// Thread: the engine's. Each call answers once, later, unless its Call is destroyed.
#pragma once

#include "core/domain/Ids.h"
#include "core/remote/ApiClient.h"
#include "core/remote/DeviceKeys.h"

namespace carriel::remote {

struct Terms {
    QString id;
    QString version;
    QString language;
    QString text;      // Markdown
    QByteArray sha256; // 32 raw bytes of the text's UTF-8, verified
};

struct FolderInfo {
    FolderId id;
    QString holderId;   // co:CC:…
    QString holderName;
    QString state;      // active, closing, closed
    qint64 quotaUsed = -1;
    qint64 quotaLimit = -1;
};

struct RegisteredDevice {
    DeviceId id;
    QString name;
    QByteArray signThumbprint;
    bool active = true;
    QDateTime createdUtc;
    QDateTime revokedUtc;
    QByteArray statement; // JWS of the operator
};

// What makes this computer one of the person's: its keys, and the login that named them in its nonce.
struct DeviceRegistration {
    DeviceId id;
    QString name;
    DeviceKeys keys;
    DeviceBinding binding;
    QByteArray idToken; // of that login
    QString subject;    // of that login
    OpKey key;          // Idempotency-Key
};

struct EnrolmentOrder {
    FolderId folder;     // chosen by us
    QString holderName;
    Terms terms;         // as they were shown
    QDateTime acceptedUtc;
    DeviceRegistration device;
};

struct Enrolled {
    FolderInfo folder;
    RegisteredDevice device;
    QByteArray acceptance; // JWS of the device, kept by both sides
};

class AccountApi
{
public:
    explicit AccountApi(ApiClient &client) : m_client(client) {}

    [[nodiscard]] CallPtr terms(sync::Done<Terms> done); // needs no login
    [[nodiscard]] CallPtr folders(sync::Done<QList<FolderInfo>> done);
    [[nodiscard]] CallPtr folder(const FolderId &id, sync::Done<FolderInfo> done);

    // The acceptance is signed with the device key. The operator's statement about the device is verified, else badStatement.
    // Refused with code folder_exists if the person has one, terms_outdated if the terms changed meanwhile.
    [[nodiscard]] CallPtr enrol(const EnrolmentOrder &order, sync::Done<Enrolled> done);
    // StepUpNeeded while the person has another device.
    [[nodiscard]] CallPtr addDevice(const FolderId &folder, const DeviceRegistration &device, sync::Done<RegisteredDevice> done);
    // Tells that the login just made was for this device (`r` of its binding): its tokens end with the device then.
    // deviceRevoked if it was removed.
    [[nodiscard]] CallPtr bindLogin(const FolderId &folder, const DeviceId &device, const QByteArray &r,
                                    sync::Done<bool> done);
    [[nodiscard]] CallPtr devices(const FolderId &folder, sync::Done<QList<RegisteredDevice>> done);
    [[nodiscard]] CallPtr revokeDevice(const FolderId &folder, const DeviceId &device, const OpKey &key,
                                       sync::Done<RegisteredDevice> done); // StepUpNeeded

    // Those that sign or signed, as they are published now.
    [[nodiscard]] CallPtr operatorKeys(sync::Done<crypto::JwkSet> done);

private:
    // Verifies `statement` with keys fetched now, then answers.
    template <typename T>
    void confirm(class Chain *chain, const QByteArray &statement, const DeviceRegistration &device, T answer, sync::Done<T> done);

    ApiClient &m_client;
};

} // namespace carriel::remote

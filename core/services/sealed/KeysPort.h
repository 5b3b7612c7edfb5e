// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the ring of person keys asks of the operator (docs/protocol/KEYS.md). Thread: the engine's.
#pragma once

#include "core/remote/DeviceKeys.h"
#include "core/services/shares/TheirKey.h"
#include "core/sync/OperatorPort.h"

#include <QJsonObject>

namespace carriel::sealed {

// Who this computer is at the operator.
struct OwnDevice {
    QString person; // co:CC:…
    QString id;
    remote::DeviceKeys keys;
};

class KeysPort
{
public:
    virtual ~KeysPort() = default;
    using Done = sync::Done<QJsonObject>;

    virtual Result<OwnDevice> self() = 0;
    virtual void keys(Done done) = 0;
    virtual void add(int generation, const QJsonObject &body, Done done) = 0;
    virtual void copy(int generation, const QString &reader, const QJsonObject &body, Done done) = 0;
    virtual void device(const QString &id, Done done) = 0;
    virtual void pairing(const QString &device, Done done) = 0;
    // A login of the person, at once, whose ID token names this nonce and holds nothing of him but his number.
    virtual void proveKey(const QString &nonce, std::function<void(Result<QByteArray>)> proven) = 0;
    // A fresh and stronger login, which the next generation needs.
    virtual void stepUp(std::function<void(Outcome)> done) = 0;
    virtual void addProof(int generation, const QJsonObject &body, Done done) = 0;
    virtual void provider(std::function<void(Result<shares::Provider>)> done) = 0;
    virtual void step(const QString &device, const QString &step, const QJsonObject &body, Done done) = 0;
};

} // namespace carriel::sealed

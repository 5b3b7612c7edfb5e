// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What shares need of the operator. Private to core/services. Thread: the engine's.
#pragma once

#include "core/sync/OperatorPort.h"

#include <QJsonObject>

namespace carriel::shares {

class SharePort
{
public:
    using Done = std::function<void(sync::Answer<QJsonObject>)>;
    using BytesDone = std::function<void(sync::Answer<QByteArray>)>;

    virtual ~SharePort() = default;
    virtual void recipient(const QString &person, Done done) = 0;
    virtual void listing(Done done) = 0;
    virtual void setListing(bool findable, Done done) = 0;
    virtual void shares(const QString &next, Done done) = 0;
    virtual void received(const QString &next, Done done) = 0;
    virtual void share(const QString &id, bool mine, Done done) = 0;
    virtual void offer(const QString &id, const QString &key, const QByteArray &body, Done done) = 0;
    // kind: revoke, extend, accept, decline, erase (of mine), erased, kept
    virtual void act(const QString &kind, const QString &id, const QString &key, const QByteArray &body, Done done) = 0;
    virtual void document(const QString &id, int n, qint64 size, BytesDone done) = 0;
};

} // namespace carriel::shares

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Shares at the operator (docs/SHARES.md). What is signed travels through untouched. Thread: the engine's. Each call
// answers once, later, unless its Call is destroyed.
#pragma once

#include "core/domain/Ids.h"
#include "core/remote/ApiClient.h"

#include <QJsonObject>

namespace carriel::remote {

class ShareApi
{
public:
    explicit ShareApi(ApiClient &client) : m_client(client) {}

    using Done = sync::Done<QJsonObject>;
    // Below the folder; a further page's address comes from the network and is only ever a query of its own resource.
    [[nodiscard]] CallPtr shares(const FolderId &folder, const QString &next, Done done);
    [[nodiscard]] CallPtr received(const FolderId &folder, const QString &next, Done done);
    [[nodiscard]] CallPtr share(const FolderId &folder, const QString &id, Done done);
    [[nodiscard]] CallPtr receivedOne(const FolderId &folder, const QString &id, Done done);
    [[nodiscard]] CallPtr recipient(const FolderId &folder, const QString &person, Done done);
    [[nodiscard]] CallPtr listing(const FolderId &folder, Done done);
    [[nodiscard]] CallPtr setListing(const FolderId &folder, bool findable, Done done);
    // `body` is sent byte for byte, again under the same key until its answer is known.
    [[nodiscard]] CallPtr offer(const FolderId &folder, const QString &id, const QString &key, const QByteArray &body, Done done);
    [[nodiscard]] CallPtr revoke(const FolderId &folder, const QString &id, const QString &key, const QByteArray &body, Done done);
    [[nodiscard]] CallPtr extend(const FolderId &folder, const QString &id, const QString &key, const QByteArray &body, Done done);
    [[nodiscard]] CallPtr askErasure(const FolderId &folder, const QString &id, const QString &key, const QByteArray &body, Done done);
    [[nodiscard]] CallPtr answerErasure(const FolderId &folder, const QString &id, const QString &key, const QByteArray &body, Done done);
    [[nodiscard]] CallPtr answer(const FolderId &folder, const QString &id, const QString &key, const QByteArray &body, Done done);
    // The bytes of one document, whole; the digest is the caller's affair.
    [[nodiscard]] CallPtr document(const FolderId &folder, const QString &id, int n, qint64 size, sync::Done<QByteArray> done);

private:
    CallPtr get(const FolderId &folder, const QString &path, Done done);
    CallPtr tell(const QByteArray &method, const FolderId &folder, const QString &path, const QString &key,
                 const QByteArray &body, Done done);
    ApiClient &m_client;
};

} // namespace carriel::remote

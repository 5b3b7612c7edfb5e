// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The operator as the sync engine wants it, over HTTPS. Thin: paths, headers, codecs. Thread: the engine's.
// Wire: docs/protocol/openapi.yaml.
#pragma once

#include "core/remote/ApiClient.h"
#include "core/sync/OperatorPort.h"

namespace carriel::remote {

class OperatorApi final : public sync::OperatorPort
{
public:
    // `events` has connections of its own: an endless stream must not take one of the six that transfers share.
    OperatorApi(ApiClient &client, ApiClient &events) : m_client(client), m_events(events) {}

    // After discovery and login. Until then every call answers AuthNeeded.
    void configure(const FolderId &folder, const sync::Limits &limits);

    CallPtr limits(sync::Done<sync::Limits> done) override;
    CallPtr changes(const QString &cursor, int limit, sync::Done<sync::ChangePage> done) override;
    CallPtr snapshotPage(const QString &next, int limit, sync::Done<sync::SnapshotPage> done) override;
    CallPtr item(const ItemId &id, sync::Done<sync::RemoteItem> done) override;
    CallPtr versions(const ItemId &id, sync::Done<QList<sync::RemoteHead>> done) override;
    CallPtr count(const QString &cursor, sync::Done<std::optional<sync::ItemCount>> done) override;
    CallPtr fixity(const QByteArray &nonce, const QList<sync::FixityRange> &ranges,
                   sync::Done<QList<sync::FixityAnswer>> done) override;
    Result<sync::FrozenRequest> freeze(const sync::Intent &intent) override;
    CallPtr send(const sync::OpRow &op, sync::Done<sync::OpResult> done) override;
    CallPtr sendBatch(const QList<sync::OpRow> &ops, sync::Done<QList<sync::Answer<sync::OpResult>>> done) override;
    CallPtr createUpload(const OpKey &key, qint64 size, const QByteArray &sha256, sync::Done<sync::UploadCreated> done) override;
    CallPtr append(const QString &url, qint64 offset, const QByteArray &bytes, bool last, sync::Done<sync::UploadProgress> done) override;
    CallPtr uploadStatus(const QString &url, sync::Done<sync::UploadProgress> done) override;
    CallPtr uploadBundle(const QList<sync::BundlePart> &parts, sync::Done<QList<sync::BundleResult>> done) override;
    CallPtr download(const RemoteBlobId &blob, qint64 offset, qint64 size, std::function<bool(QByteArrayView)> sink,
                     sync::Done<qint64> done) override;
    CallPtr downloadBundle(const QList<RemoteBlobId> &blobs,
                           std::function<void(const RemoteBlobId &, sync::Answer<QByteArray>)> part, sync::Done<int> done) override;
    void setBandwidth(qint64 up, qint64 down) override { m_client.setBandwidth(up, down); }
    CallPtr events(std::function<void(QString cursor)> changed, std::function<void(sync::Trouble)> ended) override;

    // Of the header Activity-Head of each page of the feed, as it stands there.
    std::function<void(const QByteArray &head)> onActivityHead;

private:
    QString path(const QString &below) const;          // below /folders/{folder}
    QString uploadPath(const QString &url) const;      // empty if it is not an upload of this folder

    ApiClient &m_client;
    ApiClient &m_events;
    FolderId m_folder;
    sync::Limits m_limits;
};

} // namespace carriel::remote

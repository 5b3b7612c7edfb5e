// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The operator as the engine sees it, with sealed documents opened and closed on their way (SealedItems). Bytes pass as they
// are: they were sealed before the engine ever had them. Thread: the engine's.
#pragma once

#include "core/services/sealed/SealedItems.h"

namespace carriel::sealed {

class SealedPort final : public sync::OperatorPort
{
public:
    SealedPort(sync::OperatorPort &port, vault::Database &database) : m_port(port), m_items(database) {}

    sync::CallPtr limits(sync::Done<sync::Limits> done) override { return m_port.limits(std::move(done)); }
    sync::CallPtr changes(const QString &cursor, int limit, sync::Done<sync::ChangePage> done) override;
    sync::CallPtr snapshotPage(const QString &next, int limit, sync::Done<sync::SnapshotPage> done) override;
    sync::CallPtr item(const ItemId &id, sync::Done<sync::RemoteItem> done) override;
    sync::CallPtr versions(const ItemId &id, sync::Done<QList<sync::RemoteHead>> done) override
    {
        return m_port.versions(id, std::move(done));
    }
    sync::CallPtr count(const QString &cursor, sync::Done<std::optional<sync::ItemCount>> done) override
    {
        return m_port.count(cursor, std::move(done));
    }
    sync::CallPtr fixity(const QByteArray &nonce, const QList<sync::FixityRange> &ranges,
                         sync::Done<QList<sync::FixityAnswer>> done) override
    {
        return m_port.fixity(nonce, ranges, std::move(done));
    }
    Result<sync::FrozenRequest> freeze(const sync::Intent &intent) override;
    sync::CallPtr send(const sync::OpRow &op, sync::Done<sync::OpResult> done) override;
    sync::CallPtr sendBatch(const QList<sync::OpRow> &ops, sync::Done<QList<sync::Answer<sync::OpResult>>> done) override;
    sync::CallPtr createUpload(const OpKey &key, qint64 size, const QByteArray &sha256,
                               sync::Done<sync::UploadCreated> done) override
    {
        return m_port.createUpload(key, size, sha256, std::move(done));
    }
    sync::CallPtr append(const QString &url, qint64 offset, const QByteArray &bytes, bool last,
                         sync::Done<sync::UploadProgress> done) override
    {
        return m_port.append(url, offset, bytes, last, std::move(done));
    }
    sync::CallPtr uploadStatus(const QString &url, sync::Done<sync::UploadProgress> done) override
    {
        return m_port.uploadStatus(url, std::move(done));
    }
    sync::CallPtr uploadBundle(const QList<sync::BundlePart> &parts, sync::Done<QList<sync::BundleResult>> done) override
    {
        return m_port.uploadBundle(parts, std::move(done));
    }
    sync::CallPtr download(const RemoteBlobId &blob, qint64 offset, qint64 size, std::function<bool(QByteArrayView)> sink,
                           sync::Done<qint64> done) override
    {
        return m_port.download(blob, offset, size, std::move(sink), std::move(done));
    }
    sync::CallPtr downloadBundle(const QList<RemoteBlobId> &blobs,
                                 std::function<void(const RemoteBlobId &, sync::Answer<QByteArray>)> part,
                                 sync::Done<int> done) override
    {
        return m_port.downloadBundle(blobs, std::move(part), std::move(done));
    }
    void setBandwidth(qint64 up, qint64 down) override { m_port.setBandwidth(up, down); }
    sync::CallPtr events(std::function<void(QString cursor)> changed, std::function<void(sync::Trouble)> ended) override
    {
        return m_port.events(std::move(changed), std::move(ended));
    }

private:
    void open(sync::Answer<sync::OpResult> &answer);
    void open(sync::Trouble &trouble);

    sync::OperatorPort &m_port;
    SealedItems m_items;
};

} // namespace carriel::sealed

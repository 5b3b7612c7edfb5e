// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Resumable uploads (draft-ietf-httpbis-resumable-upload, careful creation). An append is acknowledged when its bytes and its
// offset are durable, in this order; bytes behind the offset count for nothing. Thread: any. Throws Problem.
#pragma once

#include "reference-operator/BlobStore.h"
#include "reference-operator/Blobs.h"
#include "reference-operator/Config.h"
#include "reference-operator/Database.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/Idempotency.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>

namespace carriel::op {

struct UploadState {
    QString id;
    qint64 length = 0;
    qint64 offset = 0;
    QByteArray sha256;
    std::optional<Blob> blob; // complete
};

struct Append {
    qint64 offset = 0;
    qint64 length = 0; // of this body
    bool last = false;
    QByteArray digest; // Content-Digest, 32 raw bytes
    // Hands over the body, piece by piece.
    std::function<void(const std::function<void(QByteArrayView)> &)> body;
};

class Uploads
{
public:
    Uploads(const Config &config, Database &database, BlobStore &store)
        : m_config(config), m_database(database), m_store(store)
    {
    }

    Outcome create(const Key &key, qint64 length, const QByteArray &sha256, const QString &location);
    UploadState state(const QString &folder, const QString &id);
    UploadState append(const QString &folder, const QString &id, const Append &append);
    void expire(); // drops what is too old

    QByteArray limits() const; // Upload-Limit

private:
    // One for each upload that was written to since the start: only the newest writer may write, and the digest of the bytes
    // up to `hashed` saves reading them again at the end.
    struct Live {
        std::mutex mutex;
        quint64 writer = 0;
        Sha256 digest;
        qint64 hashed = 0;
    };
    std::shared_ptr<Live> live(const QString &folder, const QString &id);
    void forget(const QString &folder, const QString &id);
    Sha256 digestUpTo(Live &live, const File &file, qint64 offset);
    UploadState complete(const QString &folder, const UploadState &state, const Sha256 &digest);

    const Config &m_config;
    Database &m_database;
    BlobStore &m_store;
    std::mutex m_mutex;
    std::map<std::pair<QString, QString>, std::shared_ptr<Live>> m_live;
};

} // namespace carriel::op

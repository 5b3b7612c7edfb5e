// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A document's bytes as the person knows them, piece by piece: those of a sealed one are kept as they travel, and are opened
// here, where they are read. Thread: that of the database.
#pragma once

#include "core/crypto/Sealed.h"
#include "core/sync/Store.h"
#include "core/vault/Database.h"

#include <optional>

namespace carriel::vault {

class PlainContent
{
public:
    // `blob`: the number of its row, of which the caller has seen that it is verified. CAR-VLT-040 if it is sealed with a
    // key that is not here; CAR-CRY-003, -008 if it is not what it should be.
    static Result<PlainContent> of(Database &database, qint64 blob, qint64 storedSize, bool sealed);
    // The same by id, whoever its documents are. CAR-VLT-019 if it is not here.
    static Result<PlainContent> of(Database &database, const BlobId &blob);

    static constexpr qint64 pieceSize = sync::chunkSize;
    qint64 size() const { return m_size; }
    // Bytes from index * pieceSize on, pieceSize of them or up to the end.
    Result<QByteArray> piece(Database &database, qint64 index) const;
    Result<QByteArray> all(Database &database) const;

private:
    PlainContent(qint64 blob, qint64 storedSize) : m_blob(blob), m_stored(storedSize), m_size(storedSize) {}
    Result<QByteArray> stored(Database &database, qint64 from, qint64 count) const;

    qint64 m_blob;
    qint64 m_stored;
    qint64 m_size;
    std::optional<crypto::EceRecords> m_records;
};

} // namespace carriel::vault

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/PlainContent.h"

#include "core/vault/PersonKeyStore.h"
#include "core/vault/Schema.h"
#include "core/vault/SealedErrors.h"
#include "core/vault/VaultErrors.h"

namespace carriel::vault {

static_assert(PlainContent::pieceSize == crypto::sealedPlainPerRecord);

Result<PlainContent> PlainContent::of(Database &database, qint64 blob, qint64 storedSize, bool sealed)
{
    PlainContent content(blob, storedSize);
    if (!sealed)
        return content;
    CARRIEL_TRY(const QByteArray header, content.stored(database, 0, qMin(storedSize, qint64(crypto::sealedHeaderSize))));
    CARRIEL_TRY(const crypto::SealingKey key, PersonKeyStore(database).sealing(crypto::sealedWith(header)));
    CARRIEL_TRY(content.m_records, crypto::recordsOf(header, key));
    content.m_size = crypto::plainSizeOf(storedSize);
    if (content.m_size < 0)
        return Error{errors::bytesDamaged, {}, QStringLiteral("no sealed document has this size")};
    return content;
}

Result<PlainContent> PlainContent::of(Database &database, const BlobId &blob)
{
    Statement row = database.query("SELECT b.n,b.size,EXISTS(SELECT 1 FROM version v CROSS JOIN item i ON i.id=v.item "
                                   "WHERE v.blob=b.id AND i.custody=1) FROM blob b WHERE b.id=? AND b.state=2",
                                   blob.text());
    CARRIEL_TRY(const bool found, row.next());
    if (!found)
        return Error{errors::bytesMissing, {}, {}};
    return of(database, row.integer(0), row.integer(1), row.flag(2));
}

Result<QByteArray> PlainContent::stored(Database &database, qint64 from, qint64 count) const
{
    QByteArray out;
    while (count > 0) {
        const qint64 index = from / sync::chunkSize;
        Statement row = database.query("SELECT bytes FROM chunk WHERE key=?", m_blob * chunksPerBlob + index);
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return Error{errors::bytesMissing, {}, {}};
        if (row.bytesView(0).size() != qMin(sync::chunkSize, m_stored - index * sync::chunkSize))
            return Error{errors::bytesDamaged, {}, QStringLiteral("a chunk of another length")};
        const qint64 at = from - index * sync::chunkSize;
        const qint64 take = qMin(count, row.bytesView(0).size() - at);
        if (take <= 0)
            return Error{errors::bytesDamaged, {}, QStringLiteral("past the end")};
        out.append(row.bytesView(0).data() + at, take);
        from += take;
        count -= take;
    }
    return out;
}

Result<QByteArray> PlainContent::piece(Database &database, qint64 index) const
{
    if (!m_records) {
        const qint64 from = index * pieceSize;
        return stored(database, from, qMin(pieceSize, m_stored - from));
    }
    const qint64 from = crypto::sealedHeaderSize + index * crypto::sealedRecordSize;
    const qint64 count = qMin(crypto::sealedRecordSize, m_stored - from);
    CARRIEL_TRY(const QByteArray record, stored(database, from, count));
    return m_records->open(quint64(index), record, from + count == m_stored);
}

Result<QByteArray> PlainContent::all(Database &database) const
{
    QByteArray out;
    out.reserve(m_size);
    for (qint64 index = 0; out.size() < m_size; ++index) {
        CARRIEL_TRY(const QByteArray next, piece(database, index));
        if (next.isEmpty())
            return Error{errors::bytesDamaged, {}, QStringLiteral("chunk %1").arg(index)};
        out.append(next);
    }
    return out;
}

} // namespace carriel::vault

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/BlobBytes.h"

#include <QCryptographicHash>

namespace carriel::sync {

QByteArray sha256Of(QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(bytes);
    return hash.result();
}

Result<QByteArray> readBytes(Reader &reader, const BlobId &blob, qint64 offset, qint64 count)
{
    QByteArray out;
    out.reserve(count);
    while (count > 0) {
        CARRIEL_TRY(const QByteArray chunk, reader.chunk(blob, int(offset / chunkSize)));
        const qint64 from = offset % chunkSize;
        const qint64 take = std::min(count, chunk.size() - from);
        if (take <= 0)
            break; // fewer bytes than promised: the digest will tell
        out.append(chunk.constData() + from, take);
        offset += take;
        count -= take;
    }
    return out;
}

Outcome writeBytes(Writer &writer, const BlobId &blob, qint64 offset, QByteArrayView bytes)
{
    int index = int(offset / chunkSize);
    for (qint64 at = 0; at < bytes.size(); at += chunkSize, ++index)
        CARRIEL_CHECK(writer.putChunk(blob, index, bytes.sliced(at, std::min(chunkSize, bytes.size() - at))));
    return {};
}

} // namespace carriel::sync

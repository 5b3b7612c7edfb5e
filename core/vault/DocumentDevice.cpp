// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/DocumentDevice.h"

#include "core/base/SecretBytes.h"
#include "core/sync/Store.h"
#include "core/vault/Schema.h"

#include <cstring>

namespace carriel::vault {

DocumentDevice::DocumentDevice(std::weak_ptr<Database> database, qint64 blob, qint64 size)
    : m_database(std::move(database)), m_blob(blob), m_size(size)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

DocumentDevice::~DocumentDevice()
{
    wipeMemory(m_chunk.data(), std::size_t(m_chunk.size()));
}

bool DocumentDevice::load(qint64 index)
{
    if (index == m_loaded)
        return true;
    const std::shared_ptr<Database> database = m_database.lock();
    if (!database) {
        setErrorString(QStringLiteral("the vault was locked"));
        return false;
    }
    Statement row = database->query("SELECT bytes FROM chunk WHERE key=?", m_blob * chunksPerBlob + index);
    const Result<bool> found = row.next();
    const qint64 expected = qMin(sync::chunkSize, m_size - index * sync::chunkSize);
    if (!found.ok() || !found.value() || row.bytesView(0).size() != expected) {
        setErrorString(found.ok() ? QStringLiteral("a chunk is missing") : found.error().detail);
        return false;
    }
    m_chunk.resize(qsizetype(expected));
    std::memcpy(m_chunk.data(), row.bytesView(0).data(), std::size_t(expected));
    m_loaded = index;
    return true;
}

qint64 DocumentDevice::readData(char *data, qint64 maxSize)
{
    qint64 done = 0;
    while (done < maxSize && pos() + done < m_size) {
        const qint64 at = pos() + done;
        if (!load(at / sync::chunkSize))
            return done > 0 ? done : -1;
        const qint64 from = at % sync::chunkSize;
        const qint64 count = qMin(maxSize - done, m_chunk.size() - from);
        std::memcpy(data + done, m_chunk.constData() + from, std::size_t(count));
        done += count;
    }
    return done;
}

} // namespace carriel::vault

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/DocumentDevice.h"

#include "core/base/SecretBytes.h"

#include <cstring>

namespace carriel::vault {

DocumentDevice::DocumentDevice(std::weak_ptr<Database> database, PlainContent content)
    : m_database(std::move(database)), m_content(std::move(content))
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
    auto piece = m_content.piece(*database, index);
    if (!piece.ok()) {
        setErrorString(piece.error().detail.isEmpty() ? piece.error().codeText() : piece.error().detail);
        return false;
    }
    wipeMemory(m_chunk.data(), std::size_t(m_chunk.size()));
    m_chunk = std::move(piece).value();
    m_loaded = index;
    return true;
}

qint64 DocumentDevice::readData(char *data, qint64 maxSize)
{
    qint64 done = 0;
    while (done < maxSize && pos() + done < m_content.size()) {
        const qint64 at = pos() + done;
        if (!load(at / PlainContent::pieceSize))
            return done > 0 ? done : -1;
        const qint64 from = at % PlainContent::pieceSize;
        const qint64 count = qMin(maxSize - done, m_chunk.size() - from);
        std::memcpy(data + done, m_chunk.constData() + from, std::size_t(count));
        done += count;
    }
    return done;
}

} // namespace carriel::vault

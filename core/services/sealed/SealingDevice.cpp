// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sealed/SealingDevice.h"

#include <cstring>

namespace carriel::sealed {

namespace {
constexpr qint64 stride = 262144;
}

SealingDevice::SealingDevice(QIODevice &source, crypto::EceSealer sealer) : m_source(source), m_sealer(std::move(sealer))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

Result<std::unique_ptr<SealingDevice>> SealingDevice::over(QIODevice &source, const crypto::SealingKey &key)
{
    CARRIEL_TRY(crypto::EceSealer sealer, crypto::sealWith(key));
    return std::unique_ptr<SealingDevice>(new SealingDevice(source, std::move(sealer)));
}

bool SealingDevice::fill()
{
    m_ready.clear();
    m_at = 0;
    QByteArray plain(stride, Qt::Uninitialized);
    while (m_ready.isEmpty() && !m_finished) {
        const qint64 got = m_source.read(plain.data(), plain.size());
        if (got < 0) {
            setErrorString(m_source.errorString());
            return false;
        }
        auto sealed = got == 0 ? m_sealer.finish() : m_sealer.add(QByteArrayView(plain).first(got));
        m_finished = got == 0;
        if (!sealed.ok()) {
            setErrorString(sealed.error().codeText());
            return false;
        }
        m_ready = std::move(sealed).value();
    }
    wipeMemory(plain.data(), std::size_t(plain.size()));
    return true;
}

qint64 SealingDevice::readData(char *data, qint64 maxSize)
{
    qint64 done = 0;
    while (done < maxSize) {
        if (m_at == m_ready.size()) {
            if (m_finished)
                break;
            if (!fill())
                return -1; // also what was read before: a part is worse than nothing
            continue;
        }
        const qint64 take = qMin<qint64>(maxSize - done, m_ready.size() - m_at);
        std::memcpy(data + done, m_ready.constData() + m_at, std::size_t(take));
        m_at += take;
        done += take;
    }
    return done;
}

Result<QByteArray> sealWhole(QByteArrayView plain, const crypto::SealingKey &key)
{
    CARRIEL_TRY(crypto::EceSealer sealer, crypto::sealWith(key));
    CARRIEL_TRY(QByteArray out, sealer.add(plain));
    CARRIEL_TRY(const QByteArray last, sealer.finish());
    return QByteArray(out + last);
}

} // namespace carriel::sealed

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/OneShotBody.h"

#include <QTimer>
#include <cstring>

namespace carriel::remote {

OneShotBody::OneShotBody(QByteArray bytes, Pacer *pacer, QObject *parent)
    : QIODevice(parent), m_bytes(std::move(bytes)), m_pacer(pacer)
{
    // Unbuffered: a second copy of an 8 MiB append is of no use.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OneShotBody::bytesAvailable() const
{
    return m_bytes.size() - m_at + QIODevice::bytesAvailable();
}

std::chrono::milliseconds OneShotBody::takeHeld()
{
    std::chrono::milliseconds held = std::exchange(m_held, {});
    if (m_waits)
        held += std::chrono::milliseconds(m_waitsSince.restart());
    return held;
}

qint64 OneShotBody::readData(char *data, qint64 maxSize)
{
    if (m_at >= m_bytes.size())
        return -1;
    qint64 n = std::min<qint64>(maxSize, m_bytes.size() - m_at);
    if (m_pacer)
        n = m_pacer->take(n);
    if (n == 0 && !std::exchange(m_waits, true)) { // not yet: nothing now is not the end of a sequential device
        m_waitsSince.start();
        QTimer::singleShot(Pacer::pause, this, [this] {
            m_waits = false;
            m_held += std::chrono::milliseconds(m_waitsSince.elapsed());
            Q_EMIT readyRead();
        });
    }
    std::memcpy(data, m_bytes.constData() + m_at, std::size_t(n));
    m_at += n;
    return n;
}

} // namespace carriel::remote

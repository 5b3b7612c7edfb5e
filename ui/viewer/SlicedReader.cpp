// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/SlicedReader.h"

#include <QTimer>

namespace carriel::ui {

namespace {
constexpr qint64 slice = 1024 * 1024; // some 2 to 4 ms out of the vault
}

SlicedReader::SlicedReader(std::unique_ptr<QIODevice> device, qint64 most, QObject *parent)
    : QObject(parent), m_device(std::move(device)), m_most(most)
{
    QTimer::singleShot(0, this, [this] {
        if (!m_device) {
            fail(Failure::NotHere);
        } else if (m_device->size() > m_most) {
            fail(Failure::TooLarge);
        } else if (!m_device->isOpen() && !m_device->open(QIODevice::ReadOnly)) {
            fail(Failure::Unreadable);
        } else {
            m_bytes.reserve(m_device->size());
            step();
        }
    });
}

void SlicedReader::step()
{
    const QByteArray part = m_device->read(slice);
    m_bytes += part;
    if (part.isEmpty() || m_device->atEnd()) {
        if (m_bytes.size() < m_device->size()) {
            fail(Failure::Unreadable);
            return;
        }
        Q_EMIT finished(m_bytes);
        deleteLater();
        return;
    }
    QTimer::singleShot(0, this, &SlicedReader::step);
}

void SlicedReader::fail(Failure failure)
{
    Q_EMIT failed(failure);
    deleteLater();
}

} // namespace carriel::ui

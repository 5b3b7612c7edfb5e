// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The beginning of another device, as one of its own: the version of a document that a signature covers. Thread: one.
#pragma once

#include <QIODevice>
#include <memory>

namespace carriel {

class FirstBytes final : public QIODevice
{
public:
    FirstBytes(std::unique_ptr<QIODevice> whole, qint64 size) : m_whole(std::move(whole))
    {
        if (!m_whole->isOpen())
            m_whole->open(QIODevice::ReadOnly);
        m_size = qMin(size, m_whole->size());
        QIODevice::open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    qint64 size() const override { return m_size; }
    bool isSequential() const override { return false; }
    bool seek(qint64 at) override { return at <= m_size && QIODevice::seek(at) && m_whole->seek(at); }

protected:
    qint64 readData(char *into, qint64 most) override
    {
        m_whole->seek(pos());
        return m_whole->read(into, qMin(most, m_size - pos()));
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    std::unique_ptr<QIODevice> m_whole;
    qint64 m_size = 0;
};

} // namespace carriel

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A request body that can be read once. Qt repeats a request whose connection ends before the answer (up to four times over
// TLS) unless the body is a sequential device that cannot go back. So every mutation has such a body, empty ones included:
// what was sent is never sent again behind our back.
#pragma once

#include "core/remote/Pacer.h"

#include <QByteArray>
#include <QIODevice>

namespace carriel::remote {

class OneShotBody final : public QIODevice
{
    Q_OBJECT
public:
    // `pacer`: lives longer; null: as fast as it is read.
    explicit OneShotBody(QByteArray bytes, Pacer *pacer = nullptr, QObject *parent = nullptr);

    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    bool seek(qint64) override { return false; }
    qint64 bytesAvailable() const override;
    qint64 size() const override { return m_bytes.size(); }
    bool atEnd() const override { return m_at >= m_bytes.size(); }
    // How long the pacer let nothing through, since this was asked last.
    std::chrono::milliseconds takeHeld();

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    Pacer *m_pacer;
    qint64 m_at = 0;
    bool m_waits = false; // for its share
    QElapsedTimer m_waitsSince;
    std::chrono::milliseconds m_held{0};
};

} // namespace carriel::remote

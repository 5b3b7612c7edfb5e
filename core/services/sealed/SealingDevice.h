// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The ciphertext of what is read from `source`, made as it is read: no more than one record is in memory. A failure ends the
// reading with an error; nothing that came before it is a document.
#pragma once

#include "core/crypto/Sealed.h"

#include <QIODevice>

namespace carriel::sealed {

class SealingDevice final : public QIODevice
{
    Q_OBJECT
public:
    // `source` is open and outlives this.
    static Result<std::unique_ptr<SealingDevice>> over(QIODevice &source, const crypto::SealingKey &key);

    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    SealingDevice(QIODevice &source, crypto::EceSealer sealer);
    bool fill();

    QIODevice &m_source;
    crypto::EceSealer m_sealer;
    QByteArray m_ready;
    qsizetype m_at = 0;
    bool m_finished = false;
};

Result<QByteArray> sealWhole(QByteArrayView plain, const crypto::SealingKey &key);

} // namespace carriel::sealed

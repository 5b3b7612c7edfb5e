// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The person's keys as the operator tells them. It is believed in nothing: what is here is compared with what this computer
// holds, with what the person compared, and with what the generation before has signed.
#pragma once

#include "core/crypto/PersonKey.h"

#include <QHash>
#include <QJsonArray>

namespace carriel::sealed {

struct Generation {
    int number = 0;
    crypto::PublicKey receive;
    crypto::PublicKey sign;
    QByteArray continuity; // by the generation before; empty: this one began anew
    QHash<QString, QByteArray> copies; // by reader
    bool proven = false; // the operator has the identity provider's word about it

    QByteArray kid() const { return receive.thumbprint(); }
    // Both public halves, as 86 ASCII characters.
    QByteArray halves() const { return receive.thumbprint() + sign.thumbprint(); }
};

// The oldest first. badKey if a key is none.
Result<QList<Generation>> generationsIn(const QJsonArray &keys);

// Where the last beginning is: what stands before it was given up (KEYS.md, Reset).
qsizetype beginningOf(const QList<Generation> &all);

// SHA-256 over the halves of each generation since the beginning.
QByteArray ringDigest(const QList<Generation> &all);

} // namespace carriel::sealed

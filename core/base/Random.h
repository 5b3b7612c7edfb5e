// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Randomness, injected: the system's for keys and ids, a seeded one in simulations.
#pragma once

#include <QByteArray>
#include <QString>

namespace carriel {

class Random
{
public:
    virtual ~Random() = default;
    virtual QByteArray bytes(int count) = 0;
    virtual quint64 below(quint64 bound) = 0; // uniform in [0, bound); bound > 0
};

// The operating system's generator. Thread-safe.
class SystemRandom final : public Random
{
public:
    QByteArray bytes(int count) override;
    quint64 below(quint64 bound) override;
};

// UUID version 7 (RFC 9562 §5.7) as 26 characters of Crockford base32: sorts by time, fits the wire's alphabet.
QString newIdText(qint64 unixMilliseconds, Random &random);

} // namespace carriel

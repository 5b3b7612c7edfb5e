// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256 for the engine (FIPS 180-4). Every byte that comes or goes is counted, so the program gives a fast one (processor
// instructions); Qt's is here for everybody else. Thread: the engine's.
#pragma once

#include <QByteArray>
#include <memory>

namespace carriel::sync {

// One digest under way.
class HashRun
{
public:
    virtual ~HashRun() = default;
    virtual void add(QByteArrayView bytes) = 0;
    virtual QByteArray result() = 0; // 32 raw bytes; once
};

class Hasher
{
public:
    virtual ~Hasher() = default;
    virtual std::unique_ptr<HashRun> begin() const = 0;
    QByteArray of(QByteArrayView bytes) const
    {
        const std::unique_ptr<HashRun> run = begin();
        run->add(bytes);
        return run->result();
    }
};

class QtHasher final : public Hasher
{
public:
    std::unique_ptr<HashRun> begin() const override;
};

} // namespace carriel::sync

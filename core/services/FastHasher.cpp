// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/FastHasher.h"

#include "core/crypto/Digest.h"

namespace carriel {

namespace {
class FastRun final : public sync::HashRun
{
public:
    void add(QByteArrayView bytes) override { m_hash.add(bytes); }
    QByteArray result() override { return m_hash.result(); }

private:
    crypto::Sha256 m_hash;
};
} // namespace

std::unique_ptr<sync::HashRun> FastHasher::begin() const
{
    return std::make_unique<FastRun>();
}

} // namespace carriel

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/Hasher.h"

#include <QCryptographicHash>

namespace carriel::sync {

namespace {
class QtRun final : public HashRun
{
public:
    void add(QByteArrayView bytes) override { m_hash.addData(bytes); }
    QByteArray result() override { return m_hash.result(); }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};
} // namespace

std::unique_ptr<HashRun> QtHasher::begin() const
{
    return std::make_unique<QtRun>();
}

} // namespace carriel::sync

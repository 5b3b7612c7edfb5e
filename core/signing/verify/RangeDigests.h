// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The digests of what several signatures of one file sign. Each begins at its first byte, so that what they share is
// read once: of a file with proofs and an archive timestamp nearly all of it. Thread: one.
#pragma once

#include "core/crypto/Hash.h"

#include <array>
#include <map>
#include <set>

namespace carriel::signing {

class RangeDigests
{
public:
    using Range = std::array<qint64, 4>; // a ByteRange: two pieces, each its offset and length
    // `ends`: where the first pieces of all end; what is outside the file is passed over.
    RangeDigests(QByteArrayView bytes, const std::set<qint64> &ends) : m_bytes(bytes)
    {
        for (const qint64 end : ends) {
            if (end > 0 && end <= bytes.size())
                m_ends.insert(end);
        }
    }

    // `range` begins at 0 and is inside the file. Best asked for the longest first.
    QByteArray of(const Range &range, crypto::HashKind kind)
    {
        auto &states = m_states[kind];
        const auto after = states.upper_bound(range[1]);
        qint64 at = after == states.begin() ? 0 : std::prev(after)->first;
        crypto::Hash hash = at == 0 ? crypto::Hash(kind) : std::prev(after)->second;
        const auto add = [&](qint64 until) {
            hash.add(m_bytes.sliced(at, until - at));
            at = until;
        };
        for (auto end = m_ends.upper_bound(at); end != m_ends.end() && *end <= range[1]; ++end) {
            add(*end);
            states.emplace(at, hash);
        }
        add(range[1]);
        hash.add(m_bytes.sliced(range[2], range[3]));
        return hash.result();
    }

private:
    QByteArrayView m_bytes;
    std::set<qint64> m_ends;
    std::map<crypto::HashKind, std::map<qint64, crypto::Hash>> m_states; // after so many bytes
};

} // namespace carriel::signing

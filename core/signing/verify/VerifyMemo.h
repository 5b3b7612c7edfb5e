// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What does not change when the same bytes are verified again with more evidence. One for each file; never for another.
#pragma once

#include "core/crypto/Hash.h"
#include "core/signing/pdf/QpdfOpinion.h"

#include <array>
#include <functional>
#include <map>

namespace carriel::signing {

class VerifyMemo
{
public:
    using Range = std::array<qint64, 4>;
    QByteArray digest(const Range &range, crypto::HashKind kind, const std::function<QByteArray()> &make)
    {
        const auto [known, fresh] = m_digests.try_emplace({range, kind});
        if (fresh)
            known->second = make();
        return known->second;
    }
    const SecondOpinion &opinion(QByteArrayView bytes)
    {
        if (!m_opinion)
            m_opinion = secondOpinion(bytes);
        return *m_opinion;
    }

    // For handing it to another process.
    const std::map<std::pair<Range, crypto::HashKind>, QByteArray> &digests() const { return m_digests; }
    const std::optional<SecondOpinion> &knownOpinion() const { return m_opinion; }
    void know(const Range &range, crypto::HashKind kind, QByteArray digest)
    {
        m_digests[{range, kind}] = std::move(digest);
    }
    void know(SecondOpinion opinion) { m_opinion = std::move(opinion); }

private:
    std::map<std::pair<Range, crypto::HashKind>, QByteArray> m_digests;
    std::optional<SecondOpinion> m_opinion; // of the whole file
};

} // namespace carriel::signing

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/trust/CachedFetch.h"

namespace carriel::signing {

void CachedFetch::fetch(HttpFetchRequest request, std::function<void(Result<QByteArray>)> done)
{
    const QByteArray key = request.url.toEncoded() + '\n' + request.body;
    const auto known = m_answers.constFind(key);
    const QDateTime now = m_clock.nowUtc();
    // A clock that was set back makes an answer as unsure as an old one.
    if (known != m_answers.constEnd() && known->at <= now && known->at.secsTo(now) < keepSeconds)
        return done(known->bytes);
    m_inner.fetch(std::move(request), [this, key, done = std::move(done)](Result<QByteArray> answer) {
        if (answer.ok())
            keep(key, answer.value());
        done(std::move(answer));
    });
}

void CachedFetch::keep(const QByteArray &key, const QByteArray &bytes)
{
    if (m_size + bytes.size() > mostBytes) {
        m_answers.clear();
        m_size = 0;
    }
    m_size += bytes.size();
    m_answers.insert(key, {bytes, m_clock.nowUtc()});
}

} // namespace carriel::signing

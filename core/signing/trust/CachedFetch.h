// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Remembers for a while what authorities answered, so that many documents of one signer cost one question. For
// revocation data alone: never for time stamps. What is remembered is judged anew each time. Thread: one.
#pragma once

#include "core/base/Clock.h"
#include "core/base/HttpFetch.h"

#include <QDateTime>
#include <QHash>

namespace carriel::signing {

class CachedFetch final : public HttpFetch
{
public:
    static constexpr qint64 keepSeconds = 3600;
    static constexpr qint64 mostBytes = 64 * 1024 * 1024;
    // Both must live longer.
    CachedFetch(HttpFetch &inner, const Clock &clock) : m_inner(inner), m_clock(clock) {}
    void fetch(HttpFetchRequest request, std::function<void(Result<QByteArray>)> done) override;

private:
    struct Answer
    {
        QByteArray bytes;
        QDateTime at;
    };
    void keep(const QByteArray &key, const QByteArray &bytes);

    HttpFetch &m_inner;
    const Clock &m_clock;
    QHash<QByteArray, Answer> m_answers;
    qint64 m_size = 0;
};

} // namespace carriel::signing

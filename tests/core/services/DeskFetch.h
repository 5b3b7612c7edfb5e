// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The network of a session in tests of signatures: the desk's services, or nobody.
#pragma once

#include "core/remote/RemoteErrors.h"
#include "tests/core/signing/SigningPki.h"

#include <QMutex>

namespace carriel::test {

class DeskFetch final : public HttpFetch
{
public:
    explicit DeskFetch(SigningPki &pki) : m_pki(pki) {}
    void fetch(HttpFetchRequest request, std::function<void(Result<QByteArray>)> done) override
    {
        if (m_pki.down)
            return done(Error{remote::errors::unreachable, {{QStringLiteral("host"), request.url.host()}}, {}});
        const QMutexLocker one(&m_mutex); // signer and checker ask in their own threads, the desk has one folder
        m_pki.fetch(std::move(request), std::move(done));
    }

private:
    SigningPki &m_pki;
    QRecursiveMutex m_mutex;
};

} // namespace carriel::test

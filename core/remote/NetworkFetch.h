// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// base/HttpFetch over the network. http:// is allowed here: what is fetched (OCSP, CRL, time stamps) is signed itself.
#pragma once

#include "core/base/HttpFetch.h"
#include "core/remote/HttpTransport.h"

#include <map>

namespace carriel::remote {

class NetworkFetch final : public HttpFetch
{
public:
    // `transport` must be one that allows plain http if that is wanted.
    explicit NetworkFetch(HttpTransport &transport) : m_transport(transport), m_calls(std::make_shared<Calls>()) {}

    void fetch(HttpFetchRequest request, std::function<void(Result<QByteArray>)> done) override;

private:
    struct Calls {
        std::map<quint64, CallPtr> running;
        quint64 last = 0;
    };
    HttpTransport &m_transport;
    std::shared_ptr<Calls> m_calls;
};

} // namespace carriel::remote

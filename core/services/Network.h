// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The way out for time stamps and what authorities say of certificates: plain http is allowed there, because what is
// fetched is signed itself. Made when first needed. Private to core/services. Thread: the one that asks first.
#pragma once

#include "core/base/Random.h"
#include "core/remote/NetworkFetch.h"

#include <memory>

namespace carriel {

class Network
{
public:
    // `instead`: another way out, such as a test's.
    explicit Network(std::shared_ptr<HttpFetch> instead = {}) : m_instead(std::move(instead)) {}

    HttpFetch &fetch()
    {
        if (m_instead)
            return *m_instead;
        if (!m_fetch) {
            m_transport = std::make_unique<remote::HttpTransport>(m_random, remote::systemTrust(),
                                                                  remote::HttpTransport::Plain::Allow);
            m_fetch = std::make_unique<remote::NetworkFetch>(*m_transport);
        }
        return *m_fetch;
    }

private:
    std::shared_ptr<HttpFetch> m_instead;
    SystemRandom m_random;
    std::unique_ptr<remote::HttpTransport> m_transport;
    std::unique_ptr<remote::NetworkFetch> m_fetch;
};

} // namespace carriel

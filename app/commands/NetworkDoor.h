// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The way out for time stamps and revocation data. Made when first needed: reading the system's roots takes a moment.
#pragma once

#include "core/base/Random.h"
#include "core/remote/NetworkFetch.h"

#include <memory>

namespace carriel::commands {

class NetworkDoor
{
public:
    HttpFetch &fetch()
    {
        if (!m_fetch) {
            m_transport = std::make_unique<remote::HttpTransport>(m_random, remote::systemTrust(),
                                                                  remote::HttpTransport::Plain::Allow);
            m_fetch = std::make_unique<remote::NetworkFetch>(*m_transport);
        }
        return *m_fetch;
    }

private:
    SystemRandom m_random;
    std::unique_ptr<remote::HttpTransport> m_transport;
    std::unique_ptr<remote::NetworkFetch> m_fetch;
};

} // namespace carriel::commands

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// How a signing service asks the person: the browser goes out, a port on this computer waits for it to come back
// (RFC 8252 §7.3). Thread: one with an event loop; it lives and answers there.
#pragma once

#include "core/base/Random.h"
#include "core/signing/RemoteKey.h"

#include <chrono>

namespace carriel {

namespace remote {
class Loopback;
}

class SigningDoor final : public signing::RemoteDoor
{
public:
    using Show = std::function<void(const QUrl &)>;
    // `fetch` outlives it.
    SigningDoor(HttpFetch &fetch, Show show, std::chrono::seconds patience = std::chrono::minutes(5));
    ~SigningDoor() override;

    HttpFetch &fetch() override { return m_fetch; }
    void authorise(QUrl address, std::function<void(Result<Back>)> done) override; // one at a time

private:
    HttpFetch &m_fetch;
    Show m_show;
    std::chrono::seconds m_patience;
    SystemRandom m_random;
    std::unique_ptr<remote::Loopback> m_loopback;
};

} // namespace carriel

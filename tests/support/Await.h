// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting in a test for one answer of an asynchronous call, with the event loop running.
#pragma once

#include "tests/support/Patience.h"

#include <QEventLoop>
#include <QTimer>
#include <memory>
#include <optional>

namespace carriel::test {

// Await<Result<X>> a; auto call = thing.send(…, a.take()); if (!a.wait()) QFAIL("no answer"); use a.value();
template <typename T> class Await
{
public:
    auto take()
    {
        return [state = m_state](T value) {
            ++state->times;
            state->value.emplace(std::move(value));
            state->loop.quit();
        };
    }
    bool wait(int timeoutMs = patienceMs)
    {
        // Not QTest::qWaitFor: it sleeps 10 ms between looks, in which a server in this thread says nothing.
        QTimer::singleShot(timeoutMs, &m_state->loop, [this] { m_state->loop.quit(); });
        if (!m_state->value)
            m_state->loop.exec();
        return m_state->value.has_value();
    }
    T &value() { return *m_state->value; }
    int times() const { return m_state->times; }

private:
    struct State {
        std::optional<T> value;
        int times = 0;
        QEventLoop loop;
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace carriel::test

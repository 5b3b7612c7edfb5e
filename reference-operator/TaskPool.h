// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Threads for connections: as many as there are connections, up to a bound, kept a while when idle. An event stream keeps its
// thread for hours, so a pool of fixed size would starve the requests; streams are bounded separately, well below this.
#pragma once

#include "reference-operator/Http.h"

#include <functional>
#include <memory>
#include <utility>

namespace carriel::op {

class TaskPool final : public httplib::TaskQueue
{
public:
    // `quiet` tells that no request is being answered.
    TaskPool(size_t most, std::function<bool()> quiet);
    // Nothing in older releases of the library; in newer ones whether the task was taken.
    using Taken = decltype(std::declval<httplib::TaskQueue &>().enqueue(nullptr));
    Taken enqueue(std::function<void()> task) override;
    // Waits until it is quiet, not until every idle connection has timed out: their threads may outlive this object.
    void shutdown() override;

private:
    struct Shared;
    static void serve(const std::shared_ptr<Shared> &shared);
    std::shared_ptr<Shared> m_shared;
    std::function<bool()> m_quiet;
};

} // namespace carriel::op

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Private to core/remote: a call that takes several steps. Destroying it cancels the step under way.
#pragma once

#include "core/sync/OperatorPort.h"

namespace carriel::remote {

class Chain final : public sync::Call
{
public:
    // Inside the callback of a step, set the next one and return; after the final answer touch the chain no more.
    void next(sync::CallPtr call) { m_step = std::move(call); }

private:
    sync::CallPtr m_step;
};

} // namespace carriel::remote

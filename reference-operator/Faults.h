// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a test may make go wrong inside the operator. Which of two files a program is linked with decides: NoFaults.cpp,
// where nothing of this does anything, in carriel-operator; Faults.cpp in the test's own build of it,
// carriel-operator-with-faults.
#pragma once

#include "reference-operator/Exchange.h"

#include <memory>

namespace carriel::op {

// A place where the process may end, as by a loss of power.
void crashPoint(const char *name);

// One request's share of the faults.
class FaultyRequest
{
public:
    virtual ~FaultyRequest() = default;
    // Before the handler; true: there shall be no handler and no answer of it.
    virtual bool before(Exchange &ex) = 0;
    virtual void after(Exchange &ex) = 0;
};

std::unique_ptr<FaultyRequest> faultsOf(const Exchange &ex); // null: none

} // namespace carriel::op

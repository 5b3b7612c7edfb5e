// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// While a window runs, the engine asks the operator how many items it holds by itself. Who uses commands alone would never
// be told that it counts otherwise (CAR-SYN-019): there a round asks, every few minutes, and has a number of contents proved, too. Thread: the engine's.
#pragma once

#include "core/sync/Engine.h"

#include <functional>
#include <optional>

namespace carriel {

class EngineHost;

namespace vault {
class Database;
}

// How many contents the operator showed to have when it was asked last.
struct LastProof
{
    int documents = 0;
    QDateTime whenUtc;
};
std::optional<LastProof> lastProof(vault::Database &database);

// Goes on with `round`, or with what a second round found after the operator had counted otherwise.
void countIfDue(EngineHost &host, const sync::Status &round, std::function<void(const sync::Status &)> goOn);

} // namespace carriel

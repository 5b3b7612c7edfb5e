// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of documents are given away on this computer only after the operator has proved, now, that it has the same ones:
// what it confirmed once it may have lost since, and these would be the last. Thread: the engine's.
#pragma once

#include "core/base/Result.h"
#include "core/domain/Ids.h"

#include <functional>

namespace carriel {

class EngineHost;

// Frees what no rule keeps, of `under` (a folder or document) or of everything, and answers how many bytes. Of what the operator
// changed or lost nothing is freed: that is an open conflict from then on, and the answer is CAR-SVC-097. CAR-SVC-096 if it could not
// be asked.
void freeUnkept(EngineHost &host, const ItemId &under, std::function<void(Result<qint64>)> done);

} // namespace carriel

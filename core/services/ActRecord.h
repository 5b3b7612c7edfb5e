// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// An act of the person in this computer's record of activity, with whom and about what. Inside the transaction of the
// act, so that none is without its entry. Private to core/services. Thread: the engine's.
#pragma once

#include "core/base/Clock.h"
#include "core/vault/Database.h"

namespace carriel {

struct ActEntry
{
    QString kind;    // "document.given", "consent.given" …
    QString subject; // the id of what it is about
    QString name;    // as the person knows it
    QString with;    // the entity, by its name; empty: nobody else
};

Outcome recordAct(vault::Database &database, const Clock &clock, const ActEntry &act);
// The same by itself, outside any transaction.
Outcome recordActAlone(vault::Database &database, const Clock &clock, const ActEntry &act);

} // namespace carriel

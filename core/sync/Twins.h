// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the operator has lost sight of, and another computer of the person has sent again: the same name, place and
// content under a new id. The old one is closed, instead of standing beside it.
#pragma once

#include "core/sync/Tx.h"

namespace carriel::sync {

Outcome closeTwins(Tx &tx);
// What lies in a folder that is made anew, or that goes, moves along.
Outcome moveChildren(Tx &tx, const ItemId &from, const ItemId &to);

} // namespace carriel::sync

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The open alarms about bytes that the operator lost or changed, and how one ends by itself: it has shown them, whole.
#pragma once

#include "core/sync/Tx.h"

namespace carriel::sync {

bool isAlarmAbout(const ConflictRow &row, const BlobId &blob);
Result<bool> isAlarmed(Reader &reader, const BlobId &blob);
Outcome provedWhole(Tx &tx, const BlobId &blob);
// It has some bytes of that name again; whether they are the right ones, nobody here can compare.
Outcome provedThere(Tx &tx, const BlobId &blob);

} // namespace carriel::sync

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What was queued and not sent yet: stopped, or taken back.
#pragma once

#include "core/sync/Tx.h"

namespace carriel::sync {

// The document or version that these bytes were to become stays here and waits for the person (CAR-SYN-018): often they
// are the only copy there is. Nothing happens to an operation that has left already.
Outcome stopSending(Tx &tx, const BlobId &blob);
bool isStopped(const OpRow &op); // by the person's word; no login sends it, only who asks for it again
// Nobody but this computer ever knew of the item: it, its operations and its bytes go.
Outcome forgetUnsent(Tx &tx, const ItemRow &row);
// The same of what was to be destroyed while its creation was on its way, and definitely was not made: nothing is sent
// to the operator only to be destroyed there. Answers whether it was so.
Result<bool> forgetUnmade(Tx &tx, const OpRow &creation);

// An empty folder that was never sent, and others made one of that name meanwhile: theirs is enough. Answers whether it
// was so.
Result<bool> joinTwin(Tx &tx, const ItemRow &folder);

// A version that is not to be sent after all: its bytes go too, unless another document holds them.
Outcome withdrawVersion(Tx &tx, OpRow &op, ItemRow row);

} // namespace carriel::sync

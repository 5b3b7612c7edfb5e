// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Takes back what was queued and not sent yet.
#pragma once

#include "core/sync/Tx.h"

namespace carriel::sync {

// The document or version that these bytes were to become. Nothing happens if its operation has left already.
Outcome withdrawUpload(Tx &tx, const BlobId &blob);
// Nobody but this computer ever knew of the item: it, its operations and its bytes go.
Outcome forgetUnsent(Tx &tx, const ItemRow &row);

// An empty folder that was never sent, and others made one of that name meanwhile: theirs is enough. Answers whether it
// was so.
Result<bool> joinTwin(Tx &tx, const ItemRow &folder);

// A version that is not to be sent after all: its bytes go too, unless another document holds them.
Outcome withdrawVersion(Tx &tx, OpRow &op, ItemRow row);

} // namespace carriel::sync

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What an answer means for its operation (W3): the operator did it, refused it, or nobody knows.
#pragma once

#include "core/sync/Apply.h"

#include <chrono>

namespace carriel::sync {

// What is to be done beside the store, once the transaction is durable.
struct Aftermath {
    bool readFeed = false;
    bool stepUp = false;
    ItemId lookUp;                    // ask for this item: it is there, and only its state tells what happened
    ItemId isThere;                   // ask whether this item still is: nothing that comes later would tell
    bool askHistory = false;          // whether an earlier sending of this one made a version, before anything else
    BlobId lostBytes;                 // are not at the operator: send them again
    std::chrono::milliseconds wait{0}; // not before, for this operation
};

class Settle
{
public:
    explicit Settle(Tx &tx) : m_tx(tx), m_apply(tx) {}

    // `outrun`: the list was read since it left, and lacks what it was to make.
    Result<Aftermath> success(const OpKey &key, const OpResult &result, bool outrun = false);
    // `patience`: how often bytes may still be sent again. `notMade`: the history was read since the last sending, and
    // says that no earlier one made a version.
    Result<Aftermath> trouble(const OpKey &key, const Trouble &trouble, int patience, bool notMade = false);

private:
    Outcome refuse(OpRow &op, const Trouble &trouble);
    Outcome lose(OpRow &op, const Trouble &trouble);
    Outcome takeBack(OpRow &op);
    Outcome again(const OpRow &op);
    Outcome conflict(OpRow &op, const Trouble &trouble, bool notMade, Aftermath &after);
    Outcome replace(OpRow &op, const Trouble &trouble);
    Outcome gone(OpRow &op, const Trouble &trouble, Aftermath &after);
    Outcome bytesLost(OpRow &op, const Trouble &trouble, int patience, Aftermath &after);
    Outcome purged(const ItemId &id);
    Outcome neverThere(const ItemId &id);

    Tx &m_tx;
    Apply m_apply;
};

} // namespace carriel::sync

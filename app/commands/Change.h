// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What commands that change one item share: durable here first, then sent if the operator can be reached; if not, it waits and
// that is no failure. Thread: main.
#pragma once

#include "app/commands/Command.h"

namespace carriel::commands {

class Change : public Command
{
    Q_OBJECT
public:
    using Command::Command;

protected:
    // The item that the first word names; none: said why, and the command has ended.
    std::optional<DocumentRow> named();
    // Sends, then answers with the item as it stands now.
    void changed(const ItemId &id);
    // The same after an act that answers by itself: `next` when it did well.
    void act(QFuture<Outcome> future, const ItemId &id);
};

// How to go on where a change waits for a stronger login: what was to be destroyed has no other name left than its id.
QString confirmOrTakeBack(const ItemId &item);

} // namespace carriel::commands

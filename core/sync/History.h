// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The whole history of a document as the operator has it: versions made before this computer came, or on another one.
#pragma once

#include "core/sync/Desk.h"

namespace carriel::sync {

class History
{
public:
    explicit History(Desk &desk) : m_desk(desk), m_calls(desk.calls) {}

    // Answers when the vault knows every version, or at once when the way is closed: somebody looks at the list.
    void want(const ItemId &document, std::function<void(Outcome)> done);
    void pump();
    void sweep() { m_calls.sweep(); }
    void reset();
    bool isBusy() const { return m_calls.size() > 0; }
    bool hasWishes() const { return !m_wishes.isEmpty() || m_calls.size() > 0; }

private:
    struct Wish
    {
        ItemId item;
        std::function<void(Outcome)> done;
    };
    void ask(const Wish &wish);

    Desk &m_desk;
    CallBag m_calls;
    QList<Wish> m_wishes;
};

} // namespace carriel::sync

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine does not decide alone: items the operator no longer lists, and a change from elsewhere that would
// throw away many documents at once. Nothing is removed here before the person answered. Made by Documents. Thread:
// GUI.
#pragma once

#include "core/base/Result.h"
#include "core/services/Values.h"

#include <QFuture>

namespace carriel {

struct VaultAccess;

struct MissingItem
{
    ItemId item;
    ItemType type = ItemType::Document;
    QString name;
    QString path;
    QDateTime sinceUtc;
    bool here = false; // its bytes are on this computer: it can be sent again
    // The document is shown there as ever, and its content is gone, or another one.
    bool contentLost = false;
    bool contentAltered = false;
    bool isContent() const { return contentLost || contentAltered; }
};

struct MassRemoval
{
    int removed = 0; // documents that others removed or threw away
    int known = 0;   // of so many
    QDateTime sinceUtc;
    QList<ItemId> items; // at most a thousand of them
};

class Guard
{
public:
    explicit Guard(VaultAccess &access) : m_access(access) {}

    QList<MissingItem> missing() const;
    // As new documents with the same content; where only the content is gone, as it again. What is not here cannot be
    // sent and stays asked about: CAR-SYN-010 if that is so of all of them.
    QFuture<Outcome> sendAgain(QList<ItemId> items);
    QFuture<Outcome> letGo(QList<ItemId> items); // removed here, too; where only the content is gone, to the trash

    std::optional<MassRemoval> massRemoval() const; // nothing: no question is open
    QFuture<Outcome> acceptMassRemoval();           // it was meant
    // Out of the trash again; what was removed for good is made anew from the bytes that are here.
    QFuture<Outcome> undoMassRemoval();

    // When commands had contents proved last, how many the operator showed; 0: never.
    int provedLast(QDateTime *whenUtc) const;

    // How long the operator's trash keeps what is in it; 0: it does not say, or there is none.
    qint64 trashSeconds() const;

private:
    VaultAccess &m_access;
};

} // namespace carriel

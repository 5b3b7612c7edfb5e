// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What keeps the folder from being up to date, each with what can be done about it. Errors never vanish by themselves:
// one goes when it was settled. Read again after Session::statusChanged. Made by Documents. Thread: GUI. Errors:
// CAR-SVC-0xx, CAR-SYN-0xx.
#pragma once

#include "core/base/Result.h"
#include "core/services/Values.h"

#include <QFuture>

#include <memory>

namespace carriel {

struct VaultAccess;
class UnrestKept;

// What in a folder, at any depth, is not at rest: how many items, each counted once, by the worst that can be said of it.
struct InsideFolder {
    int twofold = 0; // two versions of it wait for the person
    int stopped = 0; // something keeps it from reaching the operator
    int gone = 0;    // the operator has it no longer
    int up = 0;      // its bytes have begun to go up
    int down = 0;    // … to come down
    int waiting = 0; // it waits to go up
};

// What the change was that cannot be brought to the operator.
enum class ActKind { NewFolder, NewDocument, Change, NewVersion, Trash, Restore, Purge };
QString actKindName(ActKind kind); // "new_folder", "new_document", "change", …; stable

struct ProblemInfo
{
    OpKey id; // empty: of the connection or the vault as a whole
    ItemId item;
    QString name;
    QString path;
    ActKind act = ActKind::Change;
    Error error;
    QString userMessage; // the operator's own words, may be empty
    QDateTime sinceUtc;  // when the person made the change
    int attempts = 0;
    QDateTime nextTryUtc;        // invalid: not by itself
    bool waitsForPerson = false; // a login or a stronger one
    bool needsStepUp = false;    // confirmIdentity() brings it on its way
    bool canGiveUp = false;      // false: it may have happened, is not one change, or these are the only bytes
};

class Problems
{
public:
    explicit Problems(VaultAccess &access);

    // Of the changes that stopped, from the vault; what the connection lacks stands in Session::status().
    QList<ProblemInfo> list() const;
    QList<ProblemInfo> of(const ItemId &item) const;
    InsideFolder inside(const ItemId &folder) const; // its row carries the worst of these as its own status

    QFuture<Outcome> retry(OpKey id);
    QFuture<Outcome> retryAll();
    // Undoes the change here: the item stands again as the operator has it; what the operator never had is gone, so
    // only the command line's undo asks for that. What hangs on it is undone with it.
    QFuture<Outcome> giveUp(OpKey id);
    QFuture<Outcome> giveUpAll(ItemId item); // every change of the item that has not reached the operator; CAR-SYN-012
    // A fresh and stronger login in the browser, for what waits for it (needsStepUp); afterwards it is sent by itself.
    QFuture<Outcome> confirmIdentity();

private:
    VaultAccess &m_access;
    std::shared_ptr<UnrestKept> m_unrest;
    mutable bool m_asksAgain = false; // the window is told soon to read once more
};

} // namespace carriel

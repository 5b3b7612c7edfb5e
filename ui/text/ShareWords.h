// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What became of a share, in plain words. Pure; thread: GUI (translations).
#pragma once

#include "core/domain/ReceivedFrom.h"
#include "core/services/Shares.h"

namespace carriel::text {

QString shareState(const ShareInfo &one); // "Read 3 times, shared until 5 Jan 2026", "Came back to you: …"
bool shareTrouble(const ShareInfo &one);  // nothing was shared, or it must not be relied on
QString shareVersion(bool newest); // which version whoever reads it gets
QString linkOpened(const ShareInfo &one); // that the code of a link was used
QString wrongCodes(const ShareInfo &one); // and that others were tried; empty: none
QString shareWith(const ShareInfo &one);  // "To Luis M. R., CC 52000111", "From …", "By link"
QList<Error> stillShared(const ShareInfo &ended, const Shares &all); // by others of mine, with the same person
QString shareOrigin(const ShareInfo &one); // for the note of a copy that is kept
SharePlace sharePlace(const ShareInfo &one); // where its copies are kept: apart from the person's own, by whom they came from
QString shareReceived(const ReceivedFrom &from); // "Luis M. R., CC 52000111, on 5 Jan 2026, by sharing it with you"

// What the trash means for those who read: beside what was put there. Empty: nobody did.
QString shareTrashed(const QList<ShareInfo> &readable);
// Who gets a new version of a document too, of the shares of it; empty: nobody.
QString shareReaders(const QList<ShareInfo> &all);
// That the recipient has another key now than the one that this was shared to; empty: not so.
QString shareKeyNow(const ShareInfo &one);

// By name and number: names are shortened, and two may have the same.
QString whoIs(const QString &id, const QString &name);
// The other one, by name; without one by number.
QString shareName(const ShareInfo &one);
QString shareReader(const QString &id); // who read: a number as people write it

// That the owner asks to erase what was read, and what came back: asking is not erasing. Empty: nothing is asked.
QString shareErasure(const ShareInfo &one);

// Of a sealed one with me: whose word it is that who signed it is its owner, and what to do when it is nobody's. Empty: nothing is known.
QString shareSender(const ShareInfo &one);

// Whose word it is that the key of somebody found is his.
QString shareKeyStanding(const ShareRecipient &one);

} // namespace carriel::text

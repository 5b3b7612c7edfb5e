// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What became of the documents of a share that came back, since the person decided it: he confirms what is shared now, not what
// he saw then. Thread: GUI.
#pragma once

#include "core/services/Shares.h"

namespace carriel {

struct ShareDocumentNow
{
    ShareDocument then, now; // now: only if it is there
    QDateTime thenUtc, nowUtc; // of the version; thenUtc invalid: that version is not known here any more
    bool there = true;       // not in the trash, not deleted

    bool isSame() const { return there && now.sha256 == then.sha256; }
};

QList<ShareDocumentNow> sinceDecided(const ShareInfo &share, const Documents &documents);
bool isAsDecided(const QList<ShareDocumentNow> &documents);
// Came back because nobody had seen the name, or because a document is another one: the person may say yes to it as it is now.
bool mayBeConfirmed(const ShareInfo &share);
// What confirming it would share: its documents as they are, without those that are gone. nothingToShare, sharedOtherwise (they
// are others than were decided; `asNow` says yes to that).
Result<ShareOrder> confirmationOf(const ShareInfo &share, const QList<ShareDocumentNow> &documents, bool asNow);

} // namespace carriel

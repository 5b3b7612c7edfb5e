// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What an authority is to this computer, in words: until when it stands, what its signatures are called and who says so.
#pragma once

#include "core/services/Verification.h"

namespace carriel::text {

QString anchorWords(const AnchorFacts &anchor, const QDateTime &now);

// Of one that is offered: who answers for the list that calls it accredited. Empty if it does not.
QString listWords(const AnchorFacts &anchor);
bool listMayAccredit(const AnchorFacts &anchor); // it is signed, and ends

// An authority that ends within so many days is told of.
inline constexpr int anchorDaysAhead = 90;

} // namespace carriel::text

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the listing got later. Private to core/vault.
#pragma once

namespace carriel::vault {

// What a line of a list tells of the item itself, so that a list reads one page where it read two: the version shown,
// and how the item stands: 1 private, 2 missing at the operator, 4 known to it.
#define CARRIEL_STANDING "i.custody+2*(i.missing_since IS NOT NULL)+4*(i.r_name IS NOT NULL)"

inline constexpr const char *listingStanding =
    "ALTER TABLE listing ADD COLUMN head TEXT;"
    "ALTER TABLE listing ADD COLUMN standing INTEGER NOT NULL DEFAULT 0;"
    "UPDATE listing SET (head,standing)=(SELECT i.l_version," CARRIEL_STANDING " FROM item i WHERE i.n=listing.n) "
    "WHERE n IN (SELECT n FROM item)";

} // namespace carriel::vault

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Which documents a rule keeps here: the one text that downloading, freeing and counting share. Private to core/vault.
#pragma once

// ruled(id, keep): every item with a rule of its own, and what lies below it up to the next rule. Depth is bounded because a
// circle is the operator's error, not ours.
#define CARRIEL_RULED \
    "WITH RECURSIVE ruled(id,keep,depth) AS (" \
    "SELECT id,keep=1,0 FROM item WHERE keep<>0 " \
    "UNION ALL SELECT l.id,r.keep,r.depth+1 FROM ruled r JOIN listing l ON l.parent=r.id " \
    "WHERE r.depth<100 AND l.id NOT IN (SELECT id FROM item WHERE keep<>0)) "

// The same, and under(id): an item and all below it. Parameter 1 is that item.
#define CARRIEL_RULED_UNDER \
    CARRIEL_RULED ", under(id,depth) AS (SELECT ?1,0 UNION ALL SELECT l.id,u.depth+1 FROM under u JOIN listing l ON l.parent=u.id " \
    "WHERE u.depth<100) "

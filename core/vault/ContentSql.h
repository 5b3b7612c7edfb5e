// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Questions that begin with a content's digest. Each must cost what it finds, not what there is (tst_vault_database
// asks the planner): CROSS JOIN keeps SQLite from beginning with the longest table, of which it knows no length.
#pragma once

namespace carriel::vault {

inline constexpr const char *contentIndex = "CREATE INDEX blob_sha256 ON blob(sha256)";

// Active documents whose head has this digest and size.
inline constexpr const char *documentsWithContent =
    "SELECT i.id FROM blob b CROSS JOIN version v ON v.blob=b.id CROSS JOIN item i ON i.id=v.item AND i.l_version=v.id "
    "WHERE b.sha256=? AND b.size=? AND i.l_state=0";

// An item of which a version has it, and verified bytes of it.
inline constexpr const char *holderOfContent =
    "SELECT v.item FROM blob b CROSS JOIN version v ON v.blob=b.id WHERE b.sha256=? LIMIT 1";
// An active document whose head has it, and since when that is so of a version of one document.
inline constexpr const char *documentWithContent =
    "SELECT i.id FROM blob b CROSS JOIN version v ON v.blob=b.id CROSS JOIN item i ON i.id=v.item AND i.l_version=v.id "
    "WHERE b.sha256=? AND i.l_state=0 LIMIT 1";
inline constexpr const char *versionWithContent =
    "SELECT v.created FROM blob b CROSS JOIN version v ON v.blob=b.id WHERE b.sha256=? AND v.item=? "
    "ORDER BY v.created DESC LIMIT 1";
// Documents of a folder by the key of their name.
inline constexpr const char *listedByName =
    "SELECT n,id,name FROM listing WHERE parent=? AND state=0 AND type=1 AND sort_key=?";
inline constexpr const char *blobWithContent = "SELECT id FROM blob WHERE sha256=? AND state=? LIMIT 1";

// Verdicts of contents that are no longer here.
inline constexpr const char *verdictsUnused = "DELETE FROM verdict WHERE sha256 NOT IN (SELECT sha256 FROM blob)";

// Documents whose signatures will be harder to prove from then on, the soonest first.
inline constexpr const char *proofsEnding =
    "SELECT l.id,l.name,w.proof_ends FROM verdict w CROSS JOIN blob b ON b.sha256=w.sha256 "
    "CROSS JOIN version v ON v.blob=b.id CROSS JOIN item i ON i.id=v.item AND i.l_version=v.id "
    "CROSS JOIN listing l ON l.n=i.n WHERE w.proof_ends<=? AND l.state=0 ORDER BY w.proof_ends LIMIT 200";

} // namespace carriel::vault

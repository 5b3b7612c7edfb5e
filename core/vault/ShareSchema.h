// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of shares. Private to core/vault.
#pragma once

namespace carriel::vault {

// state: 0 prepared, 1 sent, 2 taken, 3 returned, 4 cancelled. wish: what the person decided, as he saw it; it never
// changes, and what was sent is never taken back. mine: made by this person; else somebody shared it with him. json: as the
// operator tells it. What is to be done with one that is there (end it, let it last, answer) waits in share_act with its
// own key until its answer is known.
inline constexpr const char *shareTables = R"(
CREATE TABLE share(id TEXT PRIMARY KEY, mine INTEGER NOT NULL CHECK(mine IN(0,1)), state INTEGER NOT NULL CHECK(state BETWEEN 0 AND 4),
  wish BLOB, op TEXT, body BLOB, code TEXT, made INTEGER NOT NULL, reason TEXT, rev INTEGER NOT NULL DEFAULT 0, json BLOB) STRICT;
CREATE INDEX share_unsent ON share(made) WHERE state<2;
CREATE TRIGGER share_kept BEFORE DELETE ON share BEGIN SELECT RAISE(ABORT,'a share is kept'); END;
CREATE TRIGGER share_said BEFORE UPDATE OF id,mine,wish,made ON share BEGIN SELECT RAISE(ABORT,'what was decided does not change'); END;
CREATE TRIGGER share_sent BEFORE UPDATE OF state ON share WHEN (old.state=1 AND new.state IN(0,4)) OR (old.state=2 AND new.state<>2)
  BEGIN SELECT RAISE(ABORT,'what was sent is not taken back'); END;
CREATE TABLE share_act(op TEXT PRIMARY KEY, share TEXT NOT NULL REFERENCES share(id), kind TEXT NOT NULL
  CHECK(kind IN('revoke','extend','accept','decline')), body BLOB NOT NULL, made INTEGER NOT NULL) STRICT;
)";

// erase: the owner asks whoever has read it; erased, kept: that one's word.
inline constexpr const char *shareErasure = R"(
CREATE TABLE share_act_more(op TEXT PRIMARY KEY, share TEXT NOT NULL REFERENCES share(id), kind TEXT NOT NULL
  CHECK(kind IN('revoke','extend','accept','decline','erase','erased','kept')), body BLOB NOT NULL, made INTEGER NOT NULL) STRICT;
INSERT INTO share_act_more(op,share,kind,body,made) SELECT op,share,kind,body,made FROM share_act ORDER BY rowid;
DROP TABLE share_act;
ALTER TABLE share_act_more RENAME TO share_act;
)";

} // namespace carriel::vault

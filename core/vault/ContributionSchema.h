// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The table of contributions. Private to core/vault.
#pragma once

namespace carriel::vault {

// state: 0 prepared, 1 uploaded, 2 sent, 3 taken, 4 returned, 5 cancelled. What was sent is never taken back, and what
// was consented to never changes. json: as the operator tells it, of those made on another computer too.
inline constexpr const char *contributionTables = R"(
CREATE TABLE contribution(id TEXT PRIMARY KEY, state INTEGER NOT NULL CHECK(state BETWEEN 0 AND 5), request BLOB NOT NULL,
  statement BLOB NOT NULL, device TEXT, package BLOB, upload_op TEXT, op TEXT, body BLOB, code BLOB, made INTEGER NOT NULL,
  reason TEXT, rev INTEGER NOT NULL DEFAULT 0, json BLOB) STRICT;
CREATE TRIGGER contribution_kept BEFORE DELETE ON contribution BEGIN SELECT RAISE(ABORT,'a contribution is kept'); END;
CREATE TRIGGER contribution_said BEFORE UPDATE OF id,request,statement,made ON contribution
  BEGIN SELECT RAISE(ABORT,'a consent does not change'); END;
CREATE TRIGGER contribution_sent BEFORE UPDATE OF state ON contribution WHEN (old.state=2 AND new.state<2) OR (old.state=2 AND new.state=5)
  OR (old.state=3 AND new.state<>3) BEGIN SELECT RAISE(ABORT,'what was sent is not taken back'); END;
)";

// failure: what was tried and did not succeed, signed by the device (evidence/records/FailureRecord.h); the whole story
// so far, so that a later one replaces the one before and nobody removes it.
inline constexpr const char *contributionFailures = R"(
CREATE TABLE contribution_failure(contribution TEXT PRIMARY KEY REFERENCES contribution(id), jws BLOB NOT NULL) STRICT;
CREATE TRIGGER contribution_failure_kept BEFORE DELETE ON contribution_failure BEGIN SELECT RAISE(ABORT,'a failure is kept'); END;
)";

} // namespace carriel::vault

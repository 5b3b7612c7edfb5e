// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/Schema.h"

namespace carriel::vault {

namespace {
// What the engine remembers (core/sync/Rows.h). r_: what the operator last said, b_: what both last agreed on, l_: what the
// person wants. Times are milliseconds since 1970 in UTC. `n` is the number the index and the listing know a row by: an
// INTEGER PRIMARY KEY, because other row numbers change with VACUUM.
const char *const engineTables = R"(
CREATE TABLE sync_state(one INTEGER PRIMARY KEY CHECK(one=1), epoch TEXT, cursor TEXT, snapshot TEXT, snapshot_page TEXT,
  snapshot_cursor TEXT, last_contact INTEGER, names TEXT NOT NULL) STRICT;
CREATE TABLE item(n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type INTEGER NOT NULL CHECK(type IN(0,1)),
  custody INTEGER NOT NULL CHECK(custody IN(0,1)),
  r_rev INTEGER NOT NULL, r_etag TEXT, r_parent TEXT, r_name TEXT, r_state INTEGER CHECK(r_state IN(0,1,2)), r_version TEXT, r_meta TEXT,
  b_rev INTEGER NOT NULL, b_parent TEXT, b_name TEXT, b_state INTEGER CHECK(b_state IN(0,1,2)), b_version TEXT, b_meta TEXT,
  l_parent TEXT NOT NULL, l_name TEXT NOT NULL, l_state INTEGER NOT NULL CHECK(l_state IN(0,1,2)), l_version TEXT, l_meta TEXT NOT NULL,
  facts TEXT NOT NULL, missing_since INTEGER) STRICT;
CREATE INDEX item_parent ON item(l_parent);
CREATE TABLE blob(n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, remote_id TEXT, sha256 BLOB NOT NULL CHECK(length(sha256)=32),
  size INTEGER NOT NULL CHECK(size>=0), state INTEGER NOT NULL CHECK(state IN(0,1,2,3)), pinned INTEGER NOT NULL,
  on_server INTEGER NOT NULL, verified INTEGER, last_used INTEGER) STRICT;
CREATE INDEX blob_remote ON blob(remote_id) WHERE remote_id IS NOT NULL;
CREATE TABLE version(id TEXT PRIMARY KEY,
  item TEXT NOT NULL REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
  blob TEXT NOT NULL REFERENCES blob(id) DEFERRABLE INITIALLY DEFERRED,
  origin INTEGER NOT NULL CHECK(origin IN(0,1)), media_type TEXT, label TEXT, created INTEGER) STRICT;
CREATE INDEX version_item ON version(item);
CREATE INDEX version_blob ON version(blob);
CREATE TABLE chunk(key INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
CREATE TABLE transfer(blob TEXT PRIMARY KEY REFERENCES blob(id) ON DELETE CASCADE, direction INTEGER NOT NULL CHECK(direction IN(0,1)),
  upload_url TEXT, acked_offset INTEGER NOT NULL, etag TEXT, expires INTEGER, paused INTEGER NOT NULL) STRICT;
CREATE TABLE outbox(seq INTEGER PRIMARY KEY AUTOINCREMENT, op_key TEXT NOT NULL UNIQUE, kind INTEGER NOT NULL, target TEXT NOT NULL,
  lane TEXT NOT NULL, version TEXT, state INTEGER NOT NULL CHECK(state IN(0,1,2,3,4,5,6)), method BLOB, path TEXT, if_match BLOB,
  content_type BLOB, body BLOB, body_sha256 BLOB, attempts INTEGER NOT NULL, not_before INTEGER, created INTEGER,
  first_sent INTEGER, problem TEXT, problem_text TEXT, needs TEXT NOT NULL,
  CHECK(state NOT IN(1,2) OR method IS NOT NULL)) STRICT;
CREATE INDEX outbox_order ON outbox(seq) WHERE state<>4 AND state<>6;
CREATE INDEX outbox_live ON outbox(target) WHERE state<>4 AND state<>6;
CREATE TRIGGER outbox_frozen BEFORE UPDATE ON outbox WHEN old.state IN(1,2) AND (new.method IS NOT old.method OR new.path IS NOT old.path
  OR new.if_match IS NOT old.if_match OR new.content_type IS NOT old.content_type OR new.body IS NOT old.body)
  BEGIN SELECT RAISE(ABORT,'what was sent never changes'); END;
CREATE TABLE conflict(id TEXT PRIMARY KEY, item TEXT NOT NULL, kind INTEGER NOT NULL, ours BLOB, theirs BLOB, resolution TEXT,
  created INTEGER) STRICT;
CREATE INDEX conflict_open ON conflict(item) WHERE resolution IS NULL;
)";

// What is never changed or removed. recursive_triggers and the look before each INSERT also stop an INSERT OR REPLACE. The
// detail of an activity record may be erased (habeas data); the chain holds its digest only.
const char *const ledgerTables = R"(
CREATE TABLE receipt(id TEXT PRIMARY KEY, op_key TEXT NOT NULL UNIQUE, jws TEXT NOT NULL, stored INTEGER NOT NULL) STRICT;
CREATE TRIGGER receipt_once BEFORE INSERT ON receipt
  WHEN EXISTS(SELECT 1 FROM receipt WHERE id=new.id OR op_key=new.op_key) BEGIN SELECT RAISE(ABORT,'a receipt never changes'); END;
CREATE TRIGGER receipt_keep BEFORE UPDATE ON receipt BEGIN SELECT RAISE(ABORT,'a receipt never changes'); END;
CREATE TRIGGER receipt_stay BEFORE DELETE ON receipt BEGIN SELECT RAISE(ABORT,'a receipt is never removed'); END;
CREATE TABLE activity(log TEXT NOT NULL, seq INTEGER NOT NULL, bytes BLOB NOT NULL, hash BLOB NOT NULL CHECK(length(hash)=32), detail BLOB,
  PRIMARY KEY(log,seq)) STRICT, WITHOUT ROWID;
CREATE TRIGGER activity_next BEFORE INSERT ON activity
  WHEN new.seq<>1+coalesce((SELECT max(seq) FROM activity WHERE log=new.log),0) BEGIN SELECT RAISE(ABORT,'a log only grows'); END;
CREATE TRIGGER activity_keep BEFORE UPDATE ON activity WHEN new.detail IS NOT NULL OR new.log IS NOT old.log OR new.seq IS NOT old.seq
  OR new.bytes IS NOT old.bytes OR new.hash IS NOT old.hash BEGIN SELECT RAISE(ABORT,'a log never changes'); END;
CREATE TRIGGER activity_stay BEFORE DELETE ON activity BEGIN SELECT RAISE(ABORT,'a log is never cut'); END;
)";

// What the window shows, made from the tables above in the transaction that changes them: narrow rows, so that 100,000 can be
// sorted at once. here: 0 no bytes wanted (a folder), 1 not here, 2 here. missing: 1 if the offline policy may fetch it.
const char *const listingTables = R"(
CREATE TABLE listing(n INTEGER PRIMARY KEY, id TEXT NOT NULL, type INTEGER NOT NULL, parent TEXT NOT NULL, state INTEGER NOT NULL,
  sort_key TEXT NOT NULL, name TEXT NOT NULL, modified INTEGER NOT NULL, size INTEGER NOT NULL, media_type TEXT NOT NULL,
  favourite INTEGER NOT NULL, official INTEGER NOT NULL, expires TEXT, document_type TEXT, labels TEXT, issuer TEXT,
  here INTEGER NOT NULL, missing INTEGER NOT NULL, on_server INTEGER NOT NULL, unread INTEGER NOT NULL, words INTEGER NOT NULL) STRICT;
CREATE INDEX listing_folder ON listing(parent, state, type, sort_key, id);
CREATE INDEX listing_recent ON listing(state, type, modified);
CREATE INDEX listing_missing ON listing(modified) WHERE missing=1;
CREATE INDEX listing_unread ON listing(n) WHERE unread=1;
CREATE INDEX listing_expires ON listing(expires) WHERE expires IS NOT NULL;
CREATE INDEX listing_favourite ON listing(modified) WHERE favourite=1;
CREATE TABLE item_label(label TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY(label, n)) STRICT, WITHOUT ROWID;
CREATE INDEX item_label_item ON item_label(n);
CREATE TABLE document_text(n INTEGER PRIMARY KEY, version TEXT NOT NULL, packed BLOB NOT NULL) STRICT;
CREATE VIRTUAL TABLE document_fts USING fts5(name, labels, note, about, body, content='', contentless_delete=1,
  tokenize='unicode61 remove_diacritics 2', prefix='2 3');
INSERT INTO document_fts(document_fts, rank) VALUES('pgsz', 3990);
)";

const char *const serviceTables = R"(
CREATE TABLE setting(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE secret(name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE profile_info(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE saved_search(id TEXT PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL, query TEXT NOT NULL) STRICT;
)";
} // namespace

Outcome createSchema(Database &database)
{
    CARRIEL_CHECK(database.exec(engineTables));
    CARRIEL_CHECK(database.exec(ledgerTables));
    CARRIEL_CHECK(database.exec(listingTables));
    return database.exec(serviceTables);
}

} // namespace carriel::vault

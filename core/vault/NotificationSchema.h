// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of notifications. Private to core/vault.
#pragma once

namespace carriel::vault {

// notification: what the operator tells (json, byte for byte as members of its objects, whose statements are signed),
// what a check of it found, and how far an opening is. json never goes back: what rewrites history lies in `rewritten`.
// opening: 0 none, 1 signed, 2 sent, 3 released, 4 verified, 5 mismatch, 6 void. key is A, from the operator's answer;
// salt and content are what was sealed, and only there once it is verified - a rule refuses them before. cipher and
// content are empty since they lie in parts (sealedParts).
// arrival: entries of the change feed that are not yet taken in.
inline constexpr const char *notificationTables = R"(
CREATE TABLE notification(id TEXT PRIMARY KEY, rev INTEGER NOT NULL, state TEXT NOT NULL, json BLOB NOT NULL, rewritten BLOB,
  verdict INTEGER NOT NULL DEFAULT 0, findings TEXT, received INTEGER, cipher BLOB, cipher_ok INTEGER NOT NULL DEFAULT 0,
  opening INTEGER NOT NULL DEFAULT 0 CHECK(opening BETWEEN 0 AND 6), op TEXT, challenge TEXT, receipt BLOB, id_token BLOB, body BLOB,
  device BLOB, signed_at INTEGER, key BLOB, salt BLOB, content BLOB, words TEXT, reason TEXT, dispute BLOB, dispute_op TEXT,
  dispute_sent INTEGER NOT NULL DEFAULT 0, CHECK(opening IN(3,4,5) OR key IS NULL), CHECK(opening=4 OR (content IS NULL AND words IS NULL)))
  STRICT;
CREATE TABLE arrival(seq INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, id TEXT NOT NULL, rev INTEGER NOT NULL, json BLOB NOT NULL)
  STRICT;
CREATE TABLE consent(id TEXT PRIMARY KEY, rev INTEGER NOT NULL, state TEXT NOT NULL, json BLOB NOT NULL) STRICT;
CREATE TABLE directory(sha256 BLOB PRIMARY KEY CHECK(length(sha256)=32), jws BLOB NOT NULL, fetched INTEGER NOT NULL) STRICT;
CREATE TRIGGER notification_kept BEFORE DELETE ON notification BEGIN SELECT RAISE(ABORT,'a notification is kept'); END;
CREATE TRIGGER notification_opened BEFORE UPDATE OF opening ON notification WHEN old.opening IN(3,4,5) AND new.opening NOT IN(3,4,5)
  BEGIN SELECT RAISE(ABORT,'an access cannot be undone'); END;
)";

// Where the words of opened acts are found: words is the act itself, body the text of its documents, once complete. Its
// row numbers are its own, because those of notification change with VACUUM.
inline constexpr const char *actWords = R"(
CREATE TABLE act_text(n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, complete INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE VIRTUAL TABLE act_fts USING fts5(words, body, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2',
  prefix='2 3');
INSERT INTO act_text(id) SELECT id FROM notification WHERE words IS NOT NULL;
INSERT INTO act_fts(rowid,words,body) SELECT a.n,x.words,'' FROM act_text a JOIN notification x ON x.id=a.id;
CREATE TRIGGER act_came AFTER INSERT ON notification WHEN new.words IS NOT NULL BEGIN
  INSERT INTO act_text(id) SELECT new.id WHERE NOT EXISTS(SELECT 1 FROM act_text WHERE id=new.id);
  DELETE FROM act_fts WHERE rowid=(SELECT n FROM act_text WHERE id=new.id);
  INSERT INTO act_fts(rowid,words,body) SELECT n,new.words,'' FROM act_text WHERE id=new.id; END;
CREATE TRIGGER act_opened AFTER UPDATE OF words ON notification WHEN new.words IS NOT old.words BEGIN
  INSERT INTO act_text(id) SELECT new.id WHERE NOT EXISTS(SELECT 1 FROM act_text WHERE id=new.id);
  UPDATE act_text SET complete=0 WHERE id=new.id;
  DELETE FROM act_fts WHERE rowid=(SELECT n FROM act_text WHERE id=new.id);
  INSERT INTO act_fts(rowid,words,body) SELECT n,new.words,'' FROM act_text WHERE id=new.id AND new.words IS NOT NULL; END;
)";

// Cipher text (kind 0) and content (1) in parts: a change of the row beside them moves none of them, and nobody needs
// memory for the whole of them to read or to write them. A content is only there once it is verified. n: from 0.
inline constexpr const char *sealedParts = R"(
CREATE TABLE notification_part(notification TEXT NOT NULL, kind INTEGER NOT NULL CHECK(kind IN(0,1)), n INTEGER NOT NULL,
  bytes BLOB NOT NULL, PRIMARY KEY(notification,kind,n)) STRICT;
CREATE TRIGGER content_sealed BEFORE INSERT ON notification_part WHEN new.kind=1 AND
  NOT EXISTS(SELECT 1 FROM notification WHERE id=new.notification AND opening=4)
  BEGIN SELECT RAISE(ABORT,'a content before the opening'); END;
)";

// All that a list shows of a row but what stands in json, behind which the row's other columns lie: whoever looks for
// what has changed reads this alone.
inline constexpr const char *notificationListed = R"(
CREATE INDEX notification_listed ON notification(received DESC, id DESC, rev, state, verdict, findings, cipher_ok, opening, reason);
)";

// From the columns in which an older vault has them.
inline constexpr const char *moveSealedParts = R"(
INSERT OR REPLACE INTO notification_part(notification,kind,n,bytes) WITH RECURSIVE p(id,kind,n,size) AS (
  SELECT id,0,0,length(cipher) FROM notification WHERE cipher IS NOT NULL
  UNION ALL SELECT id,1,0,length(content) FROM notification WHERE content IS NOT NULL
  UNION ALL SELECT id,kind,n+1,size FROM p WHERE (n+1)*262144<size)
  SELECT p.id,p.kind,p.n,substr(CASE p.kind WHEN 0 THEN x.cipher ELSE x.content END,1+p.n*262144,262144)
  FROM p JOIN notification x ON x.id=p.id;
UPDATE notification SET cipher=NULL,content=NULL WHERE cipher IS NOT NULL OR content IS NOT NULL;
)";

} // namespace carriel::vault

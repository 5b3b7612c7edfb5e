// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of signatures: verdicts, trust, and what was signed here. Private to core/vault.
#pragma once

namespace carriel::vault {

// to_verify: rows of the listing whose bytes are here and were not looked at since they moved; tries counts attempts
// that never ended, so that a file that ends the program is not taken up for ever. verdict: by content, one content has
// one. document_verdict: what a list shows, of that version alone. signature_made: never changed, never removed.
// evidence: what authorities said (kind 0 a revocation list, 1 an OCSP answer), kept so that offline stays as sure as
// online was.
inline constexpr const char *signatureTables = R"(
CREATE TABLE to_verify(n INTEGER PRIMARY KEY, tries INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TRIGGER verify_new AFTER INSERT ON listing WHEN new.here=2 AND new.media_type='application/pdf'
  BEGIN INSERT INTO to_verify(n) SELECT new.n WHERE NOT EXISTS(SELECT 1 FROM to_verify WHERE n=new.n); END;
CREATE TRIGGER verify_moved AFTER UPDATE OF here,size,modified,media_type ON listing WHEN new.here=2 AND new.media_type='application/pdf'
  BEGIN INSERT INTO to_verify(n) SELECT new.n WHERE NOT EXISTS(SELECT 1 FROM to_verify WHERE n=new.n); END;
CREATE TRIGGER verify_gone AFTER DELETE ON listing
  BEGIN DELETE FROM to_verify WHERE n=old.n; DELETE FROM document_verdict WHERE n=old.n; END;
INSERT INTO to_verify(n) SELECT n FROM listing WHERE here=2 AND media_type='application/pdf';
CREATE TABLE verdict(sha256 BLOB PRIMARY KEY CHECK(length(sha256)=32), trust TEXT NOT NULL, checked INTEGER NOT NULL, due INTEGER,
  proof_ends INTEGER, verdict TEXT NOT NULL, report BLOB NOT NULL) STRICT;
CREATE INDEX verdict_due ON verdict(due) WHERE due IS NOT NULL;
CREATE INDEX verdict_ends ON verdict(proof_ends) WHERE proof_ends IS NOT NULL;
CREATE TABLE document_verdict(n INTEGER PRIMARY KEY, version TEXT NOT NULL, verdict TEXT NOT NULL) STRICT;
CREATE TABLE evidence(sha256 BLOB PRIMARY KEY, kind INTEGER NOT NULL CHECK(kind IN(0,1)), der BLOB NOT NULL, fetched INTEGER NOT NULL) STRICT;
CREATE TABLE trust_anchor(sha256 BLOB PRIMARY KEY CHECK(length(sha256)=32), der BLOB NOT NULL, accredited INTEGER NOT NULL,
  source TEXT NOT NULL, hosts TEXT NOT NULL, added INTEGER NOT NULL) STRICT;
CREATE TABLE signing_job(seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, item TEXT NOT NULL, version TEXT NOT NULL,
  name TEXT NOT NULL, state INTEGER NOT NULL CHECK(state IN(0,1,2,3,4,5)), options TEXT NOT NULL, result_sha256 BLOB, result_item TEXT,
  error TEXT, attempts INTEGER NOT NULL DEFAULT 0, next_try INTEGER, created INTEGER NOT NULL, changed INTEGER NOT NULL) STRICT;
CREATE TABLE signature_made(seq INTEGER PRIMARY KEY AUTOINCREMENT, item TEXT NOT NULL, name TEXT NOT NULL, signed_sha256 BLOB NOT NULL,
  result_sha256 BLOB NOT NULL, certificate BLOB NOT NULL, level TEXT NOT NULL, reason TEXT, place TEXT, made INTEGER NOT NULL) STRICT;
CREATE TRIGGER signature_made_keep BEFORE UPDATE ON signature_made BEGIN SELECT RAISE(ABORT,'a register only grows'); END;
CREATE TRIGGER signature_made_stay BEFORE DELETE ON signature_made BEGIN SELECT RAISE(ABORT,'a register only grows'); END;
)";

// Which documents are looked at when they come.
#define CARRIEL_SIGNED_KINDS \
    "('application/pdf','application/vnd.etsi.asic-e+zip','application/vnd.etsi.asic-s+zip','application/pkcs7-signature')"

// Containers and signatures beside a file are looked at as well.
inline constexpr const char *signedKinds =
    "DROP TRIGGER verify_new; DROP TRIGGER verify_moved;"
    "CREATE TRIGGER verify_new AFTER INSERT ON listing WHEN new.here=2 AND new.media_type IN " CARRIEL_SIGNED_KINDS
    " BEGIN INSERT INTO to_verify(n) SELECT new.n WHERE NOT EXISTS(SELECT 1 FROM to_verify WHERE n=new.n); END;"
    "CREATE TRIGGER verify_moved AFTER UPDATE OF here,size,modified,media_type ON listing "
    "WHEN new.here=2 AND new.media_type IN " CARRIEL_SIGNED_KINDS
    " BEGIN INSERT INTO to_verify(n) SELECT new.n WHERE NOT EXISTS(SELECT 1 FROM to_verify WHERE n=new.n); END;"
    "INSERT INTO to_verify(n) SELECT n FROM listing WHERE here=2 AND media_type<>'application/pdf' "
    "AND media_type IN " CARRIEL_SIGNED_KINDS;

} // namespace carriel::vault

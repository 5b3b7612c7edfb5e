// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Schema.h"

#include "reference-operator/Encoding.h"

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr int newest = 3;

const char *const first[] = {
    "CREATE TABLE entities(id TEXT PRIMARY KEY, name TEXT NOT NULL)",
    // seq: last change; floor_seq: changes up to here may have lost their tombstones; made: last creation number
    "CREATE TABLE folders(id TEXT PRIMARY KEY, holder TEXT NOT NULL UNIQUE, holder_name TEXT NOT NULL, state TEXT NOT NULL,"
    " terms_id TEXT, terms_sha256 TEXT, accepted_at TEXT, acceptance TEXT, seq BIGINT NOT NULL, floor_seq BIGINT NOT NULL,"
    " made BIGINT NOT NULL, used BIGINT NOT NULL, created TEXT NOT NULL)",
    "CREATE TABLE devices(folder TEXT NOT NULL REFERENCES folders(id), id TEXT NOT NULL, name TEXT NOT NULL, ds TEXT NOT NULL,"
    " de TEXT NOT NULL, state TEXT NOT NULL, rev BIGINT NOT NULL, created TEXT NOT NULL, revoked_at TEXT,"
    " statement TEXT NOT NULL, id_token TEXT NOT NULL, r TEXT NOT NULL, PRIMARY KEY(folder, id))",
    "CREATE TABLE blobs(folder TEXT NOT NULL REFERENCES folders(id), id TEXT NOT NULL, sha256 TEXT NOT NULL, size BIGINT NOT NULL,"
    " place TEXT NOT NULL, created TEXT NOT NULL, PRIMARY KEY(folder, id), UNIQUE(folder, sha256))",
    "CREATE INDEX blobs_by_age ON blobs(created)",
    "CREATE INDEX blobs_by_place ON blobs(place)",
    "CREATE TABLE items(folder TEXT NOT NULL REFERENCES folders(id), id TEXT NOT NULL, n BIGINT NOT NULL, rev BIGINT NOT NULL,"
    " type TEXT NOT NULL, parent TEXT NOT NULL, name TEXT NOT NULL, name_key TEXT NOT NULL, original_name TEXT,"
    " state TEXT NOT NULL, custody TEXT NOT NULL, official BIGINT NOT NULL, issuer TEXT, validity TEXT, head TEXT,"
    " caused_by TEXT, created TEXT NOT NULL, modified TEXT NOT NULL, trashed_at TEXT, trashed_root TEXT, meta TEXT NOT NULL, reason TEXT,"
    " PRIMARY KEY(folder, id))",
    // No two namesakes side by side, whatever two clients do at once.
    "CREATE UNIQUE INDEX items_by_name ON items(folder, parent, name_key) WHERE state = 'active'",
    "CREATE INDEX items_by_parent ON items(folder, parent)",
    "CREATE UNIQUE INDEX items_by_number ON items(folder, n)",
    "CREATE INDEX items_by_trash ON items(trashed_at) WHERE state <> 'active'",
    "CREATE TABLE versions(folder TEXT NOT NULL, id TEXT NOT NULL, item TEXT NOT NULL, n BIGINT NOT NULL, blob TEXT NOT NULL,"
    " size BIGINT NOT NULL, sha256 TEXT NOT NULL, media_type TEXT NOT NULL, sealed TEXT, created TEXT NOT NULL, caused_by TEXT,"
    " counted BIGINT NOT NULL, PRIMARY KEY(folder, id), FOREIGN KEY(folder, blob) REFERENCES blobs(folder, id))",
    "CREATE INDEX versions_by_item ON versions(folder, item)",
    "CREATE INDEX versions_by_blob ON versions(folder, blob)",
    "CREATE TABLE uploads(folder TEXT NOT NULL REFERENCES folders(id), id TEXT NOT NULL, length BIGINT NOT NULL,"
    " done BIGINT NOT NULL, sha256 TEXT NOT NULL, blob TEXT, expires BIGINT NOT NULL, PRIMARY KEY(folder, id))",
    "CREATE INDEX uploads_by_age ON uploads(expires)",
    "CREATE TABLE changes(folder TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, seq BIGINT NOT NULL,"
    " PRIMARY KEY(folder, kind, id))",
    "CREATE UNIQUE INDEX changes_by_seq ON changes(folder, seq)",
    "CREATE TABLE idempotency(folder TEXT NOT NULL, key TEXT NOT NULL, fingerprint TEXT NOT NULL, status BIGINT NOT NULL,"
    " headers TEXT NOT NULL, body TEXT NOT NULL, created BIGINT NOT NULL, PRIMARY KEY(folder, key))",
    "CREATE INDEX idempotency_by_age ON idempotency(created)",
};

const char *const second[] = {
    "ALTER TABLE versions ADD COLUMN base TEXT",  // the version it was made from, when that was not the head any more
    "ALTER TABLE versions ADD COLUMN label TEXT", // what the person's program calls it
    "ALTER TABLE items ADD COLUMN versions BIGINT NOT NULL DEFAULT 0",
    "UPDATE items SET versions = (SELECT COUNT(*) FROM versions v WHERE v.folder = items.folder AND v.item = items.id)",
    "ALTER TABLE folders ADD COLUMN quota BIGINT", // null: the configuration's
};

const char *const third[] = {
    // Which device a login was for. Its tokens end with the device.
    "CREATE TABLE logins(nonce TEXT PRIMARY KEY, folder TEXT NOT NULL REFERENCES folders(id), device TEXT NOT NULL)",
};

} // namespace

void makeSchema(Connection &c)
{
    c.execute(c.isPostgres() ? u"BEGIN"_s : u"BEGIN IMMEDIATE"_s);
    if (c.isPostgres())
        c.execute(u"SELECT pg_advisory_xact_lock(7262145)"_s); // two operators starting at once
    c.execute(u"CREATE TABLE IF NOT EXISTS settings(key TEXT PRIMARY KEY, value TEXT NOT NULL)"_s);
    const int have = c.one(u"SELECT value FROM settings WHERE key = 'schema'"_s).toInt();
    if (have > newest)
        throw DatabaseError(u"the database was made by a newer carriel-operator"_s, false);
    if (have < 1) {
        for (const char *sql : first)
            c.execute(QString::fromLatin1(sql));
        renewEpoch(c);
    }
    if (have < 2) {
        for (const char *sql : second)
            c.execute(QString::fromLatin1(sql));
    }
    if (have < 3) {
        for (const char *sql : third)
            c.execute(QString::fromLatin1(sql));
    }
    if (have < newest)
        c.change(
            u"INSERT INTO settings(key, value) VALUES('schema', ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value"_s,
            {QString::number(newest)});
    c.execute(u"COMMIT"_s);
}

QString epoch(Connection &c)
{
    return c.one(u"SELECT value FROM settings WHERE key = 'epoch'"_s).toString();
}

void renewEpoch(Connection &c)
{
    c.change(u"INSERT INTO settings(key, value) VALUES('epoch', ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value"_s,
             {newId()});
}

} // namespace carriel::op

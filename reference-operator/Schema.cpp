// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Schema.h"

#include "reference-operator/Encoding.h"

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr int newest = 14;

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

// What entities do, and what is notified (docs/NOTIFICATIONS.md).
const char *const fourth[] = {
    "ALTER TABLE entities ADD COLUMN number TEXT",    // as in paths
    "ALTER TABLE entities ADD COLUMN box TEXT",       // the folder that its uploads lie in; null: not registered
    "ALTER TABLE entities ADD COLUMN client TEXT",    // JWK of its assertions
    "ALTER TABLE entities ADD COLUMN origins TEXT",   // JSON array
    "ALTER TABLE entities ADD COLUMN webhook TEXT",
    "ALTER TABLE entities ADD COLUMN pushed BIGINT NOT NULL DEFAULT 0", // last event that the webhook took
    "ALTER TABLE entities ADD COLUMN events BIGINT NOT NULL DEFAULT 0", // last event
    "ALTER TABLE entities ADD COLUMN registered BIGINT",
    "CREATE TABLE entity_keys(entity TEXT NOT NULL REFERENCES entities(id), kid TEXT NOT NULL, use TEXT NOT NULL,"
    " jwk TEXT NOT NULL, x5c TEXT NOT NULL, valid_from BIGINT NOT NULL, PRIMARY KEY(entity, kid))",
    "CREATE TABLE invitations(digest TEXT PRIMARY KEY, entity TEXT NOT NULL, expires BIGINT NOT NULL, used_by TEXT)",
    "CREATE TABLE assertions(jti TEXT PRIMARY KEY, expires BIGINT NOT NULL)",
    "CREATE TABLE procedures(id TEXT PRIMARY KEY, entity TEXT NOT NULL REFERENCES entities(id), title TEXT NOT NULL,"
    " description TEXT NOT NULL, classes TEXT NOT NULL, regimes TEXT NOT NULL, text TEXT)",
    "CREATE TABLE consent_texts(id TEXT PRIMARY KEY, procedure TEXT NOT NULL REFERENCES procedures(id), text TEXT NOT NULL,"
    " sha256 TEXT NOT NULL, UNIQUE(procedure, sha256))",
    "CREATE TABLE consents(folder TEXT NOT NULL REFERENCES folders(id), id TEXT NOT NULL, rev BIGINT NOT NULL, state TEXT NOT NULL,"
    " entity TEXT NOT NULL REFERENCES entities(id), procedure TEXT NOT NULL REFERENCES procedures(id), text TEXT NOT NULL,"
    " sha256 TEXT NOT NULL, given TEXT NOT NULL, withdrawn TEXT, caused_by TEXT, PRIMARY KEY(folder, id))",
    "CREATE UNIQUE INDEX consents_in_force ON consents(folder, procedure) WHERE state = 'active'",
    "CREATE TABLE inquiries(folder TEXT NOT NULL REFERENCES folders(id), id TEXT NOT NULL, at TEXT NOT NULL, entity TEXT NOT NULL,"
    " procedure TEXT NOT NULL, subscribed BIGINT NOT NULL, PRIMARY KEY(folder, id))",
    "CREATE TABLE batches(entity TEXT NOT NULL REFERENCES entities(id), id TEXT NOT NULL, procedure TEXT NOT NULL,"
    " count BIGINT NOT NULL, received BIGINT NOT NULL, accepted BIGINT NOT NULL, PRIMARY KEY(entity, id))",
    "CREATE TABLE notifications(id TEXT PRIMARY KEY, entity TEXT NOT NULL REFERENCES entities(id), folder TEXT NOT NULL REFERENCES folders(id),"
    " recipient TEXT NOT NULL, procedure TEXT NOT NULL, class TEXT NOT NULL, regime TEXT NOT NULL, state TEXT NOT NULL, rev BIGINT NOT NULL,"
    " seal TEXT NOT NULL, blob TEXT NOT NULL, a TEXT NOT NULL, a_sha256 TEXT NOT NULL, cipher_sha256 TEXT NOT NULL, batch TEXT,"
    " reference TEXT, not_before BIGINT NOT NULL, expires BIGINT, acr TEXT NOT NULL, max_age BIGINT NOT NULL, warning_sha256 TEXT NOT NULL,"
    " head TEXT, records BIGINT NOT NULL, acknowledgement TEXT, device TEXT, certificate TEXT, dispute TEXT, caused_by TEXT,"
    " received TEXT NOT NULL, changed TEXT NOT NULL, fetched TEXT NOT NULL DEFAULT ' ')",
    "CREATE INDEX notifications_of_folder ON notifications(folder, id)",
    "CREATE INDEX notifications_of_entity ON notifications(entity, id)",
    "CREATE INDEX notifications_by_blob ON notifications(folder, blob)",
    "CREATE INDEX notifications_due ON notifications(not_before) WHERE state = 'Submitted'",
    "CREATE INDEX notifications_ending ON notifications(expires) WHERE state = 'Available' AND expires IS NOT NULL",
    "CREATE TABLE evidence(notification TEXT NOT NULL REFERENCES notifications(id), seq BIGINT NOT NULL, entity TEXT NOT NULL,"
    " n BIGINT NOT NULL, event TEXT NOT NULL, state TEXT NOT NULL, jws TEXT NOT NULL, tst TEXT, stamp BIGINT NOT NULL,"
    " PRIMARY KEY(notification, seq))",
    "CREATE UNIQUE INDEX evidence_by_number ON evidence(entity, n)",
    "CREATE INDEX evidence_to_stamp ON evidence(notification) WHERE stamp = 1 AND tst IS NULL",
    "CREATE TABLE challenges(challenge TEXT PRIMARY KEY, notification TEXT NOT NULL REFERENCES notifications(id), folder TEXT NOT NULL,"
    " head TEXT NOT NULL, expires BIGINT NOT NULL, dead BIGINT NOT NULL)",
    "CREATE INDEX challenges_by_age ON challenges(expires)",
    "CREATE TABLE count_tickets(digest TEXT PRIMARY KEY, folder TEXT NOT NULL REFERENCES folders(id), login TEXT NOT NULL,"
    " expires BIGINT NOT NULL)",
};

const char *const fifth[] = {
    "ALTER TABLE entity_keys ADD COLUMN valid_to BIGINT",  // null: in force
    "ALTER TABLE notifications ADD COLUMN line BIGINT",    // of the batch
    "CREATE TABLE batch_refusals(entity TEXT NOT NULL, batch TEXT NOT NULL, line BIGINT NOT NULL, id TEXT NOT NULL,"
    " reason TEXT NOT NULL, jws TEXT, PRIMARY KEY(entity, batch, line), FOREIGN KEY(entity, batch) REFERENCES batches(entity, id))",
    "CREATE INDEX challenges_of ON challenges(notification)",
    // What the operator signed with, and what was sealed to: never forgotten (OperatorKeys.h).
    "CREATE TABLE operator_keys(kid TEXT NOT NULL, use TEXT NOT NULL, jwk TEXT NOT NULL, valid_from BIGINT NOT NULL,"
    " valid_to BIGINT, PRIMARY KEY(kid, use))",
};

// What entities ask people for, and what people gave (docs/CONTRIBUTIONS.md).
const char *const sixth[] = {
    "ALTER TABLE entities ADD COLUMN contributions BIGINT NOT NULL DEFAULT 0", // last number
    "CREATE TABLE requests(id TEXT PRIMARY KEY, entity TEXT NOT NULL REFERENCES entities(id), procedure TEXT NOT NULL"
    " REFERENCES procedures(id), title TEXT NOT NULL, expires BIGINT NOT NULL, jws TEXT NOT NULL)",
    "CREATE TABLE used_requests(entity TEXT NOT NULL REFERENCES entities(id), jti TEXT NOT NULL, contribution TEXT NOT "
    "NULL,"
    " PRIMARY KEY(entity, jti))",
    "CREATE TABLE contributions(id TEXT PRIMARY KEY, folder TEXT NOT NULL REFERENCES folders(id), person TEXT NOT NULL,"
    " entity TEXT NOT NULL REFERENCES entities(id), procedure TEXT NOT NULL REFERENCES procedures(id), box TEXT NOT "
    "NULL"
    " REFERENCES folders(id), n BIGINT NOT NULL, rev BIGINT NOT NULL, state TEXT NOT NULL, request TEXT NOT NULL,"
    " statement TEXT NOT NULL, device TEXT NOT NULL, blob TEXT NOT NULL, copy TEXT NOT NULL, sha256 TEXT NOT NULL, "
    "head TEXT,"
    " records BIGINT NOT NULL, filing TEXT, filing_number TEXT, rejection TEXT, caused_by TEXT, received TEXT NOT NULL,"
    " changed TEXT NOT NULL)",
    "CREATE UNIQUE INDEX contributions_of_entity ON contributions(entity, n)",
    "CREATE UNIQUE INDEX contributions_by_filing ON contributions(entity, filing_number) WHERE filing_number IS NOT "
    "NULL",
    "CREATE INDEX contributions_of_folder ON contributions(folder, id)",
    "CREATE INDEX contributions_by_blob ON contributions(folder, blob)",
    "CREATE INDEX contributions_by_copy ON contributions(box, copy)",
    "CREATE TABLE contribution_evidence(contribution TEXT NOT NULL REFERENCES contributions(id), seq BIGINT NOT NULL,"
    " event TEXT NOT NULL, jws TEXT NOT NULL, PRIMARY KEY(contribution, seq))",
};

// The operator's record of each folder, and what it signed of the devices' own.
const char *const seventh[] = {
    "CREATE TABLE activity(folder TEXT NOT NULL REFERENCES folders(id), seq BIGINT NOT NULL, bytes TEXT NOT NULL, detail TEXT,"
    " hash TEXT NOT NULL, PRIMARY KEY(folder, seq))",
    "CREATE TABLE checkpoints(folder TEXT NOT NULL REFERENCES folders(id), n BIGINT NOT NULL, log TEXT NOT NULL,"
    " seq BIGINT NOT NULL, head TEXT NOT NULL, statement TEXT NOT NULL, jws TEXT NOT NULL, PRIMARY KEY(folder, n),"
    " UNIQUE(folder, log, seq))",
};

// What people let others read (docs/SHARES.md).
const char *const eighth[] = {
    "ALTER TABLE folders ADD COLUMN findable BIGINT NOT NULL DEFAULT 0", // whoever knows the holder's number may share with him
    "CREATE TABLE lookups(folder TEXT NOT NULL REFERENCES folders(id), at BIGINT NOT NULL)",
    "CREATE INDEX lookups_of_folder ON lookups(folder, at)",
    "CREATE TABLE shares(id TEXT PRIMARY KEY, folder TEXT NOT NULL REFERENCES folders(id), person TEXT NOT NULL, kind TEXT NOT NULL,"
    " recipient TEXT, box TEXT REFERENCES folders(id), state TEXT NOT NULL, granted TEXT NOT NULL, device TEXT NOT NULL,"
    " answer TEXT, answered TEXT, extension TEXT, code TEXT, rev BIGINT NOT NULL, records BIGINT NOT NULL, fetches BIGINT NOT NULL,"
    " expires BIGINT NOT NULL, tries BIGINT NOT NULL, head TEXT, caused_by TEXT, made TEXT NOT NULL, changed TEXT NOT NULL)",
    "CREATE INDEX shares_of_folder ON shares(folder, id)",
    "CREATE INDEX shares_to ON shares(box, id)",
    "CREATE INDEX shares_ending ON shares(expires) WHERE state IN ('Offered', 'Accepted')",
    "CREATE TABLE share_evidence(share TEXT NOT NULL REFERENCES shares(id), seq BIGINT NOT NULL, event TEXT NOT NULL,"
    " jws TEXT NOT NULL, PRIMARY KEY(share, seq))",
    "CREATE TABLE link_sessions(digest TEXT PRIMARY KEY, share TEXT NOT NULL REFERENCES shares(id), expires BIGINT NOT NULL)",
};

// When the person made a version, by their own computer's clock.
const char *const ninth[] = {
    "ALTER TABLE versions ADD COLUMN made_at TEXT",
};

// The person's keys: what is public of them, what the person's computers wrapped for each other, and how these met.
const char *const tenth[] = {
    "CREATE TABLE person_keys(folder TEXT NOT NULL REFERENCES folders(id), gen BIGINT NOT NULL, enc TEXT NOT NULL, sig TEXT NOT NULL,"
    " created TEXT NOT NULL, PRIMARY KEY(folder, gen))",
    "CREATE TABLE person_key_copies(folder TEXT NOT NULL, gen BIGINT NOT NULL, reader TEXT NOT NULL, jwe TEXT NOT NULL,"
    " PRIMARY KEY(folder, gen, reader), FOREIGN KEY(folder, gen) REFERENCES person_keys(folder, gen))",
    "CREATE TABLE pairings(folder TEXT NOT NULL REFERENCES folders(id), device TEXT NOT NULL, by_device TEXT NOT NULL,"
    " step_commit TEXT NOT NULL, step_new TEXT, step_reveal TEXT, PRIMARY KEY(folder, device))",
};

// What an entity may bring, and how long the answers to its refused lines are kept.
const char *const eleventh[] = {
    "CREATE TABLE entity_use(entity TEXT NOT NULL REFERENCES entities(id), what TEXT NOT NULL, free_at BIGINT NOT NULL,"
    " PRIMARY KEY(entity, what))",
    "ALTER TABLE batch_refusals ADD COLUMN at BIGINT NOT NULL DEFAULT 0", // 0: before this was kept
    "CREATE INDEX batch_refusals_by_age ON batch_refusals(at)",
};

// What the person's previous key signed about the next one.
const char *const twelfth[] = {
    "ALTER TABLE person_keys ADD COLUMN continuity TEXT",
};

// The identity provider's word about a key, and what only the reader of an end-to-end share can open.
const char *const thirteenth[] = {
    "ALTER TABLE person_keys ADD COLUMN id_token TEXT",
    "ALTER TABLE person_keys ADD COLUMN r TEXT",
    "ALTER TABLE shares ADD COLUMN manifest TEXT",
};

// What an owner asks of whoever has read, and that one's word; and a device's head may be signed again over what the operator's own
// record has since.
const char *const fourteenth[] = {
    "ALTER TABLE shares ADD COLUMN erasure TEXT",
    "ALTER TABLE shares ADD COLUMN erasure_device TEXT",
    "ALTER TABLE shares ADD COLUMN erasure_answer TEXT",
    "ALTER TABLE shares ADD COLUMN erasure_answer_device TEXT",
    "CREATE TABLE checkpoints_again(folder TEXT NOT NULL REFERENCES folders(id), n BIGINT NOT NULL, log TEXT NOT NULL,"
    " seq BIGINT NOT NULL, head TEXT NOT NULL, statement TEXT NOT NULL, jws TEXT NOT NULL, PRIMARY KEY(folder, n))",
    "INSERT INTO checkpoints_again(folder, n, log, seq, head, statement, jws) SELECT folder, n, log, seq, head, statement, jws FROM checkpoints",
    "DROP TABLE checkpoints",
    "ALTER TABLE checkpoints_again RENAME TO checkpoints",
    "CREATE INDEX checkpoints_of_log ON checkpoints(folder, log, seq)",
};

// Rows of this table stay as they were written.
void makeAppendOnly(Connection &c, const QString &table)
{
    if (c.isPostgres())
        return c.execute(QString(u"CREATE TRIGGER "_s + table + u"_stays BEFORE UPDATE OR DELETE ON "_s + table +
                                 u" FOR EACH ROW EXECUTE FUNCTION refuse_change()"_s));
    for (const auto &[name, what] : {std::pair{u"_stays"_s, u"UPDATE"_s}, {u"_lasts"_s, u"DELETE"_s}})
        c.execute(QString(u"CREATE TRIGGER "_s + table + name + u" BEFORE "_s + what + u" ON "_s + table +
                          u" BEGIN SELECT RAISE(ABORT, 'append only'); END"_s));
}

// Every effect of a legal act, once, never changed: what a court or a test counts. And evidence stays as it was written,
// but for the time stamp that comes later.
void makeEffects(Connection &c)
{
    const QString columns = u", at TEXT NOT NULL, kind TEXT NOT NULL, entity TEXT NOT NULL, folder TEXT NOT NULL,"
                            u" subject TEXT NOT NULL, op TEXT NOT NULL, detail TEXT NOT NULL)"_s;
    if (c.isPostgres()) {
        c.execute(QString(u"CREATE TABLE effects(n BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"_s + columns));
        c.execute(u"CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS"
                  u" $$ BEGIN RAISE EXCEPTION 'append only'; END $$"_s);
        c.execute(u"CREATE TRIGGER effects_stay BEFORE UPDATE OR DELETE ON effects FOR EACH ROW EXECUTE FUNCTION refuse_change()"_s);
        c.execute(u"CREATE TRIGGER evidence_stays BEFORE UPDATE OF notification, seq, entity, n, event, state, jws OR DELETE"
                  u" ON evidence FOR EACH ROW EXECUTE FUNCTION refuse_change()"_s);
        return;
    }
    c.execute(QString(u"CREATE TABLE effects(n INTEGER PRIMARY KEY AUTOINCREMENT"_s + columns));
    for (const auto &[name, what] : {std::pair{u"effects_stay"_s, u"UPDATE ON effects"_s},
                                     {u"effects_last"_s, u"DELETE ON effects"_s},
                                     {u"evidence_stays"_s, u"UPDATE OF notification, seq, entity, n, event, state, jws ON evidence"_s},
                                     {u"evidence_lasts"_s, u"DELETE ON evidence"_s}})
        c.execute(QString(u"CREATE TRIGGER "_s + name + u" BEFORE "_s + what + u" BEGIN SELECT RAISE(ABORT, 'append only'); END"_s));
}

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
    if (have < 4) {
        for (const char *sql : fourth)
            c.execute(QString::fromLatin1(sql));
        c.execute(u"UPDATE entities SET number = substr(id, 8) WHERE id LIKE 'co:NIT:%'"_s);
        c.execute(u"CREATE UNIQUE INDEX entities_by_number ON entities(number)"_s);
        makeEffects(c);
    }
    if (have < 5) {
        for (const char *sql : fifth)
            c.execute(QString::fromLatin1(sql));
    }
    if (have < 6) {
        for (const char *sql : sixth)
            c.execute(QString::fromLatin1(sql));
        makeAppendOnly(c, u"contribution_evidence"_s);
    }
    if (have < 7) {
        for (const char *sql : seventh)
            c.execute(QString::fromLatin1(sql));
        makeAppendOnly(c, u"activity"_s);
        makeAppendOnly(c, u"checkpoints"_s);
    }
    if (have < 8) {
        for (const char *sql : eighth)
            c.execute(QString::fromLatin1(sql));
        makeAppendOnly(c, u"share_evidence"_s);
    }
    if (have < 9) {
        for (const char *sql : ninth)
            c.execute(QString::fromLatin1(sql));
    }
    if (have < 10) {
        for (const char *sql : tenth)
            c.execute(QString::fromLatin1(sql));
    }
    if (have < 11) {
        for (const char *sql : eleventh)
            c.execute(QString::fromLatin1(sql));
        c.change(u"UPDATE batch_refusals SET at = ?"_s, {nowSeconds()});
    }
    if (have < 12) {
        for (const char *sql : twelfth)
            c.execute(QString::fromLatin1(sql));
    }
    if (have < 13) {
        for (const char *sql : thirteenth)
            c.execute(QString::fromLatin1(sql));
    }
    if (have < 14) {
        for (const char *sql : fourteenth)
            c.execute(QString::fromLatin1(sql));
        makeAppendOnly(c, u"checkpoints"_s);
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

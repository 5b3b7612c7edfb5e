// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/NotificationStore.h"

#include "core/vault/ListSql.h"
#include "core/vault/Settings.h"

#include <QHash>
#include <QStringList>
#include <algorithm>

namespace carriel::vault {

namespace {
#define CARRIEL_NOTIFICATION_LISTED "SELECT id,rev,state,verdict,findings,received,cipher_ok,opening,reason"
#define CARRIEL_NOTIFICATION_SHORT                                                                                     \
    CARRIEL_NOTIFICATION_LISTED ",json,signed_at,dispute_sent,"                                                        \
    "rewritten IS NOT NULL,(SELECT value FROM profile_info WHERE key='act_term '||notification.id),"  \
    "(SELECT value FROM profile_info WHERE key='act_for '||notification.id),"   \
    "(SELECT value FROM profile_info WHERE key='act_days '||notification.id) "

constexpr QLatin1String calendar{" calendar"};
constexpr qsizetype mostProviderKeys = 65536; // bytes; a provider has a handful of keys
constexpr qsizetype partSize = 262144; // as a migration cuts them, too

void setTerm(GrantedTerm &granted, const QString &stored) // "15 calendar"
{
    if (stored.isEmpty())
        return;
    granted.days = stored.section(QLatin1Char(' '), 0, 0).toInt();
    granted.calendarDays = stored.endsWith(calendar);
}

// The columns of CARRIEL_NOTIFICATION_LISTED; others may follow them.
NotificationRow listedRow(Statement &row)
{
    NotificationRow one;
    one.id = row.text(0);
    one.rev = row.integer(1);
    one.state = row.text(2);
    one.verdict = int(row.integer(3));
    one.findings = row.text(4);
    one.receivedUtc = row.time(5);
    one.cipherHere = row.flag(6);
    one.opening = OpeningState(row.integer(7));
    one.reason = row.text(8);
    return one;
}
} // namespace

Result<QList<NotificationRow>> NotificationStore::rows(Statement row, bool whole)
{
    QList<NotificationRow> out;
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return out;
        NotificationRow one = listedRow(row);
        one.json = row.bytes(9);
        one.signedUtc = row.time(10);
        one.disputeSent = row.flag(11);
        if (row.flag(12))
            one.rewritten = "{}"; // that there is one
        setTerm(one.granted, row.text(13));
        one.granted.purpose = row.text(14);
        one.granted.asked = row.text(15);
        if (whole) {
            one.rewritten = row.bytes(16);
            one.op = row.text(17);
            one.challenge = row.text(18);
            one.receipt = row.bytes(19);
            one.idToken = row.bytes(20);
            one.body = row.bytes(21);
            one.device = row.bytes(22);
            one.key = row.bytes(23);
            one.salt = row.bytes(24);
            one.words = row.text(25);
            one.dispute = row.bytes(26);
            one.disputeOp = row.text(27);
            one.idProviderKeys = row.text(28).toUtf8();
        }
        out.append(one);
    }
}

Result<QList<NotificationRow>> NotificationStore::all()
{
    return rows(m_db.query(CARRIEL_NOTIFICATION_SHORT "FROM notification ORDER BY received DESC, id DESC"), false);
}

Result<QList<NotificationRow>> NotificationStore::listed()
{
    // What acts grant is of few: not a look-up for each row.
    QHash<QString, GrantedTerm> granted;
    auto facts = m_db.query("SELECT key,value FROM profile_info WHERE (key>='act_for ' AND key<'act_for!') OR (key>='act_term ' AND "
                            "key<'act_term!') OR (key>='act_days ' AND key<'act_days!')");
    for (;;) {
        CARRIEL_TRY(const bool found, facts.next());
        if (!found)
            break;
        const QString key = facts.text(0), id = key.section(QLatin1Char(' '), 1);
        if (key.startsWith(QLatin1String("act_for ")))
            granted[id].purpose = facts.text(1);
        else if (key.startsWith(QLatin1String("act_days ")))
            granted[id].asked = facts.text(1);
        else
            setTerm(granted[id], facts.text(1));
    }
    QList<NotificationRow> out;
    auto row = m_db.query(CARRIEL_NOTIFICATION_LISTED " FROM notification ORDER BY received DESC, id DESC");
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return out;
        NotificationRow one = listedRow(row);
        one.granted = granted.value(one.id);
        out.append(one);
    }
}

Result<std::optional<NotificationRow>> NotificationStore::brief(const QString &id)
{
    CARRIEL_TRY(const QList<NotificationRow> found, rows(m_db.query(CARRIEL_NOTIFICATION_SHORT "FROM notification WHERE id=?", id), false));
    return found.isEmpty() ? std::optional<NotificationRow>() : std::optional<NotificationRow>(found.first());
}

Result<QList<NotificationRow>> NotificationStore::unfinished()
{
    return rows(
        m_db.query(CARRIEL_NOTIFICATION_SHORT
                   "FROM notification WHERE verdict=0 OR NOT cipher_ok OR opening NOT IN (?,?,?) OR ' '||findings "
                   "LIKE '% no_key@%' OR ' '||findings LIKE '% foreign_key@%' OR ' '||findings LIKE '% "
                   "unanchored@%' ORDER BY received DESC, id DESC",
                   int(OpeningState::None), int(OpeningState::Verified), int(OpeningState::Void)),
        false);
}

Result<std::optional<NotificationRow>> NotificationStore::find(const QString &id)
{
    CARRIEL_TRY(const QList<NotificationRow> found,
                rows(m_db.query(CARRIEL_NOTIFICATION_SHORT
                                ",rewritten,op,challenge,receipt,id_token,body,device,key,salt,words,dispute,"
                                "dispute_op,(SELECT value FROM profile_info WHERE key='id_keys '||notification.id) "
                                "FROM notification WHERE id=?",
                                id),
                     true));
    return found.isEmpty() ? std::optional<NotificationRow>() : std::optional<NotificationRow>(found.first());
}

Outcome NotificationStore::put(const NotificationRow &row)
{
    const auto text = [](const QString &value) { return value.isEmpty() ? QString() : value; };
    const auto blob = [](const QByteArray &value) { return value.isEmpty() ? QByteArray() : value; };
    if (row.granted.days)
        CARRIEL_CHECK(ProfileFacts(m_db).set(QLatin1String("act_term ") + row.id,
                                             QString::number(*row.granted.days) +
                                                 (row.granted.calendarDays ? calendar : QLatin1String())));
    if (!row.granted.purpose.isEmpty())
        CARRIEL_CHECK(ProfileFacts(m_db).set(QLatin1String("act_for ") + row.id, row.granted.purpose));
    if (!row.granted.asked.isEmpty())
        CARRIEL_CHECK(ProfileFacts(m_db).set(QLatin1String("act_days ") + row.id, row.granted.asked));
    if (!row.idProviderKeys.isEmpty() && row.idProviderKeys.size() <= mostProviderKeys)
        CARRIEL_CHECK(
            ProfileFacts(m_db).set(QLatin1String("id_keys ") + row.id, QString::fromUtf8(row.idProviderKeys)));
    return m_db
        .query("INSERT INTO notification(id,rev,state,json,rewritten,verdict,findings,received,opening,op,challenge,"
               "receipt,id_token,body,device,signed_at,key,salt,words,reason,dispute,dispute_op,dispute_sent) "
               "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(id) DO UPDATE SET rev=excluded.rev,"
               "state=excluded.state,json=excluded.json,rewritten=excluded.rewritten,verdict=excluded.verdict,"
               "findings=excluded.findings,received=excluded.received,opening=excluded.opening,op=excluded.op,"
               "challenge=excluded.challenge,receipt=excluded.receipt,id_token=excluded.id_token,body=excluded.body,"
               "device=excluded.device,signed_at=excluded.signed_at,key=excluded.key,salt=excluded.salt,"
               "words=excluded.words,reason=excluded.reason,dispute=excluded.dispute,"
               "dispute_op=excluded.dispute_op,dispute_sent=excluded.dispute_sent",
               row.id, row.rev, row.state, row.json, blob(row.rewritten), row.verdict, text(row.findings),
               row.receivedUtc, int(row.opening), text(row.op), text(row.challenge), blob(row.receipt),
               blob(row.idToken), blob(row.body), blob(row.device), row.signedUtc, blob(row.key), blob(row.salt),
               text(row.words), text(row.reason), blob(row.dispute), text(row.disputeOp),
               row.disputeSent)
        .run();
}

Outcome NotificationStore::judged(const QString &id, int verdict, const QString &findings)
{
    const auto work = [&] {
        return m_db
            .query("UPDATE notification SET verdict=?,findings=? WHERE id=?", verdict,
                   findings.isEmpty() ? QString() : findings, id)
            .run();
    };
    return m_db.transact(work, Database::Lasts::WithTheNext); // it can be checked again
}

Outcome NotificationStore::recheck(const QString &id)
{
    return m_db.query("UPDATE notification SET verdict=0 WHERE id=?", id).run();
}

Outcome NotificationStore::putOpened(const NotificationRow &row, const QByteArray &content)
{
    return m_db.transact([&]() -> Outcome {
        CARRIEL_CHECK(put(row));
        return putParts(row.id, Bytes::Content, content);
    });
}

Outcome NotificationStore::readParts(const QString &id, Bytes which, const Part &part)
{
    Statement row =
        m_db.query("SELECT bytes FROM notification_part WHERE notification=? AND kind=? ORDER BY n", id, int(which));
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return {};
        CARRIEL_CHECK(part(row.bytes(0)));
    }
}

Outcome NotificationStore::putParts(const QString &id, Bytes which, const QByteArray &bytes)
{
    CARRIEL_CHECK(m_db.query("DELETE FROM notification_part WHERE notification=? AND kind=?", id, int(which)).run());
    for (qsizetype at = 0; at < bytes.size(); at += partSize) {
        const QByteArrayView part = QByteArrayView(bytes).sliced(at, std::min(partSize, bytes.size() - at));
        CARRIEL_CHECK(m_db.query("INSERT INTO notification_part(notification,kind,n,bytes) VALUES(?,?,?,?)", id,
                                 int(which), qint64(at / partSize), Borrowed{part})
                          .run());
    }
    return {};
}

Result<QByteArray> NotificationStore::joined(const QString &id, Bytes which)
{
    Statement row = m_db.query("SELECT sum(length(bytes)) FROM notification_part WHERE notification=? AND kind=?", id,
                               int(which));
    CARRIEL_TRY(const bool found, row.next());
    QByteArray out;
    out.reserve(found ? qsizetype(row.integer(0)) : 0);
    CARRIEL_CHECK(readParts(id, which, [&out](QByteArrayView part) -> Outcome {
        out.append(part);
        return {};
    }));
    return out;
}

Result<QByteArray> NotificationStore::content(const QString &id)
{
    return joined(id, Bytes::Content);
}

Outcome NotificationStore::readCipher(const QString &id, const Part &part)
{
    return readParts(id, Bytes::Cipher, part);
}

Result<QByteArray> NotificationStore::cipher(const QString &id)
{
    return joined(id, Bytes::Cipher);
}

Outcome NotificationStore::dropCipher(const QString &id)
{
    return m_db.query("UPDATE notification SET cipher_ok=0 WHERE id=?", id).run();
}

Outcome NotificationStore::putCipher(const QString &id, const QByteArray &bytes)
{
    const auto work = [&]() -> Outcome {
        CARRIEL_CHECK(putParts(id, Bytes::Cipher, bytes));
        return m_db.query("UPDATE notification SET cipher_ok=1 WHERE id=?", id).run();
    };
    return m_db.transact(work, Database::Lasts::WithTheNext); // the operator has it until it is opened
}

Result<QStringList> NotificationStore::search(const QString &words)
{
    QStringList out;
    const QString match = matchOf(words);
    if (match.isEmpty())
        return out;
    Statement row = m_db.query("SELECT x.id FROM act_fts f JOIN act_text a ON a.n=f.rowid JOIN notification x ON "
                               "x.id=a.id WHERE f.act_fts MATCH ? AND x.opening=4 ORDER BY x.received DESC, x.id DESC",
                               match);
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return out;
        out.append(row.text(0));
    }
}

Result<std::optional<NotificationStore::Unread>> NotificationStore::unreadAct()
{
    Statement row = m_db.query("SELECT x.id,(SELECT sum(length(bytes)) FROM notification_part WHERE notification=x.id "
                               "AND kind=1) FROM act_text a JOIN notification x ON x.id=a.id WHERE a.complete=0 AND "
                               "x.opening=4 ORDER BY x.received DESC, x.id DESC LIMIT 1");
    CARRIEL_TRY(const bool found, row.next());
    return found ? std::optional<Unread>({row.text(0), row.integer(1)}) : std::nullopt;
}

Outcome NotificationStore::putDocumentText(const QString &id, const QString &text)
{
    return m_db.transact([&]() -> Outcome {
        CARRIEL_CHECK(m_db.query("DELETE FROM act_fts WHERE rowid=(SELECT n FROM act_text WHERE id=?)", id).run());
        CARRIEL_CHECK(m_db.query("INSERT INTO act_fts(rowid,words,body) SELECT a.n,x.words,? FROM act_text a JOIN "
                                 "notification x ON x.id=a.id WHERE a.id=? AND x.words IS NOT NULL",
                                 text, id)
                          .run());
        return m_db.query("UPDATE act_text SET complete=1 WHERE id=?", id).run();
    });
}

Result<QList<Arrival>> NotificationStore::arrivals(int most)
{
    Statement row =
        m_db.query("SELECT seq,kind,id,rev,json FROM arrival WHERE kind<>'device' ORDER BY seq LIMIT ?", most);
    QList<Arrival> out;
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return out;
        out.append({row.integer(0), row.text(1), row.text(2), row.integer(3), row.bytes(4)});
    }
}

Outcome NotificationStore::dropArrival(qint64 seq)
{
    return m_db.query("DELETE FROM arrival WHERE seq=?", seq).run();
}

Result<QList<ConsentRow>> NotificationStore::consents()
{
    Statement row = m_db.query("SELECT id,rev,state,json FROM consent ORDER BY id");
    QList<ConsentRow> out;
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return out;
        out.append({row.text(0), row.integer(1), row.text(2), row.bytes(3)});
    }
}

Outcome NotificationStore::put(const ConsentRow &row)
{
    return m_db
        .query("INSERT INTO consent(id,rev,state,json) VALUES(?,?,?,?) ON CONFLICT(id) DO UPDATE SET rev=excluded.rev,"
               "state=excluded.state,json=excluded.json WHERE excluded.rev>consent.rev",
               row.id, row.rev, row.state, row.json)
        .run();
}

Result<QByteArray> NotificationStore::directory()
{
    Statement row = m_db.query("SELECT jws FROM directory ORDER BY fetched DESC LIMIT 1");
    CARRIEL_TRY(const bool found, row.next());
    return found ? row.bytes(0) : QByteArray();
}

Result<QByteArray> NotificationStore::directoryDigest()
{
    Statement row = m_db.query("SELECT sha256 FROM directory ORDER BY fetched DESC LIMIT 1");
    CARRIEL_TRY(const bool found, row.next());
    return found ? row.bytes(0) : QByteArray();
}

Outcome NotificationStore::keepDirectory(const QByteArray &jws, const QByteArray &sha256, const QDateTime &now)
{
    return m_db
        .query("INSERT INTO directory(sha256,jws,fetched) VALUES(?,?,?) ON CONFLICT(sha256) DO UPDATE SET "
               "fetched=excluded.fetched",
               sha256, jws, now)
        .run();
}

} // namespace carriel::vault

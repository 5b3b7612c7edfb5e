// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/AccountActivity.h"

#include "core/crypto/Base64Url.h"
#include "core/evidence/activity/LogForks.h"
#include "core/evidence/records/Statements.h"
#include "core/remote/DeviceKeys.h"
#include "core/services/AccountLinkPrivate.h"
#include "core/services/ActRecord.h"
#include "core/services/ServiceErrors.h"
#include "core/vault/Settings.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace carriel {

namespace {

using evidence::Checkpoint;
using evidence::LogCheck;
using evidence::LogForks;
using evidence::LogHead;

QString b64u(const QByteArray &bytes)
{
    return QString::fromLatin1(crypto::toBase64Url(bytes));
}

} // namespace

AccountActivity::AccountActivity(AccountLink::Private &account, vault::Database &database, const Clock &clock,
                                 Random &random)
    : d(account), m_db(database), m_log(database, clock, random), m_api(account.client)
{
}

void AccountActivity::end(const Outcome &outcome)
{
    if (outcome.ok())
        m_moved = false;
    if (m_done)
        std::exchange(m_done, {})(outcome);
}

// Said until the person takes note of it, and written down: whatever the operator shows later, this stays in the record.
void AccountActivity::alarm(const QString &reason)
{
    bool told = false;
    const Outcome kept = m_db.transact([&]() -> Outcome {
        CARRIEL_TRY(told, raiseActivityAlarm(m_db, reason));
        return told ? recordAct(m_db, d.clock, {QStringLiteral("operator.alarm"), {}, reason, {}}) : Outcome();
    });
    if (kept && told)
        QMetaObject::invokeMethod(d.q, &AccountLink::devicesChanged, Qt::QueuedConnection);
    end(Error{errors::activityAlarm, {{QStringLiteral("reason"), reason}}, {}});
}

void AccountActivity::told(const QByteArray &head)
{
    const QByteArrayList parts = head.split(':');
    bool isSeq = false, isN = false;
    const qint64 seq = parts.value(0).toLongLong(&isSeq), n = parts.value(2).toLongLong(&isN);
    const QByteArray hash = crypto::fromBase64Url(parts.value(1)).valueOr({});
    if (parts.size() != 4 || !isSeq || !isN || seq < 0 || n < 0 || hash.size() != 32 || d.account.folder.isEmpty())
        return; // of a newer protocol
    const QString log = QStringLiteral("op:") + d.account.folder.text();
    const auto here = lastOf(m_db, log);
    const auto checkpoint = lastCheckpoint(m_db);
    if (!here.ok() || !checkpoint.ok())
        return;
    const bool ours = checkpoint.value() && checkpoint.value()->folder == d.account.folder.text();
    const qint64 kept = ours ? checkpoint.value()->n : 0;
    // Both were asked for at once, perhaps: what is here may be newer than this word. Shorter is looked into, other is not.
    m_moved = seq != here.value().seq || n != kept;
    const QString so = log + u' ' + QString::number(seq);
    vault::ProfileFacts facts(m_db);
    if (seq > here.value().seq && facts.value(QString::fromLatin1(activityToldFact)) != so)
        (void)facts.set(QString::fromLatin1(activityToldFact), so);
    if (seq > 0 && seq <= here.value().seq && m_log.hashAt(log, seq).valueOr({}) != hash)
        return alarm(QStringLiteral("altered"));
    if (n > 0 && n <= kept && checkpointDigest(m_db, n) != parts.at(3))
        return alarm(QStringLiteral("forked"));
}

// What an answer leads to; trouble ends the exchange.
template <typename Next> auto AccountActivity::unless(Next next)
{
    return [this, next](Answer answer) {
        const auto call = std::move(m_call); // until this answer is worked off
        if (const auto *trouble = std::get_if<sync::Trouble>(&answer))
            return end(trouble->error);
        next(std::get<QJsonObject>(answer));
    };
}

void AccountActivity::exchange(AccountLink::Finished done)
{
    const AccountStore::Holder holder = d.store.holder();
    if (m_done || holder.statement.isEmpty() || d.account.folder.isEmpty() || d.store.removed())
        return done({});
    const auto log = m_log.currentLog();
    const auto own = log.ok() ? lastOf(m_db, log.value()) : Result<LogHead>(log.error());
    if (!own.ok())
        return done(own.error());
    const auto anchored = toldOf(m_db, own.value().log);
    if (!anchored.ok())
        return done(anchored.error());
    m_tell = anchored.value() < own.value().seq || (own.value().seq > 0 && isOperatorAhead());
    if (!m_tell && !m_moved)
        return done({});
    m_done = std::move(done);
    m_forked = m_told = false;
    m_call = d.api.operatorKeys([this](sync::Answer<crypto::JwkSet> answer) {
        const auto call = std::move(m_call);
        if (const auto *trouble = std::get_if<sync::Trouble>(&answer))
            return end(trouble->error);
        m_keys = std::get<crypto::JwkSet>(answer);
        // A list of keys keeps those that are used no more: who does not know any longer the one that signed last is
        // somebody else, or does not stand by what he signed.
        const auto last = newestCheckpoint(m_db);
        if (!last.ok())
            return end(last.error());
        if (!last.value().isEmpty() && !evidence::verifiedCheckpoint(last.value(), m_keys).ok())
            return alarm(QStringLiteral("key"));
        takeRecords();
    });
}

void AccountActivity::takeRecords()
{
    const auto last = lastOf(m_db, QStringLiteral("op:") + d.account.folder.text());
    if (!last.ok())
        return end(last.error());
    m_call =
        m_api.records(d.account.folder, last.value().seq + 1, unless([this](const QJsonObject &page) {
                          const QJsonArray records = page.value(QLatin1String("records")).toArray();
                          for (const QJsonValue &one : records) {
                              if (const Outcome taken = take(one.toObject()); !taken.ok())
                                  return taken.error().code == errors::activityAlarm
                                             ? alarm(taken.error().params.value(QStringLiteral("reason")).toString())
                                             : end(taken);
                          }
                          const auto now = lastOf(m_db, QStringLiteral("op:") + d.account.folder.text());
                          const qint64 there = page.value(QLatin1String("seq")).toInteger();
                          if (!now.ok())
                              return end(now.error());
                          if (records.isEmpty() && there != now.value().seq)
                              return alarm(QStringLiteral("missing")); // records that are here are not there any more
                          if (there > now.value().seq)
                              return takeRecords();
                          // Others' first, if there are any: they may tell that this vault is an older copy of itself.
                          m_tell && !m_moved ? allTaken() : takeCheckpoints();
                      }));
}

Outcome AccountActivity::take(const QJsonObject &record)
{
    const QString log = QStringLiteral("op:") + d.account.folder.text();
    const auto wrong = [](const QString &reason) {
        return Error{errors::activityAlarm, {{QStringLiteral("reason"), reason}}, {}};
    };
    const auto bytes = crypto::fromBase64Url(record.value(QLatin1String("bytes")).toString().toLatin1());
    if (!bytes.ok())
        return wrong(QStringLiteral("malformed"));
    CARRIEL_TRY(const LogHead last, lastOf(m_db, log));
    std::optional<QByteArray> detail;
    if (const QJsonValue given = record.value(QLatin1String("detail")); given.isString())
        detail = given.toString().toUtf8();
    if (const QString fault = LogCheck::faultAfter(last.seq, last.hash, {log, last.seq + 1, bytes.value(), detail});
        !fault.isEmpty())
        return wrong(fault);
    return m_log.take(log, last.seq + 1, bytes.value(), detail);
}

// Its record goes further, as far as it is here, than the last checkpoint says.
bool AccountActivity::isOperatorAhead()
{
    const auto here = lastOf(m_db, QStringLiteral("op:") + d.account.folder.text());
    const auto last = lastCheckpoint(m_db);
    return here && last && last.value() && here.value().seq > last.value()->own.seq;
}

void AccountActivity::tellHead()
{
    m_told = true; // once in an exchange: an operator that signs the same again is not asked for ever
    const auto log = m_log.currentLog();
    const auto own = log.ok() ? lastOf(m_db, log.value()) : Result<LogHead>(log.error());
    const auto seen = lastOf(m_db, QStringLiteral("op:") + d.account.folder.text());
    auto keys = d.store.deviceKeys();
    for (const Outcome &one :
         {own.ok() ? Outcome() : Outcome(own.error()), seen.ok() ? Outcome() : Outcome(seen.error()),
          keys.ok() ? Outcome() : Outcome(keys.error())}) {
        if (!one.ok())
            return end(one);
    }
    const QJsonObject said{{QStringLiteral("log"), own.value().log},
                           {QStringLiteral("seq"), own.value().seq},
                           {QStringLiteral("head"), b64u(own.value().hash)},
                           {QStringLiteral("op_seq_seen"), seen.value().seq},
                           {QStringLiteral("op_head_seen"), b64u(seen.value().hash)}};
    const auto statement =
        crypto::signJws(keys.value().sign, "carpeta-head+json", QJsonDocument(said).toJson(QJsonDocument::Compact));
    if (!statement.ok())
        return end(statement.error());
    const QJsonObject body{{QStringLiteral("log"), own.value().log},
                           {QStringLiteral("seq"), own.value().seq},
                           {QStringLiteral("head"), b64u(own.value().hash)},
                           {QStringLiteral("statement"), QString::fromLatin1(statement.value())}};
    m_call = m_api.makeCheckpoint(d.account.folder, d.newId(), body, [this](Answer answer) {
        const auto call = std::move(m_call);
        const auto *trouble = std::get_if<sync::Trouble>(&answer);
        if (!trouble) {
            m_tell = false;
            return takeAnswered(std::get<QJsonObject>(answer).value(QLatin1String("checkpoint")).toObject());
        }
        if (trouble->error.params.value(QStringLiteral("code")).toString() != QLatin1String("log_fork"))
            return end(trouble->error);
        if (trouble->error.params.value(QStringLiteral("side")).toString() == QLatin1String("operator"))
            return alarm(QStringLiteral("missing"));
        // This vault is older than what it has told: a copy was put back. It goes on under a new name, once.
        if (std::exchange(m_forked, true))
            return end(trouble->error);
        const Outcome forked = forkHere(0);
        forked.ok() ? tellHead() : end(forked);
    });
}

// `elsewhere`: the last epoch that was told of this computer's log, if one is known.
Outcome AccountActivity::forkHere(int elsewhere)
{
    return m_db.transact([&]() -> Outcome {
        CARRIEL_TRY(const QString from, m_log.currentLog());
        CARRIEL_TRY(const LogHead last, lastOf(m_db, from));
        // Up to here the history in this vault is the one that was told; what it wrote since was never anchored.
        qint64 common = 0;
        CARRIEL_TRY(const QList<LogHead> anchors, anchorsIn(m_db));
        for (const LogHead &one : anchors) {
            CARRIEL_TRY(const QByteArray here, m_log.hashAt(one.log, one.seq));
            if (one.log == from && here == one.hash)
                common = std::max(common, one.seq);
        }
        const int epoch = std::max(LogForks::epochOf(from), elsewhere) + 1;
        CARRIEL_CHECK(vault::ProfileFacts(m_db).set(QString::fromLatin1(activityEpochFact), QString::number(epoch)));
        return m_log.add({QStringLiteral("log.restored"),
                          {},
                          {},
                          {{QStringLiteral("from"), from},
                           {QStringLiteral("last_known"), common},
                           {QStringLiteral("last_here"), last.seq},
                           {QStringLiteral("head_here"), b64u(last.hash)}}});
    });
}

// The checkpoint over what was told. Where it continues the last that is here, nothing lies between them that would have to be
// asked for; else somebody told another one meanwhile, and all are taken in their order.
void AccountActivity::takeAnswered(const QJsonObject &told)
{
    const auto last = lastCheckpoint(m_db);
    if (!last.ok())
        return end(last.error());
    const auto one = evidence::verifiedCheckpoint(told.value(QLatin1String("jws")).toString().toLatin1(), m_keys);
    const bool isNext = one && one.value().n == (last.value() ? last.value()->n + 1 : 1) &&
                        one.value().prev == (last.value() ? last.value()->digest : QByteArray());
    if (!isNext)
        return takeCheckpoints();
    keep(told).ok() ? allTaken() : alarm(QStringLiteral("checkpoint"));
}

void AccountActivity::takeCheckpoints()
{
    const auto last = lastCheckpoint(m_db);
    if (!last.ok())
        return end(last.error());
    // From the one that is here: who does not have it any more, or another under its number, shows a second history.
    const qint64 from = last.value() ? last.value()->n : 1;
    const QByteArray digest = last.value() ? last.value()->digest : QByteArray();
    m_call = m_api.checkpoints(d.account.folder, from, unless([this, digest](const QJsonObject &page) {
                                   QJsonArray list = page.value(QLatin1String("checkpoints")).toArray();
                                   if (!digest.isEmpty()) {
                                       const QString first = list.at(0).toObject().value(QLatin1String("jws")).toString();
                                       if (evidence::digestOf(first.toLatin1()) != digest)
                                           return alarm(QStringLiteral("forked"));
                                       list.removeFirst();
                                   }
                                   for (const QJsonValue &one : std::as_const(list)) {
                                       if (!keep(one.toObject()).ok())
                                           return alarm(QStringLiteral("checkpoint"));
                                   }
                                   list.isEmpty() ? allTaken() : takeCheckpoints();
                               }));
}

// Whether this computer itself told that head, in this vault's later life or in another copy of it: nobody else has its key.
bool AccountActivity::isOwnWord(const LogHead &head, const QByteArray &statement)
{
    const auto keys = d.store.deviceKeys();
    const auto said = keys ? crypto::verifyJws(statement, keys.value().sign.publicKey(), "carpeta-head+json")
                           : Result<crypto::Jws>(keys.error());
    if (!said)
        return false;
    const QJsonObject told = QJsonDocument::fromJson(said.value().payload).object();
    return told.value(QLatin1String("log")) == head.log && told.value(QLatin1String("seq")).toInteger() == head.seq &&
           told.value(QLatin1String("head")) == b64u(head.hash);
}

Outcome AccountActivity::keep(const QJsonObject &told)
{
    const QByteArray jws = told.value(QLatin1String("jws")).toString().toLatin1();
    CARRIEL_TRY(const Checkpoint one, evidence::verifiedCheckpoint(jws, m_keys));
    CARRIEL_TRY(const auto last, lastCheckpoint(m_db));
    const Error wrong{errors::activityAlarm, {{QStringLiteral("reason"), QStringLiteral("checkpoint")}}, {}};
    if (one.folder != d.account.folder.text() || one.n != (last ? last->n + 1 : 1) ||
        one.prev != (last ? last->digest : QByteArray()))
        return wrong;
    // What it says of the operator's log must be what the operator gave us, as far as it is here.
    CARRIEL_TRY(const QByteArray own, m_log.hashAt(one.own.log, one.own.seq));
    if (!own.isEmpty() && own != one.own.hash)
        return wrong;
    CARRIEL_TRY(const QByteArray mine, m_log.hashAt(one.told.log, one.told.seq));
    CARRIEL_TRY(const QString current, m_log.currentLog());
    const bool isOwnLog = LogForks::stemOf(one.told.log) == LogForks::stemOf(current);
    const QByteArray statement = told.value(QLatin1String("statement")).toString().toLatin1();
    if (!mine.isEmpty() && mine != one.told.hash && !(isOwnLog && isOwnWord(one.told, statement)))
        return wrong;
    CARRIEL_TRY(const crypto::Jws signedBy, crypto::readUnverifiedJws(jws));
    CARRIEL_TRY(const bool same, keepCheckpointKey(m_db, *m_keys.find(signedBy.kid, signedBy.keyType()), signedBy.kid));
    if (!same)
        return wrong;
    return keepCheckpoint(m_db, one.n, jws, d.clock.nowUtc());
}

// What others and this computer told is here: now what it has to tell itself.
void AccountActivity::allTaken()
{
    const auto elsewhere = toldElsewhere(m_db, m_log);
    if (!elsewhere.ok())
        return end(elsewhere.error());
    if (elsewhere.value() > 0) {
        const Outcome forked = forkHere(elsewhere.value());
        if (!forked.ok())
            return end(forked);
        m_tell = true;
    }
    if (const Outcome looked = lookedAt(m_db); !looked.ok())
        return end(looked);
    // What the operator wrote since its last word: the same head again has it signed, also where the person did nothing.
    const auto log = m_log.currentLog();
    const auto own = log ? lastOf(m_db, log.value()) : Result<LogHead>(log.error());
    if (!own)
        return end(own.error());
    m_tell = m_tell || (!m_told && own.value().seq > 0 && isOperatorAhead());
    m_tell ? tellHead() : end({});
}

} // namespace carriel

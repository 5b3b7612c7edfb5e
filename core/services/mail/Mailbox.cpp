// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/mail/Mailbox.h"

#include "core/base/BaseErrors.h"
#include "core/crypto/Base64Url.h"
#include "core/crypto/Digest.h"
#include "core/evidence/proof/SealedPackage.h"
#include "core/services/mail/MailErrors.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace carriel::mail {

using vault::NotificationRow;
using vault::OpeningState;

namespace {

QString disputeOf(const QString &id)
{
    return QLatin1String("dispute ") + id;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

Mailbox::Mailbox(vault::VaultStore &store, const Clock &clock, Random &random)
    : m_store(store), m_rows(store.database()), m_clock(clock), m_random(random)
{
}

void Mailbox::setPort(MailPort *port)
{
    ++m_generation;
    m_port = port;
    m_busy = false;
    m_directoryAsked = false;
    m_failed.clear();
    if (!m_waiting.empty()) // somebody waits for what the port before was doing
        again();
}

void Mailbox::wake()
{
    m_failed.clear();
    if (std::exchange(m_directoryMissed, false))
        m_directoryAsked = false;
    again();
}

void Mailbox::again()
{
    if (!m_busy)
        QMetaObject::invokeMethod(
            this, [this] { step(); }, Qt::QueuedConnection);
}

void Mailbox::settled(std::function<void()> done)
{
    m_waiting.push_back(std::move(done));
    wake();
}

void Mailbox::rest()
{
    for (auto waiting = std::exchange(m_waiting, {}); const auto &done : waiting)
        done();
}

// One thing after the other; each that waits for the network comes back here.
void Mailbox::step()
{
    if (m_busy)
        return;
    if (takeArrivals() || (m_port && needDirectory()) || checkNext() || (m_port && (fetchNext() || sendDispute())))
        return;
    if (!settleNext())
        rest();
}

bool Mailbox::settleNext()
{
    const auto all = m_rows.unfinished();
    if (!m_settler || !all)
        return false;
    for (const NotificationRow &row : all.value()) {
        const bool under = row.opening == OpeningState::Signed || row.opening == OpeningState::Sent ||
                           row.opening == OpeningState::Released;
        const bool local = row.opening == OpeningState::Signed; // nobody else knows of it
        if (!under || (!m_port && !local) || m_failed.contains(row.id))
            continue;
        m_failed.insert(row.id);
        if (m_settler(row.id))
            return true;
    }
    return false;
}

// All that arrived together is taken in together, and the window does not wait for the disk: what arrived lies there
// lasting, and is taken in again if this is lost.
Outcome Mailbox::take(const QList<vault::Arrival> &arrived)
{
    const auto work = [&]() -> Outcome {
        for (const vault::Arrival &one : arrived) {
            const auto taker = m_takers.constFind(one.kind);
            const Outcome taken =
                taker != m_takers.constEnd() ? (*taker)(QJsonDocument::fromJson(one.json).object())
                : one.kind == QLatin1String("consent")
                    ? m_rows.put(vault::ConsentRow{
                          one.id, one.rev,
                          QJsonDocument::fromJson(one.json).object().value(QLatin1String("state")).toString(),
                          one.json})
                    : upsert(one.json);
            // What is no notification is none later either; a full disk is another matter.
            if (!taken && taken.error().codeText().startsWith(QLatin1String("CAR-VLT")))
                return taken;
            CARRIEL_CHECK(m_rows.dropArrival(one.seq));
        }
        return {};
    };
    return m_store.database().transact(work, vault::Database::Lasts::WithTheNext);
}

bool Mailbox::takeArrivals()
{
    for (;;) {
        const auto arrived = m_rows.arrivals(50);
        if (!arrived || arrived.value().isEmpty())
            return false;
        const QList<vault::Arrival> &list = arrived.value();
        const auto all = std::find_if(list.begin(), list.end(),
                                      [](const vault::Arrival &one) { return one.kind == QLatin1String("all"); });
        if (all == list.begin()) {
            if (!m_port)
                return false;
            m_busy = true;
            m_pages.clear();
            listAll(all->seq, {});
            return true;
        }
        if (!take(QList<vault::Arrival>(list.begin(), all)))
            return false;
        m_directoryAsked = false; // of an entity, or with a key, that was not there before
        Q_EMIT changed();
    }
}

bool Mailbox::isNewPage(const QString &page)
{
    constexpr qsizetype most = 10000;
    if (page.isEmpty() || m_pages.size() >= most || m_pages.contains(page))
        return false;
    m_pages.insert(page);
    return true;
}

void Mailbox::listAll(qint64 arrival, const QString &next)
{
    m_port->notifications(next, [this, arrival, generation = m_generation](const sync::Answer<QJsonObject> &answer) {
        if (generation != m_generation)
            return;
        const auto *page = std::get_if<QJsonObject>(&answer);
        if (!page) { // an operator without notifications, or no network: asked again at the next wake()
            m_busy = false;
            const auto &trouble = std::get<sync::Trouble>(answer);
            if (trouble.kind == sync::TroubleKind::Gone && m_rows.dropArrival(arrival))
                return step();
            return rest();
        }
        for (const QJsonValue &value : page->value(QLatin1String("notifications")).toArray()) {
            m_directoryAsked = false;
            const Outcome taken = upsert(compact(value.toObject()));
            if (!taken && taken.error().codeText().startsWith(QLatin1String("CAR-VLT"))) {
                m_busy = false; // a full disk: all is listed again at the next wake()
                return rest();
            }
        }
        const QString more = page->value(QLatin1String("next")).toString();
        if (isNewPage(more))
            return listAll(arrival, more);
        m_pages.clear();
        listConsents(arrival, {});
    });
}

void Mailbox::listConsents(qint64 arrival, const QString &next)
{
    m_port->consents(next, [this, arrival, generation = m_generation](const sync::Answer<QJsonObject> &answer) {
        if (generation != m_generation)
            return;
        QString more;
        const auto *trouble = std::get_if<sync::Trouble>(&answer);
        if (trouble && trouble->kind != sync::TroubleKind::Gone) { // the list is not whole: all of it another time
            m_busy = false;
            return rest();
        }
        if (const auto *page = std::get_if<QJsonObject>(&answer)) {
            for (const QJsonValue &value : page->value(QLatin1String("consents")).toArray()) {
                const QJsonObject one = value.toObject();
                (void)m_rows.put(vault::ConsentRow{one.value(QLatin1String("id")).toString(),
                                                   qint64(one.value(QLatin1String("rev")).toDouble()),
                                                   one.value(QLatin1String("state")).toString(), compact(one)});
            }
            more = page->value(QLatin1String("next")).toString();
            if (isNewPage(more))
                return listConsents(arrival, more);
        }
        readOthers(arrival, 0);
    });
}

void Mailbox::readOthers(qint64 arrival, qsizetype at)
{
    if (at < m_readers.size())
        return m_readers.at(at)([this, arrival, at, generation = m_generation](bool whole) {
            if (generation != m_generation)
                return;
            if (whole)
                return readOthers(arrival, at + 1);
            m_busy = false; // all of it another time
            rest();
        });
    m_busy = false;
    if (!m_rows.dropArrival(arrival))
        return rest();
    Q_EMIT changed();
    step();
}

Outcome Mailbox::upsert(const QByteArray &json)
{
    const auto told = readEnvelope(json);
    if (!told) {
        // Nobody can say any more what became of it: what was told before stays, and is not good for that.
        const QString id = QJsonDocument::fromJson(json).object().value(QLatin1String("id")).toString();
        CARRIEL_TRY(auto known, id.isEmpty() ? Result<std::optional<NotificationRow>>(std::nullopt) : m_rows.find(id));
        if (known) {
            known->rewritten = json.left(65536);
            known->verdict = 0;
            CARRIEL_CHECK(m_rows.put(*known));
        }
        return told.error();
    }
    const Envelope &now = told.value();
    CARRIEL_TRY(auto found, m_rows.find(now.id));
    NotificationRow row = found.value_or(NotificationRow());
    if (found) {
        CARRIEL_TRY(const Envelope before, readEnvelope(row.json));
        // The answer of an opening is taken in before its revision is known.
        if (now.rev < row.rev || (now.rev == row.rev && json == row.json))
            return {};
        if (!mayFollow(before, now)) {
            // Told before the opening whose record came with the key: what is newer than it is still on its way.
            if (now.rev == row.rev || (before.unconfirmed && evidence::continues(now.records, before.records)))
                return {};
            row.rewritten = json;
            row.rev = now.rev;
            row.verdict = 0;
            return m_rows.put(row);
        }
    }
    row.id = now.id;
    row.rev = now.rev;
    row.state = now.state;
    row.json = json;
    row.receivedUtc = now.received;
    row.verdict = 0;
    return m_rows.put(row);
}

// A term may be running that the person cannot read of: she is told. Nobody is accused; her operator's disk may have it.
static bool noteArrival(vault::NotificationStore &rows, const QString &id, bool spoilt)
{
    auto found = rows.find(id);
    const QString reason = spoilt ? evidence::name(evidence::DisputeReason::Cipher) : QString();
    if (!found || !found.value() || found.value()->opening != OpeningState::None || found.value()->reason == reason)
        return false;
    found.value()->reason = reason;
    return rows.put(*found.value()).ok();
}

// What is sealed comes before it can be opened: nobody is notified of bytes that he cannot get.
bool Mailbox::fetchNext()
{
    const auto all = m_rows.unfinished();
    if (!all)
        return false;
    for (const NotificationRow &row : all.value()) {
        const auto envelope = readEnvelope(row.json);
        if (row.cipherHere || row.verdict == 3 || row.verdict == 0 || m_failed.contains(row.id) || !envelope)
            continue;
        const auto seal = evidence::readSeal(envelope.value().seal);
        if (!seal || seal.value().cipherSize > evidence::maxPackage)
            continue;
        m_busy = true;
        const auto came = [this, id = row.id, wanted = seal.value().cipher,
                           generation = m_generation](const sync::Answer<QByteArray> &answer) {
            if (generation != m_generation)
                return;
            m_busy = false;
            const auto *bytes = std::get_if<QByteArray>(&answer);
            const auto *trouble = std::get_if<sync::Trouble>(&answer);
            const bool whole = bytes && crypto::toBase64Url(crypto::sha256(*bytes)) == wanted;
            const bool kept = whole && m_rows.putCipher(id, *bytes);
            if (!kept)
                m_failed.insert(id);
            // Without a network it is still on its way; what the operator has no more, or another, does not arrive.
            const bool spoilt = (bytes && !whole) || (trouble && trouble->kind == sync::TroubleKind::Gone);
            const bool noted = (whole || spoilt) && noteArrival(m_rows, id, spoilt);
            if (kept || noted)
                Q_EMIT changed();
            step();
        };
        m_port->bytes(envelope.value().blob, seal.value().cipherSize, came);
        return true;
    }
    return false;
}

bool Mailbox::sendDispute()
{
    const auto all = m_rows.unfinished();
    if (!all)
        return false;
    for (const NotificationRow &listed : all.value()) {
        if (listed.opening != OpeningState::Mismatch || listed.disputeSent || m_failed.contains(disputeOf(listed.id)))
            continue;
        const auto row = m_rows.find(listed.id);
        const auto who = m_port->identity();
        if (!row || !row.value() || !who || row.value()->dispute.isEmpty())
            continue;
        m_busy = true;
        const QByteArray body = compact({{QStringLiteral("dispute"), QString::fromLatin1(row.value()->dispute)},
                                         {QStringLiteral("device"), who.value().device.text()}});
        const auto told = [this, id = listed.id, generation = m_generation](const sync::Answer<QJsonObject> &answer) {
            if (generation != m_generation)
                return;
            m_busy = false;
            m_failed.insert(disputeOf(id));
            const auto *trouble = std::get_if<sync::Trouble>(&answer);
            const bool known = !trouble || trouble->kind == sync::TroubleKind::AlreadyExists;
            if (auto found = m_rows.find(id); known && found && found.value()) {
                found.value()->disputeSent = true;
                (void)m_rows.put(*found.value());
                Q_EMIT changed();
            }
            step();
        };
        m_port->dispute(listed.id, row.value()->disputeOp, body, told);
        return true;
    }
    return false;
}

void Mailbox::refresh(const QString &id, std::function<void(Outcome)> done)
{
    if (!m_port)
        return done(Error{errors::needsNetwork, {}, {}});
    m_port->notification(
        id, [this, generation = m_generation, done = std::move(done)](const sync::Answer<QJsonObject> &answer) {
            if (generation != m_generation)
                return done(Error{carriel::errors::cancelled, {}, {}});
            if (const auto *trouble = std::get_if<sync::Trouble>(&answer))
                return done(trouble->error);
            const Outcome taken = upsert(compact(std::get<QJsonObject>(answer)));
            Q_EMIT changed();
            done(taken);
        });
}

} // namespace carriel::mail

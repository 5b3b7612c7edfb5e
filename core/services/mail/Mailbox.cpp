// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/mail/Mailbox.h"

#include "core/base/BaseErrors.h"
#include "core/crypto/Base64Url.h"
#include "core/crypto/Digest.h"
#include "core/evidence/proof/SealedPackage.h"
#include "core/services/mail/MailErrors.h"
#include "core/vault/Settings.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace carriel::mail {

using vault::NotificationRow;
using vault::OpeningState;

namespace {

const QString pinnedKeys = QStringLiteral("directory_keys"); // thumbprints, with spaces between

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString findingsOf(const evidence::ProofReport &report)
{
    QStringList out;
    for (const evidence::Finding &finding : report.findings) {
        if (finding.weight != evidence::Weight::Note)
            out.append(finding.defect + QLatin1Char('@') + finding.where);
    }
    return out.join(QLatin1Char(' '));
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
}

void Mailbox::wake()
{
    m_failed.clear();
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
    const auto all = m_rows.all();
    if (m_port && all) {
        for (const NotificationRow &row : all.value()) {
            const bool open = row.opening == OpeningState::Signed || row.opening == OpeningState::Sent ||
                              row.opening == OpeningState::Released;
            if (open && !m_failed.contains(row.id)) {
                m_failed.insert(row.id);
                Q_EMIT unsettled(row.id);
            }
        }
    }
    rest();
}

bool Mailbox::takeArrivals()
{
    bool any = false;
    for (;;) {
        const auto arrived = m_rows.arrivals(50);
        if (!arrived || arrived.value().isEmpty())
            break;
        for (const vault::Arrival &one : arrived.value()) {
            if (one.kind == QLatin1String("all")) {
                if (!m_port)
                    return false;
                m_busy = true;
                listAll(one.seq, {});
                return true;
            }
            const Outcome taken =
                one.kind == QLatin1String("consent")
                    ? m_rows.put(vault::ConsentRow{
                          one.id, one.rev,
                          QJsonDocument::fromJson(one.json).object().value(QLatin1String("state")).toString(),
                          one.json})
                    : upsert(one.json);
            // What is no notification is none later either; a full disk is another matter.
            if (!taken && taken.error().codeText().startsWith(QLatin1String("CAR-VLT")))
                return false;
            if (!m_rows.dropArrival(one.seq))
                return false;
            any = true;
        }
    }
    if (any)
        Q_EMIT changed();
    return false;
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
        for (const QJsonValue &value : page->value(QLatin1String("notifications")).toArray())
            (void)upsert(compact(value.toObject()));
        const QString more = page->value(QLatin1String("next")).toString();
        if (more.isEmpty())
            listConsents(arrival, {});
        else
            listAll(arrival, more);
    });
}

void Mailbox::listConsents(qint64 arrival, const QString &next)
{
    m_port->consents(next, [this, arrival, generation = m_generation](const sync::Answer<QJsonObject> &answer) {
        if (generation != m_generation)
            return;
        QString more;
        if (const auto *page = std::get_if<QJsonObject>(&answer)) {
            for (const QJsonValue &value : page->value(QLatin1String("consents")).toArray()) {
                const QJsonObject one = value.toObject();
                (void)m_rows.put(vault::ConsentRow{one.value(QLatin1String("id")).toString(),
                                                   qint64(one.value(QLatin1String("rev")).toDouble()),
                                                   one.value(QLatin1String("state")).toString(), compact(one)});
            }
            more = page->value(QLatin1String("next")).toString();
            if (!more.isEmpty())
                return listConsents(arrival, more);
        }
        m_busy = false;
        if (!m_rows.dropArrival(arrival))
            return rest();
        Q_EMIT changed();
        step();
    });
}

Outcome Mailbox::upsert(const QByteArray &json)
{
    CARRIEL_TRY(const Envelope now, readEnvelope(json));
    CARRIEL_TRY(auto found, m_rows.find(now.id));
    NotificationRow row = found.value_or(NotificationRow());
    if (found) {
        CARRIEL_TRY(const Envelope before, readEnvelope(row.json));
        // The answer of an opening is taken in before its revision is known.
        if (now.rev < row.rev || (now.rev == row.rev && json == row.json))
            return {};
        if (!mayFollow(before, now)) {
            if (now.rev == row.rev)
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

Result<evidence::Anchors> Mailbox::anchors()
{
    evidence::Anchors out;
    vault::ProfileFacts facts(m_store.database());
    for (const QString &key : facts.value(pinnedKeys).split(QLatin1Char(' '), Qt::SkipEmptyParts))
        out.keys.append(key.toLatin1());
    return out;
}

// The first one comes over the connection to the operator that the person chose; each later one must be signed by a key
// that the one before listed.
Outcome Mailbox::acceptDirectory(const QByteArray &jws)
{
    CARRIEL_TRY(const evidence::Directory directory, evidence::readDirectory(jws));
    const evidence::ListedKey *key =
        directory.operatorParty.find(directory.signer.kid, QLatin1String("sign"), directory.issued);
    if (!key)
        return Error{errors::evidenceBroken, {{QStringLiteral("defects"), QStringLiteral("no_key@directory")}}, {}};
    CARRIEL_TRY([[maybe_unused]] const crypto::Jws verified, crypto::verifyJws(jws, key->key, "carpeta-directory+json"));
    CARRIEL_TRY(const evidence::Anchors known, anchors());
    if (!known.keys.isEmpty() && !known.keys.contains(key->kid))
        return Error{
            errors::evidenceBroken, {{QStringLiteral("defects"), QStringLiteral("foreign_key@directory")}}, {}};
    QByteArrayList keys = known.keys;
    for (const evidence::ListedKey &one : directory.operatorParty.keys) {
        if (one.use == QLatin1String("sign") && !keys.contains(one.kid))
            keys.append(one.kid);
    }
    vault::ProfileFacts facts(m_store.database());
    CARRIEL_CHECK(facts.set(pinnedKeys, QString::fromLatin1(keys.join(' '))));
    return m_rows.keepDirectory(jws, crypto::sha256(jws), m_clock.nowUtc());
}

bool Mailbox::needDirectory()
{
    if (m_directoryAsked)
        return false;
    const auto all = m_rows.all();
    const bool open = all && std::any_of(all.value().begin(), all.value().end(),
                                         [](const NotificationRow &row) { return row.verdict == 0; });
    if (!open)
        return false;
    m_busy = true;
    m_directoryAsked = true;
    m_port->directory([this, generation = m_generation](const sync::Answer<QJsonObject> &answer) {
        if (generation != m_generation)
            return;
        m_busy = false;
        if (const auto *object = std::get_if<QJsonObject>(&answer))
            (void)acceptDirectory(object->value(QLatin1String("directory")).toString().toLatin1());
        step();
    });
    return true;
}

Result<evidence::ProofReport> Mailbox::check(const QString &id)
{
    CARRIEL_TRY(auto found, m_rows.find(id));
    if (!found)
        return Error{errors::noSuchNotification, {{QStringLiteral("id"), id}}, {}};
    NotificationRow &row = *found;
    CARRIEL_TRY(const Envelope envelope, readEnvelope(row.json));
    CARRIEL_TRY(const QByteArray directory, m_rows.directory());
    CARRIEL_TRY(const QList<vault::ConsentRow> consents, m_rows.consents());
    CARRIEL_TRY(const evidence::Anchors known, anchors());
    evidence::ProofReport report = evidence::verifyProof(proofOf(row, envelope, directory, consents), known);
    const auto broken = [&report](const char *defect, const char *where) {
        report.findings.append({evidence::Weight::Broken, QLatin1String(defect), QLatin1String(where)});
        report.judge();
    };
    if (!row.rewritten.isEmpty())
        broken("rewritten", "chain");
    if (report.seal && report.seal->id != row.id)
        broken("foreign_seal", "seal");
    if (report.seal && evidence::name(report.state) != row.state)
        broken("mismatch", "state");
    row.verdict = report.verdict == evidence::ProofVerdict::Good         ? 1
                  : report.verdict == evidence::ProofVerdict::Unanchored ? 2
                                                                         : 3;
    row.findings = findingsOf(report);
    CARRIEL_CHECK(m_rows.put(row));
    return report;
}

bool Mailbox::checkNext()
{
    const auto all = m_rows.all();
    if (!all)
        return false;
    bool any = false;
    for (const NotificationRow &row : all.value()) {
        if (row.verdict != 0 || m_failed.contains(row.id))
            continue;
        if (!check(row.id))
            m_failed.insert(row.id);
        any = true;
    }
    if (any)
        Q_EMIT changed();
    return false;
}

// What is sealed comes before it can be opened: nobody is notified of bytes that he cannot get.
bool Mailbox::fetchNext()
{
    const auto all = m_rows.all();
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
            if (!bytes || crypto::toBase64Url(crypto::sha256(*bytes)) != wanted || !m_rows.putCipher(id, *bytes))
                m_failed.insert(id);
            else
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
    const auto all = m_rows.all();
    if (!all)
        return false;
    for (const NotificationRow &listed : all.value()) {
        if (listed.opening != OpeningState::Mismatch || listed.disputeSent || m_failed.contains(listed.id))
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
            m_failed.insert(id);
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

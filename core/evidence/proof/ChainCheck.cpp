// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/proof/ChainCheck.h"

#include "core/crypto/Digest.h"
#include "core/evidence/proof/StampCheck.h"

#include <QSet>

namespace carriel::evidence {

namespace {

QString recordName(int number)
{
    return QStringLiteral("record %1").arg(number);
}

// The moment that has an effect in law: it is worth what its own stamp is worth.
bool decides(const QString &eventName)
{
    return eventName == event::handover || eventName == event::cancelled || eventName == event::otherMeans ||
           eventName == event::expired;
}

// What may follow what (docs/NOTIFICATIONS.md, States). Nothing: that event has no place there.
std::optional<DeliveryState> after(DeliveryState state, const QString &eventName)
{
    const bool opened = state == DeliveryState::Accessed || state == DeliveryState::Certified;
    const auto only = [state](DeliveryState from, DeliveryState to) {
        return state == from ? std::optional(to) : std::nullopt;
    };
    if (eventName == event::accepted)
        return only(DeliveryState::Unknown, DeliveryState::Submitted);
    if (eventName == event::available)
        return only(DeliveryState::Submitted, DeliveryState::Available);
    if (eventName == event::handover)
        return only(DeliveryState::Available, DeliveryState::Accessed);
    if (eventName == event::certificate)
        return only(DeliveryState::Accessed, DeliveryState::Certified);
    if (eventName == event::tracking || eventName == event::dispute)
        return opened ? std::optional(state) : std::nullopt;
    if (state != DeliveryState::Submitted && state != DeliveryState::Available)
        return {};
    if (eventName == event::cancelled)
        return DeliveryState::Cancelled;
    if (eventName == event::otherMeans)
        return DeliveryState::OtherMeans;
    if (eventName == event::expired)
        return DeliveryState::NotAccessed;
    return {};
}

} // namespace

void ChainCheck::run()
{
    read();
    links();
    story();
}

void ChainCheck::read()
{
    int number = 0;
    for (const ProofRecord &raw : m_proof.records) {
        const QString where = recordName(++number);
        auto record = readRecord(raw.jws);
        if (!record) {
            m_signers.add(Weight::Broken, "bad_form", where);
            continue;
        }
        const Record &one = record.value();
        m_signers.checkOperator(raw.jws, one.signer, "secevent+jwt", one.ingested, where);
        TimelineEntry entry{one.eventName, one.happened, one.ingested, {}, one.openedBy, one.seq};
        if (entry.by.isEmpty())
            entry.by = one.reason;
        stamp(raw, one, entry, where);
        m_report.timeline.append(entry);
        m_records.append(std::move(record).value());
    }
}

void ChainCheck::links()
{
    QSet<QByteArray> seen;
    QSet<QString> ids;
    int expected = 1;
    QByteArray previous;
    for (const Record &record : std::as_const(m_records)) {
        const QString where = recordName(record.seq);
        if (seen.contains(record.digest) || ids.contains(record.id))
            m_signers.add(Weight::Broken, "replayed", where);
        else if (record.seq > expected)
            m_signers.add(Weight::Broken, "gap", where);
        else if (record.seq < expected)
            m_signers.add(Weight::Broken, "reordered", where);
        else if (record.prev != previous)
            m_signers.add(Weight::Broken, "chain_broken", where);
        seen.insert(record.digest);
        ids.insert(record.id);
        expected = record.seq + 1;
        previous = record.digest;
    }
    m_report.head = previous;
    if (m_records.isEmpty())
        m_signers.add(Weight::Broken, "truncated", QStringLiteral("chain"));
}

void ChainCheck::story()
{
    const Seal &seal = *m_report.seal;
    DeliveryState state = DeliveryState::Unknown;
    QDateTime last;
    for (const Record &record : std::as_const(m_records)) {
        const QString where = recordName(record.seq);
        if (record.notification != seal.id)
            m_signers.add(Weight::Broken, "foreign_record", where);
        if (record.issuer != seal.audience)
            m_signers.add(Weight::Broken, "foreign_operator", where);
        const bool keyFits = record.keyA.isEmpty() || record.keyA == seal.keyA;
        const bool cipherFits = record.cipher.isEmpty() || record.cipher == seal.cipher;
        if (record.regime != seal.regime || record.entity != seal.entity || record.holder != seal.holder || !keyFits ||
            !cipherFits)
            m_signers.add(Weight::Broken, "mismatch", where);
        event(record, state, where);
        // The order is the chain's; a clock that went back is told, it decides nothing.
        if (last.isValid() && record.ingested.addMSecs(record.clockErrorMs) < last)
            m_signers.add(Weight::Note, "clock", where);
        last = record.ingested;
        references(record, where);
    }
    m_report.state = state;
}

void ChainCheck::event(const Record &record, DeliveryState &state, const QString &where)
{
    if (record.eventName == event::handover) {
        if (m_report.handover)
            return m_signers.add(Weight::Broken, "two_handovers", where);
        m_report.handover = record;
        if (record.keyA.isEmpty() || record.cipher.isEmpty() || record.openedBy.isEmpty())
            m_signers.add(Weight::Broken, "mismatch", where);
        moment(record, where);
    }
    if (record.eventName == event::accepted && m_report.seal->issued.isValid()) {
        // Whoever signed it with a key that is no longer his has only to write an earlier date: it must hold now too.
        m_signers.checkEntity(m_proof.seal, m_report.seal->signer, "carpeta-seal+json", m_report.seal->entity,
                              record.happened, QStringLiteral("seal"));
    }
    if (const auto next = after(state, record.eventName))
        state = *next;
    else
        m_signers.add(Weight::Broken, state == DeliveryState::Unknown ? "truncated" : "wrong_event", where);
}

// Terms are counted from this moment, and the operator alone names it: it lies after what came before it, within what
// the seal allows, and is written down as it happens.
void ChainCheck::moment(const Record &handover, const QString &where)
{
    const qint64 slack = std::max(slackMs, handover.clockErrorMs);
    const QDateTime early = handover.happened.addMSecs(slack); // as late as it may have been
    const Seal &seal = *m_report.seal;
    bool fits = early >= seal.notBefore && early.addSecs(300) >= handover.ingested &&
                handover.happened <= handover.ingested.addMSecs(slack) &&
                (!seal.expires.isValid() || handover.happened <= seal.expires.addMSecs(slack));
    for (const Record &before : std::as_const(m_records)) {
        if (before.seq < handover.seq)
            fits = fits && early >= before.happened;
    }
    if (!fits || handover.clockErrorMs > 60000)
        m_signers.add(Weight::Broken, "time_order", where);
}

void ChainCheck::references(const Record &record, const QString &where)
{
    const auto digest = [](const QByteArray &compact) { return compact.isEmpty() ? QByteArray() : digestOf(compact); };
    const QHash<QString, QByteArray> held{{QStringLiteral("seal"), m_report.seal->digest},
                                          {QStringLiteral("receipt"), digest(m_proof.receipt)},
                                          {QStringLiteral("device"), digest(m_proof.device)},
                                          {QStringLiteral("id_token"), digest(m_proof.idToken)},
                                          {QStringLiteral("certificate"), digest(m_proof.certificate)},
                                          {QStringLiteral("dispute"), digest(m_proof.dispute)},
                                          {QStringLiteral("consent"), digest(m_proof.consent)}};
    QSet<QString> said;
    // Later accesses are by other devices and receipts, which only their own computers hold.
    const bool others = record.eventName == event::tracking;
    for (const Ref &ref : record.refs) {
        said.insert(ref.type);
        const QByteArray have = held.value(ref.type);
        if (others && ref.type != QLatin1String("seal"))
            continue;
        if (have.isEmpty()) {
            // A consent is asked for where the seal names it; what came after the effect in law takes nothing from it.
            const bool named = ref.type == QLatin1String("consent") && ref.digest == m_report.seal->consent;
            const bool later = m_report.handover && record.seq > m_report.handover->seq;
            m_signers.add(named || later ? Weight::Note : Weight::Open, "missing_reference", where);
        } else if (have != ref.digest) {
            m_signers.add(Weight::Broken, ref.type == QLatin1String("seal") ? "foreign_seal" : "wrong_reference",
                          where);
        }
    }
    const auto needs = [&](const char *type) {
        if (!said.contains(QLatin1String(type)))
            m_signers.add(Weight::Broken, "missing_reference", where);
    };
    if (record.eventName == event::accepted || record.eventName == event::handover)
        needs("seal");
    if (record.eventName == event::handover) {
        needs("receipt");
        needs("device");
    }
    if (record.eventName == event::certificate)
        needs("certificate");
    if (record.eventName == event::dispute)
        needs("dispute");
}

void ChainCheck::stamp(const ProofRecord &raw, const Record &record, TimelineEntry &entry, const QString &where)
{
    if (raw.stamp.isEmpty()) {
        if (decides(record.eventName))
            m_signers.add(Weight::Note, "no_stamp", where);
        return;
    }
    const StampCheck stamp = checkStamp(raw, record.happened, record.clockErrorMs, m_anchors.store);
    if (stamp.defect)
        m_signers.add(!stamp.unanchored()           ? Weight::Broken
                      : decides(record.eventName) ? Weight::Open
                                                  : Weight::Note,
                      stamp.defect, where);
    entry.stamped = stamp.time;
}

} // namespace carriel::evidence

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What follows the operator's answer: key and record in one transaction, the content verified or disputed; and the end
// of an opening, also when the way to the operator goes away.
#include "core/base/BaseErrors.h"
#include "core/base/CrashPoint.h"
#include "core/crypto/Base64Url.h"
#include "core/crypto/Digest.h"
#include "core/crypto/Jwe.h"
#include "core/crypto/StrictJson.h"
#include "core/evidence/EvidenceErrors.h"
#include "core/evidence/proof/SealedPackage.h"
#include "core/services/ActRecord.h"
#include "core/services/mail/AskedDays.h"
#include "core/services/mail/MailErrors.h"
#include "core/services/mail/Opener.h"

#include <QJsonArray>

namespace carriel::mail {

using vault::OpeningState;

namespace {

QString latin(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes);
}

const evidence::Party *partyOf(const std::optional<evidence::Directory> &directory, const QString &id)
{
    return directory ? directory->entity(id) : nullptr;
}

// The cipher text was as sealed when it came. Where it no longer is, this disk changed it: nobody else is to blame for
// that, and it is fetched again.
Result<bool> cipherIsHere(vault::NotificationStore &rows, const evidence::Seal &seal)
{
    crypto::Sha256 hash;
    CARRIEL_CHECK(rows.readCipher(seal.id, [&hash](QByteArrayView part) -> Outcome {
        hash.add(part);
        return {};
    }));
    return crypto::toBase64Url(hash.result()) == seal.cipher;
}

} // namespace

void Opener::released(const ActPtr &act, const QJsonObject &answer)
{
    auto found = row(act->id);
    if (!found)
        return end(act, found.error());
    Row &row = found.value();
    if (row.opening == OpeningState::Verified)
        return end(act, {});
    takeRecord(row, answer);
    row.verdict = 0;
    const auto plain =
        crypto::decryptJwe(act->who.keys.encrypt, answer.value(QLatin1String("key")).toString().toLatin1());
    const auto object = plain ? crypto::parseStrictObject(plain.value().view()) : Result<QJsonObject>(plain.error());
    auto key = object ? crypto::secretFromBase64Url(object.value().value(QLatin1String("a")).toString().toLatin1())
                      : Result<SecretBytes>(object.error());
    const bool fits =
        key && key.value().size() == 32 && object.value().value(QLatin1String("notification")).toString() == act->id;
    row.opening = OpeningState::Released;
    row.key = fits ? key.value().view().toByteArray() : QByteArray(); // what does not fit opens nothing, says verify()
    const Outcome stored = m_mailbox.database().transact([&]() -> Outcome {
        CARRIEL_CHECK(m_mailbox.rows().put(row));
        return record("notification.opened", act->seal);
    });
    if (!stored)
        return end(act, stored);
    CARRIEL_CRASHPOINT("opening.released");
    prove(act);
}

Outcome Opener::record(const char *kind, const evidence::Seal &seal)
{
    const std::optional<evidence::Directory> known = directory();
    const evidence::Party *entity = partyOf(known, seal.entity);
    return recordAct(m_mailbox.database(), m_mailbox.clock(),
                     {QString::fromLatin1(kind), seal.id, seal.title, entity ? entity->name : seal.entity});
}

// The record that the operator gave for this receipt, behind the others: only with its signature, in its place. Any
// other comes with the feed, as everything does that is about another device's receipt.
void Opener::takeRecord(Row &row, const QJsonObject &answer)
{
    const QJsonObject made{
        {QStringLiteral("receipt"), latin(row.receipt)},
        {QStringLiteral("device"), latin(row.device)},
        {QStringLiteral("id_token"), row.idToken.isEmpty() ? QJsonValue() : QJsonValue(latin(row.idToken))}};
    for (const QJsonValue &value : answer.value(QLatin1String("evidence")).toArray()) {
        const auto record = evidence::readRecord(value.toObject().value(QLatin1String("jws")).toString().toLatin1());
        const bool own =
            record &&
            std::any_of(record.value().refs.begin(), record.value().refs.end(), [&](const evidence::Ref &ref) {
                return ref.type == QLatin1String("receipt") && ref.digest == evidence::digestOf(row.receipt);
            });
        const QByteArray longer = own ? withHandover(row.json, value.toObject(), made) : QByteArray();
        const auto envelope = readEnvelope(longer);
        if (envelope && hasHandover(envelope.value(), directory())) {
            row.json = longer;
            row.state = QStringLiteral("Accessed");
            return;
        }
    }
}

std::optional<evidence::Directory> Opener::directory()
{
    const auto jws = m_mailbox.rows().directory();
    const auto read = jws ? evidence::readDirectory(jws.value()) : Result<evidence::Directory>(jws.error());
    return read ? std::optional(read.value()) : std::nullopt;
}

// Nothing is shown for which the operator has not signed that it was handed over: the moment would be his to choose.
void Opener::prove(const ActPtr &act)
{
    const auto proven = [this, act] {
        const auto found = row(act->id);
        const auto envelope = found ? readEnvelope(found.value().json) : Result<Envelope>(found.error());
        return envelope && hasHandover(envelope.value(), directory());
    };
    if (proven())
        return verify(act);
    m_mailbox.refresh(act->id, [this, act, proven](const Outcome &read) {
        if (act->over)
            return;
        if (proven())
            return verify(act);
        if (!read)
            return end(act, Error{errors::outcomeUnknown, {}, read.error().detail});
        end(act,
            Error{errors::handoverUnproven, {{QStringLiteral("defects"), QStringLiteral("no_handover@chain")}}, {}});
    });
}

void Opener::verify(const ActPtr &act)
{
    act->tell(OpeningPhase::Checking);
    auto found = row(act->id);
    const auto here = found ? cipherIsHere(m_mailbox.rows(), act->seal) : Result<bool>(found.error());
    if (!here)
        return end(act, here.error());
    if (!here.value()) {
        const Outcome dropped = m_mailbox.rows().dropCipher(act->id);
        return end(act, dropped ? Error{errors::notHereYet, {}, {}} : dropped);
    }
    const std::optional<evidence::Directory> known = directory();
    auto opened = evidence::openSeal(
        act->seal, partyOf(known, act->seal.entity), SecretBytes::copyOf(found.value().key),
        [&](const evidence::CipherSink &sink) { return m_mailbox.rows().readCipher(act->id, sink); });
    Row &row = found.value();
    if (!opened) {
        const QString reason = opened.error().params.value(QStringLiteral("reason")).toString();
        for (const auto one :
             {evidence::DisputeReason::Key, evidence::DisputeReason::Cipher, evidence::DisputeReason::Plain,
              evidence::DisputeReason::Package, evidence::DisputeReason::Signature}) {
            if (evidence::name(one) == reason)
                return mismatch(act, std::move(row), one);
        }
        return end(act, opened.error());
    }
    row.salt = opened.value().salt;
    const evidence::Act &text = opened.value().act;
    QStringList words{text.title, text.number, text.body};
    for (const evidence::ActDocument &document : text.documents)
        words.append(document.name);
    row.words = words.join(QLatin1Char('\n'));
    row.granted = grantedBy(text);
    row.reason.clear();
    row.opening = OpeningState::Verified;
    const Outcome stored = m_mailbox.rows().putOpened(row, opened.value().content);
    opened.value().content.clear(); // whoever is told now reads it from the vault: it is held once
    if (!stored)
        return end(act, stored);
    CARRIEL_CRASHPOINT("opening.verified");
    end(act, {});
}

void Opener::mismatch(const ActPtr &act, Row row, evidence::DisputeReason reason)
{
    const auto envelope = readEnvelope(row.json);
    QByteArray handover;
    if (envelope) {
        for (const evidence::ProofRecord &raw : envelope.value().records) {
            const auto record = evidence::readRecord(raw.jws);
            if (record && record.value().eventName == evidence::event::handover)
                handover = record.value().digest;
        }
    }
    row.opening = OpeningState::Mismatch;
    row.reason = evidence::name(reason);
    row.salt.clear();
    if (!handover.isEmpty()) {
        const auto dispute =
            evidence::makeDispute(act->seal, handover, reason, row.key, m_mailbox.clock().nowUtc(), act->who.keys.sign);
        row.dispute = dispute.valueOr({});
        row.disputeOp = m_mailbox.newId();
    }
    const Outcome stored = m_mailbox.database().transact([&]() -> Outcome {
        CARRIEL_CHECK(m_mailbox.rows().put(row));
        return record("notification.disputed", act->seal);
    });
    if (!stored)
        return end(act, stored);
    end(act, evidence::notShown(row.reason));
}

// That receipt never had an effect and never will.
void Opener::dead(const ActPtr &act, Error why)
{
    auto found = row(act->id);
    if (!found)
        return end(act, found.error());
    found.value().opening = OpeningState::Void;
    if (const Outcome stored = m_mailbox.rows().put(found.value()); !stored)
        return end(act, stored);
    end(act, std::move(why));
}

void Opener::leave(const QString &id)
{
    if (m_act && m_act->id == id && m_act->asking)
        end(ActPtr(m_act), Error{carriel::errors::cancelled, {}, {}});
}

void Opener::end(const ActPtr &act, Outcome outcome)
{
    act->over = true;
    if (m_act == act)
        m_act.reset();
    (void)m_mailbox.check(act->id);
    Q_EMIT m_mailbox.changed();
    m_mailbox.again();
    if (act->done)
        std::exchange(act->done, {})(std::move(outcome));
    goOn();
}

void Opener::setPort()
{
    if (std::exchange(m_port, m_mailbox.port()) == m_mailbox.port() || !m_act)
        return;
    const ActPtr act = std::exchange(m_act, {});
    act->over = true;
    const auto found = row(act->id);
    const bool sent =
        found && (found.value().opening == OpeningState::Sent || found.value().opening == OpeningState::Released);
    if (act->done)
        std::exchange(act->done, {})(Error{sent ? errors::outcomeUnknown : errors::needsNetwork, {}, {}});
    goOn();
}

void Opener::goOn()
{
    for (const auto &next : std::exchange(m_after, {}))
        next();
}

} // namespace carriel::mail

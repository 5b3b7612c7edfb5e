// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The receipt: signed by this computer's key or by a certificate of the person, as the entity asks in its seal, and
// kept before it is sent.
#include "core/base/CrashPoint.h"
#include "core/evidence/records/CertifiedReceipt.h"
#include "core/services/mail/MailErrors.h"
#include "core/services/mail/Opener.h"

#include <QJsonDocument>
#include <QPointer>

namespace carriel::mail {

using vault::OpeningState;

namespace {

QString latin(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes);
}

Error unfit(const char *reason)
{
    return {errors::certificateUnfit, {{QStringLiteral("reason"), QString::fromLatin1(reason)}}, {}};
}

} // namespace

// Before the operator is asked for anything.
Outcome Opener::signerFits(const Act &act)
{
    const bool device = act.seal.signers.contains(QLatin1String("device"));
    if (!act.by)
        return device ? Outcome() : Outcome(Error{errors::needsCertificate, {}, {}});
    if (!act.seal.signers.contains(QLatin1String("certificate")))
        return unfit("not asked");
    if (!evidence::belongsTo(act.by->chain.first(), act.seal.holder))
        return unfit("not yours");
    return {};
}

void Opener::sign(const ActPtr &act, const QJsonObject &opening)
{
    auto found = row(act->id);
    if (!found)
        return end(act, found.error());
    const QByteArray head = opening.value(QLatin1String("head")).toString().toLatin1();
    const auto envelope = readEnvelope(found.value().json);
    const bool known = envelope && !envelope.value().records.isEmpty() &&
                       evidence::digestOf(envelope.value().records.last().jws) == head;
    if (!known) {
        if (std::exchange(act->retried, true))
            return end(
                act, Error{errors::evidenceBroken, {{QStringLiteral("defects"), QStringLiteral("receipt_head")}}, {}});
        return m_mailbox.refresh(act->id, [this, act](const Outcome &read) {
            if (act->over)
                return;
            const Outcome may = read ? mayOpen(act->id) : read;
            if (!may)
                return end(act, may);
            prepare(act);
        });
    }
    act->tell(OpeningPhase::Signing);
    const Row &row = found.value();
    if (row.opening == OpeningState::Sent || row.opening == OpeningState::Released ||
        row.opening == OpeningState::Verified)
        return end(act, Error{errors::outcomeUnknown, {}, {}}); // never over a receipt that may have an effect
    evidence::ReceiptOrder order;
    order.id = m_mailbox.newId();
    order.head = head;
    order.challenge = opening.value(QLatin1String("challenge")).toString();
    order.now = m_mailbox.clock().nowUtc();
    if (act->who.holder != act->seal.holder)
        return end(act, Error{errors::notAvailable, {{QStringLiteral("state"), QStringLiteral("another holder")}}, {}});
    if (!act->by)
        return keep(act, order, evidence::makeReceipt(act->seal, order, act->who.keys.sign));
    const auto text = evidence::receiptToSign(act->seal, order, act->by->chain);
    if (!text)
        return end(act, unfit("kind of key"));
    // A card waits for its PIN pad, a service for the person: until then nothing is signed, and she may leave it.
    act->by->sign(text.value(), [self = QPointer<Opener>(this), act, order,
                                 text = text.value()](const Result<QByteArray> &value) {
        if (!self || act->over)
            return;
        self->keep(act, order, value ? crypto::jwsSigned(text, act->by->chain.first(), value.value()) : value);
    });
}

void Opener::keep(const ActPtr &act, const evidence::ReceiptOrder &order, const Result<QByteArray> &receipt)
{
    if (!receipt)
        return end(act, receipt.error());
    auto found = row(act->id); // anew: a signature may have taken its time
    if (!found)
        return end(act, found.error());
    Row &row = found.value();
    act->asking = false;
    row.receipt = receipt.value();
    row.device = act->who.statement;
    row.idToken.clear();
    row.challenge = order.challenge;
    row.signedUtc = order.now;
    row.opening = OpeningState::Signed;
    const Outcome frozen = m_mailbox.database().transact([&]() -> Outcome {
        CARRIEL_CHECK(freeze(row, act->who));
        return record("notification.receipt_signed", act->seal);
    });
    if (!frozen)
        return end(act, frozen);
    CARRIEL_CRASHPOINT("opening.signed");
    send(act);
}

// The request is fixed, byte for byte, before it is sent.
Outcome Opener::freeze(Row &row, const Identity &)
{
    row.op = m_mailbox.newId();
    const QJsonObject body{
        {QStringLiteral("receipt"), latin(row.receipt)},
        {QStringLiteral("device"), latin(row.device)},
        {QStringLiteral("id_token"), row.idToken.isEmpty() ? QJsonValue() : QJsonValue(latin(row.idToken))}};
    row.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return m_mailbox.rows().put(row);
}

} // namespace carriel::mail

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/mail/Opener.h"

#include "core/base/BaseErrors.h"
#include "core/base/CrashPoint.h"
#include "core/evidence/EvidenceErrors.h"
#include "core/evidence/proof/SealedPackage.h"
#include "core/services/mail/MailErrors.h"

#include <QJsonDocument>
#include <algorithm>

namespace carriel::mail {

using sync::Trouble;
using sync::TroubleKind;
using vault::OpeningState;

namespace {

QString latin(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes);
}

QString codeOf(const Trouble &trouble)
{
    return trouble.error.params.value(QStringLiteral("code")).toString();
}

// Whether the operator may have acted although no answer says so.
bool mayHaveArrived(const Trouble &trouble)
{
    return trouble.kind == TroubleKind::Unreachable || trouble.kind == TroubleKind::Busy ||
           trouble.kind == TroubleKind::InProgress || trouble.kind == TroubleKind::Protocol ||
           trouble.kind == TroubleKind::AuthNeeded;
}

// What the operator says of a receipt that had no effect and has none any more.
bool isFinal(const Trouble &trouble)
{
    static const QStringList codes{QStringLiteral("challenge_expired"), QStringLiteral("receipt_invalid"),
                                   QStringLiteral("cancelled"), QStringLiteral("not_available")};
    return codes.contains(codeOf(trouble));
}

Error offline(const Trouble &trouble)
{
    if (trouble.kind == TroubleKind::AuthNeeded)
        return trouble.error;
    return {errors::needsNetwork, {}, trouble.error.codeText() + QLatin1Char(' ') + trouble.error.detail};
}

Error refused(const Trouble &trouble)
{
    const QString code = codeOf(trouble);
    if (code == QLatin1String("not_available") || code == QLatin1String("cancelled"))
        return {errors::notAvailable, {{QStringLiteral("state"), code}}, trouble.error.detail};
    return {errors::openingRefused,
            {{QStringLiteral("code"), code}, {QStringLiteral("operator_words"), trouble.userMessage}},
            trouble.error.detail};
}

} // namespace

Opener::Opener(Mailbox &mailbox) : m_mailbox(mailbox)
{
    mailbox.setSettler([this](const QString &id) {
        if (!m_act)
            settle(id, [](const Outcome &) {});
        return m_act != nullptr;
    });
}

Result<Opener::Row> Opener::row(const QString &id)
{
    CARRIEL_TRY(auto found, m_mailbox.rows().find(id));
    if (!found)
        return Error{errors::noSuchNotification, {{QStringLiteral("id"), id}}, {}};
    return *found;
}

Result<Opener::ActPtr> Opener::begin(const QString &id, Done done)
{
    if (m_act)
        return Error{errors::openingRuns, {}, {}};
    CARRIEL_TRY(const Row found, row(id));
    CARRIEL_TRY(const Envelope envelope, readEnvelope(found.json));
    CARRIEL_TRY(evidence::Seal seal, evidence::readSeal(envelope.seal));
    if (!m_mailbox.port())
        return Error{errors::needsNetwork, {}, {}};
    CARRIEL_TRY(Identity who, m_mailbox.port()->identity());
    m_port = m_mailbox.port();
    m_act = std::make_shared<Act>(Act{id, std::move(seal), std::move(who), std::move(done)});
    return m_act;
}

Outcome Opener::mayOpen(const QString &id)
{
    CARRIEL_TRY(const evidence::ProofReport report, m_mailbox.check(id));
    CARRIEL_TRY(const Row found, row(id));
    if (found.opening == OpeningState::Verified || found.opening == OpeningState::Released)
        return {};
    // A stamp by an authority that this person has not come to trust proves less, and so does an agreement without the
    // computer that signed it, or a receipt by a certificate of an authority that she does not know; none is a sign
    // that anything is wrong, and the person's own terms may be running.
    static const QStringList passing{QStringLiteral("stamp_unanchored"), QStringLiteral("consent_unproven"),
                                     QStringLiteral("signer_unanchored")};
    const bool holds =
        std::all_of(report.findings.begin(), report.findings.end(), [](const evidence::Finding &finding) {
            return finding.weight == evidence::Weight::Note ||
                   (finding.weight == evidence::Weight::Open && passing.contains(finding.defect));
        });
    if (!holds || !report.seal)
        return Error{errors::evidenceBroken, {{QStringLiteral("defects"), found.findings}}, {}};
    if (const qint64 size = report.seal->cipherSize, limit = evidence::maxPackage; size > limit)
        return Error{errors::tooLarge, {{QStringLiteral("size"), size}, {QStringLiteral("limit"), limit}}, {}};
    if (report.seal->profile != QLatin1String("sealed-1"))
        return Error{errors::notAvailable, {{QStringLiteral("state"), report.seal->profile}}, {}};
    if (!found.cipherHere)
        return found.reason.isEmpty()
                   ? Error{errors::notHereYet, {}, {}}
                   : Error{errors::spoilt, {{QStringLiteral("entity"), report.entityName}}, {}};
    const bool opened =
        report.state == evidence::DeliveryState::Accessed || report.state == evidence::DeliveryState::Certified;
    if (report.state != evidence::DeliveryState::Available && !opened)
        return Error{errors::notAvailable, {{QStringLiteral("state"), found.state}}, {}};
    return {};
}

void Opener::open(const QString &id, const QByteArray &warning, Done done, Told told, std::optional<Certified> by)
{
    if (m_act && m_act->alone) { // nobody opens anything: the program only asks what became of a receipt
        if (told)
            told(OpeningPhase::Asking);
        const auto before = row(id);
        const bool asks = before && (before.value().opening == OpeningState::Sent ||
                                     before.value().opening == OpeningState::Released);
        m_after.push_back([=, this] {
            // Who asked what became of a receipt has not said that another one may be signed.
            const auto after = row(id);
            if (asks && after && after.value().opening == OpeningState::Void)
                return done(
                    Error{errors::openingRefused, {{QStringLiteral("code"), QStringLiteral("challenge_expired")}}, {}});
            open(id, warning, done, told, by);
        });
        return;
    }
    const auto found = row(id);
    if (!found)
        return done(found.error());
    if (found.value().opening == OpeningState::Verified)
        return done({});
    // A wrong key came from the operator, who may have a better answer by now; a wrong content stays one.
    const bool otherKey =
        found.value().opening == OpeningState::Mismatch && found.value().reason == name(evidence::DisputeReason::Key);
    if (found.value().opening == OpeningState::Mismatch && !otherKey)
        return done(evidence::notShown(found.value().reason));
    if (const Outcome may = mayOpen(id); !may)
        return done(may);
    auto act = begin(id, done);
    if (!act)
        return done(act.error());
    const ActPtr &it = act.value();
    it->told = std::move(told);
    it->by = std::move(by);
    switch (found.value().opening) {
    case OpeningState::Released:
        return prove(it);
    case OpeningState::Sent:
        return ask(it);
    case OpeningState::Signed: // of an earlier run, and never sent: what it was signed over may be past
    default:
        break;
    }
    if (found.value().state != QLatin1String("Available") || otherKey)
        return fetchKey(it);
    if (warning != it->seal.warning)
        return end(it, Error{errors::notUnderstood, {}, {}});
    if (const Outcome fits = signerFits(*it); !fits)
        return end(it, fits.error());
    prepare(it);
}

void Opener::settle(const QString &id, Done done)
{
    const auto found = row(id);
    if (!found)
        return done(found.error());
    if (found.value().opening == OpeningState::Signed) {
        // Nothing was sent, and nobody is there who says again that he means it.
        Row dropped = found.value();
        dropped.opening = OpeningState::Void;
        const Outcome stored = m_mailbox.rows().put(dropped);
        Q_EMIT m_mailbox.changed();
        return done(stored);
    }
    if (found.value().opening != OpeningState::Sent && found.value().opening != OpeningState::Released)
        return done({});
    auto act = begin(id, done);
    if (!act)
        return done(act.error());
    act.value()->alone = true;
    if (found.value().opening == OpeningState::Released)
        prove(act.value());
    else
        ask(act.value());
}

void Opener::prepare(const ActPtr &act)
{
    act->asking = true;
    act->tell(OpeningPhase::Asking);
    m_mailbox.port()->prepareOpening(act->id, [this, act](const sync::Answer<QJsonObject> &answer) {
        if (act->over)
            return;
        if (const auto *trouble = std::get_if<Trouble>(&answer)) {
            if (codeOf(*trouble) == QLatin1String("already_acknowledged"))
                return fetchKey(act);
            return end(act, mayHaveArrived(*trouble) ? offline(*trouble) : refused(*trouble));
        }
        sign(act, std::get<QJsonObject>(answer));
    });
}

void Opener::send(const ActPtr &act)
{
    auto found = row(act->id);
    if (!found)
        return end(act, found.error());
    found.value().opening = OpeningState::Sent;
    if (const Outcome stored = m_mailbox.rows().put(found.value()); !stored)
        return end(act, stored);
    act->tell(OpeningPhase::Sending);
    CARRIEL_CRASHPOINT("opening.sent");
    m_mailbox.port()->acknowledge(act->id, found.value().op, found.value().body,
                                  [this, act](const sync::Answer<QJsonObject> &answer) {
                                      CARRIEL_CRASHPOINT("opening.answered");
                                      if (!act->over)
                                          answered(act, answer);
                                  });
}

void Opener::answered(const ActPtr &act, const sync::Answer<QJsonObject> &answer)
{
    if (const auto *object = std::get_if<QJsonObject>(&answer))
        return released(act, *object);
    const Trouble &trouble = std::get<Trouble>(answer);
    if (trouble.kind == TroubleKind::StepUpNeeded)
        return act->proven || act->alone ? dead(act, trouble.error) : stepUp(act);
    if (codeOf(trouble) == QLatin1String("already_acknowledged")) {
        auto found = row(act->id);
        if (!found)
            return end(act, found.error());
        found.value().opening = OpeningState::Void; // that receipt has no effect; another one had
        if (const Outcome stored = m_mailbox.rows().put(found.value()); !stored)
            return end(act, stored);
        return fetchKey(act);
    }
    // Only an answer of the operator about this receipt ends it; anything else may come from something in between.
    if (!isFinal(trouble))
        return ask(act);
    dead(act, refused(trouble));
}

void Opener::stepUp(const ActPtr &act)
{
    auto found = row(act->id);
    if (!found)
        return end(act, found.error());
    // That request was refused as a whole: nothing of it is under way any more.
    found.value().opening = OpeningState::Signed;
    if (const Outcome stored = m_mailbox.rows().put(found.value()); !stored)
        return end(act, stored);
    act->proven = true;
    act->tell(OpeningPhase::Proving);
    m_mailbox.port()->proveAct(latin(evidence::digestOf(found.value().receipt)), act->seal.acr, act->seal.maxAge,
                               [this, act](const Result<MailPort::IdentityProof> &proof) {
                                   if (act->over)
                                       return;
                                   if (!proof)
                                       return dead(act, proof.error());
                                   auto again = row(act->id);
                                   if (!again)
                                       return end(act, again.error());
                                   again.value().idToken = proof.value().token;
                                   again.value().idProviderKeys = proof.value().keys;
                                   if (const Outcome frozen = freeze(again.value(), act->who); !frozen)
                                       return end(act, frozen);
                                   CARRIEL_CRASHPOINT("opening.proven");
                                   send(act);
                               });
}

void Opener::ask(const ActPtr &act)
{
    const auto found = row(act->id);
    if (!found)
        return end(act, found.error());
    m_mailbox.port()->acknowledgement(
        act->id, found.value().challenge, [this, act](const sync::Answer<QJsonObject> &answer) {
            if (act->over)
                return;
            if (const auto *object = std::get_if<QJsonObject>(&answer))
                return released(act, *object);
            const Trouble &trouble = std::get<Trouble>(answer);
            if (codeOf(trouble) != QLatin1String("not_acknowledged"))
                return end(act, Error{errors::outcomeUnknown, {}, trouble.error.codeText() + trouble.error.detail});
            const QVariant alive = trouble.error.params.value(QStringLiteral("challenge_alive"));
            if (!alive.isValid()) // it did not say that the receipt is dead
                return end(act, Error{errors::outcomeUnknown, {}, trouble.error.detail});
            if (!alive.toBool())
                return dead(
                    act,
                    Error{errors::openingRefused, {{QStringLiteral("code"), QStringLiteral("challenge_expired")}}, {}});
            // It can still be accepted, so it is not void; the same bytes are sent again, once in each run.
            if (std::exchange(act->resent, true))
                return end(act, Error{errors::outcomeUnknown, {}, trouble.error.detail});
            send(act);
        });
}

void Opener::fetchKey(const ActPtr &act)
{
    act->asking = true;
    act->tell(OpeningPhase::Asking);
    m_mailbox.port()->acknowledgement(act->id, {}, [this, act](const sync::Answer<QJsonObject> &answer) {
        if (act->over)
            return;
        if (const auto *trouble = std::get_if<Trouble>(&answer))
            return end(act, mayHaveArrived(*trouble) ? offline(*trouble) : refused(*trouble));
        act->asking = false;
        released(act, std::get<QJsonObject>(answer));
    });
}

} // namespace carriel::mail

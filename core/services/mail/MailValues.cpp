// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/mail/MailValues.h"

#include "core/crypto/Base64Url.h"
#include "core/services/mail/AskedDays.h"

#include <QJsonDocument>
#include <algorithm>
#include <array>

namespace carriel::mail {

using evidence::TermStepKind;
using vault::OpeningState;

namespace {

NotificationStep stepOf(OpeningState state)
{
    switch (state) {
    case OpeningState::Signed:
        return NotificationStep::Sending;
    case OpeningState::Sent:
    case OpeningState::Released: // the key is here and the operator's record of the moment is not: nothing is shown
        return NotificationStep::Unknown;
    case OpeningState::Verified:
        return NotificationStep::Opened;
    case OpeningState::Mismatch:
        return NotificationStep::Mismatch;
    case OpeningState::None:
    case OpeningState::Void:
        break;
    }
    return NotificationStep::Sealed;
}

struct Named
{
    TermStepKind kind;
    const char *name;
};
constexpr std::array stepNames{Named{TermStepKind::Sent, "sent"},
                               Named{TermStepKind::Delivered, "delivered"},
                               Named{TermStepKind::Accessed, "accessed"},
                               Named{TermStepKind::Waited, "waited"},
                               Named{TermStepKind::Made, "made"},
                               Named{TermStepKind::Counted, "counted"},
                               Named{TermStepKind::CountedAny, "counted-any"},
                               Named{TermStepKind::Weekend, "weekend"},
                               Named{TermStepKind::Holiday, "holiday"},
                               Named{TermStepKind::NotInForce, "not-in-force"},
                               Named{TermStepKind::Granted, "granted"},
                               Named{TermStepKind::GrantedAny, "granted-any"},
                               Named{TermStepKind::TermsBegin, "begins"},
                               Named{TermStepKind::TermsBeginAny, "begins-any"},
                               Named{TermStepKind::TermsBeginBusiness, "begins-business"},
                               Named{TermStepKind::LastDay, "last"},
                               Named{TermStepKind::Extended, "extended"},
                               Named{TermStepKind::DaysUnsaid, "days-unsaid"}};

QString nameOf(TermStepKind kind)
{
    for (const Named &one : stepNames) {
        if (one.kind == kind)
            return QString::fromLatin1(one.name);
    }
    return {};
}

QDateTime timeOf(const QJsonObject &object, const char *name)
{
    return QDateTime::fromString(object.value(QLatin1String(name)).toString(), Qt::ISODateWithMs);
}

} // namespace

std::optional<QDateTime> accessOf(const Envelope &envelope)
{
    for (const evidence::ProofRecord &raw : envelope.records) {
        const auto record = evidence::readRecord(raw.jws);
        if (record && record.value().eventName == evidence::event::handover)
            return record.value().happened;
    }
    return {};
}

std::optional<TermInfo> termOf(const evidence::Seal &seal, const Envelope &envelope, const QDateTime &accessed,
                               const std::optional<vault::GrantedTerm> &granted)
{
    static const auto calendar = evidence::HolidayCalendar::shipped(); // asked for each row of each list
    static const auto rules = evidence::TermRules::shipped();
    if (!calendar || !rules)
        return {};
    const vault::GrantedTerm act = granted.value_or(vault::GrantedTerm());
    evidence::TermFacts facts{{}, {}, accessed, act.days, act.calendarDays, !granted.has_value(), act.purpose};
    for (const evidence::ProofRecord &raw : envelope.records) {
        const auto record = evidence::readRecord(raw.jws);
        if (record && record.value().eventName == evidence::event::accepted)
            facts.sent = record.value().happened;
        if (record && record.value().eventName == evidence::event::available)
            facts.delivered = record.value().happened;
    }
    // Deposited for a later day: it is sent when it can be received.
    if (facts.sent.isValid() && seal.notBefore > facts.sent)
        facts.sent = facts.delivered.isValid() ? facts.delivered : seal.notBefore;
    const auto computed = rules.value().compute(calendar.value(), seal.regime, facts);
    if (!computed)
        return {};
    const evidence::TermComputation &term = computed.value();
    TermInfo out{term.rules, term.source, term.legalEffect, term.made, term.begins, term.lastDay, term.days, {}, term.beginsIfBusiness, term.extended};
    out.purpose = term.purpose;
    for (const evidence::TermStep &step : term.steps)
        out.steps.append({nameOf(step.kind), step.date, step.number, step.holiday});
    return out;
}

std::optional<NotificationEntry> entryOf(const vault::NotificationRow &row)
{
    const auto envelope = readEnvelope(row.json);
    const auto seal = envelope ? evidence::readSeal(envelope.value().seal) : Result<evidence::Seal>(envelope.error());
    if (!seal)
        return {};
    const Envelope &e = envelope.value();
    NotificationEntry out;
    out.id = row.id;
    out.entityId = seal.value().entity;
    out.entityName = e.entityName;
    out.procedureId = e.procedureId;
    out.procedureTitle = e.procedureTitle;
    out.title = seal.value().title;
    out.kind = seal.value().kind;
    out.regime = seal.value().regime;
    out.state = row.state;
    out.caseNumber = seal.value().caseNumber;
    out.sensitive = seal.value().sensitive;
    out.receivedUtc = row.receivedUtc;
    out.expiresUtc = seal.value().expires;
    out.step = stepOf(row.opening);
    out.proof = ProofState(row.verdict);
    out.defects = row.findings.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    out.contentHere = row.cipherHere;
    out.mismatch = row.reason;
    const auto accessed = accessOf(e);
    if (accessed)
        out.accessedUtc = *accessed;
    const bool read = row.opening == vault::OpeningState::Verified;
    if (read)
        out.asked = askedIn(row.granted);
    if (const auto term =
            termOf(seal.value(), e, out.accessedUtc, read ? std::optional(row.granted) : std::nullopt)) {
        out.termFor = term->purpose;
        out.daysUnsaid = std::any_of(term->steps.cbegin(), term->steps.cend(),
                                     [](const TermDay &day) { return day.kind == QLatin1String("days-unsaid"); });
        // Opened at another computer: until it is read here nobody here knows whether the act gives less.
        (accessed && !read ? out.lastDayIfToday : out.lastDay) = term->lastDay;
        if (out.lastDay)
            out.extended = term->extended;
        // Sealed it runs all the same; opened, where nobody says how long it is.
        // Made since it was sent, it runs also once it was closed unopened, or sent by other means.
        const bool closed = !accessed && (out.state == QLatin1String("NotAccessed") || out.state == QLatin1String("OtherMeans"));
        if (out.canBeOpened() || (closed && term->legalEffect) || (read && !out.lastDay && term->legalEffect)) {
            out.begins = term->begins;
            out.beginsIfBusiness = term->beginsIfBusiness;
        }
    }
    return out;
}

ConsentInfo consentOf(const vault::ConsentRow &row)
{
    const QJsonObject o = QJsonDocument::fromJson(row.json).object();
    const QJsonObject entity = o.value(QLatin1String("entity")).toObject();
    const QJsonObject procedure = o.value(QLatin1String("procedure")).toObject();
    ConsentInfo out;
    out.id = row.id;
    out.state = row.state;
    out.procedureId = procedure.value(QLatin1String("id")).toString();
    out.procedureTitle = procedure.value(QLatin1String("title")).toString();
    out.entityId = entity.value(QLatin1String("id")).toString();
    out.entityName = entity.value(QLatin1String("name")).toString();
    out.text = o.value(QLatin1String("text")).toObject().value(QLatin1String("text")).toString();
    out.textDigest = evidence::digestOf(out.text.toUtf8());
    out.givenUtc = timeOf(o.value(QLatin1String("given")).toObject(), "at");
    out.withdrawnUtc = timeOf(o.value(QLatin1String("withdrawn")).toObject(), "at");
    return out;
}

ProcedureInfo procedureOf(const QJsonObject &o)
{
    const QJsonObject entity = o.value(QLatin1String("entity")).toObject();
    const QJsonObject text = o.value(QLatin1String("consent_text")).toObject();
    ProcedureInfo out;
    out.id = o.value(QLatin1String("id")).toString();
    out.title = o.value(QLatin1String("title")).toString();
    out.description = o.value(QLatin1String("description")).toString();
    out.entityId = entity.value(QLatin1String("id")).toString();
    out.entityName = entity.value(QLatin1String("name")).toString();
    out.textId = text.value(QLatin1String("id")).toString();
    out.text = text.value(QLatin1String("text")).toString();
    if (!out.text.isEmpty())
        out.textDigest = evidence::digestOf(out.text.toUtf8());
    return out;
}

} // namespace carriel::mail

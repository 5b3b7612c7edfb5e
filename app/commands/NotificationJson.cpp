// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/NotificationJson.h"

#include "app/commands/Json.h"
#include "app/commands/MailCommand.h"
#include "core/services/BindingDay.h"
#include "ui/text/ColombianTime.h"
#include "ui/text/VerdictWords.h"

#include <QJsonArray>

namespace carriel::commands {

namespace {

QString stepName(NotificationStep step)
{
    switch (step) {
    case NotificationStep::Sealed:
        return QStringLiteral("sealed");
    case NotificationStep::Sending:
        return QStringLiteral("signed");
    case NotificationStep::Unknown:
        return QStringLiteral("unknown");
    case NotificationStep::Opened:
        return QStringLiteral("opened");
    case NotificationStep::Mismatch:
        return QStringLiteral("mismatch");
    }
    return {};
}

QString proofName(ProofState proof)
{
    switch (proof) {
    case ProofState::NotYet:
        return QStringLiteral("unchecked");
    case ProofState::Good:
        return QStringLiteral("good");
    case ProofState::Unanchored:
        return QStringLiteral("unanchored");
    case ProofState::Broken:
        return QStringLiteral("broken");
    }
    return {};
}

} // namespace

QString iso(QDate date)
{
    return date.toString(Qt::ISODate);
}

QJsonObject entryJson(const NotificationEntry &one)
{
    const auto first = bindingDay(one, text::colombianToday());
    QJsonArray asked;
    for (const AskedDay &day : one.asked)
        asked.append(QJsonObject{{QStringLiteral("day"), iso(day.day)},
                                 {QStringLiteral("kind"), day.kind},
                                 {QStringLiteral("label"), text::neutral(day.label)}});
    return {{QStringLiteral("id"), one.id},
            {QStringLiteral("name"), text::neutral(one.title)},
            {QStringLiteral("state"), one.state},
            {QStringLiteral("kind"), one.kind},
            {QStringLiteral("entity"), one.entityId},
            {QStringLiteral("entity_name"), text::neutral(one.entityName)},
            {QStringLiteral("procedure"), one.procedureId},
            {QStringLiteral("procedure_name"), text::neutral(one.procedureTitle)},
            {QStringLiteral("regime"), one.regime},
            {QStringLiteral("received"), utcText(one.receivedUtc)},
            {QStringLiteral("accessed"), orNull(utcText(one.accessedUtc))},
            {QStringLiteral("expires"), orNull(utcText(one.expiresUtc))},
            {QStringLiteral("last_day"), one.lastDay ? QJsonValue(iso(*one.lastDay)) : QJsonValue()},
            {QStringLiteral("answer_by"), first ? QJsonValue(iso(first->day)) : QJsonValue()},
            {QStringLiteral("asked_days"), asked},
            {QStringLiteral("usual_last_day"), one.lastDayIfToday ? QJsonValue(iso(*one.lastDayIfToday)) : QJsonValue()},
            {QStringLiteral("term_begins"), one.begins ? QJsonValue(iso(*one.begins)) : QJsonValue()},
            {QStringLiteral("term_begins_if_business"),
             one.beginsIfBusiness ? QJsonValue(iso(*one.beginsIfBusiness)) : QJsonValue()},
            {QStringLiteral("term_for"), orNull(text::neutral(one.termFor))},
            {QStringLiteral("step"), stepName(one.step)},
            {QStringLiteral("proof"), proofName(one.proof)},
            {QStringLiteral("defects"), QJsonArray::fromStringList(one.defects)},
            {QStringLiteral("here"), one.contentHere}};
}

QJsonValue termJson(const std::optional<TermInfo> &term)
{
    if (!term)
        return {};
    QJsonArray steps;
    for (const TermDay &day : term->steps)
        steps.append(QJsonObject{{QStringLiteral("kind"), day.kind},
                                 {QStringLiteral("date"), iso(day.date)},
                                 {QStringLiteral("number"), day.number},
                                 {QStringLiteral("holiday"), orNull(day.holiday)}});
    const auto date = [](const std::optional<QDate> &one) { return one ? QJsonValue(iso(*one)) : QJsonValue(); };
    return QJsonObject{{QStringLiteral("rules"), term->rules},
                       {QStringLiteral("source"), term->source},
                       {QStringLiteral("made"), date(term->made)},
                       {QStringLiteral("begins"), date(term->begins)},
                       {QStringLiteral("begins_if_business"), date(term->beginsIfBusiness)},
                       {QStringLiteral("last_day"), date(term->lastDay)},
                       {QStringLiteral("extended"), date(term->extended)},
                       {QStringLiteral("days"), term->days},
                       {QStringLiteral("for"), orNull(text::neutral(term->purpose))},
                       {QStringLiteral("informative"), true},
                       {QStringLiteral("steps"), steps}};
}

} // namespace carriel::commands

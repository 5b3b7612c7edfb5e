// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/ContributionJson.h"

#include "app/commands/Json.h"
#include "ui/text/VerdictWords.h"

#include <QJsonArray>

namespace carriel::commands {
namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonArray failuresJson(const ContributionInfo &one)
{
    QJsonArray out;
    for (const FailedAttempt &tried : one.failures)
        out.append(QJsonObject{{QStringLiteral("outcome"), tried.outcome},
                               {QStringLiteral("status"), tried.status > 0 ? QJsonValue(tried.status) : QJsonValue()},
                               {QStringLiteral("first"), utcText(tried.firstUtc)},
                               {QStringLiteral("last"), utcText(tried.lastUtc)},
                               {QStringLiteral("count"), tried.count},
                               {QStringLiteral("server_time"), orNull(utcText(tried.serverUtc))}});
    return out;
}

} // namespace

QJsonObject contributionJson(const ContributionInfo &one)
{
    QJsonArray documents;
    for (const ContributedDocument &document : one.documents)
        documents.append(QJsonObject{{QStringLiteral("ask"), document.ask},
                                     {QStringLiteral("id"), document.item.text()},
                                     {QStringLiteral("name"), text::neutral(document.name)},
                                     {QStringLiteral("size"), document.size},
                                     {QStringLiteral("sha256"), QString::fromLatin1(document.sha256.toHex())}});
    return {{QStringLiteral("id"), one.id},
            {QStringLiteral("name"), text::neutral(one.title)},
            {QStringLiteral("state"), one.state},
            {QStringLiteral("entity"), one.entityId},
            {QStringLiteral("entity_name"), text::neutral(one.entityName)},
            {QStringLiteral("procedure"), one.procedureId},
            {QStringLiteral("case"), orNull(text::neutral(one.caseNumber))},
            {QStringLiteral("purpose"), text::neutral(one.purpose)},
            {QStringLiteral("documents"), documents},
            {QStringLiteral("made"), utcText(one.madeUtc)},
            {QStringLiteral("submitted"), orNull(utcText(one.submittedUtc))},
            {QStringLiteral("delivered"), orNull(utcText(one.deliveredUtc))},
            {QStringLiteral("answered"), orNull(utcText(one.answeredUtc))},
            {QStringLiteral("fetches"), one.fetches},
            {QStringLiteral("filing_number"), orNull(text::neutral(one.filingNumber))},
            {QStringLiteral("reason"), orNull(text::neutral(one.reason))},
            {QStringLiteral("return"), orNull(one.back.toString())},
            {QStringLiteral("failures"), failuresJson(one)},
            {QStringLiteral("defects"), QJsonArray::fromStringList(one.defects)}};
}

} // namespace carriel::commands

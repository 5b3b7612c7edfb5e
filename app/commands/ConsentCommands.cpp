// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// procedures, subscribe, unsubscribe, consents: in what a person agrees to be notified, on the command line.
#include "app/commands/CommandErrors.h"
#include "app/commands/Commands.h"
#include "app/commands/Json.h"
#include "app/commands/MailCommand.h"
#include "core/services/mail/MailErrors.h"
#include "ui/text/ColombianTime.h"
#include "ui/text/EntityWords.h"
#include "ui/text/Format.h"
#include "ui/text/VerdictWords.h"

#include <QSet>
#include <algorithm>

namespace carriel::commands {
namespace {

bool inForce(const ConsentInfo &one)
{
    return one.state == QLatin1String("active") && !one.withdrawnUtc.isValid();
}

class Procedures final : public MailCommand
{
public:
    using MailCommand::MailCommand;
    void start() override
    {
        // What was agreed to on another computer, or before this one had the folder, is known once it was asked for.
        fresh([this] { list(); });
    }

private:
    void list()
    {
        ask(&Notifications::procedures, [this](const Result<QList<ProcedureInfo>> &all) {
            if (!all)
                return fail(all.error());
            QJsonArray items;
            QString lines;
            QSet<QString> given;
            for (const ConsentInfo &one : mail().consents()) {
                if (inForce(one))
                    given.insert(one.procedureId);
            }
            for (const ProcedureInfo &one : all.value()) {
                items.append(QJsonObject{{QStringLiteral("id"), one.id},
                                         {QStringLiteral("name"), text::neutral(one.title)},
                                         {QStringLiteral("state"),
                                          one.text.isEmpty() ? QStringLiteral("informs") : QStringLiteral("notifies")},
                                         {QStringLiteral("entity"), one.entityId},
                                         {QStringLiteral("entity_name"), text::neutral(one.entityName)},
                                         {QStringLiteral("agreed"), given.contains(one.id)},
                                         {QStringLiteral("consent_text"), one.text}});
                const QString standing =
                    one.text.isEmpty()            ? QCoreApplication::translate("Commands", "only informs")
                    : given.contains(one.id)      ? QCoreApplication::translate("Commands", "agreed to")
                                                  : QCoreApplication::translate("Commands", "not agreed to");
                lines += QStringLiteral("%1  %2  %3  %4\n")
                             .arg(one.id, standing, text::entityWithNumber(one.entityName, one.entityId), text::neutral(one.title));
            }
            listed(items, lines.trimmed());
        });
    }
};

class Subscribe final : public MailCommand
{
public:
    using MailCommand::MailCommand;
    void start() override
    {
        fresh([this] { invocation().command == QLatin1String("unsubscribe") ? end() : agree(); });
    }

private:
    void agree()
    {
        const QString procedure = invocation().words.first();
        ask(&Notifications::procedures, [this, procedure](const Result<QList<ProcedureInfo>> &all) {
            if (!all)
                return fail(all.error());
            for (const ProcedureInfo &one : all.value()) {
                if (one.id != procedure || one.text.isEmpty())
                    continue;
                const QList<ConsentInfo> known = mail().consents();
                const auto before = std::find_if(known.begin(), known.end(), [&](const ConsentInfo &consent) {
                    return consent.procedureId == procedure && inForce(consent);
                });
                if (before != known.end()) { // said before: nothing is signed a second time
                    m_before = true;
                    return answer({});
                }
                note(QCoreApplication::translate("Commands", "%1 of %2 asks for your consent:")
                         .arg(text::neutral(one.title), text::entityWithNumber(one.entityName, one.entityId)));
                note(whole(one.text));
                if (!invocation().has(QStringLiteral("yes")))
                    return fail(Error{errors::nobodyConfirms, {}, {}});
                return then(mail().subscribe(procedure, one.textDigest),
                            [this](const Outcome &given) { answer(given); });
            }
            fail(Error{carriel::mail::errors::noSuchProcedure, {{QStringLiteral("procedure"), procedure}}, {}});
        });
    }

    // Said before it is done, as agreeing is.
    void end()
    {
        const QString procedure = invocation().words.first();
        const QList<ConsentInfo> known = mail().consents();
        const auto given = std::find_if(known.begin(), known.end(), [&](const ConsentInfo &consent) {
            return consent.procedureId == procedure && inForce(consent);
        });
        if (given == known.end() || invocation().has(QStringLiteral("yes"))) // of none the answer says so
            return withdraw();
        environment().console.ask(
            QCoreApplication::translate(
                "Commands",
                "%1 (%2) may not notify you electronically in this procedure any more: it will use paper or the other "
                "means of the law. What it sent before stays, and so do the terms that run. Go on? [y/N] ")
                .arg(text::entityWithNumber(given->entityName, given->entityId), text::neutral(given->procedureTitle)),
            [this](const std::optional<QString> &said) {
                const QString word = said.value_or(QString()).trimmed().toLower();
                if (!said)
                    fail(Error{errors::nobodyConfirms, {}, {}});
                else if (word.startsWith(u'y') || word.startsWith(u's')) // yes, sí
                    withdraw();
                else
                    fail(Error{errors::notConfirmed, {}, {}});
            });
    }

    void withdraw()
    {
        then(mail().unsubscribe(invocation().words.first()), [this](const Outcome &ended) { answer(ended); });
    }

    void answer(const Outcome &outcome)
    {
        if (!outcome)
            return fail(outcome.error());
        const QString procedure = invocation().words.first();
        QJsonObject object{{QStringLiteral("procedure"), procedure}};
        QDateTime since;
        for (const ConsentInfo &one : mail().consents()) {
            if (one.procedureId != procedure)
                continue;
            if (inForce(one))
                since = one.givenUtc;
            object.insert(QStringLiteral("id"), one.id);
            object.insert(QStringLiteral("state"), one.state);
        }
        const bool given = invocation().command == QLatin1String("subscribe");
        done(object,
             m_before ? QCoreApplication::translate("Commands", "You agreed to this already, on %1. It is in force; nothing was signed again.")
                            .arg(text::colombianDateTimeAtEnd(since))
             : given  ? QCoreApplication::translate("Commands", "You will be notified electronically in this procedure.")
                      : QCoreApplication::translate("Commands", "You will not be notified electronically in this "
                                                             "procedure any more. What was sent before stays."));
    }

    bool m_before = false; // it was agreed to earlier
};

class Consents final : public MailCommand
{
public:
    using MailCommand::MailCommand;
    void start() override
    {
        fresh([this] {
            QJsonArray items;
            QString lines;
            for (const ConsentInfo &one : mail().consents()) {
                items.append(QJsonObject{{QStringLiteral("id"), one.id},
                                         {QStringLiteral("name"), text::neutral(one.procedureTitle)},
                                         {QStringLiteral("state"), one.state},
                                         {QStringLiteral("procedure"), one.procedureId},
                                         {QStringLiteral("entity"), one.entityId},
                                         {QStringLiteral("entity_name"), text::neutral(one.entityName)},
                                         {QStringLiteral("text"), one.text},
                                         {QStringLiteral("given"), utcText(one.givenUtc)},
                                         {QStringLiteral("withdrawn"), orNull(utcText(one.withdrawnUtc))}});
                const QString standing =
                    inForce(one) ? QCoreApplication::translate("Commands", "in force")
                    : one.withdrawnUtc.isValid()
                        ? QCoreApplication::translate("Commands", "withdrawn on %1").arg(text::colombianDateTime(one.withdrawnUtc))
                        : QCoreApplication::translate("Commands", "not in force any more");
                lines += QStringLiteral("%1  %2  %3  %4\n")
                             .arg(one.procedureId, text::entityWithNumber(one.entityName, one.entityId),
                                  QCoreApplication::translate("Commands", "given on %1").arg(text::colombianDateTime(one.givenUtc)),
                                  standing);
            }
            listed(items, lines.trimmed());
        });
    }
};

} // namespace

std::unique_ptr<Command> makeConsentCommand(Environment &environment, const Invocation &invocation)
{
    const QString &name = invocation.command;
    if (name == QLatin1String("procedures"))
        return std::make_unique<Procedures>(environment, invocation);
    if (name == QLatin1String("subscribe") || name == QLatin1String("unsubscribe"))
        return std::make_unique<Subscribe>(environment, invocation);
    if (name == QLatin1String("consents"))
        return std::make_unique<Consents>(environment, invocation);
    return nullptr;
}

} // namespace carriel::commands

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// contribute, contributions: giving documents to an entity that asked for them. Who, why, what exactly and until when
// is said first, and without --yes nothing is given.
#include "app/commands/CommandErrors.h"
#include "app/commands/Commands.h"
#include "app/commands/ContributionJson.h"
#include "app/commands/Json.h"
#include "app/commands/Soon.h"
#include "core/domain/PersonNames.h"
#include "core/services/Contributions.h"
#include "core/services/ServiceErrors.h"
#include "core/services/Verification.h"
#include "core/services/contributions/ContributionErrors.h"
#include "ui/text/ColombianTime.h"
#include "ui/text/ContributionWords.h"
#include "ui/text/Format.h"
#include "ui/text/NotificationWords.h"
#include "ui/text/VerdictWords.h"

#include <QFile>
#include <QFileInfo>

namespace carriel::commands {
namespace {

constexpr qint64 largestRequest = 65536;
constexpr qsizetype mostNamed = 10; // of the documents that serve
constexpr qsizetype mostLookedAt = 50;

// Not a link, nor the number of a published request, nor the signed request itself.
bool isNameOfAFile(const QString &given)
{
    constexpr qsizetype shortest = 200; // of what is signed
    const bool link = given.startsWith(QLatin1String("carpeta:"), Qt::CaseInsensitive) || given.contains(QLatin1String("://"));
    return !link && !isWireId(given) && (given.size() < shortest || given.count(u'.') != 2);
}

// Without it the entity does not file anything: the browser session in which the procedure began presents the code.
QString wayBack(const ContributionInfo &one)
{
    const bool open = one.state == QLatin1String("submitted") || one.state == QLatin1String("delivered");
    return one.back.isEmpty() || !open
               ? QString()
               : QCoreApplication::translate("Commands", "Go back to the entity's page to finish; without that there is no filing number: %1").arg(one.back.toString(QUrl::FullyEncoded));
}

class Contribute final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        QString source = invocation().words.first();
        if (isNameOfAFile(source)) {
            if (const Outcome there = Documents::checkFile(absolutePath(source)); !there)
                return fail(there.error()); // a slip in the name is no false request
        }
        if (QFile file(absolutePath(source)); QFileInfo(file).isFile()) {
            if (!file.open(QIODevice::ReadOnly) || file.size() > largestRequest)
                return fail(
                    Error{papers::errors::requestRefused, {{QStringLiteral("reason"), QStringLiteral("form")}}, {}});
            source = QString::fromLatin1(file.readAll());
        }
        soon(this, contributions().read(source), [this](const Result<RequestInfo> &request) {
            if (!request) // what waits is told of acts that were decided; this one was not
                return fail(isSilence(request.error()) ? Error{errors::requestUnread, {}, {}} : request.error());
            m_request = request.value();
            tellWho();
            if (const auto why = standsInTheWay())
                return fail(*why);
            lookNext(unlooked(), 0);
        });
    }

private:
    Contributions &contributions() const { return documents().contributions(); }

    // What a person who reads only the end must have said himself before anything is chosen.
    std::optional<Error> standsInTheWay() const
    {
        if (!m_request.answeredId.isEmpty() && (m_request.once || !invocation().has(QStringLiteral("again"))))
            return Error{m_request.once ? papers::errors::answeredBefore : papers::errors::answerAgain,
                         {{QStringLiteral("id"), m_request.answeredId},
                          {QStringLiteral("title"), m_request.title},
                          {QStringLiteral("date"), text::colombianDate(m_request.answeredUtc)}},
                         {}};
        const QString me = session().account().holderName;
        if (!m_request.forMe && !mayBeSamePerson(m_request.caseHolder, me) &&
            !invocation().has(QStringLiteral("case-of-another")))
            return Error{papers::errors::caseOfAnother,
                         {{QStringLiteral("case"), m_request.caseNumber},
                          {QStringLiteral("holder"), m_request.caseHolder},
                          {QStringLiteral("me"), me}},
                         {}};
        return std::nullopt;
    }

    // Which ones would do: the likeliest, for all of hundreds nobody reads.
    void tellFitting(const AskedFor &asked, const QList<DocumentRow> &serve)
    {
        for (const DocumentRow &one : serve.mid(0, mostNamed))
            note((asked.mustBeSigned && !bearsSignature(one.signatures)
                      ? QCoreApplication::translate("Commands", "This one serves for \"%1\" once you have signed it, in the window or with carriel-cli sign: %2")
                      : QCoreApplication::translate("Commands", "This one serves for \"%1\": %2"))
                     .arg(text::neutral(asked.title), pathOf(documents(), one.id)));
        if (serve.size() > mostNamed)
            note(QCoreApplication::translate("Commands", "… and %1 more: any document that you name with --with.")
                     .arg(serve.size() - mostNamed));
    }

    // What has to be signed serves only if it is: only PDFs are looked at as they come.
    QList<ItemId> unlooked() const
    {
        QList<ItemId> out;
        for (const AskedFor &asked : m_request.documents) {
            for (const DocumentRow &row : asked.mustBeSigned ? contributions().matching(asked, documents()).mid(0, mostLookedAt) : QList<DocumentRow>()) {
                if (row.signatures.isEmpty() && row.here && !out.contains(row.id))
                    out += row.id;
            }
        }
        return out;
    }

    void lookNext(const QList<ItemId> &which, qsizetype at)
    {
        if (at >= which.size())
            return choose();
        then(documents().verification().check(which.at(at)), [this, which, at](const Result<CheckedFile> &) { lookNext(which, at + 1); });
    }

    // The documents of --with, each for the first thing asked that it serves for and that has none yet; DOCUMENT may
    // also say for which: ASK=DOCUMENT. Without --with, the only one that serves; with it, nothing that was not named.
    void choose()
    {
        QList<DocumentRow> given;
        for (const QString &word :
             invocation().options.value(QStringLiteral("with")).split(u'\n', Qt::SkipEmptyParts)) {
            const qsizetype equals = word.indexOf(u'=');
            const auto known = [&](const QString &id) {
                return std::any_of(m_request.documents.cbegin(), m_request.documents.cend(),
                                   [&](const AskedFor &one) { return one.id == id; });
            };
            const bool named = equals > 0 && known(word.left(equals));
            const auto row = document(named ? word.mid(equals + 1) : word);
            if (!row)
                return fail(row.error());
            if (row.value().signatures == QLatin1String("altered"))
                return fail(Error{papers::errors::documentAltered, {{QStringLiteral("name"), row.value().name}}, {}});
            if (named)
                m_chosen.append({word.left(equals), row.value()});
            else
                given.append(row.value());
        }
        for (const DocumentRow &row : std::as_const(given)) {
            const auto fits =
                std::find_if(m_request.documents.cbegin(), m_request.documents.cend(), [&](const AskedFor &asked) {
                    const QList<DocumentRow> serve = contributions().matching(asked, documents());
                    return count(asked.id) < asked.max &&
                           std::any_of(serve.cbegin(), serve.cend(),
                                       [&](const DocumentRow &one) { return one.id == row.id; });
                });
            if (fits == m_request.documents.cend())
                return fail(Error{papers::errors::documentUnfit, {{QStringLiteral("name"), row.name}}, {}});
            m_chosen.append({fits->id, row});
        }
        for (const AskedFor &asked : m_request.documents) {
            if (!asked.required || count(asked.id) > 0)
                continue;
            const QList<DocumentRow> near = contributions().matching(asked, documents());
            QList<DocumentRow> serve = near;
            serve.removeIf([&asked](const DocumentRow &one) { return asked.mustBeSigned && !bearsSignature(one.signatures); });
            if (serve.size() != 1 || invocation().has(QStringLiteral("with"))) {
                tellFitting(asked, near);
                return fail(Error{papers::errors::documentMissing,
                                  {{QStringLiteral("title"), asked.title}, {QStringLiteral("ask"), asked.id}},
                                  {}});
            }
            m_chosen.append({asked.id, serve.first()});
        }
        checkNext(0);
    }

    // What has to be signed is looked at before anything is shown or consented to.
    void checkNext(qsizetype at)
    {
        while (at < m_chosen.size() && !mustBeSigned(m_chosen.at(at).ask))
            ++at;
        if (at >= m_chosen.size())
            return show();
        const DocumentRow row = m_chosen.at(at).row;
        then(documents().verification().check(row.id), [this, at, row](const Result<CheckedFile> &checked) {
            if (!checked)
                return fail(checked.error());
            if (!bearsSignature(checked.value().verdict))
                return fail(Error{papers::errors::notSigned, {{QStringLiteral("name"), row.name}}, {}});
            checkNext(at + 1);
        });
    }

    bool mustBeSigned(const QString &ask) const
    {
        return std::any_of(m_request.documents.cbegin(), m_request.documents.cend(),
                           [&](const AskedFor &one) { return one.id == ask && one.mustBeSigned; });
    }

    qsizetype count(const QString &ask) const
    {
        return std::count_if(m_chosen.cbegin(), m_chosen.cend(), [&](const Chosen &one) { return one.ask == ask; });
    }

    // Before anything is chosen: also who does not know yet what to give is told who asks.
    void tellWho()
    {
        note(QCoreApplication::translate("Commands", "Asked by: %1 (%2), proven by its signature")
                 .arg(text::neutral(m_request.entityName), text::personWords(m_request.entityId)));
        note(QStringLiteral("%1\n%2").arg(text::neutral(m_request.title), text::neutral(m_request.purpose)));
        if (!m_request.caseNumber.isEmpty())
            note(QCoreApplication::translate("Commands", "For the case %1 of %2")
                     .arg(text::neutral(m_request.caseNumber), text::neutral(m_request.caseHolder)));
        if (!m_request.forMe && !m_request.caseNumber.isEmpty())
            note(QCoreApplication::translate(
                "Commands",
                "The request does not say that it is for you: make sure that you began this procedure yourself."));
        note(QCoreApplication::translate("Commands", "Kept: %1").arg(text::neutral(m_request.retention)));
        if (m_request.offline)
            note(text::askedOffline());
        note(QCoreApplication::translate("Commands", "It can be answered until %1")
                 .arg(text::colombianDateTime(m_request.expiresUtc)));
    }

    void show()
    {
        for (const Chosen &one : std::as_const(m_chosen)) {
            const auto details = documents().details(one.row.id);
            if (!details)
                return fail(Error{carriel::errors::itemNotFound, {{QStringLiteral("item"), one.row.name}}, {}});
            if (details->custody == Custody::Private) // nothing is shown that --yes would refuse
                return fail(Error{papers::errors::sealedDocument, {{QStringLiteral("name"), one.row.name}}, {}});
            m_choices.append({one.ask, one.row.id, details->sha256});
            note(QStringLiteral("  - %1  %2")
                     .arg(text::neutral(details->path), QString::fromLatin1(details->sha256.toHex())));
        }
        if (!invocation().has(QStringLiteral("yes")))
            return fail(Error{papers::errors::notConsented, {}, {}});
        fetchNext(0);
    }

    void fetchNext(qsizetype at)
    {
        if (at < m_choices.size())
            return then(documents().fetch(m_choices.at(at).document),
                        [this, at](const Outcome &here) {
                            if (here)
                                return fetchNext(at + 1);
                            if (!isSilence(here.error()))
                                return fail(here.error());
                            note(QCoreApplication::translate("Commands", "Nothing was given, and nothing waits to be given."));
                            fail(Error{carriel::errors::notHere, {{QStringLiteral("name"), m_chosen.at(at).row.name}}, {}});
                        });
        soon(this, contributions().contribute(m_request.jws, m_choices, invocation().has(QStringLiteral("again")),
                                        m_request.offline ? m_request.entityName : QString()),
             [this](const Result<ContributionInfo> &made) {
            if (made)
                return told(made.value());
            const auto agreed = made.error().code == carriel::errors::operatorAway ? lastAgreed() : std::nullopt;
            agreed ? told(*agreed) : fail(made.error());
        });
    }

    // What was agreed to here, and has no answer yet.
    std::optional<ContributionInfo> lastAgreed() const
    {
        for (const ContributionInfo &one : contributions().list()) {
            if (one.madeUtc >= m_begunUtc && one.entityId == m_request.entityId && one.title == m_request.title)
                return one;
        }
        return std::nullopt;
    }

    void told(const ContributionInfo &one)
    {
        const bool waits = one.state == QLatin1String("queued") || one.state == QLatin1String("unknown");
        if (waits)
            return done(contributionJson(one), QCoreApplication::translate("Commands", "It is stored and will be sent when there is a network: %1").arg(one.id));
        if (!one.back.isEmpty())
            environment().browser.open(one.back);
        const QString back = wayBack(one);
        done(contributionJson(one), QCoreApplication::translate("Commands", "Your operator has it and hands it over: %1").arg(one.id) +
                                        (back.isEmpty() ? QString() : u'\n' + back));
    }

    struct Chosen
    {
        QString ask;
        DocumentRow row;
    };
    const QDateTime m_begunUtc = QDateTime::currentDateTimeUtc().addSecs(-1);
    RequestInfo m_request;
    QList<Chosen> m_chosen;
    QList<ContributionChoice> m_choices;
};

class ContributionList final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        const QStringList &words = invocation().words;
        if (words.size() == 2 && words.first() == QLatin1String("cancel"))
            return then(contributions().cancel(words.at(1)),
                        [this](const Outcome &ended) { ended ? show() : fail(ended.error()); });
        if (words == QStringList{QStringLiteral("published")})
            return soon(this, contributions().published(), [this](const Result<QList<RequestInfo>> &all) {
                all ? offer(all.value()) : fail(all.error());
            });
        if (!words.isEmpty())
            return fail(Error{carriel::errors::badWord, {{QStringLiteral("what"), words.join(u' ')}}, {}});
        if (!session().account().loggedIn)
            return show();
        // As far as the network allows: what waits is sent, what became of the others is asked.
        const auto known = [this](const Outcome &told) {
            if (!told && isSilence(told.error()))
                note(QCoreApplication::translate("Commands", "Your operator does not answer: this is what is known on this computer."));
            show();
        };
        soon(this, contributions().sendWaiting(), [this, known](const Outcome &sent) {
            if (!sent && isSilence(sent.error()))
                return known(sent);
            soon(this, contributions().refresh(), known);
        });
    }

private:
    Contributions &contributions() const { return documents().contributions(); }
    // What entities ask of everybody.
    void offer(const QList<RequestInfo> &all)
    {
        QJsonArray items;
        QString lines;
        for (const RequestInfo &one : all) {
            items.append(QJsonObject{{QStringLiteral("id"), one.id},
                                     {QStringLiteral("name"), text::neutral(one.title)},
                                     {QStringLiteral("state"), QStringLiteral("open")},
                                     {QStringLiteral("entity"), one.entityId},
                                     {QStringLiteral("entity_name"), text::neutral(one.entityName)},
                                     {QStringLiteral("procedure"), one.procedureId},
                                     {QStringLiteral("purpose"), text::neutral(one.purpose)},
                                     {QStringLiteral("expires"), utcText(one.expiresUtc)}});
            lines += QStringLiteral("%1  %2  %3\n").arg(one.id, text::neutral(one.entityName), text::neutral(one.title));
        }
        listed(items, lines.trimmed());
    }

    void show()
    {
        QJsonArray items;
        QString lines;
        for (const ContributionInfo &one : contributions().list()) {
            items.append(contributionJson(one));
            lines += QStringLiteral("%1  %2  %3  %4  %5\n")
                         .arg(one.id, text::neutral(one.entityName), text::neutral(one.title),
                              text::contributionState(one),
                              one.filingNumber.isEmpty()
                                  ? QString()
                                  : QCoreApplication::translate("Commands", "Filing number: %1")
                                        .arg(text::neutral(one.filingNumber)));
            if (const QString back = wayBack(one); !back.isEmpty())
                lines += QStringLiteral("    %1\n").arg(back);
        }
        listed(items, lines.trimmed());
    }
};

} // namespace

std::unique_ptr<Command> makeContributionCommand(Environment &environment, const Invocation &invocation)
{
    if (invocation.command == QLatin1String("contribute"))
        return std::make_unique<Contribute>(environment, invocation);
    if (invocation.command == QLatin1String("contributions"))
        return std::make_unique<ContributionList>(environment, invocation);
    return nullptr;
}

} // namespace carriel::commands

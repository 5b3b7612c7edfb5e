// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ContributionWords.h"

#include "ui/text/ColombianTime.h"
#include "ui/text/Format.h"
#include "ui/text/VerdictWords.h"

#include <QCoreApplication>

namespace carriel::text {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Contribution)
};

QString comeBack(const QString &reason)
{
    if (reason == QLatin1String("late"))
        return Tr::tr("Came back to you: a day passed before it could be sent. Nothing was given.");
    if (reason == QLatin1String("changed"))
        return Tr::tr("Came back to you: a document was changed before it could be sent. Nothing was given.");
    if (reason == QLatin1String("asker"))
        return Tr::tr("Came back to you: by your operator's word the request is not from whom it was shown to be. Nothing was given.");
    if (reason == QLatin1String("expired"))
        return Tr::tr("Came back to you: the request can no longer be answered. Nothing was given. Ask the entity for a new one.");
    if (reason == QLatin1String("request_used"))
        return Tr::tr("Came back to you: this request had been answered before. Nothing was given this time.");
    if (reason == QLatin1String("request_invalid"))
        return Tr::tr("Came back to you: your operator did not accept the request any more. Nothing was given.");
    if (reason == QLatin1String("statement_invalid"))
        return Tr::tr("Came back to you: your operator did not accept what this computer signed. Nothing was given.");
    if (reason == QLatin1String("blob_missing"))
        return Tr::tr("Came back to you: your operator had lost the documents before it took them. Nothing was given.");
    if (reason == QLatin1String("quota_exceeded"))
        return Tr::tr("Came back to you: there is no room for it at your operator. Nothing was given.");
    return Tr::tr("Came back to you: your operator refused it (%1). Nothing was given.").arg(neutral(reason));
}

} // namespace

QString contributionState(const ContributionInfo &one)
{
    if (one.state == QLatin1String("queued"))
        return one.reason == QLatin1String("offline") ? Tr::tr("Waits to be sent. Before that, who asks is checked once more with your operator.")
                                                      : Tr::tr("Waits to be sent");
    if (one.state == QLatin1String("unknown"))
        return Tr::tr("Sent, and the answer has not come yet. It is never given twice.");
    if (one.state == QLatin1String("submitted"))
        return Tr::tr("Your operator has it since %1").arg(colombianDateTime(one.submittedUtc));
    if (one.state == QLatin1String("delivered"))
        return Tr::tr("The entity took it on %1").arg(colombianDateTime(one.deliveredUtc));
    if (one.state == QLatin1String("filed"))
        return Tr::tr("Filed on %1").arg(colombianDateTime(one.answeredUtc));
    if (one.state == QLatin1String("rejected"))
        return Tr::tr("The entity rejected it: %1").arg(neutral(one.reason));
    if (one.state == QLatin1String("cancelled"))
        return Tr::tr("You cancelled it. Nothing was given.");
    return comeBack(one.reason);
}

QString askedOffline()
{
    return Tr::tr("Your operator does not answer: who asks was checked with what this computer knew. You can decide now; it is kept here and goes out "
                  "when your operator answers, after that is checked once more. If anything is not as shown here, it comes back to you and nothing is given.");
}

QString unansweredWords(const QDateTime &untilUtc)
{
    return Tr::tr("Up to here: by this evidence the entity had not answered on %1; it does not say what came after.")
        .arg(colombianDateTimeAtEnd(untilUtc));
}

QString failedAttempt(const FailedAttempt &one)
{
    const QString when = one.count == 1 ? Tr::tr("On %1").arg(colombianDateTime(one.lastUtc))
                                        : Tr::tr("%n times from %1 to %2", nullptr, one.count)
                                              .arg(colombianDateTime(one.firstUtc), colombianDateTime(one.lastUtc));
    if (one.outcome == QLatin1String("server_error")) {
        const QString said = Tr::tr("%1 your operator's system answered that it could not (%2).").arg(when).arg(one.status);
        return one.serverUtc.isValid()
                   ? said + u' ' + Tr::tr("By its own clock it was %1.").arg(colombianDateTime(one.serverUtc))
                   : said;
    }
    if (one.outcome == QLatin1String("bad_answer"))
        return Tr::tr("%1 what came back was not an answer of an operator.").arg(when);
    if (one.outcome == QLatin1String("no_answer"))
        return Tr::tr("%1 your operator's system did not answer.").arg(when);
    return Tr::tr("%1 your operator's system could not be reached; it may also have been your own connection.").arg(when);
}

bool contributionTrouble(const ContributionInfo &one)
{
    return one.state == QLatin1String("rejected") || one.state == QLatin1String("returned");
}

} // namespace carriel::text

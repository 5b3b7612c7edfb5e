// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/OtherActs.h"

#include "app/commands/Soon.h"
#include "core/services/Contributions.h"
#include "core/services/Documents.h"
#include "core/services/Shares.h"

#include <QCoreApplication>

namespace carriel::commands {
namespace {

constexpr int lately = 7; // days; later it is an old story that the list keeps

struct Count
{
    int waiting = 0, returned = 0;
    int unseen = 0; // is not sent: it comes back to the person with the name, and waits for his word
    void add(const QString &state, const QString &alsoWaits, const QDateTime &made, const QString &reason = {})
    {
        if (state == QLatin1String("queued") && reason == QLatin1String("unseen"))
            ++unseen;
        else if (state == QLatin1String("queued") || state == QLatin1String("unknown") || !alsoWaits.isEmpty())
            ++waiting;
        else if (state == QLatin1String("returned") && made.daysTo(QDateTime::currentDateTimeUtc()) < lately)
            ++returned;
    }
    QJsonObject json() const
    {
        return {{QStringLiteral("waiting"), waiting}, {QStringLiteral("returned"), returned}, {QStringLiteral("unseen"), unseen}};
    }
};

std::pair<Count, Count> counted(const Documents &documents)
{
    Count shares, contributions;
    for (const ShareInfo &one : Shares(documents).list())
        shares.add(one.state, one.waiting, one.madeUtc, one.reason);
    for (const ContributionInfo &one : documents.contributions().list())
        contributions.add(one.state, {}, one.madeUtc);
    return {shares, contributions};
}

QString line(const QString &words, const char *command)
{
    return words + u' ' + QCoreApplication::translate("Commands", "See with: carriel-cli %1").arg(QLatin1String(command)) + u'\n';
}

} // namespace

OtherActs otherActs(const Documents &documents)
{
    const auto [shares, contributions] = counted(documents);
    OtherActs out;
    out.json = {{QStringLiteral("shares"), shares.json()}, {QStringLiteral("contributions"), contributions.json()}};
    if (shares.waiting > 0)
        out.words += line(QCoreApplication::translate("Commands", "%n decision(s) about what is shared wait to be sent.", nullptr, shares.waiting), "share list");
    if (shares.unseen > 0)
        out.words += line(QCoreApplication::translate("Commands", "%n share(s) are not sent: they come back to you with the name of whoever has the number, and wait for your word.",
                                                      nullptr, shares.unseen),
                          "share list");
    if (shares.returned > 0)
        out.words += line(QCoreApplication::translate("Commands", "%n share(s) came back: nothing was shared.", nullptr, shares.returned), "share list");
    if (contributions.waiting > 0)
        out.words += line(QCoreApplication::translate("Commands", "%n contribution(s) to entities wait to be sent.", nullptr, contributions.waiting), "contributions");
    if (contributions.returned > 0)
        out.words += line(QCoreApplication::translate("Commands", "%n contribution(s) came back: nothing was given.", nullptr, contributions.returned), "contributions");
    return out;
}

void sendOtherActs(QObject *context, Documents &documents, const std::function<void()> &next)
{
    const auto [shares, contributions] = counted(documents);
    const auto give = [context, &documents, next, waits = contributions.waiting > 0] {
        waits ? soon(context, documents.contributions().sendWaiting(), [next](const Outcome &) { next(); }) : next();
    };
    if (shares.waiting + shares.unseen == 0)
        return give();
    soon(context, Shares(documents).sendWaiting(), [give, next](const Outcome &sent) {
        !sent && isSilence(sent.error()) ? next() : give();
    });
}

} // namespace carriel::commands

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/BindingWords.h"

#include "core/services/BindingDay.h"
#include "ui/text/Format.h"
#include "ui/text/UsualTerm.h"
#include "ui/text/VerdictWords.h"

#include <QCoreApplication>
#include <algorithm>

namespace carriel::text {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(BindingDay)
};

// Without its full stop.
QString asked(const AskedDay &one, bool counted, const QString &day, QDate today)
{
    const QString when = daysAway(one.day, today);
    if (!asksForAnAnswer(one.kind))
        return (counted ? Tr::tr("The act sets an earlier day, %1, %2: %3") : Tr::tr("The act sets a day, %1, %2: %3"))
            .arg(day, when, neutral(one.label));
    return (counted ? Tr::tr("The entity asks for an answer before, on %1, %2")
                    : Tr::tr("The entity asks for an answer by %1, %2"))
        .arg(day, when);
}

QString missed(const NotificationEntry &entry, QDate today, QString (*write)(QDate))
{
    const auto day = missedDay(entry, today);
    return day ? Tr::tr("The entity asked for an answer by %1, and that is over").arg(write(*day)) : QString();
}

} // namespace

QString missedAsked(const NotificationEntry &entry, QDate today)
{
    const QString late = missed(entry, today, &dateLong);
    return late.isEmpty() ? late : QString(late + QLatin1String(". ") + Tr::tr("Answer at once, or ask the entity."));
}

QString askedBefore(const NotificationEntry &entry, QDate today)
{
    const auto first = bindingDay(entry, today);
    const QString late = missedAsked(entry, today);
    if (!first || !first->asked)
        return late;
    const bool counted = entry.lastDay && *entry.lastDay >= today;
    QString out = late.isEmpty() ? late : QString(late + QLatin1Char(' '));
    out += asked(*first->asked, counted, dateLong(first->day), today) + QLatin1Char('.');
    for (const QString &more : {first->asked->rest ? restDay() : QString(), counted ? QString() : laterAsked(entry, today)}) {
        if (!more.isEmpty())
            out += QLatin1Char(' ') + more;
    }
    return out;
}

QString dueWords(const NotificationEntry &entry, QDate today)
{
    const auto first = bindingDay(entry, today);
    if (!first)
        return entry.lastDay ? Tr::tr("The term ended on %1 (informative)").arg(date(*entry.lastDay)) : QString();
    const bool counted = entry.lastDay && *entry.lastDay >= today;
    QString out = missed(entry, today, &date);
    if (!out.isEmpty())
        out += QLatin1String(". ");
    if (first->asked) {
        out += asked(*first->asked, counted, date(first->day), today);
        if (first->asked->rest)
            out += QLatin1String(" (") + Tr::tr("nobody works on that day") + QLatin1Char(')');
        if (counted)
            return out + QLatin1String(". ") + Tr::tr("Last day that is counted: %1 (informative)").arg(date(*entry.lastDay));
        const QString late = laterAsked(entry, today);
        return late.isEmpty() ? out : QString(out + QLatin1String(". ") + late);
    }
    out += Tr::tr("Last day: %1, %2 (informative)").arg(date(first->day), daysAway(first->day, today));
    for (const QString &more : {extendedTo(entry), shorterCount(entry)}) {
        if (!more.isEmpty())
            out += QLatin1String(". ") + more;
    }
    return out;
}

QString laterAsked(const NotificationEntry &entry, QDate today)
{
    for (const AskedDay &one : entry.asked) {
        if (!isTooLate(entry, one))
            continue;
        if (*entry.lastDay < today)
            return Tr::tr("The term that is counted here ended on %1 (informative): ask the entity whether its day holds.")
                .arg(dateLong(*entry.lastDay));
        TermInfo term;
        term.lastDay = entry.lastDay;
        return laterThanTerm({one.kind, one.label, {}, one.day, -1}, term);
    }
    return {};
}

QString restDay()
{
    return Tr::tr("Nobody works on that day: answer before it, or ask the entity.");
}

bool onRestDay(const NotificationEntry &entry, int action)
{
    return std::any_of(entry.asked.cbegin(), entry.asked.cend(),
                       [action](const AskedDay &one) { return one.number == action && one.rest; });
}

QString extendedTo(const NotificationEntry &entry)
{
    return entry.lastDay && entry.extended
               ? Tr::tr("Nobody works on that day: the general rule extends the term until %1").arg(date(*entry.extended))
               : QString();
}

QString askedOn(const AskedDay &day)
{
    return Tr::tr("The entity asks for an answer before, by %1.").arg(dateLong(day.day));
}

QString shorterCount(const NotificationEntry &entry)
{
    return entry.daysUnsaid ? Tr::tr("Whoever counts every day has less time: do not wait for the last day") : QString();
}

} // namespace carriel::text

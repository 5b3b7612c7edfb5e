// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/UsualTerm.h"

#include "core/services/BindingDay.h"
#include "ui/text/ColombianTime.h"
#include "ui/text/Format.h"
#include "ui/text/NotificationWords.h"
#include "ui/text/VerdictWords.h"

#include <QCoreApplication>
#include <algorithm>

namespace carriel::text {

namespace {

// Longer than the terms that acts grant; what a new computer finds of earlier years is no affair of today.
constexpr int mayStillRun = 92; // days

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(UsualTerm)
};

bool elsewhere(const NotificationEntry &entry)
{
    return entry.step == NotificationStep::Sealed && entry.accessedUtc.isValid() &&
           entry.kind == QLatin1String("notification");
}

} // namespace

bool unreadHere(const NotificationEntry &entry, QDate today)
{
    return elsewhere(entry) && colombianDate(entry.accessedUtc).daysTo(today) <= mayStillRun;
}

bool runsOpenEnded(const NotificationEntry &entry, QDate today)
{
    return entry.step == NotificationStep::Opened && !entry.lastDay && entry.begins &&
           entry.begins->daysTo(today) <= mayStillRun;
}

bool closedRunning(const NotificationEntry &entry, QDate today)
{
    const bool closed = entry.state == QLatin1String("NotAccessed") || entry.state == QLatin1String("OtherMeans");
    return closed && entry.step == NotificationStep::Sealed && !entry.accessedUtc.isValid() && entry.begins &&
           entry.begins->daysTo(today) <= mayStillRun;
}

std::optional<QDate> pressingDay(const NotificationEntry &entry, QDate today)
{
    if (unreadHere(entry, today))
        return std::min(colombianDate(entry.accessedUtc), today);
    if (closedRunning(entry, today))
        return std::min(*entry.begins, today);
    if (const auto over = missedDay(entry, today)) // to be answered at once
        return over;
    if (const auto first = bindingDay(entry, today))
        return first->day;
    if (entry.lastDay)
        return {};
    if (runsOpenEnded(entry, today))
        return std::max(*entry.begins, today);
    if (!entry.canBeOpened())
        return {};
    std::optional<QDate> first = entry.begins ? entry.begins : entry.lastDayIfToday;
    if (const QDate end = colombianDate(entry.expiresUtc); end.isValid() && end >= today && (!first || end < *first))
        first = end;
    return first;
}

QString usualTerm(const NotificationEntry &entry, QDate today)
{
    const std::optional<QDate> &usual = entry.lastDayIfToday;
    if (closedRunning(entry, today))
        return Tr::tr("It cannot be opened here any more, and its term may be running all the same, from %1: ask the entity "
                      "(informative)")
            .arg(date(*entry.begins));
    if (entry.state == QLatin1String("OtherMeans") && entry.step == NotificationStep::Sealed && !entry.accessedUtc.isValid())
        return Tr::tr("The entity notifies you by another means, such as a letter: the term starts there");
    if (runsOpenEnded(entry, today))
        return Tr::tr("Its term runs from %1; the act says until when (informative)").arg(date(*entry.begins));
    if (entry.canBeOpened())
        return usual ? Tr::tr("If you open it today: by the general rule until %1; the act may give less (informative)")
                           .arg(date(*usual))
                     : QString();
    if (!unreadHere(entry, today))
        return {};
    if (!usual)
        return Tr::tr("Read it here to know until when you can answer: the act says it");
    return *usual >= today ? Tr::tr("Read it here to know until when you can answer: by the general rule until %1, and "
                                    "the act may give less (informative)")
                                 .arg(date(*usual))
                           : Tr::tr("Read it here to know until when you could answer: by the general rule it was %1, "
                                    "and the act may say otherwise (informative)")
                                 .arg(date(*usual));
}

QString usualTermLine(const TermInfo &term, QDate today)
{
    return term.legalEffect && term.lastDay
               ? Tr::tr("By the general rule until %1 (%2); the act may give less")
                     .arg(dateLong(*term.lastDay), daysAway(*term.lastDay, today))
               : termLine(term, today);
}

QString usualDayWords(const TermDay &day)
{
    return day.kind == QLatin1String("last") ? Tr::tr("Last day by the general rule; the act may give less")
                                             : termDayWords(day);
}

QString laterThanTerm(const ActActionInfo &action, const std::optional<TermInfo> &term)
{
    static const QStringList answers{QStringLiteral("deadline"), QStringLiteral("reply"), QStringLiteral("form")};
    if (!term || !term->lastDay || !action.due.isValid() || !answers.contains(action.kind) ||
        action.due <= term->extended.value_or(*term->lastDay))
        return {};
    return Tr::tr("The entity writes a day after the end of the term that is counted here. Answer by %1, or ask the "
                  "entity (informative).")
        .arg(dateLong(*term->lastDay));
}

} // namespace carriel::text

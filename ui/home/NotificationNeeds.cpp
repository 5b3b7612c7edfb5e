// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Notifications on the first page: days to answer first, then what waits to be opened. Nothing here knows a content
// that was not opened. Every day that is counted is said to be informative.
#include "core/services/BindingDay.h"
#include "core/services/Documents.h"
#include "core/services/Notifications.h"
#include "ui/home/Needs.h"
#include "ui/text/BindingWords.h"
#include "ui/text/ColombianTime.h"
#include "ui/text/EntityWords.h"
#include "ui/text/Format.h"
#include "ui/text/Mismatch.h"
#include "ui/text/NotificationWords.h"
#include "ui/text/UsualTerm.h"
#include "ui/text/VerdictWords.h"

#include <QCoreApplication>
#include <algorithm>

namespace carriel::ui {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Needs)
};

constexpr int mostOfAKind = 5;
constexpr int soonDays = 3;

Need leadingTo(const NotificationEntry &entry)
{
    Need need;
    need.page = QStringLiteral("notification");
    need.args = {{QStringLiteral("id"), entry.id}};
    return need;
}

class NotificationNeeds final : public NeedProvider
{
public:
    NotificationNeeds(Session &session, const Reminders &reminders) : m_session(session), m_reminders(reminders) {}

    QList<Need> needs(const QDate &today) const override
    {
        QList<Need> out;
        if (m_session.vaultState() != VaultState::Unlocked)
            return out;
        for (const DueDay &day : m_reminders.shown(today)) {
            if (!day.entry.canBeOpened()) // a sealed one says it itself
                out.append(toAnswer(day, today));
        }
        int sealed = 0;
        for (const NotificationEntry &entry : m_session.documents().notifications().list()) {
            const bool spoilt = entry.canBeOpened() && !entry.contentHere && !entry.mismatch.isEmpty();
            if (entry.proof == ProofState::Broken || entry.step == NotificationStep::Mismatch || spoilt)
                out.append(doubtful(entry));
            else if (entry.step == NotificationStep::Sending || entry.step == NotificationStep::Unknown)
                out.append(unsettled(entry));
            else if (text::unreadHere(entry, today) || text::closedRunning(entry, today))
                out.append(toRead(entry, today));
            else if (entry.canBeOpened() && ++sealed <= mostOfAKind)
                out.append(toOpen(entry, today));
        }
        if (sealed > mostOfAKind)
            out.append(others(sealed - mostOfAKind));
        return out;
    }

private:
    static Need toAnswer(const DueDay &day, const QDate &today)
    {
        Need need = leadingTo(day.entry);
        const bool soon = today.daysTo(day.day) <= soonDays;
        need.urgency = Need::Urgency::Deadline;
        need.due = day.day;
        need.icon = QStringLiteral("calendar-clock");
        need.role = soon ? Role::Danger : Role::Warning;
        const QString who = text::entityWords(day.entry), when = text::daysAway(day.day, today);
        need.title = day.action.isEmpty()
                         ? Tr::tr("%1: the term to answer ends %2").arg(who, when)
                         : Tr::tr("%1: %2, at the latest %3").arg(who, text::neutral(day.action), when);
        need.text =
            Tr::tr("%1. Last day: %2 (informative).").arg(text::neutral(day.entry.title), text::dateLong(day.day));
        for (const QString &more : {text::extendedTo(day.entry), text::shorterCount(day.entry)}) {
            if (day.action.isEmpty() && !more.isEmpty())
                need.text += QLatin1Char(' ') + more + QLatin1Char('.');
        }
        // The entity's own day is over: before all that is still to come.
        if (const auto over = missedDay(day.entry, today); over && day.action.isEmpty()) {
            need.due = *over;
            need.role = Role::Danger;
            need.title = Tr::tr("%1: the day that the entity had set is over").arg(who);
            need.text += QLatin1Char(' ') + text::missedAsked(day.entry, today);
        }
        if (const QString later = text::laterAsked(day.entry, today);
            !later.isEmpty() && (day.action.isEmpty() || *day.entry.lastDay < today))
            need.text += QLatin1Char(' ') + later;
        if (day.rest)
            need.text += QLatin1Char(' ') + text::restDay();
        need.verb = Tr::tr("See the notification");
        need.day = day;
        return need;
    }

    static Need toOpen(const NotificationEntry &entry, const QDate &today)
    {
        Need need = leadingTo(entry);
        const QString who = text::entityWords(entry), what = text::neutral(entry.title);
        if (entry.regime == QLatin1String("comunicacion")) {
            need.urgency = Need::Urgency::Advice;
            need.icon = QStringLiteral("inbox");
            need.title = Tr::tr("Message of %1: %2").arg(who, what);
            need.text = Tr::tr("It has no legal effect. You can read it whenever you want.");
            need.verb = Tr::tr("See it");
            return need;
        }
        need.urgency = Need::Urgency::Deadline;
        need.icon = QStringLiteral("bell");
        need.role = Role::Warning;
        need.title = Tr::tr("Notification of %1: %2").arg(who, what);
        const QDate expires = text::colombianDate(entry.expiresUtc);
        if (entry.lastDay) {
            need.due = *entry.lastDay;
            need.role = today.daysTo(*entry.lastDay) <= soonDays ? Role::Danger : Role::Warning;
            need.text =
                *entry.lastDay < today
                    ? Tr::tr("Its term ran without being opened and ended on %1 (informative). Read it and ask "
                             "what you can still do.")
                          .arg(text::dateLong(*entry.lastDay))
                    : Tr::tr("Its term runs already, although you have not opened it: the last day to answer is "
                             "%1 (informative).")
                          .arg(text::dateLong(*entry.lastDay));
        } else if (entry.lastDayIfToday) {
            need.text = text::usualTerm(entry, today) + QLatin1Char('.');
        } else if (const QString made = text::madeOnSending(entry); !made.isEmpty()) {
            // Before what waits for the person, behind what she has to answer before.
            need.due = entry.begins.value_or(text::colombianDate(entry.receivedUtc));
            need.text = made + QLatin1Char(' ') + Tr::tr("Open it to know until when.");
        } else {
            need.text = Tr::tr("It is sealed. Opening it has legal effect.");
        }
        if (expires.isValid()) {
            if (!need.due.isValid() || expires < need.due)
                need.due = expires;
            need.text +=
                QLatin1Char(' ') + Tr::tr("It can be opened until %1.").arg(text::colombianDateTimeAtEnd(entry.expiresUtc));
        }
        need.verb = Tr::tr("See what opening means");
        return need;
    }

    // Opened at another computer: before all that has a day, because its day may be any.
    static Need toRead(const NotificationEntry &entry, const QDate &today)
    {
        Need need = leadingTo(entry);
        need.urgency = Need::Urgency::Deadline;
        const bool closed = text::closedRunning(entry, today);
        need.due = closed ? std::min(*entry.begins, today) : std::min(text::colombianDate(entry.accessedUtc), today);
        need.icon = QStringLiteral("calendar-clock");
        need.role = Role::Danger;
        need.title = (closed ? Tr::tr("%1: it was closed unopened, and a term may be running")
                             : Tr::tr("%1: opened on another computer, and a term may be running"))
                         .arg(text::entityWords(entry));
        need.text = text::neutral(entry.title) + QStringLiteral(". ") + text::usualTerm(entry, today) + QLatin1Char('.');
        need.verb = closed ? Tr::tr("See the notification") : Tr::tr("Read it here");
        return need;
    }

    static Need doubtful(const NotificationEntry &entry)
    {
        Need need = leadingTo(entry);
        need.urgency = Need::Urgency::Problem;
        need.icon = QStringLiteral("shield-alert");
        need.role = Role::Danger;
        if (entry.step == NotificationStep::Mismatch) {
            need.title = (text::isAsSealed(entry.mismatch)
                              ? Tr::tr("What %1 sealed is no act that can be shown")
                              : Tr::tr("What came with a notification of %1 is not what was sealed"))
                             .arg(text::entityWords(entry));
            need.text = text::stateMeaning(entry);
        } else if (entry.proof != ProofState::Broken) {
            need.title = Tr::tr("A notification of %1 cannot arrive").arg(text::entityWords(entry));
            need.text = text::stateMeaning(entry);
        } else {
            need.title = Tr::tr("The proof of a notification of %1 does not hold").arg(text::entityWords(entry));
            need.text = Tr::tr("Ask the entity, by a way that you know, whether it sent this.");
        }
        need.verb = Tr::tr("See what happened");
        return need;
    }

    static Need unsettled(const NotificationEntry &entry)
    {
        Need need = leadingTo(entry);
        need.urgency = Need::Urgency::Problem;
        need.icon = QStringLiteral("circle-help");
        need.role = Role::Warning;
        need.title =
            Tr::tr("It is not known yet whether a notification of %1 was opened").arg(text::entityWords(entry));
        need.text = text::stateMeaning(entry);
        need.verb = Tr::tr("See the notification");
        return need;
    }

    static Need others(int count)
    {
        Need need;
        need.urgency = Need::Urgency::Deadline;
        need.icon = QStringLiteral("bell");
        need.role = Role::Warning;
        need.title = Tr::tr("%n more notification(s) wait to be opened", nullptr, count);
        need.text = Tr::tr("They are all in Notifications, by the day on which they must be answered.");
        need.verb = Tr::tr("See the notifications");
        need.page = QStringLiteral("notifications");
        return need;
    }

    Session &m_session;
    const Reminders &m_reminders;
};

} // namespace

std::unique_ptr<NeedProvider> notificationNeeds(Session &session, const Reminders &reminders)
{
    return std::make_unique<NotificationNeeds>(session, reminders);
}

} // namespace carriel::ui

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/MailNotices.h"

#include "core/services/Documents.h"
#include "core/services/Notifications.h"
#include "ui/notifications/Openable.h"
#include "ui/text/ColombianTime.h"
#include "ui/text/EntityWords.h"
#include "ui/text/Format.h"
#include "ui/text/Preferences.h"
#include "ui/text/VerdictWords.h"

#include <QGuiApplication>
#include <algorithm>

namespace carriel::desktop {

MailNotices::MailNotices(Session &session, QObject *parent)
    : QObject(parent), inFront([] { return QGuiApplication::applicationState() == Qt::ApplicationActive; }),
      today([] { return text::colombianToday(); }), m_session(session), m_reminders(session)
{
    using namespace std::chrono_literals;
    m_hour.setInterval(1h);
    connect(&m_hour, &QTimer::timeout, this, &MailNotices::remind);
    m_hour.start();
    connect(&session, &Session::notificationsChanged, this, [this] {
        follow();
        remind();
    });
    connect(&session, &Session::aboutToLock, this, [this] {
        m_quiet = m_session.setting(text::keys::notices, QStringLiteral("yes")) == QLatin1String("no");
        m_waiting = -1;
    });
    connect(&session, &Session::waitingChanged, this, [this](int waiting) {
        const bool more = m_waiting >= 0 && waiting > m_waiting;
        m_waiting = waiting;
        if (more && !m_quiet && !inFront())
            Q_EMIT wanted(tr("Carriel"), tr("%n notification(s) wait for you", nullptr, waiting));
    });
    connect(&session, &Session::vaultStateChanged, this, [this](VaultState state) {
        if (state != VaultState::Unlocked)
            return;
        follow();
        remind();
    });
    connect(ui::Openable::of(session), &ui::Openable::canBeOpened, this, [this] {
        if (mayTell())
            Q_EMIT wanted(tr("Carriel"), tr("The notification you asked about can be opened now. It is still sealed."));
    });
    follow();
}

bool MailNotices::mayTell() const
{
    return !inFront() && m_session.setting(text::keys::notices, QStringLiteral("yes")) != QLatin1String("no");
}

QString MailNotices::nameIn(const NotificationEntry &entry) const
{
    const bool allowed = m_session.setting(text::keys::noticeContent) == QLatin1String("yes");
    return allowed && !entry.sensitive && entry.senderKnown() ? text::entityWords(entry) : QString();
}

void MailNotices::follow()
{
    if (m_session.vaultState() != VaultState::Unlocked)
        return;
    QList<NotificationEntry> fresh;
    for (const NotificationEntry &entry : m_session.documents().notifications().list()) {
        // Nobody is told of what was not checked yet: a moment later it is known who sent it.
        if (m_known.contains(entry.id) || entry.proof == ProofState::NotYet)
            continue;
        m_known.insert(entry.id);
        if (entry.canBeOpened())
            fresh.append(entry);
    }
    if (!std::exchange(m_begun, true) || fresh.isEmpty() || !mayTell()) // what stood already is on the first page
        return;
    const QString who = fresh.size() == 1 ? nameIn(fresh.first()) : QString();
    Q_EMIT wanted(tr("Carriel"), who.isEmpty() ? tr("%n new notification(s) for you", nullptr, int(fresh.size()))
                                               : tr("%1 sent you a notification").arg(who));
}

void MailNotices::remind()
{
    if (m_session.vaultState() != VaultState::Unlocked || !mayTell())
        return;
    const QDate now = today();
    const QList<DueDay> due = m_reminders.toTell(now);
    if (due.isEmpty())
        return;
    m_reminders.told(due, now);
    const QString when = text::daysAway(due.first().day, now);
    const QString who = due.size() == 1 ? nameIn(due.first().entry) : QString();
    Q_EMIT wanted(tr("Carriel"), due.size() > 1  ? tr("%n day(s) to answer are near", nullptr, int(due.size()))
                                 : who.isEmpty() ? tr("A day to answer is near: %1 (informative)").arg(when)
                                                 : tr("The term to answer %1 ends %2 (informative)").arg(who, when));
}

} // namespace carriel::desktop

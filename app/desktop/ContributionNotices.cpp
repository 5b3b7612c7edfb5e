// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/ContributionNotices.h"

#include "core/services/Contributions.h"
#include "core/services/Documents.h"
#include "ui/text/Preferences.h"

#include <QGuiApplication>

namespace carriel::desktop {

ContributionNotices::ContributionNotices(Session &session, QObject *parent)
    : QObject(parent), inFront([] { return QGuiApplication::applicationState() == Qt::ApplicationActive; }),
      m_session(session)
{
    connect(&session, &Session::notificationsChanged, this, &ContributionNotices::follow);
    connect(&session, &Session::vaultStateChanged, this, &ContributionNotices::follow);
    follow();
}

void ContributionNotices::follow()
{
    if (m_session.vaultState() != VaultState::Unlocked)
        return;
    int answered = 0, returned = 0;
    for (const ContributionInfo &one : m_session.documents().contributions().list()) {
        const QString before = std::exchange(m_states[one.id], one.state);
        if (before == one.state)
            continue;
        answered += one.state == QLatin1String("filed") || one.state == QLatin1String("rejected");
        returned += one.state == QLatin1String("returned");
    }
    const bool quiet = m_session.setting(text::keys::notices, QStringLiteral("yes")) == QLatin1String("no");
    if (!std::exchange(m_begun, true) || quiet || inFront()) // what stood already is on its page
        return;
    if (answered > 0)
        Q_EMIT wanted(tr("Carriel"), tr("%n answer(s) to documents that you gave", nullptr, answered));
    if (returned > 0)
        Q_EMIT wanted(tr("Carriel"), tr("Documents came back to you: they were not given"));
}

} // namespace carriel::desktop

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/ShareNotices.h"

#include "core/services/Documents.h"
#include "core/services/Shares.h"
#include "ui/text/Preferences.h"

#include <QGuiApplication>

namespace carriel::desktop {

ShareNotices::ShareNotices(Session &session, QObject *parent)
    : QObject(parent), inFront([] { return QGuiApplication::applicationState() == Qt::ApplicationActive; }),
      m_session(session)
{
    connect(&session, &Session::notificationsChanged, this, &ShareNotices::follow);
    connect(&session, &Session::vaultStateChanged, this, &ShareNotices::follow);
    follow();
}

void ShareNotices::follow()
{
    if (m_session.vaultState() != VaultState::Unlocked)
        return;
    int offered = 0, read = 0, returned = 0;
    for (const ShareInfo &one : Shares(m_session.documents()).list()) {
        const Seen before = std::exchange(m_seen[one.id], {one.state, one.fetches});
        const bool moved = before.state != one.state;
        offered += !one.mine && moved && one.state == QLatin1String("offered");
        returned += one.mine && moved && one.state == QLatin1String("returned");
        read += one.mine && one.fetches > before.fetches;
    }
    const bool quiet = m_session.setting(text::keys::notices, QStringLiteral("yes")) == QLatin1String("no");
    if (!std::exchange(m_begun, true) || quiet || inFront()) // what stood already is on its page
        return;
    if (offered > 0)
        Q_EMIT wanted(tr("Carriel"), tr("Documents were shared with you %n time(s)", nullptr, offered));
    if (read > 0)
        Q_EMIT wanted(tr("Carriel"), tr("Documents that you share were read"));
    if (returned > 0)
        Q_EMIT wanted(tr("Carriel"), tr("What you wanted to share came back to you: nothing was shared"));
}

} // namespace carriel::desktop

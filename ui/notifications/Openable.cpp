// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/Openable.h"

#include "core/services/Documents.h"
#include "core/services/Notifications.h"

namespace carriel::ui {

namespace {
const QString wanted = QStringLiteral("notifications.tell"); // ids with spaces between

QStringList idsOf(const Session &session)
{
    return session.setting(wanted).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}
} // namespace

Openable *Openable::of(Session &session)
{
    auto *there = session.findChild<Openable *>(QString(), Qt::FindDirectChildrenOnly);
    return there ? there : new Openable(session);
}

Openable::Openable(Session &session) : QObject(&session), m_session(session)
{
    connect(&session, &Session::statusChanged, this, &Openable::look);
    connect(&session, &Session::notificationsChanged, this, &Openable::look);
    connect(&session, &Session::vaultStateChanged, this, [this] { m_looking = false; }); // a lock answers nobody
}

bool Openable::reachable(const SyncStatus &status)
{
    return status.phase != SyncPhase::Offline && status.phase != SyncPhase::NotConnected &&
           status.phase != SyncPhase::NeedsLogin &&
           (status.phase != SyncPhase::Waiting || status.waiting + status.conflicts > 0);
}

bool Openable::isWanted(const Session &session, const QString &id)
{
    return idsOf(session).contains(id);
}

void Openable::want(Session &session, const QString &id, bool on)
{
    QStringList ids = idsOf(session);
    ids.removeAll(id);
    if (on)
        ids.append(id);
    session.setSetting(wanted, ids.join(QLatin1Char(' ')));
}

void Openable::look()
{
    if (m_looking || m_session.vaultState() != VaultState::Unlocked || !reachable(m_session.status()) ||
        m_session.status().silentSinceUtc.isValid())
        return;
    const QStringList ids = idsOf(m_session);
    if (ids.isEmpty())
        return;
    m_looking = true;
    const QString id = ids.first();
    m_session.documents().notifications().terms(id).then(this, [this, id](const Result<OpeningTerms> &terms) {
        m_looking = false;
        const bool waits = terms && terms.value().why && terms.value().entry.canBeOpened();
        if (waits) { // its turn comes again behind the others
            QStringList rest = idsOf(m_session);
            rest.removeAll(id);
            rest.append(id);
            if (rest.first() != id)
                m_session.setSetting(wanted, rest.join(QLatin1Char(' ')));
            return;
        }
        want(m_session, id, false);
        if (terms && terms.value().entry.canBeOpened())
            Q_EMIT canBeOpened(id);
    });
}

} // namespace carriel::ui

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Says on the desktop that an entity answered what the person gave it, or that it came back unsent. Never which entity
// or what. Thread: GUI.
#pragma once

#include "core/services/Session.h"

#include <QHash>

namespace carriel::desktop {

class ContributionNotices final : public QObject
{
    Q_OBJECT
public:
    ContributionNotices(Session &session, QObject *parent);

    std::function<bool()> inFront; // for a test: whether the person is looking at the window

Q_SIGNALS:
    void wanted(const QString &title, const QString &text);

private:
    void follow();

    Session &m_session;
    QHash<QString, QString> m_states; // as they were seen last
    bool m_begun = false;
};

} // namespace carriel::desktop

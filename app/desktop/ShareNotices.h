// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Says on the desktop that somebody shared documents with the person, that what the person shares was read, or that it
// came back unsent. Never who, nor what. Thread: GUI.
#pragma once

#include "core/services/Session.h"

#include <QHash>

namespace carriel::desktop {

class ShareNotices final : public QObject
{
    Q_OBJECT
public:
    ShareNotices(Session &session, QObject *parent);

    std::function<bool()> inFront; // for a test: whether the person is looking at the window

Q_SIGNALS:
    void wanted(const QString &title, const QString &text);

private:
    void follow();
    struct Seen
    {
        QString state;
        int fetches = 0;
    };

    Session &m_session;
    QHash<QString, Seen> m_seen; // as they were seen last
    bool m_begun = false;
};

} // namespace carriel::desktop

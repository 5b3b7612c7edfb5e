// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Says on the desktop when something new needs the person while they look elsewhere; once for each new matter. Names a
// document only if the person allows it, because others may read the screen. Thread: GUI.
#pragma once

#include "core/services/Session.h"

#include <QSet>

namespace carriel::desktop {

class Notices final : public QObject
{
    Q_OBJECT
public:
    Notices(Session &session, QObject *parent);

    // For a test: whether the person is looking at the window.
    std::function<bool()> inFront;

Q_SIGNALS:
    void wanted(const QString &title, const QString &text);

private:
    void follow(const SyncStatus &status);
    void followDevices();
    bool mayTell() const;

    Session &m_session;
    QSet<QString> m_known; // matters that stand already
    bool m_begun = false;
    QStringList m_devices; // told already
};

} // namespace carriel::desktop

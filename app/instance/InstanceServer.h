// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The window's end: listens for commands on its profile and for a second start of itself. Thread: main.
#pragma once

#include "app/commands/Runner.h"
#include "app/instance/Frames.h"

#include <QLocalServer>
#include <QLocalSocket>

namespace carriel::instance {

class InstanceServer final : public QObject
{
    Q_OBJECT
public:
    explicit InstanceServer(QObject *parent = nullptr);

    // Takes the place of a socket that a killed window left. CAR-BAS-004 if it cannot listen.
    Outcome listen(const QString &path);
    // Commands are answered only while there is a session; the browser and the session must outlive it.
    void serve(Session *session, commands::Browser *browser);

Q_SIGNALS:
    void raiseRequested(const QString &address);

private:
    void accept();

    QLocalServer m_server;
    Session *m_session = nullptr;
    commands::Browser *m_browser = nullptr;
};

} // namespace carriel::instance

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/instance/InstanceServer.h"

#include "app/instance/ServedCommand.h"
#include "app/instance/SocketPath.h"

#include <QFile>

namespace carriel::instance {

InstanceServer::InstanceServer(QObject *parent) : QObject(parent)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(16);
    connect(&m_server, &QLocalServer::newConnection, this, &InstanceServer::accept);
}

Outcome InstanceServer::listen(const QString &path)
{
    // Called only after nobody answered there, so what lies there is what a killed window left.
    QLocalServer::removeServer(path);
    if (!m_server.listen(path))
        return Error{errors::fileWrite, {{QStringLiteral("path"), path}, {QStringLiteral("reason"), m_server.errorString()}}, {}};
    return {};
}

void InstanceServer::serve(Session *session, commands::Browser *browser)
{
    m_session = session;
    m_browser = browser;
}

void InstanceServer::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        if (!peerIsThisUser(*socket)) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        auto *served = new ServedCommand(*socket, m_session, m_browser); // the socket owns it
        connect(served, &ServedCommand::raiseRequested, this, &InstanceServer::raiseRequested);
    }
}

} // namespace carriel::instance

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the browser comes back to after a login (RFC 8252 §7.3): a port on 127.0.0.1, open only while one login waits.
#pragma once

#include "core/base/Result.h"

#include <QHash>
#include <QObject>
#include <QTcpServer>
#include <QUrl>
#include <functional>

class QTcpSocket;

namespace carriel::remote {

class Loopback final : public QObject
{
    Q_OBJECT
public:
    using Parameters = QHash<QString, QString>;

    explicit Loopback(QObject *parent = nullptr);

    // The redirect URI (loopback). A request with another `state`, or to another path, is answered with a refusal and does
    // not end the wait: any page on this computer can knock here. The right one is answered with a page without any data.
    Result<QUrl> listen(QByteArray state, std::function<void(Parameters)> arrived);

private:
    void accept();
    void read(QTcpSocket *socket);
    static void answer(QTcpSocket *socket, bool right);

    QTcpServer m_server;
    QByteArray m_state;
    std::function<void(Parameters)> m_arrived;
};

} // namespace carriel::remote

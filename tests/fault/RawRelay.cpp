// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/FaultProxy.h"

#include <QTcpSocket>
#include <sys/socket.h>

namespace carriel::test {

void resetOnClose(qintptr descriptor)
{
    const linger now{1, 0};
    ::setsockopt(int(descriptor), SOL_SOCKET, SO_LINGER, &now, sizeof now);
}

RawRelay::RawRelay(quint16 target, QObject *parent) : QTcpServer(parent), m_target(target)
{
    accept();
}

void RawRelay::accept()
{
    if (isListening())
        return;
    if (!listen(QHostAddress(QHostAddress::LocalHost), m_port))
        qFatal("the relay's port is gone");
    m_port = serverPort();
}

QUrl RawRelay::url() const
{
    return QUrl(QStringLiteral("https://127.0.0.1:%1").arg(m_port));
}

void RawRelay::cut(qint64 up, qint64 down, End end, int connections)
{
    m_up = up;
    m_down = down;
    m_end = end;
    m_left = connections;
    m_cuts = 0;
}

void RawRelay::incomingConnection(qintptr handle)
{
    auto *client = new QTcpSocket(this);
    client->setSocketDescriptor(handle);
    auto *target = new QTcpSocket(client);
    target->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
    client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(target, &QTcpSocket::connected, target,
            [target] { target->setSocketOption(QAbstractSocket::LowDelayOption, 1); });
    const bool cuts = m_left > 0;
    const qint64 up = cuts ? m_up : -1;
    const qint64 down = cuts ? m_down : -1;
    const End end = m_end;
    struct Counts
    {
        qint64 up = 0;
        qint64 down = 0;
        bool over = false;
    };
    const auto counts = std::make_shared<Counts>();
    const auto hangUp = [this, counts, client, target, end] {
        if (std::exchange(counts->over, true))
            return;
        ++m_cuts;
        --m_left; // not before: a connection may be over before so many bytes went
        target->disconnect(this);
        target->abort();
        if (end == End::Stall)
            return;
        if (end == End::Rst) {
            client->flush();
            resetOnClose(client->socketDescriptor());
            client->abort();
        } else {
            client->disconnectFromHost();
        }
    };
    const auto pass = [counts, hangUp](QTcpSocket *from, QTcpSocket *to, qint64 &passed, qint64 limit) {
        if (counts->over || to->state() == QAbstractSocket::UnconnectedState) {
            (void)from->readAll();
            return;
        }
        QByteArray bytes = from->readAll();
        const bool over = limit >= 0 && passed + bytes.size() >= limit;
        if (over)
            bytes.truncate(limit - passed);
        to->write(bytes);
        passed += bytes.size();
        if (over) {
            to->flush();
            hangUp();
        }
    };
    connect(client, &QTcpSocket::readyRead, this,
            [client, target, counts, up, pass] { pass(client, target, counts->up, up); });
    connect(target, &QTcpSocket::readyRead, this,
            [client, target, counts, down, pass] { pass(target, client, counts->down, down); });
    connect(target, &QTcpSocket::disconnected, this, [client, counts] {
        if (!counts->over)
            client->disconnectFromHost();
    });
    connect(client, &QTcpSocket::disconnected, client, [client, target] {
        target->abort();
        client->deleteLater();
    });
    if (up == 0 || down == 0)
        hangUp();
}

} // namespace carriel::test

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/instance/InstanceClient.h"

#include "app/instance/SocketPath.h"

namespace carriel::instance {

InstanceClient::InstanceClient(QObject *parent) : QObject(parent)
{
    connect(&m_socket, &QLocalSocket::connected, this, [this] {
        if (!peerIsThisUser(m_socket)) { // somebody else listens in our place: say nothing to him
            m_socket.abort();
            return;
        }
        m_connected = true;
        m_socket.write(m_first);
    });
    connect(&m_socket, &QLocalSocket::readyRead, this, &InstanceClient::read);
    connect(&m_socket, &QLocalSocket::disconnected, this, [this] {
        read();
        finish(1);
    });
    connect(&m_socket, &QLocalSocket::errorOccurred, this, [this] {
        if (!m_connected)
            finish(-1);
    });
}

void InstanceClient::run(const QString &path, const Request &request, commands::Console &console)
{
    m_console = &console;
    connectTo(path, Frame{Kind::Run, encoded(request)});
}

void InstanceClient::raise(const QString &path, const QString &address)
{
    connectTo(path, Frame{Kind::Raise, address.toUtf8()});
}

void InstanceClient::connectTo(const QString &path, const Frame &first)
{
    m_first = encoded(first);
    m_socket.connectToServer(path);
}

void InstanceClient::read()
{
    if (m_socket.bytesAvailable() > 0)
        m_reader.feed(m_socket.readAll());
    while (const auto frame = m_reader.next())
        handle(*frame);
    if (m_reader.broken())
        m_socket.abort();
}

void InstanceClient::handle(const Frame &frame)
{
    const auto answered = [this](std::optional<QString> answer) {
        m_socket.write(answer ? encoded(Frame{Kind::Answer, answer->toUtf8()}) : encoded(Frame{Kind::AnswerNothing, {}}));
    };
    const auto answeredSecret = [this](std::optional<SecretBytes> secret) {
        if (!secret) {
            m_socket.write(encoded(Frame{Kind::AnswerNothing, {}}));
            return;
        }
        QByteArray bytes = encoded(Frame{Kind::Answer, secret->view().toByteArray()});
        m_socket.write(bytes);
        wipeMemory(bytes.data(), std::size_t(bytes.size()));
    };
    const QString prompt = QString::fromUtf8(frame.body);
    switch (frame.kind) {
    case Kind::Out:
        if (m_console)
            m_console->out(frame.body);
        break;
    case Kind::Err:
        if (m_console)
            m_console->err(frame.body);
        break;
    case Kind::Ask:
        if (m_console)
            m_console->ask(prompt, answered);
        break;
    case Kind::AskSecret:
    case Kind::AskNewSecret:
    case Kind::AskRecoveryCode:
        if (m_console)
            m_console->askPassphrase(prompt, frame.kind == Kind::AskSecret ? commands::Console::Purpose::Open
                                           : frame.kind == Kind::AskNewSecret ? commands::Console::Purpose::Choose
                                                                              : commands::Console::Purpose::Recovery, answeredSecret);
        break;
    case Kind::Exit:
        finish(frame.body.isEmpty() ? 1 : quint8(frame.body.front()));
        break;
    default:
        m_socket.abort();
    }
}

void InstanceClient::finish(int exitCode)
{
    if (std::exchange(m_finished, true))
        return;
    if (exitCode < 0)
        Q_EMIT nobodyThere();
    else
        Q_EMIT finished(exitCode);
}

} // namespace carriel::instance

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/instance/ServedCommand.h"

#include "app/commands/Json.h"
#include "core/services/ServiceErrors.h"
#include "ui/text/Speaking.h"

#include <QLocalSocket>
#include <QTimer>

namespace carriel::instance {

ServedCommand::ServedCommand(QLocalSocket &socket, Session *session, commands::Browser *browser)
    : QObject(&socket), m_socket(socket), m_session(session), m_browser(browser)
{
    socket.setReadBufferSize(qint64(FrameReader::largest) + 5);
    connect(&socket, &QLocalSocket::readyRead, this, &ServedCommand::read);
    // Whoever connects and says nothing is not one of our commands.
    QTimer::singleShot(10000, this, [this] {
        if (!m_started)
            m_socket.abort();
    });
    read();
}

ServedCommand::~ServedCommand() = default;

void ServedCommand::read()
{
    if (m_socket.bytesAvailable() > 0)
        m_reader.feed(m_socket.readAll());
    while (auto frame = m_reader.next())
        handle(*frame);
    if (m_reader.broken())
        m_socket.abort();
}

void ServedCommand::handle(Frame &frame)
{
    const text::Speaking speaking(m_language);
    if (!m_started && frame.kind == Kind::Run) {
        m_started = true;
        if (const auto request = decodedRequest(frame.body))
            run(*request);
        else
            m_socket.abort();
    } else if (!m_started && frame.kind == Kind::Raise) {
        m_started = true;
        Q_EMIT raiseRequested(QString::fromUtf8(frame.body.left(4096)));
        exitWith(0);
    } else if (frame.kind == Kind::Answer && m_secretAnswer) {
        std::exchange(m_secretAnswer, nullptr)(SecretBytes::takeFrom(frame.body));
    } else if (frame.kind == Kind::Answer && m_answer) {
        std::exchange(m_answer, nullptr)(QString::fromUtf8(frame.body));
    } else if (frame.kind == Kind::AnswerNothing && m_secretAnswer) {
        std::exchange(m_secretAnswer, nullptr)(std::nullopt);
    } else if (frame.kind == Kind::AnswerNothing && m_answer) {
        std::exchange(m_answer, nullptr)(std::nullopt);
    } else {
        m_socket.abort(); // out of turn
    }
}

void ServedCommand::run(const Request &request)
{
    m_errIsTerminal = request.errIsTerminal;
    m_language = commands::wantedLanguage(request.arguments);
    const text::Speaking speaking(m_language);
    const auto parsed = commands::parseInvocation(request.arguments);
    if (const auto code = commands::answerAtOnce(parsed, commands::wantsJson(request.arguments), QStringLiteral("carriel-cli"), *this)) {
        exitWith(*code);
        return;
    }
    if (!m_session) {
        err(commands::line(commands::errorJson(Error{errors::vaultLocked, {}, {}})));
        exitWith(commands::exits::authenticationNeeded);
        return;
    }
    m_environment.reset(new commands::Environment{*m_session, *this, *m_browser, request.cwd, true});
    m_runner = std::make_unique<commands::Runner>(*m_environment, parsed.value());
    connect(m_runner.get(), &commands::Runner::finished, this, &ServedCommand::exitWith);
    m_runner->start();
}

void ServedCommand::exitWith(int code)
{
    send(Kind::Exit, QByteArray(1, char(code)));
    m_socket.disconnectFromServer(); // after everything has been written
}

void ServedCommand::send(Kind kind, const QByteArray &body)
{
    if (m_socket.state() != QLocalSocket::ConnectedState)
        return;
    constexpr qsizetype piece = 1024 * 1024;
    if (body.isEmpty())
        m_socket.write(encoded(Frame{kind, {}}));
    for (qsizetype at = 0; at < body.size(); at += piece)
        m_socket.write(encoded(Frame{kind, body.mid(at, piece)}));
}

void ServedCommand::ask(const QString &prompt, Answer answer)
{
    m_answer = std::move(answer);
    send(Kind::Ask, prompt.toUtf8());
}

void ServedCommand::askPassphrase(const QString &prompt, Purpose purpose, SecretAnswer answer)
{
    m_secretAnswer = std::move(answer);
    send(purpose == Purpose::Choose ? Kind::AskNewSecret : purpose == Purpose::Recovery ? Kind::AskRecoveryCode : Kind::AskSecret,
         prompt.toUtf8());
}

} // namespace carriel::instance

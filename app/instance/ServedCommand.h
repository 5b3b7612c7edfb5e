// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One connection: one command line, run here, its words sent back. Dies with its socket, and then cancels what it runs.
#pragma once

#include "app/commands/Runner.h"
#include "app/instance/Frames.h"

class QLocalSocket;

namespace carriel::instance {

class ServedCommand final : public QObject, private commands::Console
{
    Q_OBJECT
public:
    ServedCommand(QLocalSocket &socket, Session *session, commands::Browser *browser);
    ~ServedCommand() override;

Q_SIGNALS:
    void raiseRequested(const QString &address);

private:
    void read();
    void handle(Frame &frame);
    void run(const Request &request);
    void exitWith(int code);
    void send(Kind kind, const QByteArray &body);

    void out(const QByteArray &utf8) override { send(Kind::Out, utf8); }
    void err(const QByteArray &utf8) override { send(Kind::Err, utf8); }
    bool errIsTerminal() const override { return m_errIsTerminal; }
    void ask(const QString &prompt, Answer answer) override;
    void askPassphrase(const QString &prompt, Purpose purpose, SecretAnswer answer) override;

    QLocalSocket &m_socket;
    Session *m_session;
    commands::Browser *m_browser;
    FrameReader m_reader;
    QString m_language; // of the command, if it was asked for in one
    bool m_started = false;
    bool m_errIsTerminal = false;
    Answer m_answer;
    SecretAnswer m_secretAnswer;
    std::unique_ptr<commands::Environment> m_environment;
    std::unique_ptr<commands::Runner> m_runner;
};

} // namespace carriel::instance

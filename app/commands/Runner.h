// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs one command line against a session: opens the vault if the command needs it, runs it, answers with the exit code.
// Thread: main.
#pragma once

#include "app/commands/Command.h"

namespace carriel::commands {

class Runner final : public QObject
{
    Q_OBJECT
public:
    // `environment` must outlive the runner.
    Runner(Environment &environment, Invocation invocation, QObject *parent = nullptr);
    ~Runner() override;

    void start();

Q_SIGNALS:
    void finished(int exitCode);

private:
    void browserFailed(const QUrl &url);

    Environment &m_environment;
    Invocation m_invocation;
    std::unique_ptr<Command> m_command;
    QString m_browserBefore;
};

// What can be answered without a session: help, version, an error of usage. Nothing: a command has to run.
std::optional<int> answerAtOnce(const Result<Invocation> &parsed, bool json, const QString &program, Console &console);

} // namespace carriel::commands

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The other end: finds the window of a profile and lets it run a command, or raises it. Thread: main.
#pragma once

#include "app/commands/Console.h"
#include "app/instance/Frames.h"

#include <QLocalSocket>
#include <QObject>

namespace carriel::instance {

class InstanceClient final : public QObject
{
    Q_OBJECT
public:
    explicit InstanceClient(QObject *parent = nullptr);

    // One of the signals follows, once.
    void run(const QString &path, const Request &request, commands::Console &console);
    void raise(const QString &path, const QString &address);

Q_SIGNALS:
    void nobodyThere();
    void finished(int exitCode); // 1 if the window went away in between

private:
    void connectTo(const QString &path, const Frame &first);
    void read();
    void handle(const Frame &frame);
    void finish(int exitCode);

    QLocalSocket m_socket;
    FrameReader m_reader;
    QByteArray m_first;
    commands::Console *m_console = nullptr;
    bool m_connected = false;
    bool m_finished = false;
};

} // namespace carriel::instance

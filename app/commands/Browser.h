// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Shows a login page: by the person's own command, or by the system.
#pragma once

#include <QString>
#include <QUrl>
#include <functional>

namespace carriel::commands {

class Browser
{
public:
    // `fallback` is used while no command is set.
    explicit Browser(std::function<void(const QUrl &)> fallback) : m_fallback(std::move(fallback)) {}

    // As --browser gives it; empty: the fallback. The URL becomes the last argument; no shell runs.
    void setCommand(const QString &command) { m_command = command; }
    QString command() const { return m_command; }
    void open(const QUrl &url) const;

private:
    std::function<void(const QUrl &)> m_fallback;
    QString m_command;
};

} // namespace carriel::commands

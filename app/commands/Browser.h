// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Shows a login page: by the person's own command, or by the system. The command lives on when this program ends.
// Thread: main.
#pragma once

#include <QString>
#include <QUrl>
#include <functional>
#include <memory>

namespace carriel::commands {

class Browser
{
public:
    using Show = std::function<void(const QUrl &)>;

    // `fallback` is used while no command is set.
    explicit Browser(Show fallback) : m_fallback(std::move(fallback)) {}

    // As --browser gives it; empty: the fallback. The URL becomes the last argument; no shell runs.
    void setCommand(const QString &command) { m_command = command; }
    QString command() const { return m_command; }
    // Called, later, when the command is not there or ends with an error: the page is then not before anybody.
    void setOnFailure(Show failed) { *m_failed = std::move(failed); }
    void open(const QUrl &url) const;

private:
    Show m_fallback;
    QString m_command;
    std::shared_ptr<Show> m_failed = std::make_shared<Show>();
};

} // namespace carriel::commands

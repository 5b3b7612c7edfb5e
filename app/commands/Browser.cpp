// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/Browser.h"

#include "app/commands/ShellWords.h"

#include <QProcess>

namespace carriel::commands {

void Browser::open(const QUrl &url) const
{
    auto words = shellWords(m_command);
    if (m_command.isEmpty() || !words.ok()) {
        m_fallback(url);
        return;
    }
    QStringList arguments = words.value();
    const QString program = arguments.takeFirst();
    arguments += QString::fromLatin1(url.toEncoded());
    QProcess browser;
    browser.setProgram(program);
    browser.setArguments(arguments);
    browser.setStandardInputFile(QProcess::nullDevice());
    browser.setStandardOutputFile(QProcess::nullDevice()); // the standard output belongs to the answer
    if (!browser.startDetached())
        m_fallback(url);
}

} // namespace carriel::commands

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/Browser.h"

#include "app/commands/ShellWords.h"

#include <QProcess>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace carriel::commands {

void Browser::open(const QUrl &url) const
{
    if (m_command.isEmpty()) {
        m_fallback(url);
        return;
    }
    // Without a parent and deleted only after its end: a browser that this program's end closed would take the person's pages along.
    auto *process = new QProcess;
    const auto failed = [process, url, onFailure = std::weak_ptr<Show>(m_failed)] {
        process->deleteLater();
        if (const auto show = onFailure.lock(); show && *show)
            (*show)(url);
    };
    const auto words = shellWords(m_command);
    if (!words.ok() || words.value().isEmpty()) {
        QMetaObject::invokeMethod(process, failed, Qt::QueuedConnection);
        return;
    }
    QStringList arguments = words.value();
    process->setProgram(arguments.takeFirst());
    arguments += QString::fromLatin1(url.toEncoded());
    process->setArguments(arguments);
    process->setStandardInputFile(QProcess::nullDevice());
    process->setStandardOutputFile(QProcess::nullDevice()); // the standard output belongs to the answer
    process->setStandardErrorFile(QProcess::nullDevice());
#ifdef Q_OS_UNIX
    process->setChildProcessModifier([] { ::setsid(); }); // Ctrl+C in the terminal is not meant for it
#endif
    QObject::connect(process, &QProcess::errorOccurred, process, [failed](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            failed();
    });
    QObject::connect(process, &QProcess::finished, process, [process, failed](int code, QProcess::ExitStatus status) {
        if (status == QProcess::CrashExit || code != 0)
            failed();
        else
            process->deleteLater(); // handed over to a browser that ran already, or closed by the person
    });
    process->start();
}

} // namespace carriel::commands

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/OtherProgram.h"

#include <QDesktopServices>
#include <QPointer>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>
#include <QUrl>

#include <memory>

namespace carriel::ui {

namespace {
// On some desktops xdg-open stays as long as the program it found; one that found none ends at once.
constexpr int stillThere = 3000; // ms
} // namespace

// QDesktopServices starts xdg-open and does not wait for what it says: a kind of file that nothing opens would be opened in
// silence.
void openInOtherProgram(const QString &path, QObject *context, std::function<void(bool opened)> then)
{
    const QUrl url = QUrl::fromLocalFile(path);
    const QString opener = QStandardPaths::findExecutable(QStringLiteral("xdg-open"));
    if (opener.isEmpty()) {
        then(QDesktopServices::openUrl(url));
        return;
    }
    const auto tell = [context = QPointer<QObject>(context), then = std::move(then),
                       told = std::make_shared<bool>(false)](bool opened) {
        if (!std::exchange(*told, true) && context)
            then(opened);
    };
    // Of nobody, so that what was opened outlives this window: a QProcess that goes takes its child with it.
    auto *process = new QProcess;
    process->setProcessChannelMode(QProcess::ForwardedChannels);
    process->setStandardInputFile(QProcess::nullDevice());
    QObject::connect(process, &QProcess::finished, process, [process, tell](int code, QProcess::ExitStatus status) {
        tell(status == QProcess::NormalExit && code == 0);
        process->deleteLater();
    });
    QObject::connect(process, &QProcess::errorOccurred, process, [process, tell](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        tell(false);
        process->deleteLater();
    });
    QTimer::singleShot(stillThere, process, [tell] { tell(true); });
    process->start(opener, {path});
}

} // namespace carriel::ui

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// carriel: the window.
#include "app/commands/Json.h"
#include "app/desktop/Desktop.h"
#include "app/process/Hardening.h"
#include "core/base/Log.h"
#include "ui/text/ErrorWords.h"

#include <QApplication>
#include <QIcon>
#include <QTimer>

#include <cstdio>

using namespace carriel;

int main(int argc, char **argv)
{
    process::harden();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("carriel"));
    QApplication::setApplicationDisplayName(QStringLiteral("Carriel"));
    QApplication::setApplicationVersion(QStringLiteral(CARRIEL_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("co.carriel.Carriel"));
    QApplication::setWindowIcon(QIcon::fromTheme(QStringLiteral("co.carriel.Carriel"), QIcon(QStringLiteral(":/carriel/app/icon.svg"))));
    installLog();

    const auto options = desktop::parseOptions(QApplication::arguments().mid(1));
    if (!options.ok()) {
        text::Translation translation(application);
        translation.use(QString());
        const text::Words words = text::wordsFor(options.error());
        std::fprintf(stderr, "%s\n%s", qUtf8Printable(words.title), qUtf8Printable(desktop::helpText()));
        return commands::exits::usage;
    }
    if (options.value().version) {
        std::puts("carriel " CARRIEL_VERSION);
        return 0;
    }
    int exitCode = 0;
    {
        desktop::Desktop desktop(application, options.value());
        if (options.value().help) {
            std::fputs(qUtf8Printable(desktop::helpText()), stdout);
            return 0;
        }
        QTimer::singleShot(0, &desktop, &desktop::Desktop::start);
        exitCode = QApplication::exec();
    }
    process::leave(exitCode);
}

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

#include <algorithm>
#include <cstdio>

using namespace carriel;

namespace {

// What only prints needs no screen.
std::optional<int> onlyTold(int argc, char **argv)
{
    const auto asked = [&](const char *word) {
        return std::any_of(argv + 1, argv + argc, [word](const char *a) { return qstrcmp(a, word) == 0; });
    };
    if (!asked("--help") && !asked("-h") && !asked("--version"))
        return std::nullopt;
    QCoreApplication application(argc, argv);
    const auto options = desktop::parseOptions(QCoreApplication::arguments().mid(1));
    if (!options.ok() || (!options.value().help && !options.value().version))
        return std::nullopt;
    text::Translation translation(application);
    translation.use(options.value().global.language);
    std::fputs(options.value().version ? "carriel " CARRIEL_VERSION "\n" : qUtf8Printable(desktop::helpText()), stdout);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    process::harden();
    if (argc > 0) {
        if (const auto code = onlyTold(argc, argv))
            return *code;
    }
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
        translation.use(commands::wantedLanguage(QApplication::arguments().mid(1)));
        const text::Words words = text::wordsFor(options.error());
        std::fprintf(stderr, "%s\n%s", qUtf8Printable(words.title), qUtf8Printable(desktop::helpText()));
        return commands::exits::usage;
    }
    int exitCode = 0;
    {
        desktop::Desktop desktop(application, options.value());
        QTimer::singleShot(0, &desktop, &desktop::Desktop::start);
        exitCode = QApplication::exec();
    }
    process::leave(exitCode);
}

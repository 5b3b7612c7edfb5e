// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/Options.h"

#include "app/commands/CommandErrors.h"

#include <QCoreApplication>

namespace carriel::desktop {

Result<Options> parseOptions(const QStringList &arguments)
{
    Options options;
    for (qsizetype at = 0; at < arguments.size(); ++at) {
        const QString &word = arguments.at(at);
        const Error wrong{errors::usage, {{QStringLiteral("what"), word}}, {}};
        CARRIEL_TRY(const bool global, commands::takeGlobalOption(arguments, at, options.global));
        if (global)
            continue;
        if (word == QLatin1String("--help") || word == QLatin1String("-h")) {
            options.help = true;
            continue;
        }
        if (word == QLatin1String("--version")) {
            options.version = true;
            continue;
        }
        if (word.startsWith(QLatin1String("carpeta:"))) { // as the desktop hands over a link
            options.openUrl = word;
            continue;
        }
        QString *target = word == QLatin1String("--theme")       ? &options.theme
                          : word == QLatin1String("--open-url")    ? &options.openUrl
                          : word == QLatin1String("--screenshots") ? &options.screenshots
                                                                   : nullptr;
        if (!target || at + 1 >= arguments.size())
            return wrong;
        *target = arguments.at(++at);
    }
    static const QStringList themes{QString(), QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("contrast")};
    if (!themes.contains(options.theme))
        return Error{errors::usage, {{QStringLiteral("what"), options.theme}}, {}};
    return options;
}

QString helpText()
{
    return QCoreApplication::translate("Commands",
        "Usage: carriel [OPTIONS]\n"
        "  --profile DIR     the folder on this computer that holds the vault\n"
        "  --operator URL    the operator to propose when none is chosen yet\n"
        "  --ca FILE         certificates (PEM) to trust besides the system's\n"
        "  --browser \"CMD\"   opens login pages; gets the address as its last argument\n"
        "  --lang es|en      the language\n"
        "  --theme light|dark|contrast\n"
        "  --open-url URL    a carpeta:// address\n"
        "  --screenshots DIR for developers: pictures of every page, then the end\n"
        "  --help, --version\n");
}

} // namespace carriel::desktop

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One command line, understood. The grammar: global options anywhere, then COMMAND, its options and its words in any order;
// everything after "--" is a word. After the id of `label` every word is a change, so "-b" there is no option.
#pragma once

#include "core/base/Result.h"

#include <QHash>
#include <QStringList>

namespace carriel::commands {

struct GlobalOptions {
    QString profile;      // as given; empty: the one used last
    QString operatorUrl;
    QString caFile;
    QString browser;      // a command; gets the URL as its last argument
    QString language;     // "es", "en" or empty
    bool json = false;
};

struct Invocation {
    GlobalOptions global;
    QString command;                  // empty only with help or version
    QStringList words;
    QHash<QString, QString> options;  // long name without dashes → value; a flag's value is empty
    QList<std::pair<QString, QString>> given; // the same, every one as it came: some options may stand several times
    bool help = false;
    bool version = false;

    bool has(const QString &option) const { return options.contains(option); }
    QStringList every(const QString &option) const
    {
        QStringList out;
        for (const auto &one : given) {
            if (one.first == option)
                out.append(one.second);
        }
        return out;
    }
};

// Without the program's own name. CAR-CLI-020 to -025, with the offending word and the usage.
Result<Invocation> parseInvocation(const QStringList &arguments);

// True if --json stands among the arguments: an error of usage must be told in the form that was asked for.
bool wantsJson(const QStringList &arguments);

// The language asked for ("es", "en" or empty), also of a line that is not understood.
QString wantedLanguage(const QStringList &arguments);

// Eats one global option at `at`, for programs with options of their own. False: not one of ours, and `at` is unchanged.
Result<bool> takeGlobalOption(const QStringList &arguments, qsizetype &at, GlobalOptions &global);

} // namespace carriel::commands

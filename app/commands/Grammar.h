// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What each command takes: the one table that the parser and the help read.
#pragma once

#include <QList>
#include <QString>

namespace carriel::commands {

struct OptionSpec {
    QString name;          // "to"
    QString shortName;     // "o", or empty
    bool takesValue = false;
    bool repeats = false; // may stand several times; its values are joined by line feeds
};

struct CommandSpec {
    QString name;
    QString synopsis;      // after the name
    int fewestWords = 0;
    int mostWords = 0;     // -1: any number
    QList<OptionSpec> options;
    const char *summary;   // one line, English source; context "Commands"
    const char *details;   // more lines, may be empty
};

const QList<CommandSpec> &grammar();
const CommandSpec *findCommand(const QString &name);

QString generalHelp();
QString helpFor(const CommandSpec &command);

} // namespace carriel::commands

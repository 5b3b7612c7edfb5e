// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/Invocation.h"

#include "app/commands/CommandErrors.h"
#include "app/commands/Grammar.h"

namespace carriel::commands {
namespace {

Error wrong(const QString &word) { return Error{errors::usage, {{QStringLiteral("what"), word}}, {}}; }

struct Split {
    QString name;
    QString value;
    bool hasValue = false;
};

Split split(const QString &word)
{
    const qsizetype equals = word.startsWith(QLatin1String("--")) ? word.indexOf(u'=') : -1;
    if (equals < 0)
        return {word, {}, false};
    return {word.left(equals), word.mid(equals + 1), true};
}

// "--name=value" or "--name value".
Result<QString> valueOf(const QStringList &arguments, qsizetype &at, const Split &option)
{
    if (option.hasValue)
        return option.value;
    if (at + 1 >= arguments.size())
        return wrong(arguments.at(at));
    return arguments.at(++at);
}

const OptionSpec *findOption(const CommandSpec &command, const QString &name)
{
    for (const OptionSpec &option : command.options) {
        if (name == QString(QStringLiteral("--") + option.name)
            || (!option.shortName.isEmpty() && name == QString(u'-' + option.shortName)))
            return &option;
    }
    return nullptr;
}

QString *globalTarget(const QString &name, GlobalOptions &global)
{
    if (name == QLatin1String("--profile"))
        return &global.profile;
    if (name == QLatin1String("--operator"))
        return &global.operatorUrl;
    if (name == QLatin1String("--ca"))
        return &global.caFile;
    if (name == QLatin1String("--browser"))
        return &global.browser;
    if (name == QLatin1String("--lang"))
        return &global.language;
    return nullptr;
}

Outcome takeOption(const CommandSpec *command, const QStringList &arguments, qsizetype &at, Invocation &invocation)
{
    const Split parts = split(arguments.at(at));
    const OptionSpec *option = command ? findOption(*command, parts.name) : nullptr;
    if (!option || (!option->takesValue && parts.hasValue))
        return wrong(arguments.at(at));
    QString value;
    if (option->takesValue) {
        CARRIEL_TRY(value, valueOf(arguments, at, parts));
        if (value.isEmpty())
            return wrong(parts.name);
    }
    invocation.options.insert(option->name, value);
    return {};
}

Outcome checkWords(const Invocation &invocation, const CommandSpec &command)
{
    const qsizetype count = invocation.words.size();
    if (count < command.fewestWords)
        return wrong(command.name + u' ' + command.synopsis);
    if (command.mostWords >= 0 && count > command.mostWords)
        return wrong(invocation.words.at(command.mostWords));
    if (command.name == QLatin1String("label")) {
        for (const QString &change : invocation.words.mid(1)) {
            if (change.size() < 2 || (change.front() != u'+' && change.front() != u'-'))
                return wrong(change);
        }
    }
    return {};
}

} // namespace

bool wantsJson(const QStringList &arguments) { return arguments.contains(QLatin1String("--json")); }

Result<bool> takeGlobalOption(const QStringList &arguments, qsizetype &at, GlobalOptions &global)
{
    if (arguments.at(at) == QLatin1String("--json")) {
        global.json = true;
        return true;
    }
    const Split option = split(arguments.at(at));
    QString *target = globalTarget(option.name, global);
    if (!target)
        return false;
    CARRIEL_TRY(*target, valueOf(arguments, at, option));
    if (target->isEmpty())
        return wrong(option.name);
    if (target == &global.language && global.language != QLatin1String("es") && global.language != QLatin1String("en"))
        return wrong(global.language);
    return true;
}

Result<Invocation> parseInvocation(const QStringList &arguments)
{
    Invocation invocation;
    const CommandSpec *command = nullptr;
    bool onlyWords = false;
    for (qsizetype at = 0; at < arguments.size(); ++at) {
        const QString &word = arguments.at(at);
        if (!onlyWords) {
            if (word == QLatin1String("--")) {
                onlyWords = true;
                continue;
            }
            CARRIEL_TRY(const bool global, takeGlobalOption(arguments, at, invocation.global));
            if (global)
                continue;
            if (word == QLatin1String("--help") || word == QLatin1String("-h")) {
                invocation.help = true;
                continue;
            }
            if (word == QLatin1String("--version")) {
                invocation.version = true;
                continue;
            }
            const bool change = command && command->name == QLatin1String("label") && !invocation.words.isEmpty();
            if (!change && word.size() > 1 && word.startsWith(u'-')) {
                CARRIEL_CHECK(takeOption(command, arguments, at, invocation));
                continue;
            }
        }
        if (command) {
            invocation.words += word;
        } else if (word == QLatin1String("help")) {
            invocation.help = true;
        } else {
            command = findCommand(word);
            if (!command)
                return wrong(word);
            invocation.command = command->name;
        }
    }
    if (invocation.help || invocation.version)
        return invocation;
    if (!command)
        return wrong(QStringLiteral("COMMAND"));
    CARRIEL_CHECK(checkWords(invocation, *command));
    return invocation;
}

} // namespace carriel::commands

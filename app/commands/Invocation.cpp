// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/Invocation.h"

#include "app/commands/CommandErrors.h"
#include "app/commands/Grammar.h"

namespace carriel::commands {
namespace {

// Which word, and how the command is written.
Error wrong(ErrorCode code, const QString &word, const CommandSpec *command)
{
    const QString usage = command ? QString(command->name + u' ' + command->synopsis).trimmed() : QStringLiteral("[OPTIONS] COMMAND …");
    return Error{code, {{QStringLiteral("what"), word.left(200)}, {QStringLiteral("usage"), usage}}, {}};
}

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
Result<QString> valueOf(const QStringList &arguments, qsizetype &at, const Split &option, const CommandSpec *command)
{
    if (option.hasValue ? option.value.isEmpty() : at + 1 >= arguments.size() || arguments.at(at + 1).isEmpty())
        return wrong(errors::valueMissing, option.name, command);
    return option.hasValue ? option.value : arguments.at(++at);
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
    if (!option)
        return wrong(errors::unknownOption, parts.name, command);
    if (!option->takesValue && parts.hasValue)
        return wrong(errors::badWord, arguments.at(at), command);
    QString value;
    if (option->takesValue) {
        CARRIEL_TRY(value, valueOf(arguments, at, parts, command));
    }
    // One that may stand several times is a line for each.
    if (option->repeats && invocation.has(option->name))
        value.prepend(QString(invocation.options.value(option->name) + u'\n'));
    invocation.options.insert(option->name, value);
    invocation.given.append({option->name, value});
    return {};
}

Outcome checkWords(const Invocation &invocation, const CommandSpec &command)
{
    const qsizetype count = invocation.words.size();
    if (count < command.fewestWords)
        return wrong(errors::wordMissing, QStringList(QStringList{command.name} + invocation.words).join(u' '), &command);
    if (command.mostWords >= 0 && count > command.mostWords)
        return wrong(errors::wordTooMany, invocation.words.at(command.mostWords), &command);
    for (qsizetype i = 0; i < std::min<qsizetype>(count, command.fewestWords); ++i) {
        if (invocation.words.at(i).trimmed().isEmpty()) // `search ""` would list everything
            return wrong(errors::badWord, QStringLiteral("''"), &command);
    }
    if (command.name == QLatin1String("label")) {
        for (const QString &change : invocation.words.mid(1)) {
            if (change.size() < 2 || (change.front() != u'+' && change.front() != u'-'))
                return wrong(errors::badWord, change, &command);
        }
    }
    const auto oneOf = [&](qsizetype at, std::initializer_list<const char *> choices) -> Outcome {
        const QString word = invocation.words.at(at);
        for (const char *choice : choices) {
            if (word == QLatin1String(choice))
                return {};
        }
        return wrong(errors::badWord, word, &command);
    };
    if (command.name == QLatin1String("resolve"))
        return oneOf(1, {"both", "mine", "theirs"});
    if (command.name == QLatin1String("keep"))
        return oneOf(1, {"on", "off"});
    if (command.name == QLatin1String("transfers") && count > 0) {
        CARRIEL_CHECK(oneOf(0, {"pause", "resume", "cancel", "first"}));
        if (count < 2)
            return wrong(errors::wordMissing, QString(command.name + u' ' + invocation.words.first()), &command);
    }
    if (command.name == QLatin1String("missing") && count > 0) {
        CARRIEL_CHECK(oneOf(0, {"send", "forget"}));
        if (count < 2)
            return wrong(errors::wordMissing, QString(command.name + u' ' + invocation.words.first()), &command);
    }
    if (command.name == QLatin1String("removals") && count > 0)
        return oneOf(0, {"accept", "undo"});
    const QString metered = invocation.options.value(QStringLiteral("metered"));
    if (command.name == QLatin1String("limits") && invocation.has(QStringLiteral("metered")) && metered != QLatin1String("pause")
        && metered != QLatin1String("use"))
        return wrong(errors::badWord, metered, &command);
    return {};
}

} // namespace

bool wantsJson(const QStringList &arguments) { return arguments.contains(QLatin1String("--json")); }

QString wantedLanguage(const QStringList &arguments)
{
    QString wanted;
    for (qsizetype at = 0; at < arguments.size() && arguments.at(at) != QLatin1String("--"); ++at) {
        const Split option = split(arguments.at(at));
        if (option.name != QLatin1String("--lang"))
            continue;
        const QString language = option.hasValue ? option.value : arguments.value(at + 1);
        if (language == QLatin1String("es") || language == QLatin1String("en"))
            wanted = language;
    }
    return wanted;
}

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
    CARRIEL_TRY(*target, valueOf(arguments, at, option, nullptr));
    if (target == &global.language && global.language != QLatin1String("es") && global.language != QLatin1String("en"))
        return wrong(errors::badWord, std::exchange(global.language, {}), nullptr);
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
            if (word == QLatin1String("--version") && !(command && findOption(*command, word))) {
                invocation.version = true;
                continue;
            }
            const bool change = command && command->name == QLatin1String("label") && !invocation.words.isEmpty() &&
                                word != QLatin1String("--offline");
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
                return wrong(errors::unknownCommand, word, nullptr);
            invocation.command = command->name;
        }
    }
    if (invocation.help || invocation.version)
        return invocation;
    if (!command)
        return wrong(errors::wordMissing, QStringLiteral("carriel-cli"), nullptr);
    CARRIEL_CHECK(checkWords(invocation, *command));
    return invocation;
}

} // namespace carriel::commands

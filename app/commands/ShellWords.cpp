// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/ShellWords.h"

#include "app/commands/CommandErrors.h"

namespace carriel::commands {

Result<QStringList> shellWords(const QString &command)
{
    QStringList words;
    QString word;
    bool inWord = false;
    QChar quote;
    for (qsizetype i = 0; i < command.size(); ++i) {
        const QChar c = command.at(i);
        if (c == u'\\' && quote != u'\'' && i + 1 < command.size()) {
            const QChar next = command.at(++i);
            // Between double quotes a backslash stands for itself unless it hides one of these four.
            if (quote == u'"' && !QStringLiteral("\"\\$`").contains(next))
                word += c;
            word += next;
            inWord = true;
        } else if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
            else
                word += c;
        } else if (c == u'\'' || c == u'"') {
            quote = c;
            inWord = true;
        } else if (c.isSpace()) {
            if (inWord)
                words += word;
            word.clear();
            inWord = false;
        } else {
            word += c;
            inWord = true;
        }
    }
    if (inWord)
        words += word;
    if (!quote.isNull() || words.isEmpty())
        return Error{errors::usage, {{QStringLiteral("what"), command}}, {}};
    return words;
}

} // namespace carriel::commands

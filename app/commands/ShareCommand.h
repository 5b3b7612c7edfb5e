// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands about shares have in common. Private to app/commands.
#pragma once

#include "app/commands/Command.h"
#include "core/services/Shares.h"

namespace carriel::commands {

QJsonObject shareJson(const ShareInfo &one);
QString digestLine(const ShareDocument &document); // which version it is
// "7d", "12h", the end of a day, or a moment (2026-12-31T12:00:00Z). badExpiry.
Result<QDateTime> shareEndIn(const QString &given);
// The number of a person as it is typed. noNumber, wrongDigit, ownNumber.
Result<QString> sharePersonIn(const QString &given, const PersonId &own);

class ShareCommand : public Command
{
public:
    using Command::Command;

protected:
    Shares shared() const { return Shares(documents()); }
    QString word(int at) const { return invocation().words.value(at); }
    QString option(const char *name) const { return invocation().options.value(QLatin1String(name)); }
    Error usage() const;
    Error needed(const QByteArray &name) const;
    Result<QString> personIn(const QString &given); // as sharePersonIn(); says of which kind a bare number was taken to be
    // First what waits is sent and what is new is asked, as far as the network allows. Where the operator says nothing, the person
    // is told that what follows is what is known here.
    void fresh(std::function<void()> next);
    bool isAway() const { return m_away; } // the operator said nothing; it is not waited for again
    bool heard(const Error &error);        // whether this error is a word of the operator
    void tell(const QString &id, const QString &words);
    // What was decided (the first word) is told, or waits for a network.
    void decided(const QString &id, const Outcome &told, const QString &words, std::function<void()> after = {});

private:
    bool m_away = false;
};

std::unique_ptr<Command> makeShareCreate(Environment &environment, const Invocation &invocation);
std::unique_ptr<Command> makeShareAccept(Environment &environment, const Invocation &invocation);

} // namespace carriel::commands

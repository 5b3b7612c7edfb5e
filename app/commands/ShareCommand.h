// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands about shares have in common. Private to app/commands.
#pragma once

#include "app/commands/Command.h"
#include "core/services/Shares.h"

namespace carriel::commands {

QJsonObject shareJson(const ShareInfo &one);
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
    // First what waits is sent and what is new is asked, as far as the network allows.
    void fresh(std::function<void()> next);
    void tell(const QString &id, const QString &words);
    // What was decided (the first word) is told, or waits for a network.
    void decided(const QString &id, const Outcome &told, const QString &words, std::function<void()> after = {});
};

std::unique_ptr<Command> makeShareCreate(Environment &environment, const Invocation &invocation);
std::unique_ptr<Command> makeShareAccept(Environment &environment, const Invocation &invocation);

} // namespace carriel::commands

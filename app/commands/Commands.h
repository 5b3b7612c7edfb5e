// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The groups of commands; makeCommand() asks each.
#pragma once

#include "app/commands/Command.h"

namespace carriel::commands {

// Commands that work on files of this computer alone: they run in the process that was called, where the PIN's variable is.
inline bool runsAlone(const QString &command)
{
    return command == QLatin1String("sign") || command == QLatin1String("raise") || command == QLatin1String("verify");
}

std::unique_ptr<Command> makeActivityCommand(Environment &environment, const Invocation &invocation);
std::unique_ptr<Command> makeAccountCommand(Environment &environment, const Invocation &invocation);
std::unique_ptr<Command> makeLogin(Environment &environment, const Invocation &invocation);
std::unique_ptr<Command> makeGetCommand(Environment &environment, const Invocation &invocation);
std::unique_ptr<Command> makeGuardCommand(Environment &environment, const Invocation &invocation);
std::unique_ptr<Command> makeParcelCommand(Environment &environment, const Invocation &invocation);
std::unique_ptr<Command> makeKeysCommand(Environment &environment, const Invocation &invocation);
std::unique_ptr<Command> makeListCommand(Environment &environment, const Invocation &invocation);
std::unique_ptr<Command> makeChangeCommand(Environment &environment, const Invocation &invocation);
std::unique_ptr<Command> makePutCommand(Environment &environment, const Invocation &invocation);
std::unique_ptr<Command> makeSignCommand(Environment &environment, const Invocation &invocation);
std::unique_ptr<Command> makeVerifyCommand(Environment &environment, const Invocation &invocation);
std::unique_ptr<Command> makeVaultCommand(Environment &environment, const Invocation &invocation);
std::unique_ptr<Command> makeConsentCommand(Environment &environment, const Invocation &invocation);
std::unique_ptr<Command> makeContributionCommand(Environment &environment, const Invocation &invocation);
std::unique_ptr<Command> makeEvidenceCommand(Environment &environment, const Invocation &invocation);
std::unique_ptr<Command> makeNotificationCommand(Environment &environment, const Invocation &invocation);
std::unique_ptr<Command> makeShareCommand(Environment &environment, const Invocation &invocation);
std::unique_ptr<Command> makeTrashCommand(Environment &environment, const Invocation &invocation);
std::unique_ptr<Command> makeVersionCommand(Environment &environment, const Invocation &invocation);
std::unique_ptr<Command> makeTransferCommand(Environment &environment, const Invocation &invocation);

} // namespace carriel::commands

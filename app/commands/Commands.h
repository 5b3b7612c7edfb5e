// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The groups of commands; makeCommand() asks each.
#pragma once

#include "app/commands/Command.h"

namespace carriel::commands {

std::unique_ptr<Command> makeAccountCommand(Environment &environment, const Invocation &invocation);
std::unique_ptr<Command> makeLogin(Environment &environment, const Invocation &invocation);
std::unique_ptr<Command> makeListCommand(Environment &environment, const Invocation &invocation);
std::unique_ptr<Command> makeChangeCommand(Environment &environment, const Invocation &invocation);
std::unique_ptr<Command> makePutCommand(Environment &environment, const Invocation &invocation);
std::unique_ptr<Command> makeVaultCommand(Environment &environment, const Invocation &invocation);

} // namespace carriel::commands

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// lock, unlock: they act on the window. Without one no process holds the vault open, and they say so.
#include "app/commands/Commands.h"

#include "app/commands/CommandErrors.h"
#include "app/commands/OpenVault.h"

namespace carriel::commands {
namespace {

QJsonObject stateJson(const char *state, bool window)
{
    return {{QStringLiteral("state"), QString::fromLatin1(state)}, {QStringLiteral("window"), window}};
}

class Lock final : public Command
{
public:
    using Command::Command;
    bool needsOpenVault() const override { return false; }
    void start() override
    {
        if (!environment().inWindow || session().vaultState() != VaultState::Unlocked) {
            fail(Error{errors::nothingToLock, {}, {}});
            return;
        }
        then(session().lock(), [this](const Outcome &locked) {
            if (locked.ok())
                done(stateJson("locked", true), QCoreApplication::translate("Commands", "Locked."));
            else
                fail(locked.error());
        });
    }
};

class Unlock final : public Command
{
public:
    using Command::Command;
    void start() override // the vault is open when this runs
    {
        if (environment().inWindow)
            done(stateJson("unlocked", true), QCoreApplication::translate("Commands", "Unlocked."));
        else
            done(stateJson("locked", false),
                 QCoreApplication::translate("Commands",
                     "The vault opens. No window is running, so nothing stays unlocked: each command opens it for itself."));
    }
};

} // namespace

std::unique_ptr<Command> makeVaultCommand(Environment &environment, const Invocation &invocation)
{
    if (invocation.command == QLatin1String("lock"))
        return std::make_unique<Lock>(environment, invocation);
    if (invocation.command == QLatin1String("unlock"))
        return std::make_unique<Unlock>(environment, invocation);
    return nullptr;
}

} // namespace carriel::commands

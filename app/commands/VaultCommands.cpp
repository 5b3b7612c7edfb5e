// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// lock, unlock: they act on the window. Without one no process holds the vault open, and they say so. salvage.
#include "app/commands/Commands.h"

#include "app/commands/CommandErrors.h"
#include "app/commands/OpenVault.h"
#include "core/vault/VaultErrors.h"
#include "ui/text/Preferences.h"

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
        const QFuture<Outcome> locking = [this] {
            const text::Speaking itsOwn({}); // the window goes to another page meanwhile
            return session().lock();
        }();
        then(locking, [this](const Outcome &locked) {
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
    Unlock(Environment &environment, const Invocation &invocation)
        : Command(environment, invocation), m_wasOpen(session().vaultState() == VaultState::Unlocked)
    {
    }
    void start() override // the vault is open when this runs
    {
        if (m_wasOpen) { // a passphrase that came along was not tried, so nobody may take it for a right one
            QJsonObject object = stateJson("unlocked", environment().inWindow);
            object.insert(QStringLiteral("already"), true);
            done(object, QCoreApplication::translate("Commands", "It was unlocked already: no passphrase was tried."));
        } else if (environment().inWindow)
            done(stateJson("unlocked", true), QCoreApplication::translate("Commands", "Unlocked."));
        else
            done(stateJson("locked", false),
                 QCoreApplication::translate("Commands",
                     "The vault opens. No window is running, so nothing stays unlocked: each command opens it for itself."));
    }

private:
    bool m_wasOpen;
};

// With the code on paper the vault opens, and a new passphrase can be chosen: whoever forgot the old one knows no other way here.
class Recover final : public Command
{
public:
    using Command::Command;
    bool needsOpenVault() const override { return false; }
    void start() override
    {
        m_opener = new OpenVault(environment(), this);
        m_opener->byRecoveryCode();
        m_opener->letUnlockWindow();
        m_opener->open([this](const Outcome &opened) { opened.ok() ? choose() : fail(opened.error()); });
    }

private:
    void choose()
    {
        session().setSetting(text::keys::recoveryConfirmed, QStringLiteral("yes")); // it was on paper
        then(session().setSetting(text::keys::openedByCode, QStringLiteral("yes")), [this](const Outcome &) {
            environment().console.askPassphrase(
                QCoreApplication::translate("Commands", "The recovery code is right. New passphrase (Enter: leave it as it is): "),
                Console::Purpose::Choose, [this](std::optional<SecretBytes> secret) {
                    if (!secret || secret->isEmpty())
                        answer(false);
                    else
                        change(std::move(*secret));
                });
        });
    }

    // A key store that opens the vault goes on doing so.
    void change(SecretBytes passphrase)
    {
        auto secret = std::make_shared<SecretBytes>(std::move(passphrase));
        then(session().unlockWays(), [this, secret](const Result<UnlockWays> &ways) {
            const bool keyStore = ways.ok() && ways.value().keyStore && ways.value().keyStoreProblem.isEmpty();
            then(session().changeUnlock(UnlockChoice{keyStore, std::move(*secret)}), [this](const Outcome &changed) {
                if (!changed.ok()) {
                    fail(changed.error());
                    return;
                }
                then(session().setSetting(text::keys::openedByCode, QStringLiteral("no")), [this](const Outcome &) { answer(true); });
            });
        });
    }

    void answer(bool chosen)
    {
        const bool window = environment().inWindow;
        QJsonObject object = stateJson(window ? "unlocked" : "locked", window);
        object.insert(QStringLiteral("passphrase"), QString::fromLatin1(chosen ? "new" : "unchanged"));
        done(object, chosen ? QCoreApplication::translate("Commands", "From now on your documents open with the new passphrase. The recovery code goes on being the same.")
                            : QCoreApplication::translate("Commands", "The recovery code opens the vault. The passphrase stays as it was."));
    }

    OpenVault *m_opener = nullptr;
};

// Only for a vault that proves to be damaged. Nothing is deleted: the damaged file is kept beside, under another name.
class Salvage final : public Command
{
public:
    using Command::Command;
    bool needsOpenVault() const override { return false; }
    void start() override
    {
        m_opener = new OpenVault(environment(), this);
        if (session().vaultState() == VaultState::Damaged) {
            decide(session().vaultProblem().value_or(Error{vault::errors::damaged, {}, {}}));
            return;
        }
        m_opener->open([this](const Outcome &opened) {
            if (!opened.ok())
                decide(opened.error());
            else // most pages are not touched by opening it
                then(session().readThrough(),
                     [this](const Outcome &read) { decide(read.ok() ? Error{errors::nothingToSalvage, {}, {}} : read.error()); });
        });
    }

private:
    void decide(const Error &why)
    {
        for (const ErrorCode code : {vault::errors::damaged, vault::errors::otherKeys, vault::errors::databaseMissing}) {
            if (why.code == code) {
                m_opener->salvage([this](const Result<QString> &aside) { saved(aside); });
                return;
            }
        }
        fail(why); // no damage of the file, or one that this cannot help
    }

    void saved(const Result<QString> &aside)
    {
        if (!aside.ok()) {
            fail(aside.error());
            return;
        }
        const SalvageCount count = session().salvaged();
        const bool nothing = !count.readable || count.items == 0; // then nobody knows what it held
        const QJsonObject object{{QStringLiteral("state"), QStringLiteral("salvaged")},
                                 {QStringLiteral("set_aside"), aside.value().isEmpty() ? QJsonValue() : QJsonValue(aside.value())},
                                 {QStringLiteral("readable"), count.readable},
                                 {QStringLiteral("items"), count.items},
                                 {QStringLiteral("documents_whole"), count.documentsWhole},
                                 {QStringLiteral("pending"), count.operations},
                                 {QStringLiteral("lost"), nothing ? QJsonValue() : QJsonValue(count.ownBytesLost)}};
        QString words = QCoreApplication::translate("Commands",
            "Saved: %1 documents and folders, %2 of them with their content; %3 changes wait to be sent; %4 documents that were only here are not whole.")
            .arg(count.items).arg(count.documentsWhole).arg(count.operations).arg(count.ownBytesLost);
        if (nothing)
            words = QCoreApplication::translate("Commands",
                "Nothing in the damaged file could be read: whether it held documents that were only here cannot be known.");
        if (!aside.value().isEmpty())
            words += u'\n' + QCoreApplication::translate("Commands", "The damaged file is kept as %1.").arg(aside.value());
        words += u'\n' + (session().account().connected
            ? QCoreApplication::translate("Commands", "What your operator has comes back with: carriel-cli sync (log in first, if it asks you to).")
            : QCoreApplication::translate("Commands", "What your operator has comes back once you log in. Which one it is could not be read: carriel-cli --operator https://… login, with --ca if it had a certificate of its own. Then: carriel-cli sync"));
        done(object, words, nothing ? exits::indeterminate : exits::done);
    }

    OpenVault *m_opener = nullptr;
};

} // namespace

std::unique_ptr<Command> makeVaultCommand(Environment &environment, const Invocation &invocation)
{
    if (invocation.command == QLatin1String("lock"))
        return std::make_unique<Lock>(environment, invocation);
    if (invocation.command == QLatin1String("unlock"))
        return invocation.has(QStringLiteral("recovery")) ? std::unique_ptr<Command>(std::make_unique<Recover>(environment, invocation))
                                                          : std::make_unique<Unlock>(environment, invocation);
    if (invocation.command == QLatin1String("salvage"))
        return std::make_unique<Salvage>(environment, invocation);
    return nullptr;
}

} // namespace carriel::commands

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the vault for one command: by the key store, else by the passphrase. Waits while another process has it.
// Thread: main.
#pragma once

#include "app/commands/Command.h"

#include <QObject>

namespace carriel::commands {

class OpenVault final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Outcome)>;
    OpenVault(Environment &environment, QObject *parent);

    // What a command opens in the window stays open there, so only `unlock` may.
    void letUnlockWindow() { m_mayUnlockWindow = true; }
    // Only the recovery code opens it (CAR-CLI-014 if nobody gives one); it is asked for even if the window has the vault open, so
    // that whoever finds it open cannot shut its owner out.
    void byRecoveryCode() { m_byCode = true; }
    // CAR-CLI-013 if the window is locked, CAR-CLI-006 if there is no vault, CAR-CLI-005 if there is no way to open it here, else what the vault says.
    void open(Done done);
    // Makes one; `recoveryCode` is empty if there was a vault already, which is then open.
    void openOrCreate(std::function<void(Result<QString> recoveryCode)> done);
    // Of a damaged vault: sets it aside and goes on with what can be read of it. Answers the old file's new name.
    void salvage(std::function<void(Result<QString> setAside)> done);

private:
    void attempt();
    void waitThenAttempt(const Error &by); // by: who has it
    void askWays();
    void passphrase(const Error &otherwise);
    void recoveryCode();
    void tryCode();
    void create(std::function<void(Result<QString>)> done);
    void createWithPassphrase(std::function<void(Result<QString>)> done);
    void finish(const Outcome &outcome);

    Environment &m_environment;
    Done m_done;
    const QString m_language = text::spoken();
    int m_waits = 0;
    bool m_mayUnlockWindow = false;
    bool m_byCode = false;
    std::optional<SecretBytes> m_code; // answered once, tried until the vault is free
};

} // namespace carriel::commands

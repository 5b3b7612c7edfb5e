// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The terminal, or what stands in its place. Questions block until they are answered: nothing else waits meanwhile.
#pragma once

#include "app/commands/Console.h"

namespace carriel {

class TerminalConsole final : public commands::Console
{
public:
    void out(const QByteArray &utf8) override;
    void err(const QByteArray &utf8) override;
    bool errIsTerminal() const override;
    void ask(const QString &prompt, Answer answer) override;
    // CARRIEL_PASSPHRASE (of a recovery code: CARRIEL_RECOVERY_CODE) if it is set, else the person at the terminal, without echo.
    void askPassphrase(const QString &prompt, Purpose purpose, SecretAnswer answer) override;
};

} // namespace carriel

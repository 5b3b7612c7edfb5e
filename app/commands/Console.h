// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Where a command speaks and listens: the terminal that started it, or the same over the socket when the window runs it.
// Thread: main.
#pragma once

#include "core/base/SecretBytes.h"

#include <QByteArray>
#include <QString>
#include <functional>
#include <optional>

namespace carriel::commands {

class Console
{
public:
    // A new passphrase is asked twice, unless nothing is answered; a PIN and a recovery code are never the vault's passphrase.
    enum class Purpose { Open, Choose, Pin, Recovery };
    using Answer = std::function<void(std::optional<QString>)>;
    using SecretAnswer = std::function<void(std::optional<SecretBytes>)>;

    virtual ~Console() = default;
    virtual void out(const QByteArray &utf8) = 0;
    virtual void err(const QByteArray &utf8) = 0;
    virtual bool errIsTerminal() const = 0;
    // Both answer once, later or at once; with nothing if there is nobody to ask.
    virtual void ask(const QString &prompt, Answer answer) = 0;
    virtual void askPassphrase(const QString &prompt, Purpose purpose, SecretAnswer answer) = 0;
};

} // namespace carriel::commands

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands about notifications and consents share.
#pragma once

#include "app/commands/Command.h"
#include "app/commands/Soon.h"
#include "core/services/Notifications.h"

namespace carriel::commands {

// A text that a person must have read whole: line by line, without what a terminal would obey.
QString whole(const QString &foreign);

inline QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

// A command that first looks what is new, as far as the network allows.
class MailCommand : public Command
{
public:
    using Command::Command;

protected:
    Notifications &mail() const { return documents().notifications(); }
    void fresh(std::function<void()> next);
    // What only the operator knows: CAR-CLI-009 at once where it said nothing just before, and after seconds where it says nothing now.
    template <typename Answer, typename Next> void ask(QFuture<Answer> (Notifications::*what)() , Next next)
    {
        if (m_silent)
            return fail(Error{errors::operatorAway, {}, {}});
        soon(this, (mail().*what)(), std::move(next));
    }

private:
    bool m_silent = false; // the operator, when it was asked what is new
};

} // namespace carriel::commands

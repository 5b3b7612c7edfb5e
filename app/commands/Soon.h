// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting for what only the operator can answer. What was decided is in the vault before, so one that says nothing for a few
// seconds is left, and the answer is CAR-CLI-009.
#pragma once

#include "app/commands/CommandErrors.h"
#include "app/commands/StandingStill.h"
#include "core/base/BaseErrors.h"
#include "core/remote/RemoteErrors.h"
#include "ui/text/Speaking.h"

#include <QFuture>
#include <QTimer>

#include <memory>
#include <utility>

namespace carriel::commands {

// Nothing was heard of the operator.
inline bool isSilence(const Error &error)
{
    return error.code == errors::operatorAway || error.code == remote::errors::unreachable || error.code == remote::errors::deadline ||
           error.code == remote::errors::providerAway;
}

// `next` gets the answer, or operatorAway, once, while `context` lives.
template <typename Answer, typename Next> void soon(QObject *context, QFuture<Answer> future, Next next)
{
    auto over = std::make_shared<bool>(false);
    const auto end = [over, next = std::move(next), language = text::spoken()](const Answer &answer) {
        const text::Speaking speaking(language);
        if (!std::exchange(*over, true))
            next(answer);
    };
    QTimer::singleShot(StandingStill::few, context, [end] { end(Answer(Error{errors::operatorAway, {}, {}})); });
    future.then(context, end).onCanceled(context, [end] { end(Answer(Error{errors::cancelled, {}, {}})); });
}

} // namespace carriel::commands

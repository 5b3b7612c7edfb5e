// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/Change.h"

#include "app/commands/Json.h"
#include "core/services/ServiceErrors.h"

namespace carriel::commands {

void Change::changed(const ItemId &id)
{
    sendThen([this, id](const std::optional<Error> &hindrance) {
        Q_UNUSED(hindrance) // it waits; the state of the item says so
        const auto details = documents().details(id);
        if (!details) {
            fail(Error{errors::itemNotFound, {{QStringLiteral("item"), id.text()}}, {}});
            return;
        }
        done(itemJson(details->row, details->path), details->path);
    });
}

void Change::act(QFuture<Outcome> future, const ItemId &id)
{
    then(std::move(future), [this, id](const Outcome &outcome) {
        if (outcome.ok())
            changed(id);
        else
            fail(outcome.error());
    });
}

} // namespace carriel::commands

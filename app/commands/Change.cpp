// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/Change.h"

#include "app/commands/CommandErrors.h"
#include "app/commands/Json.h"
#include "core/services/ServiceErrors.h"

namespace carriel::commands {

std::optional<DocumentRow> Change::named()
{
    const auto found = item(invocation().words.first());
    if (found.ok())
        return found.value();
    fail(found.error());
    return std::nullopt;
}

void Change::changed(const ItemId &id)
{
    const auto before = documents().details(id);
    const bool twofold = before && before->row.status == ItemStatus::Conflict;
    sendThen([this, id, twofold](const std::optional<Error> &hindrance) {
        const auto details = documents().details(id);
        if (!details) {
            fail(Error{errors::itemNotFound, {{QStringLiteral("item"), id.text()}}, {}});
            return;
        }
        // The operator has something else, and the act is not what the item shows now: that is not "done".
        const bool lost = !twofold && details->row.status == ItemStatus::Conflict;
        const Error conflict{errors::keptAsConflict, {{QStringLiteral("name"), details->row.name}}, {}};
        if (lost)
            tell(conflict);
        else if (hindrance || details->row.status == ItemStatus::Pending) // that is no failure
            noteWaits(hindrance);
        done(itemJson(details->row, details->path), details->path, lost ? exitFor(conflict) : exits::done);
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

QString confirmOrTakeBack(const ItemId &item)
{
    return QCoreApplication::translate("Commands", "Confirm it with: carriel-cli retry. Take it back with: carriel-cli undo %1").arg(item.text());
}

} // namespace carriel::commands

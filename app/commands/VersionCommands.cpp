// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// versions; conflicts, resolve: what a document was, and what two computers made of it.
#include "app/commands/Commands.h"

#include "app/commands/Change.h"
#include "app/commands/CommandErrors.h"
#include "app/commands/Json.h"
#include "core/services/Conflicts.h"
#include "core/services/ServiceErrors.h"
#include "core/services/Versions.h"
#include "ui/text/Format.h"

namespace carriel::commands {
namespace {

QString k(const char *name) { return QString::fromLatin1(name); }

class ListVersions final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        const auto found = document(invocation().words.first());
        if (!found.ok()) {
            fail(found.error());
            return;
        }
        QJsonArray items;
        QString text;
        for (const DocumentVersion &version : documents().versions().list(found.value().id)) {
            const ItemStatus state = !version.atOperator ? ItemStatus::Pending : version.here ? ItemStatus::Synced : ItemStatus::OnlineOnly;
            items += QJsonObject{{k("id"), version.id.text()},
                                 {k("name"), found.value().name},
                                 {k("state"), itemStatusName(state)},
                                 {k("number"), version.number},
                                 {k("head"), version.head},
                                 {k("created"), utcText(version.createdUtc)},
                                 {k("size"), version.size},
                                 {k("sha256"), QString::fromLatin1(version.sha256.toHex())},
                                 {k("media_type"), version.mediaType},
                                 {k("label"), version.label},
                                 {k("here"), version.here}};
            text += QString::number(version.number).rightJustified(4) + (version.head ? QStringLiteral(" * ") : QStringLiteral("   "))
                + text::dateTime(version.createdUtc).leftJustified(24) + text::size(version.size).rightJustified(10) + QStringLiteral("  ")
                + version.id.text() + u'\n';
        }
        listed(items, text);
    }
};

QJsonObject sideOf(const ConflictInfo &conflict, bool ours)
{
    QJsonObject out;
    for (const ConflictField &field : conflict.fields)
        out.insert(field.key, ours ? field.ours : field.theirs);
    return out;
}

class ListConflicts final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        QJsonArray items;
        QString text;
        for (const ConflictInfo &conflict : documents().conflicts().open()) {
            items += QJsonObject{{k("id"), conflict.id.text()},
                                 {k("name"), conflict.name},
                                 {k("state"), itemStatusName(ItemStatus::Conflict)},
                                 {k("item"), conflict.item.text()},
                                 {k("path"), conflict.path},
                                 {k("about"), conflictAboutName(conflict.about)},
                                 {k("ours"), sideOf(conflict, true)},
                                 {k("theirs"), sideOf(conflict, false)},
                                 {k("ours_version"), conflict.oursVersion.text()},
                                 {k("theirs_version"), conflict.theirsVersion.text()},
                                 {k("theirs_at"), utcText(conflict.theirsUtc)},
                                 {k("noticed"), utcText(conflict.oursUtc)}};
            text += conflict.id.text() + QStringLiteral("  ") + conflict.path + u'\n';
            for (const ConflictField &field : conflict.fields) {
                text += QStringLiteral("    ") + field.key + QStringLiteral(": ")
                    + QCoreApplication::translate("Commands", "here \"%1\", at the operator \"%2\"").arg(field.ours, field.theirs) + u'\n';
            }
        }
        listed(items, text);
    }
};

class Resolve final : public Change
{
public:
    using Change::Change;
    void start() override
    {
        const QString wanted = invocation().words.at(0);
        QList<ConflictId> ids;
        for (const ConflictInfo &conflict : documents().conflicts().open()) {
            if (wanted == QLatin1String("all") || conflict.id.text() == wanted || conflict.item.text() == wanted || conflict.path == wanted) {
                ids.append(conflict.id);
                m_items.append(conflict.item);
            }
        }
        if (ids.isEmpty() && wanted == QLatin1String("all")) {
            note(QCoreApplication::translate("Commands", "There is nothing to decide."));
            listed({}, {});
            return;
        }
        if (ids.isEmpty()) {
            fail(Error{errors::itemNotFound, {{k("item"), wanted}}, {}});
            return;
        }
        const auto how = resolutionFrom(invocation().words.at(1));
        then(documents().conflicts().resolve(ids, *how), [this](const Outcome &resolved) {
            if (!resolved.ok()) {
                fail(resolved.error());
                return;
            }
            sendThen([this](const std::optional<Error> &) { answer(); });
        });
    }

private:
    void answer()
    {
        QJsonArray items;
        QString text;
        for (const ItemId &id : std::as_const(m_items)) {
            if (const auto details = documents().details(id)) {
                items += itemJson(details->row, details->path);
                text += details->path + u'\n';
            }
        }
        if (m_items.size() == 1 && items.size() == 1)
            done(items.first().toObject(), text);
        else
            listed(items, text);
    }

    QList<ItemId> m_items;
};

} // namespace

std::unique_ptr<Command> makeVersionCommand(Environment &environment, const Invocation &invocation)
{
    if (invocation.command == QLatin1String("versions"))
        return std::make_unique<ListVersions>(environment, invocation);
    if (invocation.command == QLatin1String("conflicts"))
        return std::make_unique<ListConflicts>(environment, invocation);
    if (invocation.command == QLatin1String("resolve"))
        return std::make_unique<Resolve>(environment, invocation);
    return nullptr;
}

} // namespace carriel::commands

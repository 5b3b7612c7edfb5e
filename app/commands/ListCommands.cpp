// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// ls, search: what is there.
#include "app/commands/Commands.h"

#include "app/commands/CommandErrors.h"
#include "app/commands/Json.h"
#include "core/services/ServiceErrors.h"
#include "ui/text/Format.h"
#include "ui/text/MatchWords.h"
#include "ui/text/StatusWords.h"

#include <QTimer>

namespace carriel::commands {
namespace {

QString listLine(const DocumentRow &row, const QString &shown)
{
    const bool folder = row.type == ItemType::Folder;
    QString line = (folder ? QString() : text::size(row.size)).rightJustified(10) + QStringLiteral("  ")
        + text::dateTime(row.modifiedUtc).leftJustified(24) + QStringLiteral("  ")
        + text::shortWords(row.status).leftJustified(14) + QStringLiteral("  ") + shown;
    if (folder)
        line += u'/';
    if (!row.labels.isEmpty())
        line += QStringLiteral("  [") + row.labels.join(QStringLiteral(", ")) + u']';
    return line + u'\n';
}

class List final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        const QString path = invocation().words.value(0);
        const bool root = path.isEmpty() || path == QLatin1String("/") || path == QLatin1String(".");
        DocumentQuery query;
        QString prefix;
        if (invocation().has(QStringLiteral("trash"))) {
            query.state = ItemState::Trashed;
            query.everywhere = true;
        } else if (!root) {
            const auto found = item(path);
            if (!found.ok()) {
                fail(found.error());
                return;
            }
            const QString full = pathOf(documents(), found.value().id);
            if (found.value().type != ItemType::Folder) {
                listed({itemJson(found.value(), full)}, listLine(found.value(), found.value().name));
                return;
            }
            query.folder = found.value().id;
            prefix = full + u'/';
        }
        QJsonArray items;
        QString text;
        for (const DocumentRow &row : documents().rows(documents().ids(query))) {
            items += itemJson(row, prefix + row.name);
            if (!json()) // in the trash two may have one name
                text += listLine(row, query.state == ItemState::Trashed ? QString(row.id.text() + QStringLiteral("  ") + row.name) : row.name);
        }
        listed(items, text);
    }
};

class Search final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        // Without a window nothing reads words in the background, so they are read before the answer.
        then(session().indexAll(), [this](const Outcome &) { answer(); });
    }

private:
    void answer()
    {
        DocumentQuery query;
        query.text = invocation().words.join(u' ');
        query.everywhere = true;
        QJsonArray items;
        QString text;
        for (const DocumentRow &row : documents().rows(documents().ids(query))) {
            const QString path = pathOf(documents(), row.id);
            const text::Matched matched = text::matchedIn(row, query.text);
            QJsonObject object = itemJson(row, path);
            object.insert(QStringLiteral("matched"), text::matchedName(matched));
            items += object;
            if (!json())
                text += listLine(row, QString(path + QStringLiteral("  (") + text::matchedWords(matched) + u')'));
        }
        if (items.isEmpty())
            note(QCoreApplication::translate("Commands", "Nothing found."));
        listed(items, text);
    }

    bool m_answered = false;
};

} // namespace

std::unique_ptr<Command> makeListCommand(Environment &environment, const Invocation &invocation)
{
    if (invocation.command == QLatin1String("ls"))
        return std::make_unique<List>(environment, invocation);
    if (invocation.command == QLatin1String("search"))
        return std::make_unique<Search>(environment, invocation);
    return nullptr;
}

} // namespace carriel::commands

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// ls, search, get: reading.
#include "app/commands/Commands.h"

#include "app/commands/CommandErrors.h"
#include "app/commands/Json.h"
#include "core/services/ServiceErrors.h"
#include "ui/text/Format.h"
#include "ui/text/StatusWords.h"

#include <QFileInfo>
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
        if (!root) {
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
            if (!json())
                text += listLine(row, row.name);
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
            items += itemJson(row, path);
            if (!json())
                text += listLine(row, path);
        }
        if (items.isEmpty())
            note(QCoreApplication::translate("Commands", "Nothing found."));
        listed(items, text);
    }

    bool m_answered = false;
};

class Get final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        const auto found = item(invocation().words.first());
        if (!found.ok()) {
            fail(found.error());
            return;
        }
        m_row = found.value();
        if (m_row.type == ItemType::Folder) {
            fail(Error{errors::usage, {{QStringLiteral("what"), m_row.name}}, {}});
            return;
        }
        const QString given = invocation().options.value(QStringLiteral("output"));
        m_target = absolutePath(given.isEmpty() ? m_row.name : given);
        if (!given.isEmpty() && QFileInfo(m_target).isDir())
            m_target += u'/' + m_row.name;
        else if (given.isEmpty() && QFileInfo::exists(m_target)) {
            fail(Error{errors::fileThere, {{QStringLiteral("path"), m_target}}, {}});
            return;
        }
        then(documents().exportTo(m_row.id, m_target, progress(), cancelToken()), [this](const Outcome &written) {
            if (!written.ok()) {
                fail(written.error());
                return;
            }
            const auto details = documents().details(m_row.id);
            QJsonObject object = itemJson(details ? details->row : m_row, details ? details->path : QString());
            if (details)
                object.insert(QStringLiteral("sha256"), QString::fromLatin1(details->sha256.toHex()));
            object.insert(QStringLiteral("file"), m_target);
            done(object, m_target);
        });
    }

private:
    DocumentRow m_row;
    QString m_target;
};

} // namespace

std::unique_ptr<Command> makeListCommand(Environment &environment, const Invocation &invocation)
{
    if (invocation.command == QLatin1String("ls"))
        return std::make_unique<List>(environment, invocation);
    if (invocation.command == QLatin1String("search"))
        return std::make_unique<Search>(environment, invocation);
    if (invocation.command == QLatin1String("get"))
        return std::make_unique<Get>(environment, invocation);
    return nullptr;
}

} // namespace carriel::commands

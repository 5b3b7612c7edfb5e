// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// put: files of this computer into the folder. Stored first, sent after; the exit code tells how far it came.
#include "app/commands/Commands.h"

#include "app/commands/CommandErrors.h"
#include "app/commands/FolderPath.h"
#include "app/commands/Json.h"
#include "ui/text/Format.h"
#include "ui/text/StatusWords.h"

namespace carriel::commands {
namespace {

class Put final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        if (invocation().has(QStringLiteral("private"))) {
            fail(Error{errors::notSupported, {{QStringLiteral("what"), QStringLiteral("put --private")}}, {}});
            return;
        }
        ensureFolder(documents(), this, pathParts(invocation().options.value(QStringLiteral("to"))),
                     [this](const Result<ItemId> &folder) {
                         if (folder.ok())
                             add(folder.value());
                         else
                             fail(folder.error());
                     });
    }

private:
    void add(const ItemId &folder)
    {
        QList<AddRequest> requests;
        for (const QString &file : invocation().words)
            requests += AddRequest{absolutePath(file), folder, {}, OriginMedium::Electronic};
        then(documents().add(requests, progress(), cancelToken()), [this](const Result<QList<AddedDocument>> &added) {
            if (!added.ok()) {
                fail(added.error());
                return;
            }
            m_added = added.value();
            for (const AddedDocument &document : m_added) {
                if (document.error) {
                    note(document.path);
                    tell(*document.error);
                    m_exit = exitFor(*document.error);
                }
            }
            if (invocation().has(QStringLiteral("offline")))
                answer();
            else
                sendThen([this](const std::optional<Error> &hindrance) { sent(hindrance); });
        });
    }

    void sent(const std::optional<Error> &hindrance)
    {
        bool all = true;
        for (const AddedDocument &document : m_added) {
            const auto details = documents().details(document.id);
            all &= document.error || !details || details->row.status == ItemStatus::Synced
                || details->row.status == ItemStatus::LocalOnly;
        }
        if (hindrance && !all) {
            tell(*hindrance);
            m_exit = exitFor(*hindrance);
        } else if (!all) {
            const Error error{errors::notSent, {}, {}};
            tell(error);
            m_exit = exitFor(error);
        }
        answer();
    }

    void answer()
    {
        QJsonArray items;
        QString text;
        for (const AddedDocument &document : m_added) {
            if (document.error) {
                items += QJsonObject{{QStringLiteral("id"), QJsonValue()}, {QStringLiteral("name"), document.path},
                                     {QStringLiteral("state"), QStringLiteral("error")},
                                     {QStringLiteral("error"), errorJson(*document.error)}};
                continue;
            }
            const auto details = documents().details(document.id);
            QJsonObject object = details ? itemJson(details->row, details->path)
                                         : QJsonObject{{QStringLiteral("id"), document.id.text()},
                                                       {QStringLiteral("name"), document.name},
                                                       {QStringLiteral("state"), itemStatusName(ItemStatus::Pending)},
                                                       {QStringLiteral("size"), document.size}};
            object.insert(QStringLiteral("sha256"), QString::fromLatin1(document.sha256.toHex()));
            object.insert(QStringLiteral("file"), document.path);
            if (!document.originalName.isEmpty()) {
                object.insert(QStringLiteral("original_name"), document.originalName);
                note(QCoreApplication::translate("Commands", "\"%1\" is kept as \"%2\": the operator does not take that name.")
                         .arg(document.originalName, document.name));
            }
            items += object;
            text += document.id.text() + QStringLiteral("  ") + QString::fromLatin1(document.sha256.toHex()) + QStringLiteral("  ")
                + text::shortWords(details ? details->row.status : ItemStatus::Pending) + QStringLiteral("  ") + document.name
                + u'\n';
        }
        // One file: its facts stand at the top as well, where a script looks first.
        QJsonObject object = items.size() == 1 ? items.first().toObject() : QJsonObject();
        object.insert(QStringLiteral("items"), items);
        done(object, text, m_exit);
    }

    QList<AddedDocument> m_added;
    int m_exit = exits::done;
};

} // namespace

std::unique_ptr<Command> makePutCommand(Environment &environment, const Invocation &invocation)
{
    if (invocation.command == QLatin1String("put"))
        return std::make_unique<Put>(environment, invocation);
    return nullptr;
}

} // namespace carriel::commands

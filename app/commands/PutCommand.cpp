// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// put: files of this computer into the folder. Stored first, sent after; the exit code tells how far it came.
#include "app/commands/Commands.h"

#include "app/commands/CommandErrors.h"
#include "app/commands/FolderPath.h"
#include "app/commands/Json.h"
#include "app/commands/SealedDigest.h"
#include "app/commands/UnsentTwins.h"
#include "core/base/FolderNames.h"
#include "core/services/ServiceErrors.h"
#include "core/services/Shares.h"
#include "core/services/sealed/SealedDocuments.h"
#include "ui/text/Format.h"
#include "ui/text/ShareWords.h"
#include "ui/text/StatusWords.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QTimer>

#include <algorithm>

namespace carriel::commands {
namespace {

constexpr qint64 worthSendingMeanwhile = 32 << 20; // less is stored before a first bundle could leave
constexpr std::chrono::milliseconds pauseBetweenRounds{300};

class Put final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        if (invocation().has(QStringLiteral("as"))) {
            addVersion();
            return;
        }
        const QStringList target = pathParts(invocation().options.value(QStringLiteral("to")));
        if (const Outcome fit = documents().checkPath(target); !fit) {
            fail(fit.error());
            return;
        }
        look(target);
        if (m_files.isEmpty() && m_folders.isEmpty()) {
            answer(); // what was wrong with each has been told; no folder is made for nothing
            return;
        }
        m_folders.prepend(target);
        makeFolders(0);
    }

private:
    // The file is what this document is from now on; what it was stays in its history.
    void addVersion()
    {
        if (invocation().words.size() > 1 || invocation().has(QStringLiteral("to")) ||
            invocation().has(QStringLiteral("sealed")) || invocation().has(QStringLiteral("recursive"))) {
            fail(Error{errors::badWord,
                       {{QStringLiteral("what"), QStringLiteral("--as")},
                        {QStringLiteral("usage"), QStringLiteral("put FILE --as PATH|ID [--offline]")}},
                       {}});
            return;
        }
        const QString path = absolutePath(invocation().words.first());
        if (const Outcome readable = Documents::checkFile(path); !readable) {
            fail(readable.error());
            return;
        }
        const auto found = document(invocation().options.value(QStringLiteral("as")));
        if (!found.ok()) {
            fail(found.error());
            return;
        }
        then(documents().addVersion(found.value().id, path), [this, path, row = found.value()](const Outcome &added) {
            if (!added.ok()) {
                fail(added.error());
                return;
            }
            if (const QString readers = text::shareReaders(Shares(documents()).of(row.id)); !readers.isEmpty())
                note(readers);
            const auto details = documents().details(row.id);
            m_added.append(AddedDocument{path,
                                         row.id,
                                         row.name,
                                         {},
                                         details ? details->row.size : 0,
                                         details ? details->sha256 : QByteArray(),
                                         {}});
            if (invocation().has(QStringLiteral("offline")))
                answer();
            else
                sendThen([this](const std::optional<Error> &hindrance) { sent(hindrance); });
        });
    }

    // What to add and into which folder, before anything is made.
    void look(const QStringList &target)
    {
        const bool recursive = invocation().has(QStringLiteral("recursive"));
        QSet<QString> seen;
        for (const QString &word : invocation().words) {
            const QString path = absolutePath(word);
            if (seen.contains(path))
                continue; // named twice: it is one document all the same
            seen.insert(path);
            if (recursive && QFileInfo(path).isDir())
                lookInside(path, target + QStringList{QFileInfo(path).fileName()});
            else
                take(path, target);
        }
    }

    void take(const QString &path, const QStringList &folder)
    {
        if (const Outcome readable = Documents::checkFile(path); !readable)
            refused(path, readable.error());
        else
            m_files.append({path, folder});
    }

    void lookInside(const QString &path, const QStringList &folder)
    {
        if (const Outcome fit = documents().checkPath(folder); !fit) {
            refused(path, fit.error());
            return;
        }
        if (!QFileInfo(path).isReadable()) {
            refused(path, Error{errors::fileForbidden, {{QStringLiteral("path"), path}}, {}});
            return;
        }
        m_folders.append(folder);
        for (const QString &name : namesThatAreNotText(path)) {
            const QString there = QDir(path).filePath(name);
            refused(there, Error{errors::fileNameNotText, {{QStringLiteral("path"), there}}, {}});
        }
        const QFileInfoList entries =
            QDir(path).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
        for (const QFileInfo &entry : entries) {
            if (entry.isSymLink()) { // it may lead back here, or to what nobody meant to give away
                note(QCoreApplication::translate("Commands", "Left out, because it only points elsewhere: %1")
                         .arg(onOneLine(entry.filePath())));
                continue;
            }
            if (entry.isDir())
                lookInside(entry.filePath(), folder + QStringList{entry.fileName()});
            else
                take(entry.filePath(), folder);
        }
    }

    void refused(const QString &path, const Error &error)
    {
        tell(error, {{QStringLiteral("file"), path}});
        m_exit = exitFor(error);
    }

    void makeFolders(qsizetype next)
    {
        if (next == m_folders.size()) {
            add();
            return;
        }
        const QStringList parts = m_folders.at(next);
        const auto made = [this, next, parts](const Result<ItemId> &folder) {
            if (!folder.ok()) {
                fail(folder.error());
                return;
            }
            m_places.insert(parts, folder.value());
            m_cameFrom.insert(folder.value(), parts);
            if (next > 0) {
                const QList<DocumentRow> rows = documents().rows({folder.value()});
                noteName(parts.last(), rows.isEmpty() ? QString() : rows.first().name);
            } else if (!parts.isEmpty()) {
                const QStringList stored = pathOf(documents(), folder.value()).split(u'/');
                for (qsizetype i = 0; i < qMin(parts.size(), stored.size()); ++i)
                    noteName(parts.at(i), stored.at(i));
            }
            makeFolders(next + 1);
        };
        if (next == 0) {
            ensureFolder(documents(), this, parts, made);
            return;
        }
        const ItemId parent = m_places.value(parts.first(parts.size() - 1));
        ensureFolderIn(documents(), this, parent, parts.last(), [this, parent, parts, made](const Result<ItemId> &folder) {
            // Two folders of the disk may come to one name: they stay two.
            if (folder.ok() && m_cameFrom.value(folder.value(), parts) != parts)
                then(documents().addFolder(parent, parts.last()), made);
            else
                made(folder);
        });
    }

    void add()
    {
        QList<AddRequest> requests;
        qint64 bytes = 0;
        for (const auto &[path, folder] : std::as_const(m_files)) {
            requests += AddRequest{path, m_places.value(folder), {}, OriginMedium::Electronic};
            bytes += QFileInfo(path).size();
        }
        if (invocation().has(QStringLiteral("sealed"))) { // each sealing gives other bytes
            addThese(requests, bytes);
            return;
        }
        then(unsentTwins(documents(), requests), [this, requests, bytes](const QHash<QString, ItemId> &twins) {
            QList<AddRequest> others;
            for (const AddRequest &request : requests) {
                if (const auto twin = twins.constFind(request.path); twin != twins.constEnd())
                    goOn(request.path, *twin);
                else
                    others.append(request);
            }
            addThese(others, bytes);
        });
    }

    // It is the document that an earlier put left here, not sent.
    void goOn(const QString &path, const ItemId &id)
    {
        const auto details = documents().details(id);
        if (!details)
            return;
        m_added.append(AddedDocument{path, id, details->row.name, {}, details->row.size, details->sha256, {}});
        m_wentOn.insert(id);
        note(QCoreApplication::translate("Commands", "\"%1\" is here already and was not sent yet: it goes on, and no copy is made.")
                 .arg(onOneLine(details->path)));
    }

    void addThese(const QList<AddRequest> &requests, qint64 bytes)
    {
        m_adding = !invocation().has(QStringLiteral("offline")) && session().account().loggedIn &&
                   bytes > worthSendingMeanwhile;
        sendMeanwhile();
        const bool sealed = invocation().has(QStringLiteral("sealed"));
        auto adding = sealed ? SealedDocuments::of(documents()).add(requests, progress(), cancelToken())
                             : documents().add(requests, progress(), cancelToken());
        then(std::move(adding), [this](const Result<QList<AddedDocument>> &added) {
            m_adding = false;
            if (!added.ok()) {
                fail(added.error());
                return;
            }
            for (const AddedDocument &document : added.value()) {
                if (document.error)
                    refused(document.path, *document.error);
                else
                    m_added.append(document);
            }
            if (invocation().has(QStringLiteral("offline")))
                answer();
            else
                sendThen([this](const std::optional<Error> &hindrance) { sent(hindrance); });
        });
    }

    // What is stored already travels while the rest is read. What hinders it is told at the end, when all is sent once
    // more.
    void sendMeanwhile()
    {
        if (!m_adding)
            return;
        then(session().syncOnce(), [this](const Result<SyncStatus> &status) {
            if (status.ok())
                QTimer::singleShot(pauseBetweenRounds, this, [this] { sendMeanwhile(); });
        });
    }

    void sent(const std::optional<Error> &hindrance)
    {
        QList<ItemId> ids;
        for (const AddedDocument &document : m_added)
            ids.append(document.id);
        const QList<DocumentRow> rows = documents().rows(ids);
        const bool all = std::all_of(rows.begin(), rows.end(), [](const DocumentRow &row) {
            return row.status == ItemStatus::Synced || row.status == ItemStatus::LocalOnly;
        });
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
            const auto details = documents().details(document.id);
            QJsonObject object = details ? itemJson(details->row, details->path)
                                         : QJsonObject{{QStringLiteral("id"), document.id.text()},
                                                       {QStringLiteral("name"), document.name},
                                                       {QStringLiteral("state"), itemStatusName(ItemStatus::Pending)},
                                                       {QStringLiteral("size"), document.size}};
            object.insert(digestName(details ? details->custody : Custody::Open), QString::fromLatin1(document.sha256.toHex()));
            object.insert(QStringLiteral("file"), document.path);
            if (details && details->custody == Custody::Private)
                object.insert(QStringLiteral("sealed"), true);
            if (m_wentOn.contains(document.id))
                object.insert(QStringLiteral("goes_on"), true);
            if (!document.originalName.isEmpty()) {
                object.insert(QStringLiteral("original_name"), document.originalName);
                noteName(document.originalName, document.name);
            }
            if (!document.sameAs.isEmpty()) {
                object.insert(QStringLiteral("same_as"), document.sameAs);
                note(
                    QCoreApplication::translate(
                        "Commands", "You have this very document already: \"%1\". It was kept a second time as \"%2\".")
                        .arg(onOneLine(document.sameAs), onOneLine(details ? details->path : document.name)));
            }
            items += object;
            text += document.id.text() + QStringLiteral("  ") + QString::fromLatin1(document.sha256.toHex()) +
                    QStringLiteral("  ") + text::shortWords(details ? details->row.status : ItemStatus::Pending) +
                    QStringLiteral("  ") + document.name + u'\n';
        }
        // One file: its facts stand at the top as well, where a script looks first.
        QJsonObject object = items.size() == 1 ? items.first().toObject() : QJsonObject();
        object.insert(QStringLiteral("items"), items);
        done(object, text, m_exit);
    }

    struct File
    {
        QString path;
        QStringList folder;
    };
    QList<File> m_files;
    QList<QStringList> m_folders; // in the order in which they are made
    QHash<QStringList, ItemId> m_places;
    QHash<ItemId, QStringList> m_cameFrom;
    QList<AddedDocument> m_added; // without those that were refused
    QSet<ItemId> m_wentOn;        // those of an earlier put
    int m_exit = exits::done;
    bool m_adding = false;
};

} // namespace

std::unique_ptr<Command> makePutCommand(Environment &environment, const Invocation &invocation)
{
    if (invocation.command == QLatin1String("put"))
        return std::make_unique<Put>(environment, invocation);
    return nullptr;
}

} // namespace carriel::commands

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/FolderPath.h"

#include "app/commands/CommandErrors.h"
#include "app/commands/Json.h"
#include "ui/text/Speaking.h"

namespace carriel::commands {
namespace {

QString pathIn(const Documents &documents, const ItemId &parent, const QString &name)
{
    const QString stored = documents.storedName(name);
    return parent == rootItem() ? stored : QString(pathOf(documents, parent) + u'/' + stored);
}

void step(Documents &documents, QObject *context, const ItemId &parent, QStringList rest, std::function<void(Result<ItemId>)> done)
{
    if (rest.isEmpty()) {
        done(parent);
        return;
    }
    const QString name = rest.takeFirst();
    ensureFolderIn(documents, context, parent, name, [&documents, context, rest, done](const Result<ItemId> &folder) {
        if (folder.ok())
            step(documents, context, folder.value(), rest, done);
        else
            done(folder);
    });
}

} // namespace

QStringList pathParts(const QString &path)
{
    return path.split(u'/', Qt::SkipEmptyParts);
}

void ensureFolder(Documents &documents, QObject *context, const QStringList &parts, std::function<void(Result<ItemId>)> done)
{
    if (const Outcome fit = documents.checkPath(parts); !fit) {
        done(fit.error());
        return;
    }
    QStringList stored;
    for (const QString &part : parts)
        stored += documents.storedName(part);
    for (qsizetype i = 1; i <= stored.size(); ++i) {
        const QString path = stored.mid(0, i).join(u'/');
        const auto found = documents.byPath(path);
        if (!found)
            break;
        const QList<DocumentRow> rows = documents.rows({*found});
        if (rows.isEmpty() || rows.first().type == ItemType::Folder)
            continue;
        done(Error{errors::isDocument, {{QStringLiteral("name"), path}}, {}});
        return;
    }
    step(documents, context, rootItem(), parts, std::move(done));
}

void ensureFolderIn(Documents &documents, QObject *context, const ItemId &parent, const QString &name,
                    std::function<void(Result<ItemId>)> done)
{
    const QString path = pathIn(documents, parent, name);
    const auto found = documents.byPath(path);
    if (!found) {
        documents.addFolder(parent, name).then(context, [done = std::move(done), language = text::spoken()](const Result<ItemId> &made) {
            const text::Speaking speaking(language);
            done(made);
        });
        return;
    }
    const QList<DocumentRow> rows = documents.rows({*found});
    if (rows.isEmpty() || rows.first().type != ItemType::Folder)
        done(Error{errors::isDocument, {{QStringLiteral("name"), path}}, {}});
    else
        done(*found);
}

} // namespace carriel::commands

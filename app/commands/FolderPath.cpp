// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/FolderPath.h"

#include "app/commands/CommandErrors.h"

namespace carriel::commands {
namespace {

void step(Documents &documents, QObject *context, const ItemId &parent, const QStringList &before, QStringList rest,
          std::function<void(Result<ItemId>)> done)
{
    if (rest.isEmpty()) {
        done(parent);
        return;
    }
    const QStringList here = before + QStringList{rest.takeFirst()};
    if (const auto found = documents.byPath(here.join(u'/'))) {
        const QList<DocumentRow> rows = documents.rows({*found});
        if (rows.isEmpty() || rows.first().type != ItemType::Folder)
            done(Error{errors::isDocument, {{QStringLiteral("name"), here.join(u'/')}}, {}});
        else
            step(documents, context, *found, here, rest, std::move(done));
        return;
    }
    documents.addFolder(parent, here.last()).then(context, [&documents, context, here, rest, done](const Result<ItemId> &made) {
        if (made.ok())
            step(documents, context, made.value(), here, rest, done);
        else
            done(made.error());
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
    for (qsizetype i = 1; i <= parts.size(); ++i) {
        const QString path = parts.mid(0, i).join(u'/');
        const auto found = documents.byPath(path);
        if (!found)
            break;
        const QList<DocumentRow> rows = documents.rows({*found});
        if (rows.isEmpty() || rows.first().type == ItemType::Folder)
            continue;
        done(Error{errors::isDocument, {{QStringLiteral("name"), path}}, {}});
        return;
    }
    step(documents, context, rootItem(), {}, parts, std::move(done));
}

} // namespace carriel::commands

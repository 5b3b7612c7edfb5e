// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ActivityWords.h"

#include "ui/text/SignatureWords.h"

#include <QCoreApplication>

namespace carriel::text {
namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Activity)
};

} // namespace

QString activityWords(const ActivityRecord &record)
{
    const QString &kind = record.kind;
    if (record.erased)
        return Tr::tr("Something whose detail was erased at your wish");
    const QString name = record.name.isEmpty() ? Tr::tr("A document") : Tr::tr("“%1”").arg(record.name);
    if (kind == QLatin1String("document.added"))
        return Tr::tr("%1 was added").arg(name);
    if (kind == QLatin1String("folder.added"))
        return Tr::tr("The folder %1 was made").arg(name);
    if (kind == QLatin1String("document.version_added"))
        return Tr::tr("%1 got a new version").arg(name);
    if (kind == QLatin1String("document.rescued"))
        return Tr::tr("%1 was kept, though it was deleted elsewhere").arg(name);
    if (kind == QLatin1String("document.renamed") || kind == QLatin1String("item.renamed"))
        return record.before.isEmpty() ? Tr::tr("%1 was given its name").arg(name)
                                       : Tr::tr("“%1” was renamed to %2").arg(record.before, name);
    if (kind == QLatin1String("item.moved"))
        return Tr::tr("%1 was moved").arg(name);
    if (kind == QLatin1String("item.described"))
        return Tr::tr("Labels, note or dates of %1 were changed").arg(name);
    if (kind == QLatin1String("item.trashed"))
        return Tr::tr("%1 went to the trash").arg(name);
    if (kind == QLatin1String("item.restored"))
        return Tr::tr("%1 was taken out of the trash").arg(name);
    if (kind == QLatin1String("item.purged"))
        return Tr::tr("%1 was deleted for ever").arg(name);
    if (kind == QLatin1String("document.verdict_changed"))
        return Tr::tr("Looked at the signatures of %1 again: %2. Before: %3.")
            .arg(name, shortVerdict(record.verdict), shortVerdict(record.before));
    if (kind == QLatin1String("document.signed"))
        return Tr::tr("You signed %1").arg(name);
    if (kind == QLatin1String("document.exported"))
        return Tr::tr("A copy of %1 was saved outside the folder").arg(name);
    if (kind == QLatin1String("document.printed"))
        return Tr::tr("%1 was printed").arg(name);
    if (kind == QLatin1String("removal.accepted"))
        return Tr::tr("You agreed that %1 was removed by another computer").arg(name);
    if (kind == QLatin1String("conflict.resolved"))
        return Tr::tr("You decided between two versions of %1").arg(name);
    if (kind == QLatin1String("log.forked"))
        return Tr::tr("This record goes on after the documents were saved from a damaged file");
    return record.name.isEmpty() ? kind : QString(kind + QLatin1String(": ") + record.name);
}

QString activityIcon(const QString &kind)
{
    if (kind.endsWith(QLatin1String("added")))
        return QStringLiteral("plus");
    if (kind.endsWith(QLatin1String("renamed")))
        return QStringLiteral("pencil");
    if (kind == QLatin1String("item.moved"))
        return QStringLiteral("folder-input");
    if (kind == QLatin1String("item.described"))
        return QStringLiteral("tag");
    if (kind == QLatin1String("item.trashed") || kind == QLatin1String("item.purged"))
        return QStringLiteral("trash-2");
    if (kind == QLatin1String("item.restored") || kind == QLatin1String("document.rescued"))
        return QStringLiteral("rotate-ccw");
    if (kind == QLatin1String("document.verdict_changed"))
        return QStringLiteral("shield-check");
    if (kind == QLatin1String("document.signed"))
        return QStringLiteral("pen-line");
    if (kind == QLatin1String("document.exported"))
        return QStringLiteral("download");
    if (kind == QLatin1String("document.printed"))
        return QStringLiteral("printer");
    return kind == QLatin1String("conflict.resolved") ? QStringLiteral("copy") : QStringLiteral("activity");
}

} // namespace carriel::text

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/Elsewhere.h"

#include "core/services/Activity.h"
#include "core/services/Documents.h"
#include "ui/documents/Place.h"

#include <QCoreApplication>

#include <algorithm>

namespace carriel::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Elsewhere)
};

// What is done here stands in the record of this computer.
bool doneHere(const Documents &documents, const ItemId &id)
{
    constexpr int seconds = 30;
    const QDateTime since = QDateTime::currentDateTimeUtc().addSecs(-seconds);
    const QList<ActivityRecord> records = documents.activity().of(id, 5);
    return std::any_of(records.begin(), records.end(), [&](const ActivityRecord &record) {
        return record.whenUtc >= since &&
               (record.kind == QLatin1String("item.moved") || record.kind == QLatin1String("item.trashed") ||
                record.kind == QLatin1String("item.restored") || record.kind == QLatin1String("item.purged"));
    });
}

} // namespace

std::optional<Elsewhere> goneElsewhere(const Documents &documents, const QList<ItemId> &gone, const ItemId &folder,
                                       const std::optional<DocumentRow> &known)
{
    int count = 0;
    std::optional<DocumentRow> first;
    for (const ItemId &id : gone.mid(0, 200)) {
        const QList<DocumentRow> now = documents.rows({id});
        const bool stays = !now.isEmpty() && now.first().status != ItemStatus::Trashed &&
                           (folder.isEmpty() || now.first().parent == folder);
        if (stays || doneHere(documents, id))
            continue;
        if (count++ == 0)
            first = now.isEmpty() ? known : std::optional(now.first());
        if (now.isEmpty() && first && first->id == id)
            first->parent = {}; // it is nowhere
    }
    if (count == 0 || !first)
        return std::nullopt;
    if (count > 1)
        return Elsewhere{Tr::tr("Another computer moved or removed %n of the chosen documents.", nullptr, count), {}, {}};
    if (first->parent.isEmpty())
        return Elsewhere{Tr::tr("Another computer deleted “%1” for ever.").arg(first->name), {}, {}};
    if (first->status == ItemStatus::Trashed)
        return Elsewhere{Tr::tr("Another computer put “%1” into the trash.").arg(first->name), Tr::tr("See the trash"), {}};
    return Elsewhere{Tr::tr("Another computer moved “%1” to “%2”.").arg(first->name, placeOf(documents, first->parent)),
                     Tr::tr("Go there"), first->id};
}

} // namespace carriel::ui

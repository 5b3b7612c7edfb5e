// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Guard.h"

#include "core/services/AccountStore.h"
#include "core/services/VaultAccess.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace carriel {

QList<MissingItem> Guard::missing() const
{
    QList<MissingItem> out;
    if (!m_access.reader)
        return out;
    vault::RowReader rows(m_access.reader->database());
    for (const ItemId &id : m_access.seen(m_access.reader->missingAtOperator())) {
        const auto item = m_access.seen(rows.item(id));
        const auto row = m_access.seen(m_access.reader->row(id));
        if (!item || !row)
            continue;
        MissingItem missing;
        missing.item = id;
        missing.type = item->type;
        missing.name = item->local.name;
        QStringList path;
        for (const vault::FolderEntry &entry : m_access.seen(m_access.reader->pathTo(id)))
            path.append(entry.name);
        missing.path = path.join(u'/');
        missing.sinceUtc = item->missingSinceUtc;
        missing.here = item->type == ItemType::Folder || row->here;
        out.append(missing);
    }
    return out;
}

QFuture<Outcome> Guard::sendAgain(QList<ItemId> items)
{
    return m_access.decide(items, [items](sync::Decisions &decisions) { return decisions.uploadAgain(items); });
}

QFuture<Outcome> Guard::letGo(QList<ItemId> items)
{
    return m_access.decide(items, [items](sync::Decisions &decisions) { return decisions.letGo(items); });
}

std::optional<MassRemoval> Guard::massRemoval() const
{
    if (!m_access.reader)
        return std::nullopt;
    MassRemoval out;
    for (const sync::ConflictRow &row : m_access.seen(vault::RowReader(m_access.reader->database()).openConflicts())) {
        if (row.kind != sync::ConflictKind::Removal)
            continue;
        ++out.removed;
        if (!out.sinceUtc.isValid() || row.createdUtc < out.sinceUtc)
            out.sinceUtc = row.createdUtc;
        if (out.items.size() < 1000)
            out.items.append(row.item);
    }
    if (out.removed == 0)
        return std::nullopt;
    out.known = int(m_access.reader->database()
                        .number("SELECT count(*) FROM item i WHERE l_state=0 OR EXISTS(SELECT 1 FROM conflict c WHERE c.item=i.id"
                                " AND c.resolution IS NULL AND c.kind=5)")
                        .valueOr(0));
    return out;
}

namespace {
QFuture<Outcome> answer(VaultAccess &access, sync::Choice choice)
{
    return access.decide({}, [choice](sync::Decisions &decisions) -> Outcome {
        CARRIEL_TRY([[maybe_unused]] const int resolved, decisions.resolveAll(choice, sync::ConflictKind::Removal));
        return {};
    });
}
} // namespace

QFuture<Outcome> Guard::acceptMassRemoval()
{
    return answer(m_access, sync::Choice::Theirs);
}

QFuture<Outcome> Guard::undoMassRemoval()
{
    return answer(m_access, sync::Choice::Mine);
}

qint64 Guard::trashSeconds() const
{
    if (!m_access.reader || !m_access.connected)
        return 0;
    const auto known = AccountStore(m_access.reader->database()).knownOperator();
    if (!known.ok() || !known.value())
        return 0;
    const QJsonObject said = QJsonDocument::fromJson(known.value()->op.source).object();
    return said.value(QLatin1String("retention")).toObject().value(QLatin1String("trash_s")).toInteger();
}

} // namespace carriel

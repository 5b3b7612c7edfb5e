// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Storage.h"

#include "core/services/Eviction.h"
#include "core/services/StorageErrors.h"
#include "core/services/VaultAccess.h"
#include "core/vault/Settings.h"
#include "core/vault/StorageQuery.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

namespace carriel {

namespace {
KeepRule ruleFrom(sync::Keep keep)
{
    return keep == sync::Keep::On ? KeepRule::Keep : keep == sync::Keep::Off ? KeepRule::Release : KeepRule::Inherited;
}

StorageUse useFrom(const vault::SpaceTaken &taken)
{
    StorageUse out;
    out.here = taken.here;
    out.kept = taken.kept;
    out.freeable = taken.freeable;
    out.onlyHere = taken.onlyHere;
    out.all = taken.all;
    return out;
}
} // namespace

StorageUse Storage::use() const
{
    if (!m_access.reader)
        return {};
    vault::Database &database = m_access.reader->database();
    StorageUse out = useFrom(m_access.seen(vault::StorageQuery(database).taken(rootItem())));
    const QFileInfo file(database.path());
    out.vaultFile = file.size() + QFileInfo(QString(database.path() + QLatin1String("-wal"))).size();
    const QStorageInfo disk(file.absolutePath());
    out.diskFree = disk.isValid() ? disk.bytesAvailable() : -1;
    return out;
}

StorageUse Storage::useOf(const ItemId &folder) const
{
    return m_access.reader ? useFrom(m_access.seen(vault::StorageQuery(m_access.reader->database()).taken(folder)))
                           : StorageUse();
}

QList<KeptFolder> Storage::rules() const
{
    QList<KeptFolder> out;
    if (!m_access.reader)
        return out;
    const auto all = m_access.seen(vault::StorageQuery(m_access.reader->database()).rules());
    for (const auto &[item, keep] : all) {
        KeptFolder folder;
        folder.item = item;
        folder.rule = ruleFrom(keep);
        QStringList path;
        for (const vault::FolderEntry &entry : m_access.seen(m_access.reader->pathTo(folder.item)))
            path.append(entry.name);
        if (path.isEmpty())
            continue; // removed meanwhile
        folder.path = path.join(u'/');
        const StorageUse use = useOf(folder.item);
        folder.here = use.here;
        folder.all = use.all;
        out.append(folder);
    }
    std::sort(out.begin(), out.end(), [](const KeptFolder &a, const KeptFolder &b) { return a.path < b.path; });
    return out;
}

KeepRule Storage::ruleOf(const ItemId &item) const
{
    return m_access.reader ? ruleFrom(m_access.seen(vault::StorageQuery(m_access.reader->database()).ruleOf(item), sync::Keep::Inherit))
                           : KeepRule::Inherited;
}

bool Storage::isKept(const ItemId &item) const
{
    if (!m_access.reader)
        return false;
    QList<vault::FolderEntry> path = m_access.seen(m_access.reader->pathTo(item));
    for (auto it = path.crbegin(); it != path.crend(); ++it) {
        const KeepRule rule = ruleOf(it->id);
        if (rule != KeepRule::Inherited)
            return rule == KeepRule::Keep;
    }
    return keepsEverything();
}

bool Storage::keepsEverything() const
{
    return m_access.reader &&
           vault::Settings(m_access.reader->database()).value(QLatin1String(vault::settings::offlineMode)) !=
               QLatin1String("pinned");
}

QFuture<Outcome> Storage::setKeepEverything(bool on)
{
    return m_access.edit<void>({}, [on](EngineHost &host) {
        return vault::Settings(host.store().database())
            .set(QLatin1String(vault::settings::offlineMode), on ? QStringLiteral("all") : QStringLiteral("pinned"));
    });
}

namespace {
Outcome setRules(EngineHost &host, const QList<ItemId> &items, sync::Keep wish)
{
    for (const ItemId &item : items) {
        CARRIEL_TRY(const auto row, host.store().item(item));
        if (!row || row->local.state == ItemState::Removed)
            return Error{errors::itemNotFound, {{QStringLiteral("item"), item.text()}}, {}};
    }
    return host.edits().keep(items, wish);
}

// One after the other. What is a last copy stays, and the others go; an operator that is not reached ends it.
void freeEach(EngineHost &host, QList<ItemId> items, const std::function<void(Outcome)> &finish, int last = 0)
{
    if (items.isEmpty())
        return finish(last == 0 ? Outcome() : Outcome(Error{errors::lastCopy, {{QStringLiteral("count"), last}}, {}}));
    const ItemId first = items.takeFirst();
    freeUnkept(host, first, [&host, items, finish, last](const Result<qint64> &freed) {
        if (freed.ok())
            return freeEach(host, items, finish, last);
        if (freed.error().code != errors::lastCopy)
            return finish(freed.error());
        freeEach(host, items, finish, last + freed.error().params.value(QStringLiteral("count")).toInt());
    });
}
} // namespace

QFuture<Outcome> Storage::setRule(QList<ItemId> items, KeepRule rule)
{
    return postAsync<Outcome>(m_access.host, [host = m_access.host, items, rule](auto finish) {
        if (!host->isOpen())
            return finish(VaultAccess::locked());
        const sync::Keep wish = rule == KeepRule::Keep ? sync::Keep::On : rule == KeepRule::Release ? sync::Keep::Off : sync::Keep::Inherit;
        const Outcome set = setRules(*host, items, wish);
        if (!set.ok())
            return finish(set);
        host->edited(items);
        if (rule != KeepRule::Release)
            return finish(Outcome());
        freeEach(*host, items, [host, items, finish](const Outcome &freed) {
            if (host->isOpen())
                host->edited(items);
            finish(freed);
        });
    });
}

QFuture<Result<qint64>> Storage::freeNow()
{
    return postAsync<Result<qint64>>(m_access.host, [host = m_access.host](auto finish) {
        if (!host->isOpen())
            return finish(VaultAccess::locked());
        freeUnkept(*host, rootItem(), [host, finish](const Result<qint64> &freed) {
            if (host->isOpen())
                host->edited({});
            finish(freed);
        });
    });
}

} // namespace carriel

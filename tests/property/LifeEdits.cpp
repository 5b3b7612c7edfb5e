// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What people do, and what happens to them.
#include "tests/property/Life.h"

namespace carriel::property {

using namespace sync;
using namespace sim;

QByteArray Life::content(const Step &step)
{
    if (step.c % 20 == 3 && !m_stored.isEmpty())
        return m_stored.first(); // the same bytes once more
    const qsizetype size = step.c % 331 == 7 ? chunkSize + step.b % 5000 : step.c % 4 == 0 ? 65 + step.b % 300 : step.b % 30;
    return contentOf(m_story.seed * 1000 + quint64(++m_count), int(step.a % 7), size);
}

static QString nameOf(quint32 which)
{
    static const char *const names[] = {"acta", "Acta", "diploma.pdf", "CON", "recibo.pdf", "a/b", "\u00f1", "x"};
    return QString::fromUtf8(names[which % 8]);
}

ItemId Life::any(SimClient &client, quint32 which, std::optional<ItemState> state, bool folderToo)
{
    QList<ItemId> ids;
    for (const ItemRow &row : std::as_const(client.store.data.items)) {
        if ((!state || row.local.state == *state) && (folderToo || row.type == ItemType::Document))
            ids.append(row.id);
    }
    return ids.isEmpty() ? ItemId() : ids.at(which % ids.size());
}

ItemId Life::folder(SimClient &client, quint32 which)
{
    QList<ItemId> ids{rootItem()};
    for (const ItemRow &row : std::as_const(client.store.data.items)) {
        if (row.local.state == ItemState::Active && row.type == ItemType::Folder)
            ids.append(row.id);
    }
    return ids.at(which % ids.size());
}

void Life::releaseBytes(SimClient &client, const BlobId &blob)
{
    m_released.insert(client.store.bytesOf(blob));
}

void Life::storeAgain(SimClient &client, const BlobId &blob)
{
    const BlobRow row = client.store.data.blobs.value(blob);
    // An operator that went back may have lost what is here and not looked at yet.
    const QByteArray there = m_world.server.blobs.value(row.remoteId);
    const QByteArray bytes = row.state == BlobState::Verified || there.isEmpty() ? client.store.bytesOf(blob) : there;
    if (m_stored.contains(bytes))
        m_stored.append(bytes);
}

void Life::release(SimClient &client, const ItemId &id)
{
    const QList<VersionId> versions = client.store.data.versionsOf.value(id);
    for (const VersionId &version : versions)
        releaseBytes(client, client.store.data.versions.value(version).blob);
    const QSet<ItemId> children = client.store.data.childrenOf.value(id);
    for (const ItemId &child : children)
        release(client, child);
}

bool Life::edit(const At &at)
{
    SimClient &client = at.client;
    Edits &edits = *client.edits;
    const Step &step = at.step;
    const QByteArray &verb = step.verb;
    const ItemId active = any(client, step.a, ItemState::Active);
    if (verb == "add") {
        const QByteArray bytes = content(step);
        const ItemId id = client.add(nameOf(step.b), bytes, folder(client, step.a));
        if (!id.isEmpty())
            m_stored.append(bytes);
        return !id.isEmpty();
    }
    if (verb == "folder")
        return edits.addFolder(folder(client, step.a), nameOf(step.b)).ok();
    if (verb == "rename")
        return edits.rename(active, nameOf(step.b)).ok();
    if (verb == "move")
        return edits.move({active}, folder(client, step.b)).ok();
    if (verb == "meta") {
        const QString value = QString::number(step.b % 3);
        return edits
            .editMeta({active},
                      [&](ItemMeta &meta) {
                          if (step.c % 3 == 0)
                              meta.setLabels({value, QStringLiteral("l%1").arg(step.client)});
                          else if (step.c % 3 == 1)
                              meta.setNote(value);
                          else
                              meta.setFavourite(value == QLatin1String("0"));
                      })
            .ok();
    }
    if (verb == "version") {
        const ItemId id = any(client, step.a, ItemState::Active, false);
        const QByteArray bytes = content(step);
        const bool done = edits.addVersion(id, client.stage(bytes), {}).ok();
        if (done)
            m_stored.append(bytes);
        return done;
    }
    if (verb == "revert") {
        const ItemId id = any(client, step.a, ItemState::Active, false);
        const QList<VersionId> versions = client.store.data.versionsOf.value(id);
        if (versions.isEmpty())
            return false;
        const VersionId old = versions.at(step.b % versions.size());
        const auto done = edits.restoreVersion(id, old);
        if (done.ok() && done.value() != old) {
            storeAgain(client, client.store.data.versions.value(old).blob);
        }
        return done.ok();
    }
    if (verb == "trash")
        return edits.trash({active}).ok();
    if (verb == "restore")
        return edits.restore({any(client, step.a, ItemState::Trashed)}).ok();
    if (verb == "purge") {
        const ItemId id = any(client, step.a, ItemState::Trashed);
        const QSet<QByteArray> before = m_released;
        release(client, id);
        const bool done = edits.purge({id}).ok();
        if (!done)
            m_released = before;
        return done;
    }
    if (verb == "evict") {
        const bool freed = edits.evict(any(client, step.a, ItemState::Active, false)).valueOr(false);
        if (freed && client.store.operatorWentBack)
            loseAtOperator(); // it went back and has not said so yet: nobody could know
        return freed;
    }
    if (verb == "keep")
        return edits.keep({active}, Keep(step.b % 3)).ok();
    return false;
}

bool Life::trouble(const At &at)
{
    SimClient &client = at.client;
    const QByteArray &verb = at.step.verb;
    if (verb == "end") {
        client.crash();
    } else if (verb == "die-before") {
        client.store.dieBeforeCommit = int(at.step.a % 6);
    } else if (verb == "die-after") {
        client.store.dieAfterCommit = int(at.step.a % 6);
    } else if (verb == "network") {
        client.port->offline = !client.port->offline;
        client.engine->networkChanged();
    } else if (verb == "login") {
        client.port->loggedOut = true;
    } else if (verb == "expire") {
        m_world.server.oldestCursor = m_world.server.seq;
        if (at.step.a % 2 == 0)
            m_world.server.forgetSnapshots();
    } else if (verb == "issue") {
        const QByteArray bytes = content(at.step);
        m_stored.append(bytes);
        (void)m_world.server.issue(nameOf(at.step.b), bytes, at.step.a % 10 < 7);
    } else if (verb == "forget") {
        m_world.server.forgetUnusedBlobs();
        m_world.server.uploads.clear();
    } else if (verb == "clock") {
        m_world.clock.shiftWall((at.step.a % 2 == 0 ? 1 : -1) * 315360000000LL);
    } else if (verb == "full") {
        client.store.failCommits = 1 + int(at.step.a % 3);
    } else if (verb == "retry") {
        client.engine->retryNow();
    } else if (verb == "sync") {
        (void)m_world.sync(client);
    } else if (verb == "reset") {
        if (!m_backedUp) {
            m_backup = m_world.server.backup();
            m_backedUp = true;
        } else {
            m_world.server.restoreFrom(m_backup);
            m_backedUp = false;
            for (const auto &one : m_world.clients)
                one->store.operatorWentBack = true;
            loseAtOperator();
        }
    } else {
        return false;
    }
    return true;
}

// The operator's own fault is not ours: what only it had, it has lost.
void Life::loseAtOperator()
{
    const QSet<QByteArray> there = everything();
    for (const QByteArray &bytes : std::as_const(m_stored)) {
        if (!there.contains(bytes))
            m_released.insert(bytes);
    }
}

} // namespace carriel::property

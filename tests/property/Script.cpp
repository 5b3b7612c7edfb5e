// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/property/Script.h"

namespace carriel::property {

using namespace sync;
using namespace sim;
using namespace std::chrono_literals;

Script::Script(quint64 seed) : m_seed(seed), m_random(seed * 7919 + 17), m_world(seed, 1 + int(seed % 3))
{
    Limits &limits = m_world.server.limits;
    limits.pageMax = 1 + int(m_random.below(8));
    limits.batchMax = 1 + int(m_random.below(6));
    limits.bundlePartMax = 64;
    limits.bundleParts = 1 + int(m_random.below(5));
    limits.appendMax = 65536;
    limits.parallel = 2 + int(m_random.below(6));
    m_world.server.stepUpForPurge = m_random.chance(20);
}

QByteArray Script::content()
{
    if (m_random.chance(5) && !m_stored.isEmpty())
        return m_stored.first(); // the same bytes once more
    QByteArray out = QByteArray::number(m_seed) + '/' + QByteArray::number(++m_count) + ' ';
    const int size = m_random.chance(25) ? 65 + int(m_random.below(300)) : int(m_random.below(30));
    while (out.size() < size)
        out += char('a' + (out.size() * 7 + m_count) % 26);
    return out;
}

QString Script::name()
{
    static const QStringList names{QStringLiteral("acta"), QStringLiteral("Acta"), QStringLiteral("diploma.pdf"), QStringLiteral("CON"),
                                   QStringLiteral("recibo.pdf"), QStringLiteral("a/b"), QStringLiteral("ñ"), QStringLiteral("x")};
    return names.at(int(m_random.below(quint64(names.size()))));
}

ItemId Script::any(SimClient &client, ItemState state, bool folderToo)
{
    QList<ItemId> ids;
    for (const ItemRow &row : std::as_const(client.store.data.items)) {
        if (row.local.state == state && (folderToo || row.type == ItemType::Document))
            ids.append(row.id);
    }
    return ids.isEmpty() ? ItemId() : ids.at(int(m_random.below(quint64(ids.size()))));
}

ItemId Script::folder(SimClient &client)
{
    QList<ItemId> ids{rootItem()};
    for (const ItemRow &row : std::as_const(client.store.data.items)) {
        if (row.local.state == ItemState::Active && row.type == ItemType::Folder)
            ids.append(row.id);
    }
    return ids.at(int(m_random.below(quint64(ids.size()))));
}

void Script::release(SimClient &client, const ItemId &id)
{
    const QList<VersionId> versions = client.store.data.versionsOf.value(id);
    for (const VersionId &version : versions)
        m_released.insert(client.store.bytesOf(client.store.data.versions.value(version).blob));
    const QSet<ItemId> children = client.store.data.childrenOf.value(id);
    for (const ItemId &child : children)
        release(client, child);
}

void Script::edit(SimClient &client, int number)
{
    const auto log = [&](const char *what, const ItemId &id, bool done, const QString &more = {}) {
        say(QStringLiteral("client %1: %2 %3 %4%5")
                .arg(number)
                .arg(QLatin1String(what), id.text(), more, done ? QString() : QStringLiteral(" (refused)")));
    };
    Edits &edits = *client.edits;
    switch (m_random.below(12)) {
    case 0:
    case 1:
    case 2: {
        const QByteArray bytes = content();
        const ItemId parent = folder(client);
        const ItemId id = client.add(name(), bytes, parent);
        if (!id.isEmpty())
            m_stored.append(bytes);
        log("add", id, !id.isEmpty(), QString::fromLatin1(bytes.left(12)) + QStringLiteral(" in ") + parent.text());
        break;
    }
    case 3: {
        const auto made = edits.addFolder(folder(client), name());
        log("folder", made.ok() ? made.value().id : ItemId(), made.ok());
        break;
    }
    case 4: {
        const ItemId id = any(client, ItemState::Active);
        const QString to = name();
        log("rename", id, edits.rename(id, to).ok(), to);
        break;
    }
    case 5: {
        const ItemId id = any(client, ItemState::Active);
        const ItemId to = folder(client);
        log("move", id, edits.move({id}, to).ok(), to.text());
        break;
    }
    case 6: {
        const ItemId id = any(client, ItemState::Active);
        const QString value = QString::number(m_random.below(3));
        const quint64 which = m_random.below(3);
        const Outcome done = edits.editMeta({id}, [&](ItemMeta &meta) {
            if (which == 0)
                meta.setLabels({value, QStringLiteral("l%1").arg(number)});
            else if (which == 1)
                meta.setNote(value);
            else
                meta.setFavourite(value == QLatin1String("0"));
        });
        log("meta", id, done.ok(), value);
        break;
    }
    case 7: {
        const ItemId id = any(client, ItemState::Active, false);
        const QByteArray bytes = content();
        const BlobId blob = client.stage(bytes);
        const bool done = edits.addVersion(id, blob, {}).ok();
        if (done)
            m_stored.append(bytes);
        log("version", id, done, QString::fromLatin1(bytes.left(12)));
        break;
    }
    case 8: {
        const ItemId id = any(client, ItemState::Active);
        log("trash", id, edits.trash({id}).ok());
        break;
    }
    case 9: {
        const ItemId id = any(client, ItemState::Trashed);
        log("restore", id, edits.restore({id}).ok());
        break;
    }
    case 10: {
        const ItemId id = any(client, ItemState::Trashed);
        if (m_random.chance(50)) {
            const QSet<QByteArray> before = m_released;
            release(client, id);
            const bool done = edits.purge({id}).ok();
            if (!done)
                m_released = before;
            log("purge", id, done);
        }
        break;
    }
    default: {
        const ItemId id = any(client, ItemState::Active, false);
        const auto freed = edits.evict(id);
        log("evict", id, freed.ok() && freed.value());
        break;
    }
    }
    if (client.engine)
        client.engine->wake();
}

void Script::disturb(SimClient &client, int number)
{
    const QString who = QStringLiteral("client %1: ").arg(number);
    switch (m_random.below(12)) {
    case 0:
        client.crash();
        say(who + QStringLiteral("ends"));
        break;
    case 1:
    case 2:
        client.store.dieBeforeCommit = int(m_random.below(5));
        say(who + QStringLiteral("will end before transaction %1").arg(client.store.dieBeforeCommit));
        break;
    case 3:
    case 4:
        client.store.dieAfterCommit = int(m_random.below(5));
        say(who + QStringLiteral("will end after transaction %1").arg(client.store.dieAfterCommit));
        break;
    case 5:
        client.port->offline = !client.port->offline;
        say(who + (client.port->offline ? QStringLiteral("offline") : QStringLiteral("online")));
        client.engine->networkChanged();
        break;
    case 6:
        client.port->loggedOut = true;
        say(who + QStringLiteral("login expires"));
        break;
    case 7:
        m_world.server.oldestCursor = m_world.server.seq;
        say(QStringLiteral("operator: old cursors expire"));
        break;
    case 8: {
        const QByteArray bytes = content();
        m_stored.append(bytes);
        say(QStringLiteral("operator: issues %1").arg(m_world.server.issue(name(), bytes, m_random.chance(70)).text()));
        break;
    }
    case 9:
        m_world.server.forgetUnusedBlobs();
        m_world.server.uploads.clear();
        say(QStringLiteral("operator: forgets unused bytes"));
        break;
    case 10:
        m_world.clock.shiftWall((m_random.chance(50) ? 1 : -1) * 315360000000LL);
        say(QStringLiteral("clock jumps"));
        break;
    default:
        client.store.failCommits = 1;
        say(who + QStringLiteral("disk full once"));
        break;
    }
}

Faults Script::randomFaults()
{
    Faults faults;
    if (m_random.chance(25))
        return faults;
    const auto some = [&] { return m_random.chance(50) ? int(m_random.below(25)) : 0; };
    faults.unreachable = some();
    faults.lostReply = some();
    faults.duplicate = some();
    faults.busy = some();
    faults.cut = some();
    faults.lie = some();
    faults.inProgress = some();
    faults.uploadGone = some();
    faults.noCurrent = some();
    faults.lostHint = some();
    return faults;
}

void Script::step()
{
    const int number = int(m_random.below(m_world.clients.size()));
    SimClient &client = m_world.client(number);
    if (client.crashed) {
        client.boot();
        client.engine->start();
        say(QStringLiteral("client %1: starts again").arg(number));
    }
    if (m_random.chance(70))
        edit(client, number);
    else if (m_random.chance(50))
        disturb(client, number);
    else if (!client.crashed && m_random.chance(30))
        client.engine->retryNow();
    if (m_random.chance(60))
        m_world.run(std::chrono::milliseconds(m_random.below(m_random.chance(20) ? 60000 : 400)));
    checkSafety();
}

QStringList Script::run()
{
    m_world.setFaults(randomFaults());
    for (const auto &client : m_world.clients) {
        client->port->offline = m_random.chance(20);
        client->engine->start();
    }
    const int count = 5 + int(m_random.below(40));
    for (int i = 0; i < count && m_failures.isEmpty(); ++i)
        step();
    if (m_failures.isEmpty())
        stabilize();
    if (m_failures.isEmpty()) {
        checkConvergence();
        checkTree();
        checkEveryContent();
        checkIdle();
        checkSafety();
    }
    if (m_failures.isEmpty())
        checkReplay();
    return m_failures;
}

} // namespace carriel::property

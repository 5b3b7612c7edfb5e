// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The engine on the vault: random days of a person with two computers and a bad line, every row compared with the maps that
// the engine's own tests use.
#include "tests/core/vault/TestVault.h"
#include "tests/core/vault/TwinStore.h"
#include "tests/support/sim/SimWorld.h"

#include "core/base/BaseErrors.h"
#include "core/vault/VaultReader.h"

#include <QBuffer>

using namespace carriel;
using namespace carriel::vault;
using namespace carriel::vault::testing;

class TestVaultEngine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void randomDays_data();
    void randomDays();
};

namespace {
struct Deaf final : sync::EngineObserver {
    void statusChanged(const sync::Status &) override {}
    void itemsChanged(const QList<ItemId> &) override {}
    void loginNeeded() override {}
    void stepUpNeeded(const OpKey &) override {}
};

// One computer whose engine stands on both stores at once.
struct Computer {
    Computer(sim::SimWorld &w, sync::Store &vault)
        : world(w), store(maps, vault, differences), port(w.server, w.scheduler, w.random),
          edits(store, w.clock, w.random)
    {
        port.steppedUp = true;
        boot();
    }
    void boot()
    {
        engine.reset();
        engine = std::make_unique<sync::Engine>(sync::Engine::Ports{store, port, world.scheduler, world.clock, world.random, deaf});
    }
    bool sync()
    {
        bool over = false;
        engine->syncOnce([&](const sync::Status &) { over = true; });
        const auto until = world.clock.monotonic() + std::chrono::hours(1);
        while (!over && world.scheduler.step(until)) {
        }
        return over;
    }

    sim::SimWorld &world;
    sim::SimStore maps;
    Differences differences;
    TwinStore store;
    sim::SimPort port;
    Deaf deaf;
    sync::Edits edits;
    std::unique_ptr<sync::Engine> engine;
};

// One act of the person, of whatever kind and on whatever there is.
void act(sync::Edits &edits, sync::Reader &reader, sim::SimRandom &random, QList<ItemId> &items)
{
    const auto any = [&] { return items.isEmpty() ? ItemId() : items.at(qsizetype(random.below(quint64(items.size())))); };
    const QString name = QStringLiteral("nombre %1").arg(random.below(6));
    const auto staged = [&] {
        const int sizes[] = {0, 10, 3000, 270000, 900000};
        QByteArray bytes(sizes[random.below(5)], char('a' + random.below(3)));
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        const auto blob = edits.stage(buffer);
        return blob.ok() ? blob.value().id : BlobId();
    };
    ItemId parent = rootItem();
    if (random.below(2)) {
        const ItemId candidate = any();
        const auto row = reader.item(candidate);
        if (row.ok() && row.value() && row.value()->type == ItemType::Folder)
            parent = candidate;
    }
    switch (random.below(10)) {
    case 0:
    case 1:
    case 2: {
        const auto added = edits.addDocuments({{parent, name, staged(), QStringLiteral("text/plain"), {}}});
        if (added.ok())
            items.append(added.value().first().id);
        return;
    }
    case 3: {
        const auto added = edits.addFolder(parent, name);
        if (added.ok())
            items.append(added.value().id);
        return;
    }
    case 4:
        (void)edits.rename(any(), name);
        return;
    case 5:
        (void)edits.move({any()}, parent);
        return;
    case 6:
        (void)edits.editMeta({any()}, [&](ItemMeta &meta) { meta.setLabels({name}); });
        return;
    case 7:
        (void)(random.below(2) ? edits.trash({any()}) : edits.restore({any()}));
        return;
    case 8:
        (void)(random.below(3) ? edits.pin({any()}, random.below(2) == 1) : edits.purge({any()}));
        return;
    default: {
        const ItemId item = any();
        if (random.below(2))
            (void)edits.evict(item);
        else
            (void)edits.addVersion(item, staged(), QStringLiteral("text/plain"));
    }
    }
}
} // namespace

void TestVaultEngine::randomDays_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void TestVaultEngine::randomDays()
{
    QFETCH(int, seed);
    TestVault v;
    VERIFY_OK(v.create());
    sim::SimWorld world(quint64(seed), 1);
    Computer computer(world, *v.store);
    sim::SimClient &other = world.client();
    other.port->steppedUp = true;
    sim::Faults faults;
    if (seed % 3 != 0) {
        faults.unreachable = 5;
        faults.lostReply = 5;
        faults.duplicate = 5;
        faults.cut = 5;
        faults.busy = 3;
        faults.lie = seed % 2 * 3;
    }
    computer.port.faults = faults;
    QList<ItemId> items;
    for (int round = 0; round < 12; ++round) {
        for (quint64 acts = world.random.below(6); acts > 0; --acts)
            act(computer.edits, computer.store, world.random, items);
        for (quint64 acts = world.random.below(3); acts > 0; --acts)
            act(*other.edits, other.store, world.random, items);
        if (world.random.below(3) == 0)
            world.sync(other);
        if (world.random.below(2) == 0)
            computer.sync();
        if (world.random.below(5) == 0)
            computer.boot();
        QVERIFY2(computer.differences.found.isEmpty(), qPrintable(computer.differences.found.join(QLatin1Char('\n'))));
    }
    computer.port.faults = {};
    for (int i = 0; i < 3; ++i) {
        QVERIFY(computer.sync());
        QVERIFY(world.sync(other));
    }
    // Everything, once more, and what the window would show of it.
    auto database = Database::open(v.path(), keyOf('k'), Access::ReadOnly);
    VERIFY_OK(database);
    VaultReader reader(std::move(database).value());
    int shown = 0;
    for (const sync::ItemRow &row : std::as_const(computer.maps.data.items)) {
        (void)computer.store.item(row.id);
        (void)computer.store.versions(row.id);
        const auto listed = reader.row(row.id);
        VERIFY_OK(listed);
        QCOMPARE(bool(listed.value()), row.local.state != ItemState::Removed);
        if (!listed.value())
            continue;
        ++shown;
        QCOMPARE(listed.value()->name, row.local.name);
        QCOMPARE(listed.value()->parent, row.local.parent);
        QCOMPARE(listed.value()->labels, row.local.meta.labels());
        const auto version = computer.maps.data.versions.value(row.local.version);
        const auto blob = computer.maps.data.blobs.value(version.blob);
        QCOMPARE(listed.value()->here, row.type == ItemType::Document && blob.state == sync::BlobState::Verified);
        QCOMPARE(listed.value()->size, blob.size);
        if (listed.value()->here)
            QCOMPARE(reader.open(row.id).value()->readAll(), computer.maps.bytesOf(blob.id));
        ListQuery query;
        query.text = row.local.name;
        query.state = row.local.state;
        query.folder = row.local.parent;
        QVERIFY(reader.ids(query).value().contains(row.id) || row.local.state == ItemState::Active);
    }
    QVERIFY2(computer.differences.found.isEmpty(), qPrintable(computer.differences.found.join(QLatin1Char('\n'))));
    QVERIFY2(computer.maps.violations.isEmpty(), qPrintable(computer.maps.violations.join(QLatin1Char('\n'))));
    QCOMPARE(v.store->database().number("SELECT count(*) FROM listing").value(), shown);
    QCOMPARE(v.store->database().number("SELECT count(*) FROM document_fts").value(), shown);
    QCOMPARE(v.store->database().number("SELECT count(*) FROM chunk WHERE key/1048576 NOT IN (SELECT n FROM blob)").value(), 0);
    QVERIFY(ActivityLog::verify(v.store->database(), QStringLiteral("dev:local:1")).value().intact);
    qInfo("%d answers compared, %d items", computer.differences.compared, int(computer.maps.data.items.size()));
}

QTEST_GUILESS_MAIN(TestVaultEngine)
#include "tst_vault_engine.moc"

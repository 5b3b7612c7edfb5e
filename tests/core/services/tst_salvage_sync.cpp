// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What is sent of a vault that was damaged in any one page, or cut, and rescued: whole documents, to the last byte, and nothing
// else. The rescued vault meets the model operator of the simulator.
#include "tests/core/vault/TestVault.h"
#include "tests/support/sim/SimWorld.h"

#include "core/services/LostOperations.h"
#include "core/vault/Salvage.h"

#include <QBuffer>

using namespace carriel;
using namespace carriel::vault;
using namespace carriel::vault::testing;

namespace {
struct Deaf final : sync::EngineObserver {
    void statusChanged(const sync::Status &) override {}
    void itemsChanged(const QList<ItemId> &) override {}
    void loginNeeded() override {}
    void stepUpNeeded(const OpKey &) override {}
};

// One computer of the person: the engine on a vault, before a model operator.
struct Computer {
    Computer(sim::SimWorld &w, VaultStore &s) : world(w), store(s), port(w.server, w.scheduler, w.random), edits(s, w.clock, w.random)
    {
        port.steppedUp = true;
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
    BlobId stage(QByteArray bytes)
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        const auto blob = edits.stage(buffer);
        return blob.ok() ? blob.value().id : BlobId();
    }

    sim::SimWorld &world;
    VaultStore &store;
    sim::SimPort port;
    Deaf deaf;
    sync::Edits edits;
    std::unique_ptr<sync::Engine> engine;
};

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
} // namespace

class TestSalvageSync : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void anyOnePage();
    void cut();

private:
    void rescueAndSync(const QByteArray &file);

    QByteArray m_good, m_fresh;
    sim::SimOperator m_operator;
    QHash<ItemId, QList<QByteArray>> m_contents; // all that the person ever put there
    QSet<ItemId> m_unsent;                       // only in the vault
    int m_arrived = 0, m_named = 0, m_absent = 0;
};

void TestSalvageSync::initTestCase()
{
    TestVault v;
    VERIFY_OK(v.create());
    VERIFY_OK(v.store->checkpoint());
    m_fresh = readAll(v.path());
    sim::SimWorld world(11, 0);
    {
        Computer computer(world, *v.store);
        const auto put = [&](const QString &name, const QByteArray &bytes, const ItemId &parent = rootItem()) {
            const auto added = computer.edits.addDocuments({{parent, name, computer.stage(bytes), QStringLiteral("text/plain"), {}}});
            const ItemId id = added.ok() ? added.value().first().id : ItemId();
            m_contents[id].append(bytes);
            return id;
        };
        const auto bytes = [&](int size) { return v.random.bytes(size); };
        QList<ItemId> sent;
        for (const int size : {0, 10, 900, 5000, 12000, 300000})
            sent.append(put(QStringLiteral("enviado %1.txt").arg(size), bytes(size)));
        QVERIFY(computer.sync());
        QCOMPARE(world.server.items.size(), 6);
        const auto folder = computer.edits.addFolder(rootItem(), QStringLiteral("Papeles"));
        VERIFY_OK(folder);
        for (const int size : {0, 1, 60, 900, 900, 4000, 7000, 9000, 20000, 40000, 270000})
            m_unsent.insert(put(QStringLiteral("aquí %1.txt").arg(size), bytes(size)));
        for (int i = 0; i < 30; ++i)
            m_unsent.insert(put(QStringLiteral("adentro %1.txt").arg(i), bytes(100 + i), folder.value().id));
        m_contents[sent.at(2)].append(bytes(6000));
        VERIFY_OK(computer.edits.addVersion(sent.at(2), computer.stage(m_contents[sent.at(2)].last()), QStringLiteral("text/plain")));
        VERIFY_OK(computer.edits.rename(sent.at(3), QStringLiteral("otro nombre.txt")));
        VERIFY_OK(computer.edits.trash({sent.at(4)}));
    }
    m_operator = world.server;
    m_operator.changed = {};
    VERIFY_OK(v.store->checkpoint());
    m_good = readAll(v.path());
    QVERIFY(!m_contents.contains(ItemId()));
}

void TestSalvageSync::rescueAndSync(const QByteArray &file)
{
    TestVault v;
    const QString old = v.dir.filePath(QStringLiteral("old.db"));
    for (const auto &[path, bytes] : {std::pair(old, file), std::pair(v.path(), m_fresh)}) {
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    }
    VERIFY_OK(v.reopen());
    const auto saved = salvage(old, keyOf('k'), *v.store, {m_good.first(16)});
    VERIFY_OK(saved);
    sim::SimWorld world(12, 0);
    world.server = m_operator;
    VERIFY_OK(planLostOperations(*v.store, world.clock, world.random));
    Computer computer(world, *v.store);
    for (int round = 0; round < 3; ++round)
        QVERIFY(computer.sync());

    QVERIFY2(world.server.violations.isEmpty(), qPrintable(world.server.violations.join(u'\n')));
    for (auto it = world.server.items.cbegin(); it != world.server.items.cend(); ++it) {
        for (const sync::RemoteHead &version : it->versions) {
            const QByteArray there = world.server.blobs.value(version.blob);
            QVERIFY2(m_contents.value(it.key()).contains(there),
                     qPrintable(QStringLiteral("%1 was sent with %2 bytes that nobody put there").arg(it.key().text()).arg(there.size())));
        }
    }
    for (const ItemId &id : std::as_const(m_unsent)) {
        const auto row = v.store->item(id);
        VERIFY_OK(row);
        if (world.server.items.contains(id)) {
            ++m_arrived;
            continue;
        }
        if (!row.value()) {
            ++m_absent;
            continue;
        }
        const auto version = v.store->version(row.value()->local.version);
        VERIFY_OK(version);
        QVERIFY2(version.value(), qPrintable(id.text()));
        const auto blob = v.store->blob(version.value()->blob);
        VERIFY_OK(blob);
        QString why = row.value()->local.name + QStringLiteral(" stayed here");
        const auto ops = v.store->liveOpsOf(id);
        VERIFY_OK(ops);
        for (const sync::OpRow &op : ops.value())
            why += QStringLiteral("; %1 in state %2 %3").arg(op.key.text()).arg(int(op.state)).arg(op.lastProblem);
        QVERIFY2(blob.value() && blob.value()->state == sync::BlobState::Corrupt, qPrintable(why));
        ++m_named;
    }
}

void TestSalvageSync::anyOnePage()
{
    const int pages = int(m_good.size() / Database::pageSize);
    const int step = qEnvironmentVariableIsSet("CARRIEL_EVERY_PAGE") ? 1 : 6;
    int tried = 0;
    m_arrived = m_named = m_absent = 0;
    for (int page = 0; page < pages; page += step, ++tried) {
        QByteArray file = m_good;
        file.replace(qsizetype(page) * Database::pageSize + 4000, 4, "\xAA\x55\xAA\x55");
        rescueAndSync(file);
        if (QTest::currentTestFailed())
            return qWarning("page %d", page + 1);
    }
    qInfo("%d pages, %d documents each time: %d arrived whole, %d are named as damaged and were not sent", tried, int(m_unsent.size()), m_arrived,
          m_named);
    QCOMPARE(m_absent, 0);
    QVERIFY(m_arrived > tried * m_unsent.size() * 9 / 10);
}

void TestSalvageSync::cut()
{
    m_arrived = m_named = m_absent = 0;
    for (const int tenths : {9, 7, 5, 3, 1})
        rescueAndSync(m_good.first(m_good.size() * tenths / 10));
    qInfo("cut five times: %d arrived whole, %d are named as damaged, of %d nothing was left", m_arrived, m_named, m_absent);
}

QTEST_GUILESS_MAIN(TestSalvageSync)
#include "tst_salvage_sync.moc"

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What was under way when others destroyed the document.
#include "core/sync/Decisions.h"
#include "core/sync/Settle.h"
#include "tests/support/sim/SimWorld.h"

#include <QTest>

using namespace carriel;
using namespace carriel::sync;
using namespace carriel::sim;
using namespace std::chrono_literals;

class TestEngineRemoved : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void contentUnderWayWhenTheTombstoneCame_data();
    void contentUnderWayWhenTheTombstoneCame();
    void destroyedBeforeItsSenderKnewThatItHadArrived();
    void freedWhileTheRestWasOnItsWay();
    void destroyedWhileItCame_data();
    void destroyedWhileItCame();
    void destroyedBeforeItWasMade_data();
    void destroyedBeforeItWasMade();
    void destroyedWithAFolderItDidNotLieIn_data();
    void destroyedWithAFolderItDidNotLieIn();
    void movedOutBeforeItsFolderIsDestroyed();
    void takenOutBeforeItsFolderIsDestroyed_data();
    void takenOutBeforeItsFolderIsDestroyed();
};

void TestEngineRemoved::contentUnderWayWhenTheTombstoneCame_data()
{
    QTest::addColumn<bool>("refused");
    QTest::newRow("not a byte had left") << false;
    QTest::newRow("refused, and asked again") << true;
}

// SYNC 2.4, new version against removed: whatever becomes of the request, the bytes become a document of their own.
void TestEngineRemoved::contentUnderWayWhenTheTombstoneCame()
{
    QFETCH(bool, refused);
    SimWorld world(7, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId id = ana.add(name("a"), "one");
    QVERIFY(world.sync(ana) && world.sync(eva));
    QVERIFY(ana.edits->addVersion(id, ana.stage("two"), {}).ok());
    ana.engine->start();
    const auto op = [&] { return ana.store.liveOpsOf(id).valueOr({}).value(0); };
    for (int i = 0; i < 5000 && op().state != OpState::Inflight; ++i)
        world.run(1ms);
    const OpKey key = op().key;
    ana.port->offline = true;
    ana.boot(); // it never arrives
    QVERIFY(eva.edits->trash({id}).ok() && world.sync(eva));
    QVERIFY(eva.edits->purge({id}).ok() && world.sync(eva));
    Trouble answer = trouble(refused ? TroubleKind::Refused : TroubleKind::Unreachable);
    answer.notSent = !refused;
    QVERIFY(ana.store
                .transact([&](Writer &writer) -> Outcome {
                    Tx tx(writer, world.clock, world.random);
                    Apply apply(tx);
                    CARRIEL_CHECK(apply.remove(id, world.server.items.value(id).item.rev, {}));
                    CARRIEL_CHECK(apply.closeRun());
                    CARRIEL_TRY([[maybe_unused]] const Aftermath after, Settle(tx).trouble(key, answer, 1));
                    return {};
                })
                .ok());
    QCOMPARE(op().key, refused ? key : OpKey());
    if (refused)
        QVERIFY(Decisions(ana.store, world.clock, world.random).retry(key).ok());
    ana.port->offline = false;
    Status status;
    QVERIFY(world.sync(ana, &status));
    QCOMPARE(status.phase, Phase::UpToDate);
    QCOMPARE(ana.row(id).local, *ana.row(id).remote); // and nothing is left to decide about the old one
    QCOMPARE(status.conflicts, 0);
    QList<QByteArray> there;
    for (const SimItem &item : std::as_const(world.server.items)) {
        if (!item.purged)
            there.append(world.server.blobs.value(item.item.head->blob));
    }
    QCOMPARE(there, QList<QByteArray>{"two"});
}

// I9, I1: it had arrived, others destroyed it, and the list that is read afterwards has no tombstones. Its own sender hears
// of it by the refusal of what it sends again: kept and asked, like all that the operator lacks.
void TestEngineRemoved::destroyedBeforeItsSenderKnewThatItHadArrived()
{
    SimWorld world(48, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    world.server.lists = false; // not a list before the end
    const ItemId id = ana.add(name("a"), "one");
    ana.engine->start();
    for (int i = 0; i < 600000 && !world.server.items.contains(id); ++i)
        world.run(1ms);
    QVERIFY(world.server.items.contains(id));
    ana.port->offline = true;
    ana.boot(); // the answer is lost
    QVERIFY(!ana.row(id).remote);
    world.server.lists = true;
    QVERIFY(world.sync(eva));
    QVERIFY(eva.edits->trash({id}).ok() && world.sync(eva));
    QVERIFY(eva.edits->purge({id}).ok() && world.sync(eva));
    eva.store.operatorWentBack = ana.store.operatorWentBack = true;
    world.server.restoreFrom(world.server.backup()); // nothing is gone but its memory of keys
    ana.port->offline = false;
    Status status;
    QVERIFY(world.sync(ana, &status) && world.sync(ana, &status));
    QCOMPARE(status.failedOps, 0);
    QCOMPARE(status.missing, 1);
    QCOMPARE(ana.row(id).local.state, ItemState::Active);
    QCOMPARE(ana.headBytes(id), QByteArray("one"));
    QVERIFY(!ana.edits->evict(id).valueOr(false));
    QVERIFY(Decisions(ana.store, world.clock, world.random).uploadAgain({id}).ok());
    QVERIFY(world.sync(ana, &status));
    QCOMPARE(status.phase, Phase::UpToDate);
    int there = 0;
    for (const SimItem &item : std::as_const(world.server.items))
        there += !item.purged && world.server.blobs.value(item.item.head->blob) == "one";
    QCOMPARE(there, 1);
}

// I11: the document is destroyed elsewhere while it comes down, and its bytes here are freed. What comes afterwards is
// not the whole of it, though the digest ran over the whole.
void TestEngineRemoved::freedWhileTheRestWasOnItsWay()
{
    const QByteArray bytes(9 * 1048576 + 5, 'x');
    for (quint64 seed = 1; seed < 6; ++seed) {
        SimWorld world(seed, 2);
        SimClient &ana = world.client(0), &eva = world.client(1);
        const ItemId id = ana.add(name("a"), bytes);
        QVERIFY(world.sync(ana));
        eva.engine->start();
        for (int i = 0; i < 5000 && eva.port->log.count(name("snapshot")) == 0; ++i)
            world.run(1ms);
        eva.port->faults.slow = 100;
        for (int i = 0; i < 5000 && !eva.port->log.contains(name("download")); ++i)
            world.run(1s);
        world.run(50ms);
        eva.port->faults.slow = 0;
        QVERIFY(ana.edits->trash({id}).ok() && world.sync(ana));
        QVERIFY(ana.edits->purge({id}).ok() && world.sync(ana));
        world.run(10min);
        QCOMPARE(eva.row(id).local.state, ItemState::Removed);
        for (const BlobRow &blob : std::as_const(eva.store.data.blobs))
            QVERIFY(blob.state != BlobState::Verified || eva.store.bytesOf(blob.id) == bytes);
    }
}

void TestEngineRemoved::destroyedWhileItCame_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("in a bundle") << 50;
    QTest::newRow("by itself") << 5000;
}

// What was destroyed elsewhere does not stay here because it came late.
void TestEngineRemoved::destroyedWhileItCame()
{
    QFETCH(int, size);
    for (quint64 seed = 1; seed < 6; ++seed) {
        SimWorld world(seed, 2);
        world.server.limits.bundlePartMax = 64;
        SimClient &ana = world.client(0), &eva = world.client(1);
        const ItemId id = ana.add(name("a"), QByteArray(size, 'x'));
        QVERIFY(world.sync(ana));
        eva.engine->start();
        const auto asked = [&] {
            return eva.port->log.contains(name("download")) || eva.port->log.contains(name("download bundle"));
        };
        eva.port->faults.slow = 100;
        for (int i = 0; i < 5000 && !asked(); ++i)
            world.run(1s);
        world.run(50ms);
        eva.port->faults.slow = 0;
        QVERIFY(ana.edits->trash({id}).ok() && world.sync(ana));
        QVERIFY(ana.edits->purge({id}).ok() && world.sync(ana));
        world.run(10min);
        QCOMPARE(eva.row(id).local.state, ItemState::Removed);
        for (const BlobRow &blob : std::as_const(eva.store.data.blobs)) {
            QCOMPARE(blob.state, BlobState::Absent);
            QCOMPARE(eva.store.bytesOf(blob.id), QByteArray());
        }
    }
}

void TestEngineRemoved::destroyedBeforeItWasMade_data()
{
    QTest::addColumn<bool>("left");
    QTest::newRow("not a byte had left") << false;
    QTest::newRow("its bytes were not there any more") << true;
}

// I16: it was destroyed together with a folder that never was sent. It has no place there; nor need it be sent at all.
void TestEngineRemoved::destroyedBeforeItWasMade()
{
    QFETCH(bool, left);
    SimWorld world(9, 1);
    SimClient &ana = world.client();
    const ItemId id = ana.add(name("a"), "one");
    ana.engine->start();
    const auto op = [&] { return ana.store.liveOpsOf(id).valueOr({}).value(0); };
    for (int i = 0; i < 5000 && op().state != OpState::Inflight; ++i)
        world.run(1ms);
    const OpKey key = op().key;
    ana.port->offline = true;
    ana.boot(); // it never arrives
    const ItemId folder = ana.edits->addFolder(rootItem(), name("f")).value().id;
    QVERIFY(ana.edits->move({id}, folder).ok());
    QVERIFY(ana.edits->trash({folder}).ok() && ana.edits->purge({folder}).ok());
    QCOMPARE(ana.row(id).local.state, ItemState::Removed); // it may have arrived
    Trouble answer = trouble(left ? TroubleKind::BlobMissing : TroubleKind::Unreachable);
    answer.notSent = !left;
    QVERIFY(ana.store
                .transact([&](Writer &writer) -> Outcome {
                    Tx tx(writer, world.clock, world.random);
                    CARRIEL_TRY([[maybe_unused]] const Aftermath after, Settle(tx).trouble(key, answer, 1));
                    return {};
                })
                .ok());
    QVERIFY(!ana.store.data.items.contains(id));
    const qint64 sent = ana.port->bytesUp;
    ana.port->offline = false;
    Status status;
    QVERIFY(world.sync(ana, &status));
    QCOMPARE(status.phase, Phase::UpToDate);
    QVERIFY(world.server.items.isEmpty());
    QVERIFY2(world.server.violations.isEmpty(), qPrintable(world.server.violations.join(u' ')));
    QCOMPARE(ana.port->bytesUp, sent);
}

void TestEngineRemoved::destroyedWithAFolderItDidNotLieIn_data()
{
    QTest::addColumn<int>("choice");
    QTest::newRow("mine") << int(Choice::Mine);
    QTest::newRow("both") << int(Choice::Both);
}

// I1: the operator went back, to when the document lay in a folder that its person destroys since, empty as it is here.
// What the operator had lost of it is nowhere else: to destroy the folder was no word about that.
void TestEngineRemoved::destroyedWithAFolderItDidNotLieIn()
{
    QFETCH(int, choice);
    SimWorld world(11, 1);
    SimClient &ana = world.client();
    const ItemId folder = ana.edits->addFolder(rootItem(), name("f")).value().id;
    const ItemId id = ana.add(name("a"), "one", folder);
    QVERIFY(world.sync(ana));
    const auto backup = world.server.backup();
    QVERIFY(ana.edits->move({id}, rootItem()).ok());
    QVERIFY(ana.edits->addVersion(id, ana.stage("two"), {}).ok());
    QVERIFY(world.sync(ana));
    QVERIFY(ana.edits->trash({folder}).ok() && ana.edits->purge({folder}).ok());
    ana.store.operatorWentBack = true;
    world.server.restoreFrom(backup);
    world.server.stepUpForPurge = true; // so that the list is read before
    QVERIFY(world.sync(ana));
    ana.port->steppedUp = true;
    ana.engine->loggedIn();
    QVERIFY(world.sync(ana) && world.sync(ana));
    QVERIFY(world.server.items.value(id).purged);
    QCOMPARE(ana.row(id).local.state, ItemState::Removed);
    Decisions say(ana.store, world.clock, world.random);
    const QList<Conflict> open = say.conflicts().value();
    const auto content = std::find_if(open.begin(), open.end(), [](const Conflict &one) { return one.kind == ConflictKind::Content; });
    QVERIFY(content != open.end());
    QVERIFY(say.resolve(content->id, Choice(choice)).ok());
    Status status;
    QVERIFY(world.sync(ana, &status));
    QCOMPARE(status.phase, Phase::UpToDate);
    QList<QByteArray> there;
    for (const SimItem &item : std::as_const(world.server.items)) {
        if (item.item.head)
            there.append(world.server.blobs.value(item.item.head->blob));
    }
    QCOMPARE(there, QList<QByteArray>{"two"});
    QVERIFY2(ana.store.violations.isEmpty(), qPrintable(ana.store.violations.join(u' ')));
}

// I16: a document is taken out of a folder, and the folder destroyed. The move meets a change of somebody else and has to be
// sent once more; the folder waits for it, or it would take the document along.
void TestEngineRemoved::movedOutBeforeItsFolderIsDestroyed()
{
    SimWorld world(12, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId folder = ana.edits->addFolder(rootItem(), name("f")).value().id;
    const ItemId inner = ana.edits->addFolder(folder, name("g")).value().id;
    const ItemId id = ana.add(name("a"), "one", inner);
    QVERIFY(world.sync(ana) && world.sync(eva));
    QVERIFY(ana.edits->move({id}, rootItem()).ok());
    QVERIFY(ana.edits->trash({folder}).ok() && ana.edits->purge({folder}).ok());
    QVERIFY(eva.edits->editMeta({id}, [](ItemMeta &meta) { meta.setNote(QStringLiteral("del notario")); }).ok());
    QVERIFY(world.sync(eva));
    Status status;
    QVERIFY(world.sync(ana, &status));
    QCOMPARE(status.phase, Phase::UpToDate);
    QCOMPARE(status.conflicts, 0);
    QVERIFY(world.server.items.value(folder).purged && world.server.items.value(inner).purged);
    const SimItem there = world.server.items.value(id);
    QVERIFY(!there.purged);
    QCOMPARE(there.item.fields.parent, rootItem());
    QCOMPARE(there.item.fields.state, ItemState::Active);
    QCOMPARE(ana.row(id).local, there.item.fields);
}

void TestEngineRemoved::takenOutBeforeItsFolderIsDestroyed_data()
{
    QTest::addColumn<bool>("fromTheTrash");
    QTest::newRow("moved") << false;
    QTest::newRow("restored") << true;
}

// The same on a bad line: whatever is answered late, lost or not at all, what was taken out of the folder stays.
void TestEngineRemoved::takenOutBeforeItsFolderIsDestroyed()
{
    QFETCH(bool, fromTheTrash);
    for (quint64 seed = 1; seed < 60; ++seed) {
        SimWorld world(seed, 1);
        SimClient &ana = world.client(0);
        const ItemId folder = ana.edits->addFolder(rootItem(), name("f")).value().id;
        const ItemId id = ana.add(name("a"), "one", folder);
        QVERIFY(world.sync(ana));
        if (fromTheTrash) {
            QVERIFY(ana.edits->trash({folder}).ok() && world.sync(ana) && world.sync(ana));
            QCOMPARE(ana.row(id).local.state, ItemState::Trashed);
            QVERIFY(ana.edits->restore({id}).ok() && ana.edits->purge({folder}).ok());
        } else {
            QVERIFY(ana.edits->move({id}, rootItem()).ok());
            QVERIFY(ana.edits->trash({folder}).ok() && ana.edits->purge({folder}).ok());
        }
        ana.port->faults.inProgress = ana.port->faults.cut = ana.port->faults.lostReply = ana.port->faults.unreachable = 30;
        ana.engine->start();
        world.run(5min);
        ana.port->faults = {};
        ana.engine->retryNow();
        world.run(5min);
        const SimItem there = world.server.items.value(id);
        QVERIFY(!there.purged && world.server.items.value(folder).purged);
        QCOMPARE(there.item.fields.state, ItemState::Active);
        QCOMPARE(ana.row(id).local, there.item.fields);
        QVERIFY(ana.store.liveOps().value().isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestEngineRemoved)
#include "tst_engine_removed.moc"

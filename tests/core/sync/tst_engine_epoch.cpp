// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What an operator that went back says before anybody knows that it went back, and what it does not know any more.
#include "core/sync/Apply.h"
#include "core/sync/Decisions.h"
#include "tests/support/sim/SimWorld.h"

#include <QTest>

using namespace carriel;
using namespace carriel::sync;
using namespace carriel::sim;
using namespace std::chrono_literals;

class TestEngineEpoch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aConflictOfAnotherEpochIsNoNews();
    void whatWasRefusedInAnEpochThatIsOverIsAskedAgain();
    void answersBeforeTheFirstListMayBeOfAnotherEpoch_data();
    void answersBeforeTheFirstListMayBeOfAnotherEpoch();
    void whatIsDoneWhileTheFirstListIsReadIsNoConflict();
    void aTombstoneItForgotBuriesNothing();
    void destroyedInTheStateItWentBackTo_data();
    void destroyedInTheStateItWentBackTo();
    void theSameBytesElsewhereAreStillThere_data();
    void theSameBytesElsewhereAreStillThere();
};

// I25: others came to a higher revision after the restore. Taken for news, the note that the operator lost would be gone
// here, too, without a word.
void TestEngineEpoch::aConflictOfAnotherEpochIsNoNews()
{
    SimWorld world(43, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId id = ana.add(name("a"), "one");
    QVERIFY(world.sync(ana) && world.sync(eva));
    const auto backup = world.server.backup();
    QVERIFY(ana.edits->editMeta({id}, [](ItemMeta &meta) { meta.setNote(QStringLiteral("del notario")); }).ok());
    QVERIFY(world.sync(ana));
    world.server.restoreFrom(backup);
    for (int i = 0; i < 3; ++i) {
        QVERIFY(world.sync(eva));
        QVERIFY(eva.edits->rename(id, QString::number(i)).ok() && world.sync(eva));
    }
    QVERIFY(world.server.items.value(id).item.rev > ana.row(id).remoteRev);
    // Our change is under way before the feed has told of the restore.
    QVERIFY(ana.edits->editMeta({id}, [](ItemMeta &meta) { meta.setFavourite(true); }).ok());
    QVERIFY(world.sync(ana) && world.sync(ana));
    bool kept = ana.row(id).local.meta.note() == QLatin1String("del notario");
    const QList<Conflict> open = Decisions(ana.store, world.clock, world.random).conflicts().valueOr({});
    for (const Conflict &one : open)
        kept |= one.ours.value(QStringLiteral("note")).toString() == QLatin1String("del notario");
    QVERIFY(kept);
}

// An old backup, and then a better one: in between the operator did not know the document, and said so.
void TestEngineEpoch::whatWasRefusedInAnEpochThatIsOverIsAskedAgain()
{
    SimWorld world(45, 1);
    SimClient &ana = world.client();
    const auto old = world.server.backup();
    const ItemId id = ana.add(name("a"), "one");
    QVERIFY(world.sync(ana));
    const auto better = world.server.backup();
    ana.engine->start();
    world.run(45s); // it will not look for news by itself in the next moments
    ana.port->faults.lostHint = 100; // nobody tells of the restore before our order arrives
    ana.store.operatorWentBack = true;
    world.server.restoreFrom(old);
    QVERIFY(ana.edits->trash({id}).ok());
    ana.engine->wake();
    const auto op = [&] { return ana.store.liveOps().valueOr({}).value(0); };
    for (int i = 0; i < 5000 && op().state != OpState::Failed; ++i)
        world.run(1ms);
    QCOMPARE(op().state, OpState::Failed);
    QVERIFY(!ana.row(id).missingSinceUtc.isValid()); // what else it lacks has not been read yet
    world.server.restoreFrom(better);
    Status status;
    QVERIFY(world.sync(ana, &status));
    QCOMPARE(status.phase, Phase::UpToDate);
    QCOMPARE(world.server.items.value(id).item.fields.state, ItemState::Trashed);
    QCOMPARE(ana.row(id).local.state, ItemState::Trashed);
}

void TestEngineEpoch::answersBeforeTheFirstListMayBeOfAnotherEpoch_data()
{
    QTest::addColumn<int>("further"); // revisions by others after the restore
    QTest::newRow("a lower revision") << 0;
    QTest::newRow("the same revision") << 1;
    QTest::newRow("a higher revision") << 5;
}

// I25, I3: of this document the computer knows nothing but answers. Its first list is of an operator that went back since.
void TestEngineEpoch::answersBeforeTheFirstListMayBeOfAnotherEpoch()
{
    QFETCH(int, further);
    SimWorld world(46, 1);
    SimClient &ana = world.client();
    world.server.lists = false;
    const ItemId id = ana.add(name("a"), "one");
    ana.engine->start();
    world.run(10min);
    QVERIFY(ana.row(id).remote);
    QVERIFY(ana.store.data.state.cursor.isEmpty());
    const auto backup = world.server.backup();
    QVERIFY(ana.edits->rename(id, name("b")).ok());
    ana.engine->wake();
    ana.engine->networkChanged(); // the list that is not to be had holds it up ever longer
    world.run(10min);
    QCOMPARE(ana.row(id).remote->name, name("b"));
    ana.store.operatorWentBack = true;
    world.server.restoreFrom(backup);
    world.server.items[id].item.rev += further;
    world.server.lists = true;
    ana.boot();
    Status status;
    QVERIFY(world.sync(ana, &status));
    QCOMPARE(ana.row(id).local.name, name("a"));
    QCOMPARE(status.conflicts, 1);
    const Conflict open = Decisions(ana.store, world.clock, world.random).conflicts().valueOr({}).value(0);
    QCOMPARE(open.ours.value(QStringLiteral("name")).toString(), name("b"));
}

// The same operator: what was told by answers is older than its first list, whoever changed it since.
void TestEngineEpoch::whatIsDoneWhileTheFirstListIsReadIsNoConflict()
{
    SimWorld world(47, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    world.server.lists = false;
    const ItemId mine = ana.add(name("a"), "one"), ours = ana.add(name("c"), "two");
    ana.engine->start();
    world.run(10min);
    QVERIFY(ana.edits->rename(mine, name("b")).ok());
    ana.engine->wake();
    ana.engine->networkChanged(); // the list that is not to be had holds it up ever longer
    world.run(10min);
    QVERIFY(ana.row(mine).remote && ana.store.data.state.cursor.isEmpty());
    world.server.lists = true;
    QVERIFY(world.sync(eva));
    QVERIFY(eva.edits->rename(ours, name("d")).ok() && world.sync(eva));
    Status status;
    QVERIFY(world.sync(ana, &status));
    QCOMPARE(status.conflicts, 0);
    QCOMPARE(ana.row(mine).local.name, name("b"));
    QCOMPARE(ana.row(ours).local.name, name("d"));
    QCOMPARE(status.phase, Phase::UpToDate);
}

// Who made it never had an answer, was away while others destroyed it, and makes it once more at an operator that does
// not remember any of it.
void TestEngineEpoch::aTombstoneItForgotBuriesNothing()
{
    SimWorld world(71, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    QVERIFY(world.sync(ana) && world.sync(eva));
    const auto backup = world.server.backup();
    const ItemId id = eva.add(name("a"), "a");
    eva.engine->start();
    for (int i = 0; i < 5000 && !world.server.items.contains(id); ++i)
        world.run(1ms);
    QVERIFY(world.server.items.contains(id) && !eva.row(id).remote);
    eva.engine->stop();
    eva.port->offline = true;
    ana.port->steppedUp = true;
    QVERIFY(world.sync(ana));
    QVERIFY(ana.edits->trash({id}).ok() && ana.edits->purge({id}).ok());
    QVERIFY(world.sync(ana));
    QCOMPARE(ana.row(id).remote->state, ItemState::Removed);
    world.server.restoreFrom(backup);
    QVERIFY(world.sync(ana));
    QCOMPARE(ana.row(id).local.state, ItemState::Removed);
    eva.port->offline = false;
    eva.boot();
    Status status;
    QVERIFY(world.sync(eva) && world.sync(ana, &status));
    QVERIFY(world.server.items.contains(id) && !world.server.items.value(id).purged);
    for (SimClient *one : {&ana, &eva}) {
        QCOMPARE(one->row(id).local, world.server.items.value(id).item.fields);
        QCOMPARE(one->headBytes(id), QByteArray("a"));
    }
    QCOMPARE(status.phase, Phase::UpToDate);
    // And a tombstone of today is one again.
    QVERIFY(eva.edits->trash({id}).ok() && eva.edits->purge({id}).ok());
    eva.port->steppedUp = true;
    QVERIFY(world.sync(eva) && world.sync(ana));
    QCOMPARE(ana.row(id).local.state, ItemState::Removed);
}

void TestEngineEpoch::destroyedInTheStateItWentBackTo_data()
{
    QTest::addColumn<int>("choice");
    QTest::newRow("brought back") << int(Choice::Mine);
    QTest::newRow("let go") << int(Choice::Theirs);
}

// The operator lost her version, and he destroyed what it still had, before her computer heard of either.
void TestEngineEpoch::destroyedInTheStateItWentBackTo()
{
    QFETCH(int, choice);
    SimWorld world(73, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId id = ana.add(name("a"), "one");
    QVERIFY(world.sync(ana) && world.sync(eva));
    const auto backup = world.server.backup();
    QVERIFY(eva.edits->addVersion(id, eva.stage("two"), {}).ok());
    QVERIFY(world.sync(eva));
    world.server.restoreFrom(backup);
    ana.port->steppedUp = true;
    QVERIFY(world.sync(ana));
    QVERIFY(ana.edits->trash({id}).ok() && ana.edits->purge({id}).ok());
    QVERIFY(world.sync(ana));
    QVERIFY(world.server.items.value(id).purged);
    // Her list of all is read before that: it lacks the document, and the tombstone comes with the feed.
    QVERIFY(eva.store.transact([&](Writer &writer) -> Outcome {
        Tx tx(writer, world.clock, world.random);
        Apply apply(tx);
        CARRIEL_CHECK(apply.missing(id, Trust::Reset));
        CARRIEL_CHECK(apply.remove(id, world.server.items.value(id).item.rev, {}));
        return apply.closeRun();
    }).ok());
    QCOMPARE(eva.row(id).local.state, ItemState::Removed);
    QCOMPARE(eva.headBytes(id), QByteArray("two"));
    Decisions decisions(eva.store, world.clock, world.random);
    const QList<Conflict> open = decisions.conflicts().value();
    QCOMPARE(open.size(), 1);
    QVERIFY(decisions.resolve(open.first().id, Choice(choice)).ok());
    QVERIFY(world.sync(eva) && world.sync(ana));
    bool there = false;
    for (const SimItem &item : std::as_const(world.server.items))
        there |= !item.purged && item.item.head && world.server.blobs.value(item.item.head->blob) == "two";
    QCOMPARE(there, Choice(choice) == Choice::Mine);
}

void TestEngineEpoch::theSameBytesElsewhereAreStillThere_data()
{
    QTest::addColumn<bool>("stillThere");
    QTest::addColumn<bool>("shownFirst");
    QTest::newRow("shown before") << true << true;
    QTest::newRow("shown after") << true << false;
    QTest::newRow("lost") << false << false;
}

// A version that it lost may have been a copy of what another document is: that one is not lost with it. And where the
// other one is gone, too, nobody has these bytes but us.
void TestEngineEpoch::theSameBytesElsewhereAreStillThere()
{
    QFETCH(bool, stillThere);
    QFETCH(bool, shownFirst);
    SimWorld world(72, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId one = ana.add(name("one"), "the same");
    const ItemId two = ana.add(name("two"), "other");
    QVERIFY(world.sync(ana));
    const RemoteItem oneThen = world.server.items.value(one).item, twoThen = world.server.items.value(two).item;
    QVERIFY(ana.edits->addVersion(two, ana.stage("the same"), {}).ok());
    QVERIFY(world.sync(ana) && world.sync(eva));
    const BlobId bytes = eva.store.data.versions.value(eva.row(one).local.version).blob;
    QCOMPARE(eva.store.data.versions.value(eva.row(two).local.version).blob, bytes);
    QVERIFY(eva.store.transact([&](Writer &writer) -> Outcome {
        Tx tx(writer, world.clock, world.random);
        Apply apply(tx);
        if (stillThere && shownFirst)
            CARRIEL_CHECK(apply.upsert(oneThen, nullptr, Trust::Reset));
        CARRIEL_CHECK(apply.upsert(twoThen, nullptr, Trust::Reset));
        return stillThere && shownFirst ? Outcome()
               : stillThere             ? apply.upsert(oneThen, nullptr, Trust::Reset)
                                        : apply.missing(one, Trust::Reset);
    }).ok());
    QCOMPARE(eva.store.data.blobs.value(bytes).onServer, stillThere);
}

QTEST_GUILESS_MAIN(TestEngineEpoch)
#include "tst_engine_epoch.moc"

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The operator lost or changed what it had confirmed: found, shown, and never believed.
#include "core/sync/Decisions.h"
#include "core/sync/SyncErrors.h"
#include "tests/support/sim/SimWorld.h"

#include <QTest>

using namespace carriel;
using namespace carriel::sync;
using namespace carriel::sim;
using namespace std::chrono_literals;

namespace {
Decisions decisionsOf(SimWorld &world, SimClient &client) { return {client.store, world.clock, world.random}; }
} // namespace

class TestEngineAudit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void operatorAltersBytes();
    void oneFaultOfTheWayIsNoAlarm();
    void whatOthersDestroyedIsNoAlarm();
    void operatorProvesWithoutMovingBytes();
    void operatorLosesItemsInSilence();
    void aCountAloneLeavesTheProofsWhereTheyAre();
    void aCountRightAfterASendingComparesAllTheSame();
    void whatIsOnItsWayIsNoAlarm();
    void whatCannotBeBroughtIsAnAlarmAtOnce();
    void whatIsShownAgainIsNoAlarmAnyMore();
    void aCheckThatMovesNothingFindsWhatIsGone();
    void whatWasAskedMeanwhileWaitsItsTurn();
    void anEarlierVersionSentAgainStaysBehindTheHead();
    void whatWasDestroyedBeforeItsAnswerCameIsNoAlarm_data();
    void whatWasDestroyedBeforeItsAnswerCameIsNoAlarm();
};

void TestEngineAudit::operatorAltersBytes()
{
    SimWorld world(5, 1);
    SimClient &ana = world.client(0);
    const ItemId good = ana.add(name("a"), "good"), bad = ana.add(name("b"), "what was said"), lost = ana.add(name("c"), "lost");
    QVERIFY(world.sync(ana));
    world.server.blobs[world.server.items.value(bad).item.head->blob] = "what was done";
    world.server.blobs.remove(world.server.items.value(lost).item.head->blob);
    AuditReport report;
    ana.engine->verify(Audit{}, [&](const AuditReport &found) { report = found; });
    world.run(1min);
    QVERIFY(report.complete);
    QCOMPARE(report.checked, 3);
    QCOMPARE(report.items.size(), 2);
    QVERIFY(!report.items.contains(good));
    QCOMPARE(decisionsOf(world, ana).conflicts().value().size(), 2);
    QVERIFY(!ana.edits->evict(bad).value()); // the last copy by now
    QCOMPARE(decisionsOf(world, ana).resolveAll(Choice::Mine).value(), 2);
}

// A new computer that cannot fetch a document which the operator still shows says so in that very round.
void TestEngineAudit::whatCannotBeBroughtIsAnAlarmAtOnce()
{
    for (const qint64 size : {100, 3'000'000}) {
        SimWorld world(51, 2);
        SimClient &ana = world.client(0), &eva = world.client(1);
        const ItemId id = ana.add(name("a"), QByteArray(int(size), 'a')), good = ana.add(name("b"), "good");
        QVERIFY(world.sync(ana));
        const QByteArray bytes = world.server.blobs.take(world.server.items.value(id).item.head->blob);
        Status status;
        QVERIFY(world.sync(eva, &status));
        QCOMPARE(status.alarms, 1);
        QVERIFY(!eva.hasHead(id) && eva.hasHead(good));
        const QList<Conflict> open = decisionsOf(world, eva).conflicts().value();
        QCOMPARE(open.size(), 1);
        QCOMPARE(open.first().kind, ConflictKind::Fixity);
        QVERIFY(!decisionsOf(world, eva).resolve(open.first().id, Choice::Mine).ok()); // it is not here
        QVERIFY(world.sync(eva, &status));
        QCOMPARE(status.alarms, 1);
        world.server.blobs.insert(world.server.items.value(id).item.head->blob, bytes); // found again
        QVERIFY(world.sync(eva, &status));
        QVERIFY(eva.hasHead(id));
        QVERIFY(world.sync(eva, &status));
        QCOMPARE(status.alarms, 0);
    }
}

void TestEngineAudit::whatIsShownAgainIsNoAlarmAnyMore()
{
    SimWorld world(52, 1);
    SimClient &ana = world.client(0);
    const ItemId id = ana.add(name("a"), "what was said");
    QVERIFY(world.sync(ana));
    const RemoteBlobId blob = world.server.items.value(id).item.head->blob;
    world.server.blobs[blob] = "what was done";
    ana.engine->verify(Audit{}, [](const AuditReport &) {});
    world.run(1min);
    QCOMPARE(ana.engine->status().alarms, 1);
    world.server.blobs[blob] = "what was said";
    ana.engine->verify(Audit{}, [](const AuditReport &) {});
    world.run(1min);
    QVERIFY(world.sync(ana));
    QCOMPARE(ana.engine->status().alarms, 0);
}

// What a command asks for: the bytes that are here are proved, of the others a word is enough.
void TestEngineAudit::aCheckThatMovesNothingFindsWhatIsGone()
{
    SimWorld world(53, 1);
    SimClient &ana = world.client(0);
    const ItemId kept = ana.add(name("a"), QByteArray(5000, 'a')), away = ana.add(name("b"), QByteArray(5000, 'b')),
                 lost = ana.add(name("c"), QByteArray(5000, 'c')), lostAway = ana.add(name("d"), QByteArray(5000, 'd'));
    QVERIFY(world.sync(ana) && world.sync(ana));
    QVERIFY(ana.edits->keep({away, lostAway}, Keep::Off).ok());
    QVERIFY(ana.edits->evict(away).value() && ana.edits->evict(lostAway).value());
    const qint64 before = ana.port->bytesDown;
    std::optional<AuditReport> report;
    const Audit light{{}, 100, 0};
    ana.engine->verify(light, [&](const AuditReport &found) { report = found; });
    world.run(1min);
    QVERIFY(report && report->complete && report->items.isEmpty());
    QCOMPARE(report->checked, 4);
    QCOMPARE(ana.port->bytesDown, before);
    for (const ItemId &id : {lost, lostAway})
        world.server.blobs.remove(world.server.items.value(id).item.head->blob);
    ana.engine->verify(light, [&](const AuditReport &found) { report = found; });
    world.run(1min);
    QCOMPARE(QSet<ItemId>(report->items.begin(), report->items.end()), (QSet<ItemId>{lost, lostAway}));
    QCOMPARE(ana.port->bytesDown, before);
    QVERIFY(ana.hasHead(kept) && ana.hasHead(lost));
}

void TestEngineAudit::whatWasAskedMeanwhileWaitsItsTurn()
{
    SimWorld world(54, 1);
    SimClient &ana = world.client(0);
    const ItemId id = ana.add(name("a"), "a");
    QVERIFY(world.sync(ana));
    std::optional<AuditReport> first, second;
    ana.engine->verify(Audit{}, [&](const AuditReport &found) { first = found; });
    ana.engine->verify(Audit{{id}}, [&](const AuditReport &found) { second = found; });
    QVERIFY(!second); // no "could not be asked": it is asked next
    world.run(1min);
    QVERIFY(first && first->complete && second && second->complete);
    QCOMPARE(second->checked, 1);
}

void TestEngineAudit::anEarlierVersionSentAgainStaysBehindTheHead()
{
    SimWorld world(55, 1);
    SimClient &ana = world.client(0);
    const ItemId id = ana.add(name("a"), "one");
    QVERIFY(world.sync(ana));
    QVERIFY(ana.edits->addVersion(id, ana.stage("two"), {}).ok());
    QVERIFY(world.sync(ana) && world.sync(ana));
    world.server.blobs.remove(world.server.items.value(id).versions.first().blob);
    ana.engine->verify(Audit{{id}}, [](const AuditReport &) {});
    world.run(1min);
    QCOMPARE(decisionsOf(world, ana).resolveAll(Choice::Mine).value(), 1);
    QVERIFY(world.sync(ana) && world.sync(ana));
    QCOMPARE(ana.headBytes(id), QByteArray("two"));
    QCOMPARE(world.server.blobs.value(world.server.items.value(id).item.head->blob), QByteArray("two"));
    const auto holds = [&](const RemoteHead &one) { return world.server.blobs.value(one.blob) == "one"; };
    const QList<RemoteHead> versions = world.server.items.value(id).versions;
    QVERIFY(std::any_of(versions.begin(), versions.end(), holds));
}

void TestEngineAudit::oneFaultOfTheWayIsNoAlarm()
{
    SimWorld world(6, 1);
    SimClient &ana = world.client(0);
    const ItemId id = ana.add(name("a"), "what was said");
    QVERIFY(world.sync(ana));
    std::optional<AuditReport> report;
    ana.port->faults.lie = 100; // the proof is wrong, and the first look, too
    ana.engine->verify(Audit{{id}}, [&](const AuditReport &found) { report = found; });
    const qint64 before = ana.port->bytesDown;
    const auto until = world.clock.monotonic() + 1min;
    while (ana.port->bytesDown == before && world.scheduler.step(until)) { }
    ana.port->faults.lie = 0;
    world.run(1min);
    QVERIFY(report && report->complete);
    QCOMPARE(report->checked, 1);
    QVERIFY(report->items.isEmpty() && decisionsOf(world, ana).conflicts().value().isEmpty());
}

// Destroyed by another of the person's computers, and the news is still on its way.
void TestEngineAudit::whatOthersDestroyedIsNoAlarm()
{
    SimWorld world(7, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId id = ana.add(name("a"), "gone soon");
    QVERIFY(world.sync(ana) && world.sync(eva));
    QVERIFY(eva.edits->trash({id}).ok() && eva.edits->purge({id}).ok() && world.sync(eva));
    world.server.forgetUnusedBlobs();
    QVERIFY(ana.row(id).remote->state == ItemState::Active); // not heard of here
    std::optional<AuditReport> report;
    ana.engine->verify(Audit{{id}}, [&](const AuditReport &found) { report = found; });
    world.run(1min);
    QVERIFY(report && report->complete && report->items.isEmpty());
    QVERIFY(decisionsOf(world, ana).conflicts().value().isEmpty());
    QVERIFY(world.sync(ana));
    QVERIFY(ana.row(id).local.state == ItemState::Removed);
}

void TestEngineAudit::operatorProvesWithoutMovingBytes()
{
    SimWorld world(8, 2);
    SimClient &ana = world.client(0);
    for (int i = 0; i < 5; ++i)
        ana.add(QString::number(i), QByteArray(1000, char('a' + i)));
    QVERIFY(world.sync(ana) && world.sync(ana)); // and what it sent was read in the feed
    const qint64 before = ana.port->bytesDown;
    const int requests = ana.port->requests;
    std::optional<AuditReport> report;
    ana.engine->verify(Audit{}, [&](const AuditReport &found) { report = found; });
    world.run(1min);
    QVERIFY(report && report->complete && !report->countDiffers && report->items.isEmpty());
    QCOMPARE(report->checked, 5);
    QCOMPARE(ana.port->bytesDown, before);
    QVERIFY(ana.port->requests - requests <= 2); // the count, and one challenge for all
    // While it runs, the engine asks by itself, and what it finds is shown.
    world.server.blobs[world.server.blobs.firstKey()] = "altered";
    ana.engine->start();
    world.run(10min);
    QCOMPARE(ana.engine->status().alarms, 1);
}

// Neither a tombstone nor an answer tells of it; only the number does. It is asked about, and never taken for a removal.
void TestEngineAudit::operatorLosesItemsInSilence()
{
    SimWorld world(9, 1);
    SimClient &ana = world.client(0);
    const ItemId kept = ana.add(name("a"), "a"), lost = ana.add(name("b"), "b");
    QVERIFY(world.sync(ana));
    world.server.items.remove(lost);
    QVERIFY(world.sync(ana));
    QVERIFY(!ana.row(lost).missingSinceUtc.isValid()); // the feed says nothing
    std::optional<AuditReport> report;
    ana.engine->verify(Audit{}, [&](const AuditReport &found) { report = found; });
    world.run(1min);
    QVERIFY(report && report->countDiffers);
    const auto told = [&] {
        const QList<Problem> problems = ana.engine->status().problems;
        return std::any_of(problems.begin(), problems.end(),
                           [](const Problem &one) { return one.error.code == sync::errors::countDiffers; });
    };
    QVERIFY(told());
    Status status;
    QVERIFY(world.sync(ana, &status));
    QCOMPARE(status.missing, 1);
    QVERIFY(ana.row(lost).missingSinceUtc.isValid());
    QCOMPARE(ana.row(lost).local.state, ItemState::Active);
    QVERIFY(ana.hasHead(lost));
    QVERIFY(!ana.row(kept).missingSinceUtc.isValid());
    QVERIFY(told());
    ana.engine->verify(Audit{}, [&](const AuditReport &found) { report = found; });
    world.run(1min);
    QVERIFY(!report->countDiffers && !told()); // what it lacks is asked about now
}

void TestEngineAudit::aCountAloneLeavesTheProofsWhereTheyAre()
{
    SimWorld world(12, 1);
    SimClient &ana = world.client();
    ItemId lost;
    for (int i = 0; i < 3; ++i)
        lost = ana.add(QString::number(i), QByteArray::number(i));
    QVERIFY(world.sync(ana) && world.sync(ana)); // and what it sent was read in the feed
    std::optional<AuditReport> report;
    const auto look = [&](int sample) {
        Audit audit;
        audit.sample = sample;
        ana.engine->verify(audit, [&](const AuditReport &found) { report = found; });
        world.run(1min);
    };
    look(1);
    const BlobId reached = ana.store.data.state.audited;
    QVERIFY(report && report->checked == 1 && !reached.isEmpty());
    world.server.items.remove(lost);
    look(0);
    QVERIFY(report->complete && report->countDiffers);
    QCOMPARE(report->checked, 0);
    QCOMPARE(ana.store.data.state.audited, reached);
}

// What was sent a moment ago has not come back with the feed, so that the operator's number is of a later moment.
void TestEngineAudit::aCountRightAfterASendingComparesAllTheSame()
{
    SimWorld world(13, 1);
    SimClient &ana = world.client();
    const ItemId lost = ana.add(name("a"), "a");
    QVERIFY(world.sync(ana) && world.sync(ana));
    Audit count;
    count.sample = 0;
    std::optional<AuditReport> report;
    const auto look = [&] {
        ana.engine->verify(count, [&](const AuditReport &found) { report = found; });
        world.run(1min);
        return report && report->complete && !report->uncounted;
    };
    ana.add(name("b"), "b");
    QVERIFY(world.sync(ana));
    QVERIFY(look() && !report->countDiffers);
    ana.add(name("c"), "c");
    QVERIFY(world.sync(ana));
    world.server.items.remove(lost);
    QVERIFY(look() && report->countDiffers);
}

// The count was taken, and stood still on its way; meanwhile the person put something into the trash, or took it out,
// and that was answered. As often as it is looked again.
void TestEngineAudit::whatIsOnItsWayIsNoAlarm()
{
    int overtaken = 0;
    for (int seed = 1; seed <= 20; ++seed) {
        SimWorld world(seed, 1);
        SimClient &ana = world.client(0);
        const ItemId id = ana.add(name("a"), "a");
        ana.add(name("b"), "b");
        QVERIFY(world.sync(ana));
        ana.port->faults.lostHint = 100; // the feed is not read meanwhile, so that the cursor stays
        ana.engine->start();
        world.run(1s);
        std::optional<AuditReport> report;
        ana.engine->verify(Audit{}, [&](const AuditReport &found) { report = found; });
        for (int look = 0; look < 4 && !report; ++look) {
            const auto counts = [&] { return ana.port->log.count(name("count")); };
            const auto before = look == 0 ? 0 : counts();
            ana.port->faults.slow = 100;
            while (!report && counts() == before && world.scheduler.step(world.clock.monotonic() + 5min)) { }
            ana.port->faults.slow = 0;
            const bool out = ana.row(id).local.state == ItemState::Trashed;
            QVERIFY((out ? ana.edits->restore({id}) : ana.edits->trash({id})).ok());
            ana.engine->wake();
            world.run(1s);
            overtaken += !report && ana.row(id).remote->state == ana.row(id).local.state;
        }
        world.run(5min);
        QVERIFY(report && !report->countDiffers);
        QVERIFY(ana.engine->status().problems.isEmpty());
    }
    QVERIFY(overtaken > 0);
}

void TestEngineAudit::whatWasDestroyedBeforeItsAnswerCameIsNoAlarm_data()
{
    QTest::addColumn<bool>("ends");
    QTest::newRow("the answer comes late") << false;
    QTest::newRow("the program ends before it comes, and asks again") << true;
}

// A folder is made, others destroy it, and the operator forgets that tombstone, all before the answer to its making comes:
// the answer of that time would be a folder that the operator does not have, and the operator would be called a liar.
void TestEngineAudit::whatWasDestroyedBeforeItsAnswerCameIsNoAlarm()
{
    QFETCH(bool, ends);
    int late = 0;
    for (int seed = 1; seed <= 12; ++seed) {
        SimWorld world(seed, 2);
        SimClient &ana = world.client(0), &eva = world.client(1);
        QVERIFY(world.sync(ana) && world.sync(eva));
        ana.port->faults.lostHint = 100;
        ana.engine->start();
        world.run(1s);
        ana.port->faults.slow = 100;
        const ItemId id = ana.edits->addFolder(rootItem(), name("Salud")).valueOr({}).id;
        ana.engine->wake();
        while (!world.server.items.contains(id) && world.scheduler.step(world.clock.monotonic() + 1min)) { }
        ana.port->faults.slow = 0;
        if (ends)
            ana.crash();
        QVERIFY(world.sync(eva) && eva.edits->trash({id}).ok() && world.sync(eva));
        QVERIFY(eva.edits->purge({id}).ok() && world.sync(eva) && world.server.items.value(id).purged);
        eva.engine->stop();
        world.server.oldestCursor = world.server.seq;
        world.server.forgetSnapshots();
        if (ends) {
            ana.boot();
            ana.engine->start();
        }
        late += !ana.row(id).remote;
        world.run(20min); // the count is asked for in between
        QVERIFY(ana.port->log.contains(name("count")));
        for (const ActivityEntry &entry : std::as_const(ana.store.data.activity))
            QVERIFY2(entry.kind != QLatin1String("operator.count_differs"), qPrintable(QString::number(seed)));
        QVERIFY(ana.store.liveOps().value().isEmpty());
        // What became of it is the person's to say.
        QVERIFY2(ana.row(id).local.state == ItemState::Removed || ana.row(id).missingSinceUtc.isValid(), qPrintable(QString::number(seed)));
    }
    QVERIFY(late > 0);
}

QTEST_GUILESS_MAIN(TestEngineAudit)
#include "tst_engine_audit.moc"

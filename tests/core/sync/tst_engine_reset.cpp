// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The operator went back to a backup, or repeats what it said before: nothing of ours gives way silently (I25).
#include "core/sync/Apply.h"
#include "core/sync/Decisions.h"
#include "core/sync/Settle.h"
#include "core/sync/SyncErrors.h"
#include "tests/support/sim/SimWorld.h"

#include <QTest>

using namespace carriel;
using namespace carriel::sync;
using namespace carriel::sim;
using namespace std::chrono_literals;

class TestEngineReset : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void operatorGoesBack();
    void whatIsQueuedWaitsWhenItGoesBack_data();
    void whatIsQueuedWaitsWhenItGoesBack();
    void anOldAnswerIsNoSignOfLife();
    void answersOfTheLostFutureAreNotBelieved();
    void aVersionWhoseKeyIsForgottenIsNotMadeAgain_data();
    void aVersionWhoseKeyIsForgottenIsNotMadeAgain();
    void aLoginSendsNothingThatIsDisputed_data();
    void aLoginSendsNothingThatIsDisputed();
    void theSameRevisionIsAnotherState();
    void whoNamesNoEpochMayBeInAnother();
    void whatNeverLeftWaitsOnlyWhileItIsDisputed_data();
    void whatNeverLeftWaitsOnlyWhileItIsDisputed();
};

void TestEngineReset::operatorGoesBack()
{
    SimWorld world(27, 1);
    SimClient &ana = world.client();
    const ItemId id = ana.add(name("a"), "one");
    QVERIFY(world.sync(ana));
    const auto backup = world.server.backup();
    QVERIFY(ana.edits->addVersion(id, ana.stage("two"), {}).ok());
    QVERIFY(ana.edits->rename(id, name("b")).ok());
    const ItemId later = ana.add(name("later"), "later");
    QVERIFY(world.sync(ana));
    world.server.restoreFrom(backup);
    Status status;
    QVERIFY(world.sync(ana, &status));
    QVERIFY(ana.row(later).missingSinceUtc.isValid());
    QCOMPARE(ana.row(later).local.state, ItemState::Active);
    QVERIFY(ana.hasHead(later));
    QCOMPARE(status.conflicts, 2); // the name and the content, each kept
    bool found = false;
    for (const VersionRow &version : std::as_const(ana.store.data.versions))
        found |= ana.store.bytesOf(version.blob) == "two";
    QVERIFY(found);
}

void TestEngineReset::whatIsQueuedWaitsWhenItGoesBack_data()
{
    QTest::addColumn<int>("choice");
    QTest::newRow("mine") << int(Choice::Mine);
    QTest::newRow("theirs") << int(Choice::Theirs);
    QTest::newRow("both") << int(Choice::Both);
}

// I25: no write to an item that is different now, until the person has decided.
void TestEngineReset::whatIsQueuedWaitsWhenItGoesBack()
{
    QFETCH(int, choice);
    SimWorld world(28, 1);
    SimClient &ana = world.client();
    const ItemId id = ana.add(name("a"), "one");
    const ItemId same = ana.add(name("same"), "same");
    QVERIFY(world.sync(ana));
    const auto backup = world.server.backup();
    QVERIFY(ana.edits->rename(id, name("b")).ok());
    QVERIFY(ana.edits->addVersion(id, ana.stage("two"), {}).ok());
    QVERIFY(world.sync(ana)); // and this the operator forgets
    QVERIFY(ana.edits->rename(id, name("c")).ok());
    QVERIFY(ana.edits->addVersion(id, ana.stage("three"), {}).ok());
    QVERIFY(ana.edits->rename(same, name("other")).ok());
    world.server.restoreFrom(backup);
    const qint64 before = world.server.items.value(id).item.rev;
    Status status;
    for (int i = 0; i < 2; ++i) {
        QVERIFY(world.sync(ana, &status));
        QCOMPARE(world.server.items.value(id).item.rev, before);
        QCOMPARE(status.waitingOps, 2);
        QCOMPARE(status.problems.first().error.code, errors::operatorWentBack);
        ana.engine->retryNow(); // everything again, but not what the person has to decide
    }
    QCOMPARE(world.server.items.value(same).item.fields.name, name("other")); // nothing differed here
    QCOMPARE(ana.row(id).local.name, name("c"));
    QCOMPARE(ana.headBytes(id), QByteArray("three"));

    Decisions decisions(ana.store, world.clock, world.random);
    const QList<Conflict> open = decisions.conflicts().valueOr({});
    QCOMPARE(open.size(), 2); // the name and the content
    for (const Conflict &one : open) {
        QCOMPARE(world.server.items.value(id).item.rev, before);
        QVERIFY(decisions.resolve(one.id, Choice(choice)).ok());
    }
    QVERIFY(world.sync(ana, &status));
    QCOMPARE(status.phase, Phase::UpToDate);
    const SimItem there = world.server.items.value(id);
    const bool mine = Choice(choice) == Choice::Mine;
    QCOMPARE(there.item.fields.name, mine ? name("c") : name("a"));
    QCOMPARE(world.server.blobs.value(there.item.head->blob), QByteArray(mine ? "three" : "one"));
    int kept = 0; // whatever was chosen, no content is lost: if not here, in a document of its own
    for (const SimItem &item : std::as_const(world.server.items)) {
        for (const RemoteHead &head : item.versions)
            kept += world.server.blobs.value(head.blob) == "three";
    }
    QCOMPARE(kept, 1);
}

// I9: a stored answer that the operator gives again says what it did then, not that the item is still there.
void TestEngineReset::anOldAnswerIsNoSignOfLife()
{
    SimWorld world(44, 1);
    SimClient &ana = world.client();
    const ItemId id = ana.add(name("a"), "a");
    QVERIFY(world.sync(ana));
    const RemoteItem answer = world.server.items.value(id).item;
    const auto apply = [&](bool repeated) {
        return ana.store.transact([&](Writer &writer) {
            Tx tx(writer, world.clock, world.random);
            return Apply(tx).upsert(answer, nullptr, Trust::Same, repeated);
        });
    };
    ItemRow row = ana.row(id);
    row.missingSinceUtc = world.clock.nowUtc();
    QVERIFY(ana.store.transact([&](Writer &writer) { return writer.putItem(row); }).ok());
    QVERIFY(apply(true).ok());
    QVERIFY(ana.row(id).missingSinceUtc.isValid());
    QVERIFY(apply(false).ok());
    QVERIFY(!ana.row(id).missingSinceUtc.isValid());
}

// I25: what was asked before the operator went back may be answered afterwards.
void TestEngineReset::answersOfTheLostFutureAreNotBelieved()
{
    for (quint64 seed = 1; seed < 40; ++seed) {
        SimWorld world(seed, 1);
        SimClient &ana = world.client();
        const ItemId id = ana.add(name("a"), "a");
        QVERIFY(world.sync(ana));
        const auto backup = world.server.backup();
        ana.engine->start();
        world.run(1min);
        QVERIFY(ana.edits->rename(id, name("b")).ok());
        ana.port->faults.slow = 100;
        ana.engine->wake();
        world.run(200ms); // it has arrived; its answer is on the way for up to two minutes
        ana.port->faults.slow = 0;
        ana.store.operatorWentBack = true;
        world.server.restoreFrom(backup);
        world.run(1s);
        ana.engine->networkChanged();
        world.run(10min);
        const SimItem there = world.server.items.value(id);
        QCOMPARE(ana.row(id).remoteRev, there.item.rev);
        QCOMPARE(ana.row(id).remote->name, there.item.fields.name);
    }
}

void TestEngineReset::aVersionWhoseKeyIsForgottenIsNotMadeAgain_data()
{
    QTest::addColumn<bool>("made"); // the first sending arrived
    QTest::addColumn<bool>("others");
    QTest::newRow("the head") << true << false;
    QTest::newRow("below the head") << true << true;
    QTest::newRow("not made") << false << true;
}

// I7: an operator that went back, or keeps keys for a month only, refuses what it did itself. The history tells.
void TestEngineReset::aVersionWhoseKeyIsForgottenIsNotMadeAgain()
{
    QFETCH(bool, made);
    QFETCH(bool, others);
    SimWorld world(31, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId id = ana.add(name("a"), "one");
    QVERIFY(world.sync(ana) && world.sync(eva));
    QVERIFY(ana.edits->addVersion(id, ana.stage("two"), {}).ok());
    ana.engine->start();
    const auto open = [&] { return ana.store.liveOps().valueOr({}); };
    const auto versions = [&] { return world.server.items.value(id).versions.size(); };
    for (int i = 0; i < 5000 && (open().first().state != OpState::Inflight || versions() < (made ? 2 : 1)); ++i)
        world.run(1ms);
    QCOMPARE(open().size(), 1);
    QCOMPARE(open().first().state, OpState::Inflight);
    QCOMPARE(versions(), made ? 2 : 1);
    ana.port->offline = true; // and the answer is lost
    ana.boot();
    if (others) {
        QVERIFY(world.sync(eva));
        QVERIFY(eva.edits->addVersion(id, eva.stage("three"), {}).ok());
        QVERIFY(world.sync(eva));
    }
    ana.store.operatorWentBack = true;
    eva.store.operatorWentBack = true;
    world.server.restoreFrom(world.server.backup()); // nothing is gone but its memory of keys
    ana.port->offline = false;
    ana.engine->start();
    world.run(10min);
    int there = 0;
    for (const RemoteHead &head : world.server.items.value(id).versions)
        there += world.server.blobs.value(head.blob) == "two";
    QCOMPARE(there, made ? 1 : 0);
    QCOMPARE(open().size(), made ? 0 : 1); // what was not made differs now, and waits for the person (I25)
    if (!made)
        return;
    QCOMPARE(ana.headBytes(id), QByteArray(others ? "three" : "two"));
    QCOMPARE(ana.row(id).local, world.server.items.value(id).item.fields);
    int rows = 0; // and it is in the history here, once
    for (const VersionRow &version : std::as_const(ana.store.data.versions))
        rows += ana.store.bytesOf(version.blob) == "two";
    QCOMPARE(rows, 1);
}

void TestEngineReset::aLoginSendsNothingThatIsDisputed_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("choice");
    QTest::newRow("had been refused, mine") << int(TroubleKind::Refused) << int(Choice::Mine);
    QTest::newRow("had been refused, theirs") << int(TroubleKind::Refused) << int(Choice::Theirs);
    QTest::newRow("waited for a stronger login, mine") << int(TroubleKind::StepUpNeeded) << int(Choice::Mine);
    QTest::newRow("waited for a stronger login, theirs") << int(TroubleKind::StepUpNeeded) << int(Choice::Theirs);
}

// I25: what stood still when the operator went back goes on by the next login, but not while it is to be decided.
void TestEngineReset::aLoginSendsNothingThatIsDisputed()
{
    QFETCH(int, kind);
    QFETCH(int, choice);
    SimWorld world(35, 1);
    SimClient &ana = world.client();
    const ItemId id = ana.add(name("a"), "one");
    QVERIFY(world.sync(ana));
    const auto backup = world.server.backup();
    QVERIFY(ana.edits->rename(id, name("b")).ok());
    QVERIFY(world.sync(ana)); // and this the operator forgets
    QVERIFY(ana.edits->rename(id, name("c")).ok());
    ana.engine->start();
    const auto op = [&] { return ana.store.liveOps().valueOr({}).value(0); };
    for (int i = 0; i < 5000 && op().state != OpState::Inflight; ++i)
        world.run(1ms);
    ana.port->offline = true;
    ana.boot(); // it never arrives
    QVERIFY(ana.store
                .transact([&](Writer &writer) -> Outcome {
                    Tx tx(writer, world.clock, world.random);
                    CARRIEL_TRY([[maybe_unused]] const Aftermath after,
                                Settle(tx).trouble(op().key, trouble(TroubleKind(kind)), 1));
                    return {};
                })
                .ok());
    world.server.restoreFrom(backup);
    ana.port->offline = false;
    ana.engine->start();
    Status status;
    for (int i = 0; i < 3; ++i) {
        QVERIFY(world.sync(ana, &status));
        QCOMPARE(world.server.items.value(id).item.fields.name, name("a"));
        QCOMPARE(status.problems.value(0).error.code, errors::operatorWentBack);
        ana.engine->loggedIn();
    }
    Decisions decisions(ana.store, world.clock, world.random);
    const QList<Conflict> open = decisions.conflicts().valueOr({});
    QCOMPARE(open.size(), 1);
    QVERIFY(decisions.resolve(open.first().id, Choice(choice)).ok());
    QVERIFY(world.sync(ana, &status));
    QCOMPARE(status.phase, Phase::UpToDate);
    QCOMPARE(world.server.items.value(id).item.fields.name, Choice(choice) == Choice::Mine ? name("c") : name("a"));
    QCOMPARE(ana.row(id).local.name, world.server.items.value(id).item.fields.name);
}

// I25: an operator that counts revisions only comes to the same number, and so to the same tag, with something else in
// it.
void TestEngineReset::theSameRevisionIsAnotherState()
{
    SimWorld world(33, 1);
    SimClient &ana = world.client();
    const ItemId id = ana.add(name("a"), "one");
    QVERIFY(world.sync(ana));
    const auto backup = world.server.backup();
    QVERIFY(ana.edits->rename(id, name("ours")).ok());
    QVERIFY(world.sync(ana));
    world.server.restoreFrom(backup);
    RemoteItem &there = world.server.items[id].item;
    there.fields.name = name("theirs"); // others were there before us
    there.rev = ana.row(id).remoteRev;
    there.etag = ana.row(id).etag;
    Status status;
    QVERIFY(world.sync(ana, &status));
    QCOMPARE(status.conflicts, 1);
    QCOMPARE(ana.row(id).remote->name, name("theirs"));
    const Conflict open = Decisions(ana.store, world.clock, world.random).conflicts().valueOr({}).value(0);
    QCOMPARE(open.ours.value(QStringLiteral("name")).toString(), name("ours"));
}

// I25: an operator that went back and does not understand the cursor any more need not say why.
void TestEngineReset::whoNamesNoEpochMayBeInAnother()
{
    SimWorld world(34, 1);
    SimClient &ana = world.client();
    const ItemId id = ana.add(name("a"), "one");
    QVERIFY(world.sync(ana));
    const auto backup = world.server.backup();
    QVERIFY(ana.edits->rename(id, name("ours")).ok());
    QVERIFY(world.sync(ana));
    world.server.restoreFrom(backup);
    world.server.explainsCursors = false;
    Status status;
    QVERIFY(world.sync(ana, &status));
    QCOMPARE(status.conflicts, 1);
    QCOMPARE(ana.row(id).remote->name, world.server.items.value(id).item.fields.name);
}

void TestEngineReset::whatNeverLeftWaitsOnlyWhileItIsDisputed_data()
{
    QTest::addColumn<bool>("disputed");
    QTest::newRow("disputed") << true;
    QTest::newRow("decided meanwhile") << false;
}

void TestEngineReset::whatNeverLeftWaitsOnlyWhileItIsDisputed()
{
    QFETCH(bool, disputed);
    SimWorld world(32, 1);
    SimClient &ana = world.client();
    const ItemId id = ana.add(name("a"), "one");
    QVERIFY(world.sync(ana));
    QVERIFY(ana.edits->rename(id, name("b")).ok());
    const OpKey key = ana.store.liveOps().valueOr({}).first().key;
    const auto step = [&](const std::function<Outcome(Tx &)> &work) {
        return ana.store.transact([&](Writer &writer) {
            Tx tx(writer, world.clock, world.random);
            return work(tx);
        });
    };
    // It was sent, the operator was found to have gone back, and then: not a byte had left.
    QVERIFY(step([&](Tx &tx) -> Outcome {
        CARRIEL_TRY(auto op, tx.writer.op(key));
        op->method = "PATCH";
        op->attempts = 1;
        op->lastProblem = QLatin1String(errors::operatorWentBack.text);
        CARRIEL_CHECK(tx.step(*op, OpEvent::Send));
        return disputed ? tx.addConflict(id, ConflictKind::Name, {{name("name"), name("b")}}, {{name("name"), name("a")}}) : Outcome();
    }).ok());
    Trouble nothingLeft = trouble(TroubleKind::Unreachable);
    nothingLeft.notSent = true;
    QVERIFY(step([&](Tx &tx) -> Outcome {
        CARRIEL_TRY([[maybe_unused]] const Aftermath after, Settle(tx).trouble(key, nothingLeft, 1));
        return {};
    }).ok());
    const OpRow op = ana.store.op(key).valueOr({}).value_or(OpRow());
    QCOMPARE(op.state, disputed ? OpState::WaitingUser : OpState::Queued);
    QCOMPARE(op.lastProblem.isEmpty(), !disputed);
    QVERIFY(!isFrozen(op));
    ana.boot();
    Status status;
    QVERIFY(world.sync(ana, &status));
    QCOMPARE(status.waitingOps, disputed ? 1 : 0);
    QCOMPARE(world.server.items.value(id).item.fields.name, disputed ? name("a") : name("b"));
}

QTEST_GUILESS_MAIN(TestEngineReset)
#include "tst_engine_reset.moc"

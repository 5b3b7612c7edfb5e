// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the operator refused, and what the person did since; and what it would give another name.
#include "core/sync/Decisions.h"
#include "core/sync/Settle.h"
#include "core/sync/SyncErrors.h"
#include "tests/support/sim/SimWorld.h"

#include <QTest>

using namespace carriel;
using namespace carriel::sync;
using namespace carriel::sim;
using namespace std::chrono_literals;

class TestEngineRefused : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anOlderVersionAskedAgainIsNotTheHead();
    void theLastVersionAskedAgainIsTheHead();
    void theirVersionIsNoConflictWithWhatWasPassed();
    void sameFolderTwice();
    void theListTellsOfItFirst();
    void whatTheFeedNamesIsDoneWhateverWasAnswered();
    void whatWasDamagedHereIsNotSent();
    void anEarlierVersionThatNobodyHas_data();
    void anEarlierVersionThatNobodyHas();
    void aVersionBesideTheirsThatTheFeedTellsOfFirst_data();
    void aVersionBesideTheirsThatTheFeedTellsOfFirst();
};

namespace {
// "two" is refused, "three" has passed it.
struct Passed {
    SimWorld world{41, 2};
    SimClient &ana = world.client(0), &eva = world.client(1);
    ItemId id;
    OpKey two;
    bool ready = false;

    Passed()
    {
        id = ana.add(name("a"), "one");
        ready = world.sync(ana) && world.sync(eva);
        world.server.refuses = [](const OpRow &op) { return op.kind == OpKind::AddVersion; };
        ready = ready && ana.edits->addVersion(id, ana.stage("two"), {}).ok() && world.sync(ana);
        two = ana.store.liveOpsOf(id).valueOr({}).value(0).key;
        world.server.refuses = nullptr;
        ready = ready && ana.edits->addVersion(id, ana.stage("three"), {}).ok() && world.sync(ana);
        ready = ready && ana.store.op(two).value()->state == OpState::Failed && head() == "three";
    }
    QByteArray head() { return world.server.blobs.value(world.server.items.value(id).item.head->blob); }
    Decisions decisions() { return {ana.store, world.clock, world.random}; }
};
} // namespace

void TestEngineRefused::anOlderVersionAskedAgainIsNotTheHead()
{
    Passed passed;
    QVERIFY(passed.ready);
    QVERIFY(passed.decisions().retry(passed.two).ok());
    Status status;
    QVERIFY(passed.world.sync(passed.ana, &status));
    QCOMPARE(status.phase, Phase::UpToDate);
    QCOMPARE(passed.world.server.items.value(passed.id).versions.size(), 3); // it is there, beside
    QCOMPARE(passed.head(), QByteArray("three"));
    QCOMPARE(passed.ana.headBytes(passed.id), QByteArray("three"));
    QVERIFY(passed.world.sync(passed.eva));
    QCOMPARE(passed.eva.headBytes(passed.id), QByteArray("three"));
}

void TestEngineRefused::theLastVersionAskedAgainIsTheHead()
{
    SimWorld world(42, 1);
    SimClient &ana = world.client();
    const ItemId id = ana.add(name("a"), "one");
    QVERIFY(world.sync(ana));
    world.server.refuses = [](const OpRow &op) { return op.kind == OpKind::AddVersion; };
    QVERIFY(ana.edits->addVersion(id, ana.stage("two"), {}).ok() && world.sync(ana));
    world.server.refuses = nullptr;
    QVERIFY(Decisions(ana.store, world.clock, world.random).retry(ana.store.liveOpsOf(id).value().first().key).ok());
    QVERIFY(world.sync(ana));
    QCOMPARE(world.server.blobs.value(world.server.items.value(id).item.head->blob), QByteArray("two"));
}

// The refused one still waits here; the place it wanted was given to another of ours long ago.
void TestEngineRefused::theirVersionIsNoConflictWithWhatWasPassed()
{
    Passed passed;
    QVERIFY(passed.ready && passed.world.sync(passed.eva));
    QVERIFY(passed.eva.edits->addVersion(passed.id, passed.eva.stage("four"), {}).ok() && passed.world.sync(passed.eva));
    Status status;
    QVERIFY(passed.world.sync(passed.ana, &status));
    QCOMPARE(status.conflicts, 0);
    QCOMPARE(passed.ana.headBytes(passed.id), QByteArray("four"));
    QVERIFY(passed.decisions().retry(passed.two).ok() && passed.world.sync(passed.ana));
    QCOMPARE(passed.head(), QByteArray("four"));
    QCOMPARE(passed.world.server.items.value(passed.id).versions.size(), 4);
}

static QStringList renamedApart(const SimClient &client)
{
    QStringList told;
    for (const ActivityEntry &entry : client.store.data.activity) {
        if (entry.kind == QLatin1String("item.renamed_apart"))
            told << entry.data.value(QLatin1String("from")).toString() + QLatin1Char('>') +
                        entry.data.value(QLatin1String("to")).toString();
    }
    return told;
}

// An empty folder of a name that others have made joins theirs; one with something in it stays beside it, which is
// told.
void TestEngineRefused::sameFolderTwice()
{
    SimWorld world(19, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId studies = ana.edits->addFolder(rootItem(), name("Estudios")).value().id;
    const ItemId notes = ana.edits->addFolder(rootItem(), name("Notas")).value().id;
    const ItemId joins = eva.edits->addFolder(rootItem(), name("Estudios")).value().id;
    const ItemId stays = eva.edits->addFolder(rootItem(), name("Notas")).value().id;
    const ItemId letter = eva.add(name("carta.txt"), "1", stays);
    QVERIFY(world.sync(ana) && world.sync(eva) && world.sync(ana));
    for (SimClient *one : {&ana, &eva}) {
        QCOMPARE(one->row(studies).local.name, name("Estudios"));
        QCOMPARE(one->row(notes).local.name, name("Notas"));
        QVERIFY(!one->store.data.items.contains(joins));
        QCOMPARE(one->row(stays).local.name, name("Notas (2)"));
        QCOMPARE(one->row(letter).local.parent, stays);
    }
    QCOMPARE(renamedApart(eva), QStringList{QStringLiteral("Notas>Notas (2)")});
}

// The operator gave our folder another name, and its list says so before its answer, without a word of whose act it was.
void TestEngineRefused::theListTellsOfItFirst()
{
    SimWorld world(20, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId theirs = ana.edits->addFolder(rootItem(), name("Notas")).value().id;
    QVERIFY(world.sync(ana));
    const ItemId ours = eva.edits->addFolder(rootItem(), name("Notas")).value().id;
    QVERIFY(!eva.add(name("carta.txt"), "1", ours).isEmpty());
    SimItem listed = world.server.items.value(theirs);
    listed.item.id = ours;
    listed.item.fields.name = name("Notas (2)");
    listed.item.causedBy = {};
    listed.item.etag += QStringLiteral("-2");
    listed.item.rev = listed.lastSeq = ++world.server.seq;
    world.server.items.insert(ours, listed);
    QVERIFY(world.sync(eva));
    QCOMPARE(eva.row(ours).local.name, name("Notas (2)"));
    QCOMPARE(renamedApart(eva), QStringList{QStringLiteral("Notas>Notas (2)")});
}

// Done, its answer lost, and asked for once more when the operator had forgotten the key: what it says then, "log in
// more strongly" or "no", is not true of what happened. The feed is.
void TestEngineRefused::whatTheFeedNamesIsDoneWhateverWasAnswered()
{
    const QList<std::pair<TroubleKind, OpState>> answers{{TroubleKind::StepUpNeeded, OpState::WaitingUser},
                                                         {TroubleKind::Refused, OpState::Failed}};
    for (const auto &[kind, state] : answers) {
        SimWorld world(44, 1);
        SimClient &ana = world.client();
        QVERIFY(world.sync(ana));
        const ItemId id = ana.add(name("a"), "a");
        const OpKey key = ana.store.liveOpsOf(id).value().first().key;
        ana.engine->start();
        for (int i = 0; i < 5000 && !world.server.items.contains(id); ++i)
            world.run(1ms);
        QVERIFY(world.server.items.contains(id));
        QCOMPARE(ana.store.op(key).value()->state, OpState::Inflight);
        ana.boot(); // the answer never comes
        const TroubleKind said = kind;
        QVERIFY(ana.store.transact([&](Writer &writer) -> Outcome {
            Tx tx(writer, world.clock, world.random);
            Trouble trouble;
            trouble.kind = said;
            CARRIEL_TRY([[maybe_unused]] const Aftermath after, Settle(tx).trouble(key, trouble, 1));
            return {};
        }).ok());
        QCOMPARE(ana.store.op(key).value()->state, state);
        Status status;
        QVERIFY(world.sync(ana, &status));
        QCOMPARE(ana.store.op(key).value()->state, OpState::Done);
        QCOMPARE(status.phase, Phase::UpToDate);
        QCOMPARE(ana.headBytes(id), QByteArray("a"));
        QVERIFY(world.server.violations.isEmpty() && ana.store.violations.isEmpty());
    }
}

// The disk changed a byte of what waits here: the operator does not take it for what it is not, and the person is told,
// also when it is asked for once more. In a bundle and by its own steps.
void TestEngineRefused::whatWasDamagedHereIsNotSent()
{
    for (const int size : {100, 3000}) {
        SimWorld world(45, 1);
        world.server.limits.bundlePartMax = 1000;
        SimClient &ana = world.client();
        const ItemId id = ana.add(name("a"), QByteArray(size, 'a'));
        const BlobId blob = ana.store.version(ana.row(id).local.version).value()->blob;
        ana.store.data.chunks[blob][0][size / 2] = 'b';
        for (int round = 0; round < 2; ++round) {
            Status status;
            QVERIFY(world.sync(ana, &status));
            QCOMPARE(status.problems.size(), 1);
            QCOMPARE(status.problems.first().error.code, sync::errors::bytesDamaged);
            QCOMPARE(status.problems.first().item, id);
            QCOMPARE(ana.store.blob(blob).value()->state, BlobState::Corrupt);
            QCOMPARE(ana.store.liveOpsOf(id).value().first().state, OpState::WaitingUser);
            QVERIFY(!world.server.items.contains(id));
            QCOMPARE(ana.row(id).local.state, ItemState::Active); // it stands in the list: nobody takes it away
            ana.engine->retryNow();
        }
    }
}

void TestEngineRefused::anEarlierVersionThatNobodyHas_data()
{
    QTest::addColumn<bool>("sentAgain");
    QTest::newRow("given up") << false;
    QTest::newRow("another computer sends it again") << true;
}

// Only the operator had its bytes, and lost them. Nothing here is damaged, and nothing of it can be sent.
void TestEngineRefused::anEarlierVersionThatNobodyHas()
{
    QFETCH(bool, sentAgain);
    SimWorld world(24, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    eva.engine->setRules(TransferRules{0, 0, true}); // the bytes stay there
    const ItemId id = ana.add(name("a"), "one");
    QVERIFY(world.sync(ana) && world.sync(eva));
    const VersionId first = eva.row(id).local.version;
    QVERIFY(eva.edits->keep({id}, Keep::Off).ok());
    eva.engine->setRules(TransferRules{});
    QVERIFY(ana.edits->addVersion(id, ana.stage("two"), {}).ok());
    QVERIFY(world.sync(ana) && world.sync(eva));
    world.server.items[id].versions.removeFirst();
    world.server.forgetUnusedBlobs();
    const VersionId second = eva.row(id).local.version;
    QVERIFY(eva.edits->restoreVersion(id, first).ok());
    const qint64 up = eva.port->bytesUp;
    Status status;
    QVERIFY(world.sync(eva, &status));
    QCOMPARE(status.waitingOps, 1);
    QCOMPARE(status.problems.first().error.code, errors::bytesUnavailable);
    QCOMPARE(eva.port->bytesUp, up);
    QVERIFY(eva.store.data.transfers.isEmpty());
    Decisions say(eva.store, world.clock, world.random);
    const OpKey key = eva.store.liveOps().value().first().key;
    if (sentAgain) {
        QVERIFY(ana.edits->addVersion(id, ana.stage("one"), {}).ok());
        QVERIFY(world.sync(ana) && say.retry(key).ok());
    } else {
        QVERIFY(say.undo(key).ok());
        QCOMPARE(eva.row(id).local.version, second);
    }
    QVERIFY(world.sync(eva, &status));
    QCOMPARE(status.waitingOps + status.pendingOps + status.failedOps, 0);
    QCOMPARE(world.server.blobs.value(world.server.items.value(id).item.head->blob), QByteArray(sentAgain ? "one" : "two"));
    QCOMPARE(eva.row(id).local, world.server.items.value(id).item.fields);
}

void TestEngineRefused::aVersionBesideTheirsThatTheFeedTellsOfFirst_data()
{
    QTest::addColumn<bool>("refused");
    QTest::newRow("no answer") << false;
    QTest::newRow("a no that was not true") << true;
}

// It joined the history beside theirs, and the feed, that names its key, tells only of their head: under which name it
// is there says the answer, or the history. Else it would stand there twice, and here stay for ever as never sent.
void TestEngineRefused::aVersionBesideTheirsThatTheFeedTellsOfFirst()
{
    QFETCH(bool, refused);
    SimWorld world(46, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId id = ana.add(name("a"), "one");
    QVERIFY(world.sync(ana) && world.sync(eva));
    QVERIFY(ana.edits->addVersion(id, ana.stage("theirs"), {}).ok() && world.sync(ana));
    QVERIFY(eva.edits->addVersion(id, eva.stage("ours"), {}).ok());
    eva.engine->start();
    const auto made = [&] { return world.server.items.value(id).versions; };
    for (int i = 0; i < 5000 && made().size() < 3; ++i)
        world.run(1ms);
    QCOMPARE(made().size(), 3);
    const OpKey key = eva.store.liveOpsOf(id).value().first().key;
    QCOMPARE(eva.store.op(key).value()->state, OpState::Inflight);
    eva.boot(); // the answer never comes
    const auto tell = [&](const std::function<Outcome(Apply &, Tx &)> &what) {
        return eva.store.transact([&](Writer &writer) {
            Tx tx(writer, world.clock, world.random);
            Apply apply(tx);
            return what(apply, tx);
        });
    };
    QVERIFY(tell([&](Apply &apply, Tx &tx) -> Outcome {
                if (refused) {
                    CARRIEL_TRY([[maybe_unused]] const Aftermath after,
                                Settle(tx).trouble(key, trouble(TroubleKind::Refused), 1));
                }
                return apply.upsert(world.server.items.value(id).item);
            }).ok());
    Status status;
    QVERIFY(world.sync(eva, &status));
    QCOMPARE(eva.store.liveOps().value().size(), 0);
    const auto allSent = [&] {
        const QList<VersionRow> known = eva.store.versions(id).value();
        return std::all_of(known.begin(), known.end(), [](const VersionRow &one) { return one.origin == VersionOrigin::Server; });
    };
    QVERIFY(refused || allSent());
    QVERIFY(tell([&](Apply &apply, Tx &) {
                const QList<RemoteHead> all = made();
                return apply.history(id, QList<RemoteHead>(all.crbegin(), all.crend()));
            }).ok());
    QVERIFY(allSent());
    QCOMPARE(eva.store.versions(id).value().size(), 3);
    QVERIFY(world.server.violations.isEmpty() && eva.store.violations.isEmpty());
}

QTEST_GUILESS_MAIN(TestEngineRefused)
#include "tst_engine_refused.moc"

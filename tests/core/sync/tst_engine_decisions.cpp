// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What only the person can decide, and the guards that ask.
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

class TestEngineDecisions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theirsIsTheHeadAndOursComesBack();
    void bothSideBySide();
    void nameAfterAll();
    void fewRemovalsAreBelieved();
    void manyRemovalsAreAsked();
    void refusedIsTakenBack();
    void sentIsNotTakenBack();
    void aPurgeTakenBackSendsWhatItHadEnded();
    void anOpenConflictFollowsTheOtherSide();
    void whatBothWantIsAskedNoMore();
    void folderKeepsWhatComesLater();
    void oldVersionComesBack();
    void pausedWaitsAndMeteredAsks();
    void noNewsIsOneRequest();
    void aPurgeElsewhereFreesBytes();
    void aMoveIsNotTakenBackIntoItself();
    void newContentTakesBackTheWishToDestroy_data();
    void newContentTakesBackTheWishToDestroy();
};

void TestEngineDecisions::theirsIsTheHeadAndOursComesBack()
{
    SimWorld world(1, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId id = ana.add(name("a"), "one");
    QVERIFY(world.sync(ana) && world.sync(eva));
    QVERIFY(ana.edits->addVersion(id, ana.stage("from ana"), {}).ok());
    QVERIFY(eva.edits->addVersion(id, eva.stage("from eva"), {}).ok());
    QVERIFY(world.sync(ana) && world.sync(eva) && world.sync(ana));
    QCOMPARE(eva.headBytes(id), QByteArray("from ana")); // the operator had it first
    QCOMPARE(ana.headBytes(id), QByteArray("from ana"));
    QCOMPARE(world.server.items.value(id).versions.size(), 3);
    QCOMPARE(world.server.blobs.value(world.server.items.value(id).versions.last().blob), QByteArray("from eva"));
    Decisions say = decisionsOf(world, eva);
    const QList<Conflict> open = say.conflicts().value();
    QCOMPARE(open.size(), 1);
    QCOMPARE(open.first().kind, ConflictKind::Content);
    const VersionRow ours = eva.store.data.versions.value(VersionId(open.first().ours.value(name("version")).toString()));
    QCOMPARE(ours.label, thisComputer());
    QVERIFY(say.resolve(open.first().id, Choice::Mine).ok());
    QVERIFY(world.sync(eva) && world.sync(ana));
    QCOMPARE(ana.headBytes(id), QByteArray("from eva"));
    QCOMPARE(eva.engine->status().conflicts, 0);
}

void TestEngineDecisions::bothSideBySide()
{
    SimWorld world(21, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId id = ana.add(name("acta.txt"), "one");
    QVERIFY(world.sync(ana) && world.sync(eva));
    QVERIFY(ana.edits->addVersion(id, ana.stage("from ana"), {}).ok());
    QVERIFY(eva.edits->addVersion(id, eva.stage("from eva"), {}).ok());
    QVERIFY(world.sync(ana) && world.sync(eva));
    Decisions say = decisionsOf(world, eva);
    QVERIFY(say.resolve(say.conflicts().value().first().id, Choice::Both).ok());
    const auto records = [&](const char *kind) {
        return std::count_if(eva.store.data.activity.begin(), eva.store.data.activity.end(),
                             [&](const ActivityEntry &entry) { return entry.kind == QLatin1String(kind); });
    };
    QCOMPARE(records("document.kept_beside"), 1);
    QCOMPARE(records("document.rescued"), 0); // nobody deleted anything
    QVERIFY(world.sync(eva) && world.sync(ana));
    QCOMPARE(eva.engine->status().conflicts, 0);
    QCOMPARE(ana.headBytes(id), QByteArray("from ana"));
    QStringList names;
    for (const ItemRow &row : std::as_const(ana.store.data.items)) {
        names.append(row.local.name);
        QCOMPARE(ana.headBytes(row.id), row.id == id ? QByteArray("from ana") : QByteArray("from eva"));
    }
    names.sort();
    QCOMPARE(names, (QStringList{name("acta (2).txt"), name("acta.txt")}));
}

void TestEngineDecisions::nameAfterAll()
{
    SimWorld world(2, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId id = ana.add(name("a"), "one");
    QVERIFY(world.sync(ana) && world.sync(eva));
    QVERIFY(ana.edits->rename(id, name("de ana")).ok() && eva.edits->rename(id, name("de eva")).ok());
    QVERIFY(world.sync(ana) && world.sync(eva));
    QCOMPARE(decisionsOf(world, eva).resolveAll(Choice::Mine).value(), 1);
    QVERIFY(world.sync(eva) && world.sync(ana));
    QCOMPARE(ana.row(id).local.name, name("de eva"));
    QVERIFY(!decisionsOf(world, eva).resolve(eva.store.data.conflicts.first().id, Choice::Mine).ok()); // once
}

void TestEngineDecisions::fewRemovalsAreBelieved()
{
    SimWorld world(3, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    QList<ItemId> ids;
    for (int i = 0; i < 20; ++i)
        ids.append(ana.add(name("d%1").arg(i), QByteArray::number(i)));
    QVERIFY(world.sync(ana) && world.sync(eva));
    QVERIFY(ana.edits->trash(ids).ok() && ana.edits->purge(ids).ok());
    QVERIFY(world.sync(ana) && world.sync(eva));
    QCOMPARE(eva.engine->status().removalsAsked, 0);
    QVERIFY(eva.store.data.chunks.isEmpty());
}

void TestEngineDecisions::manyRemovalsAreAsked()
{
    SimWorld world(4, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    QList<ItemId> ids;
    for (int i = 0; i < 21; ++i)
        ids.append(ana.add(name("d%1").arg(i), QByteArray::number(i)));
    QVERIFY(world.sync(ana) && world.sync(eva));
    QVERIFY(ana.edits->trash(ids).ok() && ana.edits->purge(ids).ok());
    QVERIFY(world.sync(ana) && world.sync(eva));
    QCOMPARE(ana.engine->status().removalsAsked, 0); // our own wish
    QCOMPARE(eva.engine->status().removalsAsked, 21);
    for (const ItemId &id : ids)
        QVERIFY(eva.hasHead(id)); // nothing is freed before the person says so
    Decisions say = decisionsOf(world, eva);
    QVERIFY(say.resolve(say.conflicts().value().first().id, Choice::Mine).ok());
    QCOMPARE(say.resolveAll(Choice::Theirs, ConflictKind::Removal).value(), 20);
    QVERIFY(world.sync(eva) && world.sync(ana));
    QCOMPARE(ana.store.blobsToDownload(100).value().size(), 0);
    int active = 0;
    for (const ItemRow &row : std::as_const(ana.store.data.items))
        active += row.local.state == ItemState::Active;
    QCOMPARE(active, 1);
    QCOMPARE(eva.store.data.chunks.size(), 1);
}

void TestEngineDecisions::refusedIsTakenBack()
{
    SimWorld world(6, 1);
    SimClient &ana = world.client(0);
    const ItemId id = ana.add(name("a"), "one");
    QVERIFY(world.sync(ana));
    ana.port->offline = true;
    QVERIFY(ana.edits->rename(id, name("b")).ok() && ana.edits->trash({id}).ok());
    const QList<OpRow> live = ana.store.liveOps().value();
    QCOMPARE(live.size(), 2);
    Decisions say = decisionsOf(world, ana);
    for (const OpRow &op : live)
        QVERIFY(say.canUndo(op.key).value() && say.undo(op.key).ok());
    QCOMPARE(ana.row(id).local.name, name("a"));
    QCOMPARE(ana.row(id).local.state, ItemState::Active);
    const ItemId folder = ana.edits->addFolder(rootItem(), name("f")).value().id;
    const ItemId inside = ana.add(name("in"), "inside", folder);
    QVERIFY(say.undo(ana.store.liveOpsOf(folder).value().first().key).ok());
    QCOMPARE(ana.row(inside).local.parent, rootItem()); // what was inside is not lost with it
    QVERIFY(!ana.store.data.items.contains(folder));
}

void TestEngineDecisions::sentIsNotTakenBack()
{
    SimWorld world(7, 1);
    SimClient &ana = world.client(0);
    const ItemId id = ana.add(name("a"), "one");
    QVERIFY(world.sync(ana));
    QVERIFY(ana.edits->trash({id}).ok());
    ana.port->faults.lostReply = 100;
    ana.engine->start();
    world.run(3s);
    const OpRow op = ana.store.liveOps().value().first();
    QVERIFY(isOpenEnded(op));
    QVERIFY(!decisionsOf(world, ana).undo(op.key).ok());
}

// I8: what was still to be sent is, when the document is not destroyed after all.
void TestEngineDecisions::aPurgeTakenBackSendsWhatItHadEnded()
{
    SimWorld world(22, 1);
    SimClient &ana = world.client();
    const ItemId id = ana.add(name("a"), "one");
    QVERIFY(world.sync(ana));
    QVERIFY(ana.edits->addVersion(id, ana.stage("two"), {}).ok());
    QVERIFY(ana.edits->rename(id, name("b")).ok());
    QVERIFY(ana.edits->addVersion(id, ana.stage("three"), {}).ok());
    QVERIFY(ana.edits->trash({id}).ok() && ana.edits->purge({id}).ok());
    const QList<OpRow> live = ana.store.liveOps().value();
    QCOMPARE(live.size(), 2); // to the trash, and out of it for good
    QVERIFY(decisionsOf(world, ana).undo(live.first().key).ok());
    Status status;
    QVERIFY(world.sync(ana, &status));
    QCOMPARE(status.phase, Phase::UpToDate);
    const SimItem there = world.server.items.value(id);
    QCOMPARE(there.item.fields.name, name("b"));
    QCOMPARE(there.item.fields.state, ItemState::Active);
    QCOMPARE(there.versions.size(), 3);
    QCOMPARE(world.server.blobs.value(there.item.head->blob), QByteArray("three"));
    QCOMPARE(ana.row(id).local, there.item.fields);
}

// What is shown of the other side, and whose it is, is of now; so is what an answer answers.
void TestEngineDecisions::anOpenConflictFollowsTheOtherSide()
{
    SimWorld world(33, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    ana.store.deviceId = name("computer-of-ana");
    const ItemId id = ana.add(name("a"), "one");
    QVERIFY(world.sync(ana) && world.sync(eva));
    QVERIFY(ana.edits->addVersion(id, ana.stage("from ana"), {}).ok() && ana.edits->rename(id, name("de ana")).ok());
    QVERIFY(eva.edits->addVersion(id, eva.stage("from eva"), {}).ok() && eva.edits->rename(id, name("de eva")).ok());
    QVERIFY(world.sync(ana) && world.sync(eva) && world.sync(ana));
    QCOMPARE(decisionsOf(world, eva).conflicts().value().size(), 2);
    QVERIFY(ana.edits->addVersion(id, ana.stage("later"), {}).ok() && ana.edits->rename(id, name("otro")).ok());
    QVERIFY(world.sync(ana) && world.sync(eva));
    const QList<Conflict> open = decisionsOf(world, eva).conflicts().value();
    QCOMPARE(open.size(), 2);
    for (const Conflict &one : open) {
        if (one.kind == ConflictKind::Name)
            QCOMPARE(one.theirs.value(name("name")).toString(), name("otro"));
        else
            QCOMPARE(one.theirs.value(name("version")).toString(), world.server.items.value(id).item.head->version.text());
        QCOMPARE(deviceOf(OpKey(one.theirs.value(causedByKey()).toString())), name("computer-of-ana"));
    }
}

void TestEngineDecisions::whatBothWantIsAskedNoMore()
{
    SimWorld world(34, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId id = ana.add(name("a"), "one");
    QVERIFY(world.sync(ana) && world.sync(eva));
    QVERIFY(ana.edits->addVersion(id, ana.stage("from ana"), {}).ok() && ana.edits->rename(id, name("de ana")).ok());
    QVERIFY(eva.edits->addVersion(id, eva.stage("from eva"), {}).ok() && eva.edits->rename(id, name("de eva")).ok());
    QVERIFY(world.sync(ana) && world.sync(eva) && world.sync(ana));
    QCOMPARE(eva.engine->status().conflicts, 2);
    QVERIFY(ana.edits->addVersion(id, ana.stage("from eva"), {}).ok() && ana.edits->rename(id, name("de eva")).ok());
    QVERIFY(world.sync(ana) && world.sync(eva));
    QVERIFY(decisionsOf(world, eva).conflicts().value().isEmpty());
    QCOMPARE(eva.engine->status().conflicts, 0);
    QCOMPARE(eva.headBytes(id), QByteArray("from eva"));
}

void TestEngineDecisions::folderKeepsWhatComesLater()
{
    SimWorld world(10, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId folder = ana.edits->addFolder(rootItem(), name("f")).value().id;
    QVERIFY(world.sync(ana) && world.sync(eva));
    QVERIFY(eva.edits->keep({folder}, Keep::Off).ok());
    const ItemId id = ana.add(name("a"), "one", folder);
    QVERIFY(world.sync(ana) && world.sync(eva));
    QVERIFY(!eva.hasHead(id));
    QVERIFY(eva.edits->keep({folder}, Keep::On).ok());
    QVERIFY(world.sync(eva));
    QVERIFY(eva.hasHead(id));
    QVERIFY(!eva.edits->evict(id).value());
}

void TestEngineDecisions::oldVersionComesBack()
{
    SimWorld world(11, 1);
    SimClient &ana = world.client(0);
    const ItemId id = ana.add(name("a"), "one");
    QVERIFY(world.sync(ana));
    const VersionId old = ana.row(id).local.version;
    QVERIFY(ana.edits->addVersion(id, ana.stage("two"), {}).ok());
    QVERIFY(world.sync(ana));
    const qint64 up = ana.port->bytesUp;
    QVERIFY(ana.edits->restoreVersion(id, old).ok());
    QVERIFY(world.sync(ana));
    QCOMPARE(world.server.items.value(id).versions.size(), 3);
    QCOMPARE(ana.headBytes(id), QByteArray("one"));
    QCOMPARE(ana.port->bytesUp, up); // the operator has the bytes
}

void TestEngineDecisions::pausedWaitsAndMeteredAsks()
{
    SimWorld world(12, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId id = ana.add(name("a"), "one"), other = ana.add(name("b"), "two");
    const BlobId blob = ana.store.data.versions.value(ana.row(id).local.version).blob;
    ana.engine->pauseTransfer(blob, true);
    QVERIFY(world.sync(ana));
    QVERIFY(!world.server.items.contains(id) && world.server.items.contains(other));
    ana.engine->prioritise(blob);
    QVERIFY(world.sync(ana));
    QVERIFY(world.server.items.contains(id));
    eva.engine->setRules(TransferRules{0, 0, true});
    QVERIFY(world.sync(eva));
    QVERIFY(!eva.hasHead(id) && !eva.hasHead(other));
    bool here = false;
    eva.engine->fetch(id, [&](const Outcome &outcome) { here = outcome.ok(); });
    world.run(1min);
    QVERIFY(here && !eva.hasHead(other)); // asked for by name
}

void TestEngineDecisions::noNewsIsOneRequest()
{
    SimWorld world(13, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId id = ana.add(name("a"), "one");
    QVERIFY(world.sync(ana) && world.sync(eva) && world.sync(eva));
    int before = eva.port->requests;
    QVERIFY(world.sync(eva));
    QCOMPARE(eva.port->requests - before, 1);
    QVERIFY(ana.edits->rename(id, name("b")).ok());
    before = ana.port->requests;
    QVERIFY(world.sync(ana));
    QVERIFY2(ana.port->requests - before <= 3, qPrintable(ana.port->log.join(u' ')));
}

void TestEngineDecisions::aPurgeElsewhereFreesBytes()
{
    SimWorld world(14, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId id = ana.add(name("a"), "one"), twin = ana.add(name("b"), "two");
    QVERIFY(world.sync(ana) && world.sync(eva));
    eva.port->offline = true;
    QVERIFY(eva.edits->addVersion(twin, eva.stage("only here"), {}).ok());
    QVERIFY(ana.edits->trash({id, twin}).ok() && ana.edits->purge({id, twin}).ok());
    QVERIFY(world.sync(ana));
    eva.port->offline = false;
    QVERIFY(world.sync(eva) && world.sync(eva) && world.sync(ana));
    QCOMPARE(eva.store.data.chunks.size(), 1); // what nobody else had is a document of its own now
    QCOMPARE(world.server.blobs.values(), QList<QByteArray>{"only here"});
}

// I13: the folder it came from was put into it since.
void TestEngineDecisions::aMoveIsNotTakenBackIntoItself()
{
    SimWorld world(45, 1);
    SimClient &ana = world.client();
    const ItemId outer = ana.edits->addFolder(rootItem(), name("outer")).value().id;
    const ItemId inner = ana.edits->addFolder(outer, name("inner")).value().id;
    QVERIFY(world.sync(ana));
    ana.port->offline = true;
    QVERIFY(ana.edits->move({inner}, rootItem()).ok());
    const OpKey out = ana.store.liveOps().value().first().key;
    QVERIFY(ana.edits->move({outer}, inner).ok());
    const Outcome undone = decisionsOf(world, ana).undo(out);
    QVERIFY(!undone.ok());
    QCOMPARE(undone.error().code, errors::wouldCycle);
    QCOMPARE(ana.row(inner).local.parent, rootItem());
    QCOMPARE(ana.store.liveOps().value().size(), 2); // nothing was given up
    ana.port->offline = false;
    ana.engine->retryNow();
    QVERIFY(world.sync(ana));
    QCOMPARE(world.server.items.value(outer).item.fields.parent, inner);
}

void TestEngineDecisions::newContentTakesBackTheWishToDestroy_data()
{
    QTest::addColumn<bool>("earlier");
    QTest::newRow("a new version") << false;
    QTest::newRow("an earlier one") << true;
}

// What she wanted to destroy was given a new content by others, and then by her: "mine" must not mean the end of it.
void TestEngineDecisions::newContentTakesBackTheWishToDestroy()
{
    QFETCH(bool, earlier);
    SimWorld world(44, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId id = ana.add(name("a"), "one");
    QVERIFY(world.sync(ana) && world.sync(eva));
    const VersionId first = eva.row(id).local.version;
    QVERIFY(ana.edits->addVersion(id, ana.stage("two"), {}).ok());
    QVERIFY(eva.edits->trash({id}).ok() && eva.edits->purge({id}).ok());
    QVERIFY(world.sync(ana) && world.sync(eva));
    Decisions decisions = decisionsOf(world, eva);
    QCOMPARE(eva.row(id).local.state, ItemState::Active);
    QCOMPARE(decisions.conflicts().value().size(), 1);
    eva.port->offline = true;
    if (earlier)
        QVERIFY(eva.edits->restoreVersion(id, first).ok());
    else
        QVERIFY(eva.edits->addVersion(id, eva.stage("three"), {}).ok());
    QVERIFY(decisions.conflicts().value().isEmpty());
    (void)decisions.resolveAll(Choice::Mine);
    QCOMPARE(eva.row(id).local.state, ItemState::Active);
    eva.port->offline = false;
    eva.engine->retryNow();
    QVERIFY(world.sync(eva) && world.sync(ana));
    QCOMPARE(ana.headBytes(id), QByteArray(earlier ? "one" : "three"));
}

QTEST_GUILESS_MAIN(TestEngineDecisions)
#include "tst_engine_decisions.moc"

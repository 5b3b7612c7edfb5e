// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Two people, or the operator itself, change the same things: nothing is lost, and it is said.
#include "core/sync/Settle.h"
#include "tests/support/sim/SimWorld.h"

#include <QJsonDocument>
#include <QTest>

using namespace carriel;
using namespace carriel::sync;
using namespace carriel::sim;
using namespace std::chrono_literals;

class TestEngineConflicts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bothRename();
    void bothEditMeta();
    void bothMakeVersions();
    void theirVersionBeatsOurTrash();
    void ourVersionBeatsTheirTrash();
    void removedUnderOurVersion();
    void circle();
    void theTreeIsWholeAtOnce();
    void sameNameTwice();
    void folderGoesWhileWeAdd();
    void cursorTooOld();
    void operatorForgetsAnItem();
    void refusedWhileItWasMissing();
    void renamedUnderTheirTrash();
    void renamedUnderTheirTombstone();
    void theirRenameDoesNotCancelOurTrash();
    void officialStaysWhatItIs();
    void folderBeforeWhatMovesIntoItUnderWay();
};

void TestEngineConflicts::bothRename()
{
    SimWorld world(10, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    ana.store.deviceId = name("computer-of-ana");
    const ItemId id = ana.add(name("a"), "a");
    QVERIFY(world.sync(ana) && world.sync(eva));
    QVERIFY(ana.edits->rename(id, name("de ana")).ok());
    QVERIFY(eva.edits->rename(id, name("de eva")).ok());
    QVERIFY(eva.edits->editMeta({id}, [](ItemMeta &meta) { meta.setFavourite(true); }).ok());
    QVERIFY(world.sync(ana) && world.sync(eva) && world.sync(ana));
    QCOMPARE(eva.row(id).local.name, name("de ana")); // the operator had it first
    QVERIFY(ana.row(id).local.meta.favourite());      // another field: merged
    QCOMPARE(eva.store.data.conflicts.size(), 1);
    QVERIFY(eva.store.data.conflicts.first().ours.contains("de eva"));
    const QJsonObject theirs = QJsonDocument::fromJson(eva.store.data.conflicts.first().theirs).object();
    QCOMPARE(deviceOf(OpKey(theirs.value(causedByKey()).toString())), name("computer-of-ana")); // who, and where
    QCOMPARE(eva.engine->status().conflicts, 1);
}

void TestEngineConflicts::bothEditMeta()
{
    SimWorld world(11, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId id = ana.add(name("a"), "a");
    QVERIFY(ana.edits->editMeta({id}, [](ItemMeta &meta) { meta.setLabels({name("x"), name("y")}); }).ok());
    QVERIFY(world.sync(ana) && world.sync(eva));
    QVERIFY(ana.edits->editMeta({id}, [](ItemMeta &meta) { meta.setLabels({name("x"), name("ana")}); }).ok());
    QVERIFY(eva.edits->editMeta({id}, [](ItemMeta &meta) {
        meta.setLabels({name("x"), name("y"), name("eva")});
        meta.setNote(name("nota"));
    }).ok());
    QVERIFY(world.sync(ana) && world.sync(eva) && world.sync(ana));
    QCOMPARE(ana.row(id).local.meta.labels(), (QStringList{name("ana"), name("eva"), name("x")}));
    QCOMPARE(ana.row(id).local.meta.note(), name("nota"));
    QVERIFY(eva.store.data.conflicts.isEmpty());
}

void TestEngineConflicts::bothMakeVersions()
{
    SimWorld world(12, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId id = ana.add(name("a"), "one");
    QVERIFY(world.sync(ana) && world.sync(eva));
    QVERIFY(ana.edits->addVersion(id, ana.stage("from ana"), {}).ok());
    QVERIFY(eva.edits->addVersion(id, eva.stage("from eva"), {}).ok());
    QVERIFY(world.sync(ana) && world.sync(eva) && world.sync(ana));
    QCOMPARE(world.server.items.value(id).versions.size(), 3); // nothing is lost
    QCOMPARE(ana.headBytes(id), eva.headBytes(id));
    QCOMPARE(eva.store.data.conflicts.size(), 1);
}

void TestEngineConflicts::theirVersionBeatsOurTrash()
{
    SimWorld world(13, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId id = ana.add(name("a"), "one");
    QVERIFY(world.sync(ana) && world.sync(eva));
    QVERIFY(ana.edits->addVersion(id, ana.stage("two"), {}).ok());
    QVERIFY(eva.edits->trash({id}).ok());
    QVERIFY(world.sync(ana) && world.sync(eva) && world.sync(ana));
    QCOMPARE(eva.row(id).local.state, ItemState::Active);
    QCOMPARE(ana.row(id).local.state, ItemState::Active);
    QCOMPARE(eva.headBytes(id), QByteArray("two"));
    QCOMPARE(eva.store.data.conflicts.size(), 1);
}

void TestEngineConflicts::ourVersionBeatsTheirTrash()
{
    SimWorld world(14, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId id = ana.add(name("a"), "one");
    QVERIFY(world.sync(ana) && world.sync(eva));
    QVERIFY(eva.edits->trash({id}).ok());
    QVERIFY(ana.edits->addVersion(id, ana.stage("two"), {}).ok());
    Status status;
    QVERIFY(world.sync(eva) && world.sync(ana, &status) && world.sync(eva));
    QCOMPARE(status.failedOps, 0);
    QCOMPARE(eva.row(id).local.state, ItemState::Active);
    QCOMPARE(eva.headBytes(id), QByteArray("two"));
}

void TestEngineConflicts::removedUnderOurVersion()
{
    SimWorld world(15, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId id = ana.add(name("a"), "one");
    QVERIFY(world.sync(ana) && world.sync(eva));
    QVERIFY(eva.edits->trash({id}).ok());
    QVERIFY(eva.edits->purge({id}).ok());
    QVERIFY(ana.edits->addVersion(id, ana.stage("two"), {}).ok());
    Status status;
    QVERIFY(world.sync(eva) && world.sync(ana, &status) && world.sync(eva));
    QCOMPARE(status.phase, Phase::UpToDate);
    QList<ItemRow> active;
    for (const ItemRow &row : std::as_const(eva.store.data.items)) {
        if (row.local.state == ItemState::Active)
            active.append(row);
    }
    QCOMPARE(active.size(), 1);
    QVERIFY(active.first().id != id);
    QCOMPARE(eva.headBytes(active.first().id), QByteArray("two"));
}

void TestEngineConflicts::circle()
{
    SimWorld world(16, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId a = ana.edits->addFolder(rootItem(), name("A")).value().id;
    const ItemId b = ana.edits->addFolder(rootItem(), name("B")).value().id;
    QVERIFY(world.sync(ana) && world.sync(eva));
    QVERIFY(ana.edits->move({a}, b).ok());
    QVERIFY(eva.edits->move({b}, a).ok());
    QVERIFY(world.sync(ana) && world.sync(eva) && world.sync(ana));
    QCOMPARE(eva.row(a).local.parent, b);
    QCOMPARE(eva.row(b).local.parent, rootItem());
    QCOMPARE(ana.row(b).local.parent, rootItem());
    QVERIFY(!eva.store.data.conflicts.isEmpty());
}

// I13 with the news itself, before anything is sent: the operator would refuse both, but the person looks at them now.
void TestEngineConflicts::theTreeIsWholeAtOnce()
{
    SimWorld world(16, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId a = ana.edits->addFolder(rootItem(), name("A")).value().id;
    const ItemId b = ana.edits->addFolder(rootItem(), name("B")).value().id;
    const ItemId c = ana.edits->addFolder(rootItem(), name("C")).value().id;
    QVERIFY(world.sync(ana) && world.sync(eva));
    QVERIFY(ana.edits->move({a}, b).ok());
    QVERIFY(ana.edits->trash({c}).ok() && ana.edits->purge({c}).ok());
    QVERIFY(world.sync(ana));
    QVERIFY(eva.edits->move({b}, a).ok());
    const ItemId inside = eva.add(name("x"), "x", c);
    const auto news = world.server.changes(eva.store.data.state.cursor, 10);
    const Outcome read = eva.store.transact([&](Writer &writer) -> Outcome {
        Tx tx(writer, world.clock, world.random);
        Apply apply(tx);
        for (const Change &change : std::get<ChangePage>(news).changes)
            CARRIEL_CHECK(change.item ? apply.upsert(*change.item)
                                      : apply.remove(change.id, change.rev, change.causedBy));
        return apply.untangle();
    });
    QVERIFY(read.ok());
    QCOMPARE(eva.row(a).local.parent, b);
    QCOMPARE(eva.row(b).local.parent, rootItem());
    QCOMPARE(eva.row(c).local.state, ItemState::Removed);
    QCOMPARE(eva.row(inside).local.parent, rootItem());
    QSet<ItemId> told;
    for (const ConflictRow &row : std::as_const(eva.store.data.conflicts)) {
        if (row.kind == ConflictKind::Parent && row.resolution.isEmpty())
            told.insert(row.item);
    }
    QCOMPARE(told, (QSet<ItemId>{b, inside}));
}

void TestEngineConflicts::sameNameTwice()
{
    SimWorld world(17, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId first = ana.add(name("recibo.pdf"), "1");
    const ItemId second = eva.add(name("recibo.pdf"), "2");
    const ItemId third = eva.add(name("otro.pdf"), "3");
    QVERIFY(world.sync(ana) && world.sync(eva) && world.sync(ana));
    QCOMPARE(ana.row(second).local.name, name("recibo (2).pdf"));
    QCOMPARE(eva.row(second).local.name, name("recibo (2).pdf"));
    // A rename into a name that somebody took meanwhile.
    QVERIFY(ana.edits->rename(first, name("nuevo.pdf")).ok());
    QVERIFY(eva.edits->rename(third, name("nuevo.pdf")).ok());
    QVERIFY(world.sync(ana) && world.sync(eva) && world.sync(ana));
    QCOMPARE(ana.row(third).local.name, name("nuevo (2).pdf"));
    QCOMPARE(eva.row(third).facts.originalName, name("nuevo.pdf"));
}

void TestEngineConflicts::folderGoesWhileWeAdd()
{
    SimWorld world(18, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId folder = ana.edits->addFolder(rootItem(), name("Salud")).value().id;
    QVERIFY(world.sync(ana) && world.sync(eva));
    QVERIFY(eva.edits->trash({folder}).ok());
    QVERIFY(world.sync(eva));
    const ItemId child = ana.add(name("a"), "a", folder);
    Status status;
    QVERIFY(world.sync(ana, &status) && world.sync(eva));
    QCOMPARE(status.failedOps, 0);
    QCOMPARE(eva.row(child).local.parent, rootItem());
    QVERIFY(eva.hasHead(child));
}

void TestEngineConflicts::cursorTooOld()
{
    SimWorld world(25, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    ana.add(name("a"), "a");
    QVERIFY(world.sync(ana) && world.sync(eva));
    for (int i = 0; i < 5; ++i)
        ana.add(QStringLiteral("x%1").arg(i), QByteArray::number(i));
    QVERIFY(world.sync(ana));
    world.server.oldestCursor = world.server.seq;
    world.server.limits.pageMax = 2;
    Status status;
    QVERIFY(world.sync(eva, &status));
    QCOMPARE(status.phase, Phase::UpToDate);
    QCOMPARE(eva.store.data.items.size(), 6);
    for (const ItemRow &row : std::as_const(eva.store.data.items))
        QVERIFY(!row.missingSinceUtc.isValid());
}

void TestEngineConflicts::operatorForgetsAnItem()
{
    SimWorld world(26, 1);
    SimClient &ana = world.client();
    const ItemId id = ana.add(name("a"), "a");
    QVERIFY(world.sync(ana));
    world.server.items.remove(id);
    world.server.oldestCursor = ++world.server.seq;
    QVERIFY(world.sync(ana));
    QCOMPARE(ana.row(id).local.state, ItemState::Active); // absence proves nothing
    QVERIFY(ana.row(id).missingSinceUtc.isValid());
    QVERIFY(ana.hasHead(id));
    QVERIFY(!ana.edits->evict(id).value());
}

// I8: it is there again, so what was refused for its absence goes there.
void TestEngineConflicts::refusedWhileItWasMissing()
{
    SimWorld world(27, 1);
    SimClient &ana = world.client();
    const ItemId id = ana.add(name("a"), "a");
    QVERIFY(world.sync(ana));
    SimItem item = world.server.items.take(id);
    world.server.oldestCursor = ++world.server.seq;
    QVERIFY(ana.edits->rename(id, name("b")).ok());
    Status status;
    QVERIFY(world.sync(ana, &status));
    QVERIFY(ana.row(id).missingSinceUtc.isValid());
    QCOMPARE(status.failedOps, 1);
    item.lastSeq = ++world.server.seq;
    ++item.item.rev;
    item.item.etag = name("again");
    world.server.items.insert(id, item);
    QVERIFY(world.sync(ana, &status));
    QCOMPARE(status.phase, Phase::UpToDate);
    QCOMPARE(world.server.items.value(id).item.fields.name, name("b"));
}

void TestEngineConflicts::renamedUnderTheirTrash()
{
    SimWorld world(41, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId id = ana.add(name("a"), "a");
    QVERIFY(world.sync(ana) && world.sync(eva));
    QVERIFY(ana.edits->trash({id}).ok());
    QVERIFY(eva.edits->rename(id, name("de eva")).ok());
    QVERIFY(world.sync(ana) && world.sync(eva) && world.sync(ana));
    QCOMPARE(eva.row(id).local.state, ItemState::Trashed);
    QCOMPARE(eva.row(id).local.name, name("a"));
    QCOMPARE(eva.store.data.conflicts.size(), 1); // the wish is recorded
    QVERIFY(eva.store.data.conflicts.first().ours.contains("de eva"));
    QVERIFY(eva.store.liveOps().value().isEmpty());
}

void TestEngineConflicts::renamedUnderTheirTombstone()
{
    SimWorld world(42, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    ana.port->steppedUp = true;
    const ItemId id = ana.add(name("a"), "a");
    QVERIFY(world.sync(ana) && world.sync(eva));
    QVERIFY(ana.edits->trash({id}).ok() && ana.edits->purge({id}).ok());
    QVERIFY(eva.edits->rename(id, name("de eva")).ok());
    QVERIFY(world.sync(ana) && world.sync(eva));
    QCOMPARE(eva.row(id).local.state, ItemState::Removed);
    bool recorded = false;
    for (const ConflictRow &row : std::as_const(eva.store.data.conflicts))
        recorded |= row.kind == ConflictKind::State && row.ours.contains("de eva");
    QVERIFY(recorded);
    QVERIFY(eva.hasHead(id)); // and its bytes stay until the person has decided
}

void TestEngineConflicts::theirRenameDoesNotCancelOurTrash()
{
    SimWorld world(43, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId id = ana.add(name("a"), "a");
    QVERIFY(world.sync(ana) && world.sync(eva));
    QVERIFY(ana.edits->rename(id, name("de ana")).ok());
    QVERIFY(eva.edits->trash({id}).ok());
    QVERIFY(world.sync(ana) && world.sync(eva) && world.sync(ana));
    for (SimClient *one : {&ana, &eva}) {
        QCOMPARE(one->row(id).local.state, ItemState::Trashed);
        QCOMPARE(one->row(id).local.name, name("de ana"));
        QVERIFY(one->store.data.conflicts.isEmpty());
    }
}

void TestEngineConflicts::officialStaysWhatItIs()
{
    SimWorld world(32, 1);
    SimClient &ana = world.client();
    const ItemId id = world.server.issue(name("diploma.pdf"), "diploma");
    QVERIFY(world.sync(ana));
    QVERIFY(ana.row(id).facts.official);
    QVERIFY(!ana.edits->addVersion(id, ana.stage("forged"), {}).ok());
    QVERIFY(ana.edits->rename(id, name("mi diploma.pdf")).ok());
    QVERIFY(world.sync(ana));
    QCOMPARE(world.server.items.value(id).item.fields.name, name("mi diploma.pdf"));
    QCOMPARE(world.server.items.value(id).versions.size(), 1);
}

// I16: a creation that did not leave is made anew from what is wanted now; that may need a folder it did not need before.
void TestEngineConflicts::folderBeforeWhatMovesIntoItUnderWay()
{
    SimWorld world(6, 1);
    SimClient &ana = world.client();
    const ItemId id = ana.add(name("a"), "a");
    ana.engine->start();
    const auto create = [&] { return ana.store.liveOps().valueOr({}).value(0); };
    for (int i = 0; i < 5000 && create().state != OpState::Inflight; ++i)
        world.run(1ms);
    QCOMPARE(create().state, OpState::Inflight);
    ana.port->offline = true;
    ana.boot(); // it never arrives
    const ItemId folder = ana.edits->addFolder(rootItem(), name("new")).value().id;
    QVERIFY(ana.edits->move({id}, folder).ok());
    Trouble nothingLeft = trouble(TroubleKind::Unreachable);
    nothingLeft.notSent = true;
    QVERIFY(ana.store.transact([&](Writer &writer) -> Outcome {
        Tx tx(writer, world.clock, world.random);
        CARRIEL_TRY([[maybe_unused]] const Aftermath after, Settle(tx).trouble(create().key, nothingLeft, 1));
        return {};
    }).ok());
    QCOMPARE(create().state, OpState::Queued);
    ana.port->offline = false;
    QVERIFY(world.sync(ana));
    QCOMPARE(world.server.violations, QStringList());
    QCOMPARE(world.server.items.value(id).item.fields.parent, folder);
    QVERIFY(ana.store.data.conflicts.isEmpty());
}

QTEST_GUILESS_MAIN(TestEngineConflicts)
#include "tst_engine_conflicts.moc"

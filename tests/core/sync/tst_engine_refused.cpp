// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the operator refused, and what the person did since; and what it would give another name.
#include "core/sync/Decisions.h"
#include "tests/support/sim/SimWorld.h"

#include <QTest>

using namespace carriel;
using namespace carriel::sync;
using namespace carriel::sim;

class TestEngineRefused : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anOlderVersionAskedAgainIsNotTheHead();
    void theLastVersionAskedAgainIsTheHead();
    void theirVersionIsNoConflictWithWhatWasPassed();
    void sameFolderTwice();
    void theListTellsOfItFirst();
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

QTEST_GUILESS_MAIN(TestEngineRefused)
#include "tst_engine_refused.moc"

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the operator does not show any more: sent again from one computer or another, or let go.
#include "core/sync/Decisions.h"
#include "tests/support/sim/SimWorld.h"

#include <QTest>

using namespace carriel;
using namespace carriel::sync;
using namespace carriel::sim;

namespace {
Decisions decisionsOf(SimWorld &world, SimClient &client) { return {client.store, world.clock, world.random}; }
} // namespace

class TestEngineMissing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void missingGoesThereAgain();
    void missingIsLetGo();
    void whatAnotherComputerSentAgainClosesTheMissing();
    void aMissingDocumentTakesItsFoldersAlong();
};

void TestEngineMissing::missingGoesThereAgain()
{
    SimWorld world(8, 1);
    SimClient &ana = world.client(0);
    const ItemId folder = ana.edits->addFolder(rootItem(), name("f")).value().id;
    const ItemId id = ana.add(name("a"), "one", folder);
    QVERIFY(world.sync(ana));
    QVERIFY(ana.edits->addVersion(id, ana.stage("two"), {}).ok());
    QVERIFY(world.sync(ana));
    world.server.restoreFrom({});
    QVERIFY(world.sync(ana));
    Decisions say = decisionsOf(world, ana);
    QCOMPARE(say.missing().value().size(), 2);
    QVERIFY(say.uploadAgain(say.missing().value()).ok());
    QVERIFY(world.sync(ana) && world.sync(ana));
    QCOMPARE(world.server.items.size(), 2);
    QCOMPARE(world.server.blobs.size(), 2); // the history went along
    QCOMPARE(ana.engine->status().missing, 0);
}

void TestEngineMissing::missingIsLetGo()
{
    SimWorld world(9, 1);
    SimClient &ana = world.client(0);
    const ItemId id = ana.add(name("a"), "one");
    QVERIFY(world.sync(ana));
    world.server.restoreFrom({});
    QVERIFY(world.sync(ana));
    QVERIFY(ana.hasHead(id)); // never unasked
    QVERIFY(decisionsOf(world, ana).letGo({id}).ok());
    QVERIFY(ana.store.data.items.isEmpty() && ana.store.data.blobs.isEmpty());
}

// The second computer had kept the same, and one of them it had given away.
void TestEngineMissing::whatAnotherComputerSentAgainClosesTheMissing()
{
    SimWorld world(31, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId folder = ana.edits->addFolder(rootItem(), name("f")).value().id;
    ana.add(name("a"), "one", folder);
    const ItemId away = ana.add(name("b"), "two", folder);
    const ItemId mine = ana.add(name("mine"), "three", folder);
    QVERIFY(world.sync(ana) && world.sync(eva));
    QVERIFY(eva.edits->keep({away}, Keep::Off).ok() && eva.edits->evict(away).value());
    world.server.restoreFrom({});
    QVERIFY(world.sync(ana) && world.sync(eva));
    QCOMPARE(eva.engine->status().missing, 4);
    Decisions say = decisionsOf(world, ana);
    QList<ItemId> all = say.missing().value();
    all.removeAll(mine);
    QVERIFY(say.uploadAgain(all).ok());
    QVERIFY(world.sync(ana) && world.sync(eva) && world.sync(eva));
    QCOMPARE(decisionsOf(world, eva).missing().value(), QList<ItemId>{mine}); // nobody sent that one
    QStringList names;
    for (const ItemRow &row : std::as_const(eva.store.data.items))
        names.append(row.local.name);
    names.sort();
    QCOMPARE(names, (QStringList{name("a"), name("b"), name("f"), name("mine")}));
    const ItemId home = eva.row(mine).local.parent;
    QVERIFY(world.server.items.contains(home)); // it lies in the folder that stands for its old one
    QVERIFY(decisionsOf(world, eva).uploadAgain({mine}).ok());
    QVERIFY(world.sync(eva) && world.sync(ana) && world.sync(ana));
    QCOMPARE(eva.engine->status().missing, 0);
    QCOMPARE(ana.engine->status().missing, 0); // and the other way round
    QCOMPARE(world.server.items.size(), 4);
    QCOMPARE(eva.engine->status().conflicts + ana.engine->status().conflicts, 0);
}

void TestEngineMissing::aMissingDocumentTakesItsFoldersAlong()
{
    SimWorld world(32, 1);
    SimClient &ana = world.client(0);
    const ItemId outer = ana.edits->addFolder(rootItem(), name("f")).value().id;
    const ItemId inner = ana.edits->addFolder(outer, name("g")).value().id;
    const ItemId id = ana.add(name("a"), "one", inner), other = ana.add(name("b"), "two", outer);
    QVERIFY(world.sync(ana));
    world.server.restoreFrom({});
    QVERIFY(world.sync(ana));
    Decisions say = decisionsOf(world, ana);
    QVERIFY(say.uploadAgain({id}).ok());
    QVERIFY(world.sync(ana) && world.sync(ana));
    QCOMPARE(say.missing().value(), QList<ItemId>{other});
    QVERIFY(say.conflicts().value().isEmpty()); // it was not thrown into the root
    QCOMPARE(world.server.items.size(), 3);
    for (const ItemRow &row : std::as_const(ana.store.data.items)) {
        if (row.local.name == name("a"))
            QCOMPARE(ana.row(row.local.parent).local.name, name("g"));
    }
}

QTEST_GUILESS_MAIN(TestEngineMissing)
#include "tst_engine_missing.moc"

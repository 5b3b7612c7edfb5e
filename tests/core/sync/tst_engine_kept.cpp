// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What another computer removed in great number: here it stays as it was, to be seen and used, until the person
// answers.
#include "core/sync/Decisions.h"
#include "core/sync/Kept.h"
#include "core/sync/SyncErrors.h"
#include "tests/support/sim/SimWorld.h"

#include <QTest>

using namespace carriel;
using namespace carriel::sync;
using namespace carriel::sim;

namespace {
int active(const SimClient &client)
{
    int count = 0;
    for (const ItemRow &row : std::as_const(client.store.data.items))
        count += row.local.state == ItemState::Active;
    return count;
}
} // namespace

class TestEngineKept : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWentToTheTrashStays();
    void whatComesBackLiesWhereItLay();
    void whatWasDestroyedStays();
    void usingOneBringsItBack();
    void throwingOneAwayAnswersForIt();
    void laterNewsAboutKeptOnes();

private:
    // A folder with thirty documents that both have, and that ana throws away.
    struct Scene
    {
        SimWorld world;
        SimClient &ana, &eva;
        ItemId folder;
        QList<ItemId> ids;
        Decisions say;
        bool ready;

        explicit Scene(quint64 seed)
            : world(seed, 2), ana(world.client(0)), eva(world.client(1)), say(eva.store, world.clock, world.random)
        {
            folder = ana.edits->addFolder(rootItem(), name("f")).value().id;
            for (int i = 0; i < 30; ++i)
                ids.append(ana.add(name("d%1").arg(i), QByteArray::number(i), folder));
            ready = world.sync(ana) && world.sync(eva);
        }

        bool thrownAway(bool forGood = false)
        {
            const QList<ItemId> all = ids + QList<ItemId>{folder};
            return ana.edits->trash(all).ok() && (!forGood || ana.edits->purge({folder}).ok()) && world.sync(ana) &&
                   world.sync(eva);
        }
        bool settled()
        {
            eva.engine->wake(); // as after every answer
            return world.sync(eva) && world.sync(ana) && world.sync(eva) && world.sync(ana);
        }
    };
};

void TestEngineKept::whatWentToTheTrashStays()
{
    for (const Choice choice : {Choice::Mine, Choice::Theirs}) {
        Scene s(31);
        QVERIFY(s.ready && s.thrownAway());
        QCOMPARE(s.eva.engine->status().removalsAsked, 31);
        QCOMPARE(active(s.eva), 31);
        for (const ItemId &id : s.ids) {
            QVERIFY(s.eva.hasHead(id));
            QCOMPARE(s.eva.row(id).local.parent, s.folder);
        }
        s.eva.boot(); // after a restart, too
        QVERIFY(s.world.sync(s.eva));
        QCOMPARE(active(s.eva), 31);
        QCOMPARE(s.eva.store.liveOps().value().size(), 0); // and nothing is sent unasked
        QVERIFY(s.say.resolveAll(choice, ConflictKind::Removal).ok());
        QVERIFY(s.settled());
        QCOMPARE(s.eva.engine->status().removalsAsked, 0);
        QCOMPARE(active(s.eva), choice == Choice::Mine ? 31 : 0);
        // The record says what was answered, and does not call it a way out of a trash in which nothing was here.
        const auto told = [&s](const char *kind) {
            const auto &all = s.eva.store.data.activity;
            return std::count_if(all.begin(), all.end(), [kind](const ActivityEntry &one) { return one.kind == QLatin1String(kind); });
        };
        QCOMPARE(told("removal.undone"), choice == Choice::Mine ? 1 : 0);
        QCOMPARE(told("item.kept"), choice == Choice::Mine ? 31 : 0);
        QCOMPARE(told("item.restored"), 0);
        QCOMPARE(active(s.ana), active(s.eva));
        for (const ItemId &id : s.ids)
            QCOMPARE(s.ana.row(id).local, s.eva.row(id).local);
        for (const ItemRow &row : std::as_const(s.eva.store.data.items))
            QVERIFY(!isKept(row));
    }
}

// More than goes in one sending: what lies in the folder waits until the folder is out of the trash.
void TestEngineKept::whatComesBackLiesWhereItLay()
{
    Scene s(33);
    for (int i = 0; i < 170; ++i)
        s.ids.append(s.ana.add(name("more%1").arg(i), QByteArray::number(i), s.folder));
    QVERIFY(s.world.sync(s.ana) && s.world.sync(s.eva));
    QVERIFY(s.ana.edits->trash({s.folder}).ok() && s.world.sync(s.ana) && s.world.sync(s.eva));
    QCOMPARE(s.eva.engine->status().removalsAsked, 201);
    QVERIFY(s.say.resolveAll(Choice::Mine, ConflictKind::Removal).ok());
    const QList<OpRow> ops = s.eva.store.liveOps().value();
    QCOMPARE(ops.size(), 201);
    const auto first = std::find_if(ops.begin(), ops.end(), [&s](const OpRow &op) { return op.target == s.folder; });
    for (const OpRow &op : ops)
        QVERIFY(op.key == first->key || op.needs.contains(first->key));
    QVERIFY(s.settled());
    for (SimClient *client : {&s.ana, &s.eva}) {
        QCOMPARE(active(*client), 201); // and no folder besides
        for (const ItemId &id : std::as_const(s.ids))
            QCOMPARE(client->row(id).local.parent, s.folder);
    }
}

void TestEngineKept::whatWasDestroyedStays()
{
    for (const Choice choice : {Choice::Mine, Choice::Theirs}) {
        Scene s(32);
        QVERIFY(s.ready && s.thrownAway(true));
        QCOMPARE(s.eva.engine->status().removalsAsked, 31);
        QCOMPARE(active(s.eva), 31);
        for (const ItemId &id : s.ids) {
            QVERIFY(s.eva.hasHead(id) && !s.eva.edits->evict(id).value());
            QCOMPARE(s.eva.edits->rename(id, name("other")).error().code, errors::removalAsked);
        }
        QVERIFY(s.say.resolveAll(choice, ConflictKind::Removal).ok());
        QVERIFY(s.settled());
        QCOMPARE(active(s.eva), choice == Choice::Mine ? 31 : 0);
        QCOMPARE(active(s.ana), active(s.eva));
        if (choice == Choice::Theirs) {
            QVERIFY(s.eva.store.data.chunks.isEmpty());
            continue;
        }
        ItemId fresh; // made anew as they lay: in their folder
        for (const ItemRow &row : std::as_const(s.ana.store.data.items))
            fresh = row.type == ItemType::Folder && row.local.state == ItemState::Active ? row.id : fresh;
        int inside = 0;
        for (const ItemRow &row : std::as_const(s.ana.store.data.items))
            inside += row.local.state == ItemState::Active && row.local.parent == fresh && s.ana.hasHead(row.id);
        QCOMPARE(inside, 30);
    }
}

void TestEngineKept::usingOneBringsItBack()
{
    Scene s(33);
    QVERIFY(s.ready && s.thrownAway());
    const ItemId used = s.ids.at(7);
    QVERIFY(s.eva.edits->rename(used, name("wanted")).ok());
    const Result<Added> below = s.eva.edits->addFolder(s.folder, name("new"));
    QVERIFY(below.ok());
    QVERIFY(s.settled());
    for (SimClient *client : {&s.ana, &s.eva}) {
        QCOMPARE(client->row(used).local.name, name("wanted"));
        QCOMPARE(client->row(used).local.state, ItemState::Active);
        QCOMPARE(client->row(used).local.parent, s.folder);
        QCOMPARE(client->row(below.value().id).local.parent, s.folder);
    }
}

void TestEngineKept::throwingOneAwayAnswersForIt()
{
    Scene s(34);
    QVERIFY(s.ready && s.thrownAway());
    QVERIFY(s.eva.edits->trash({s.ids.first()}).ok());
    s.eva.engine->wake();
    QVERIFY(s.world.sync(s.eva));
    QCOMPARE(s.eva.engine->status().removalsAsked, 30);
    QCOMPARE(s.eva.row(s.ids.first()).local.state, ItemState::Trashed);
    QVERIFY(s.eva.edits->restore({s.ids.first()}).ok()); // and changes its mind
    QVERIFY(s.settled());
    QCOMPARE(s.ana.row(s.ids.first()).local.state, ItemState::Active);
}

void TestEngineKept::laterNewsAboutKeptOnes()
{
    Scene s(35);
    QVERIFY(s.ready && s.thrownAway());
    QVERIFY(s.ana.edits->purge({s.ids.at(0)}).ok());
    QVERIFY(s.ana.edits->restore({s.folder, s.ids.at(1)}).ok());
    QVERIFY(s.world.sync(s.ana) && s.world.sync(s.eva));
    QCOMPARE(s.eva.row(s.ids.at(0)).local.state, ItemState::Active); // destroyed there, still kept here
    QVERIFY(s.eva.hasHead(s.ids.at(0)));
    QVERIFY(isKept(s.eva.row(s.ids.at(0))));
    QVERIFY(!isKept(s.eva.row(s.ids.at(1)))); // nothing is left to ask about it
    const QList<Conflict> questions = s.say.conflicts().value();
    for (const Conflict &open : questions)
        QVERIFY(open.item != s.ids.at(1) && open.item != s.folder);
    QVERIFY(s.say.resolveAll(Choice::Mine, ConflictKind::Removal).ok());
    QVERIFY(s.settled());
    QCOMPARE(active(s.eva), 31);
    QCOMPARE(active(s.ana), 31);
}

QTEST_GUILESS_MAIN(TestEngineKept)
#include "tst_engine_kept.moc"

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does is durable at once and queued right, without any operator.
#include "core/base/BaseErrors.h"
#include "core/sync/BlobBytes.h"
#include "core/sync/Edits.h"
#include "core/sync/SyncErrors.h"
#include "tests/support/sim/SimClock.h"
#include "tests/support/sim/SimStore.h"

#include <QBuffer>
#include <QTest>

using namespace carriel;
using namespace carriel::sync;
using namespace carriel::sim;

namespace {
struct Desk {
    SimClock clock;
    SimRandom random{7};
    SimStore store;
    Edits edits{store, clock, random};

    BlobId stage(QByteArray bytes)
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        return edits.stage(buffer).value().id;
    }
    Added add(const QString &name, const QByteArray &bytes = "x", const ItemId &parent = rootItem())
    {
        return edits.addDocuments({NewDocument{parent, name, stage(bytes), QStringLiteral("text/plain"), {}}}).value().first();
    }
    QList<OpRow> live(const ItemId &id)
    {
        const auto ops = store.liveOpsOf(id);
        return ops.value();
    }
    QList<OpKind> kinds(const ItemId &id)
    {
        QList<OpKind> out;
        const QList<OpRow> ops = live(id);
        for (const OpRow &op : ops)
            out.append(op.kind);
        return out;
    }
    ItemRow row(const ItemId &id) { return *store.item(id).value(); }
    // As if the operator had done all that is queued for it.
    void agree(const ItemId &id)
    {
        QVERIFY(store.transact([&](Writer &writer) -> Outcome {
            CARRIEL_TRY(const QList<OpRow> waiting, writer.liveOpsOf(id));
            for (OpRow op : waiting) {
                op.method = "PUT";
                op.state = OpState::Inflight;
                CARRIEL_CHECK(writer.updateOp(op));
                op.state = OpState::Done;
                CARRIEL_CHECK(writer.updateOp(op));
            }
            ItemRow item = *writer.item(id).value();
            item.remote = item.base = item.local;
            item.remoteRev = ++item.baseRev;
            if (auto version = writer.version(item.local.version).value()) {
                version->origin = VersionOrigin::Server;
                CARRIEL_CHECK(writer.putVersion(*version));
                BlobRow blob = *writer.blob(version->blob).value();
                blob.onServer = true;
                blob.remoteId = RemoteBlobId(QStringLiteral("r"));
                CARRIEL_CHECK(writer.putBlob(blob));
            }
            return writer.putItem(item);
        }).ok());
    }
    void freeze(const ItemId &id)
    {
        QVERIFY(store.transact([&](Writer &writer) {
            const auto waiting = writer.liveOpsOf(id);
            OpRow op = waiting.value().first();
            op.method = "PATCH";
            op.state = OpState::Inflight;
            return writer.updateOp(op);
        }).ok());
    }
};

ErrorCode codeOf(const Outcome &outcome)
{
    return outcome.ok() ? ErrorCode{} : outcome.error().code;
}
} // namespace

class TestEdits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void addQueuesOnce();
    void namesAreFittedAndNumbered();
    void childrenNeedTheirFolder();
    void editsMergeIntoWhatIsQueued();
    void thereAndBackSaysNothing();
    void editsBehindASentOneQueueUp();
    void trashRestorePurge();
    void purgeOfWhatWasNeverSentForgetsIt();
    void purgeOfAFolderTakesItsInsideFirst();
    void refusals();
    void officialContentIsLocked();
    void versionsQueueUp();
    void evictionGuard();
    void freeingOneLeavesItsTwin();
    void failedTransactionChangesNothing();
    void restoreOutOfALostFolder();
};

void TestEdits::addQueuesOnce()
{
    Desk desk;
    const BlobId blob = desk.stage("diploma");
    const int before = desk.store.commits;
    const Added added = desk.edits.addDocuments({NewDocument{rootItem(), QStringLiteral("diploma.pdf"), blob, {}, {}}}).value().first();
    QCOMPARE(desk.store.commits, before + 1); // W1: local fields and intent in one
    QCOMPARE(desk.kinds(added.id), QList{OpKind::CreateDocument});
    QCOMPARE(desk.live(added.id).first().state, OpState::Queued);
    QVERIFY(desk.row(added.id).local.meta.incorporatedOn().isValid());
    QVERIFY(added.originalName.isEmpty());
    QCOMPARE(desk.store.data.activity.size(), 1);
    QVERIFY(!desk.edits.addDocuments({NewDocument{rootItem(), QStringLiteral("n"), BlobId(QStringLiteral("none")), {}, {}}}).ok());
}

void TestEdits::namesAreFittedAndNumbered()
{
    Desk desk;
    desk.add(QStringLiteral("Recibo.pdf"));
    const Added second = desk.add(QStringLiteral("recibo.pdf"));
    QCOMPARE(second.name, QStringLiteral("recibo (2).pdf"));
    QCOMPARE(second.originalName, QStringLiteral("recibo.pdf"));
    QCOMPARE(desk.row(second.id).facts.originalName, QStringLiteral("recibo.pdf"));
    const Added device = desk.add(QStringLiteral("CON"));
    QCOMPARE(device.name, QStringLiteral("CON_"));
    QCOMPARE(device.originalName, QStringLiteral("CON"));
    QCOMPARE(desk.edits.rename(device.id, QStringLiteral("RECIBO.pdf")).value(), QStringLiteral("RECIBO (3).pdf"));
    // A name in the trash is free again.
    QVERIFY(desk.edits.trash({second.id}).ok());
    QCOMPARE(desk.edits.rename(device.id, QStringLiteral("recibo (2).pdf")).value(), QStringLiteral("recibo (2).pdf"));
    // Only its own letters change: it does not stand in its own way.
    QCOMPARE(desk.edits.rename(device.id, QStringLiteral("Recibo (2).pdf")).value(), QStringLiteral("Recibo (2).pdf"));
}

void TestEdits::childrenNeedTheirFolder()
{
    Desk desk;
    const Added folder = desk.edits.addFolder(rootItem(), QStringLiteral("Salud")).value();
    const Added child = desk.add(QStringLiteral("a.txt"), "a", folder.id);
    QCOMPARE(desk.live(child.id).first().needs, QList{desk.live(folder.id).first().key});
    const Added moved = desk.add(QStringLiteral("b.txt"));
    QVERIFY(desk.edits.move({moved.id}, folder.id).ok());
    QCOMPARE(desk.live(moved.id).first().needs, QList{desk.live(folder.id).first().key});
    QVERIFY(desk.edits.move({moved.id}, rootItem()).ok());
    QVERIFY(desk.live(moved.id).first().needs.isEmpty());
}

void TestEdits::editsMergeIntoWhatIsQueued()
{
    Desk desk;
    const Added added = desk.add(QStringLiteral("a.txt"));
    QVERIFY(desk.edits.rename(added.id, QStringLiteral("b.txt")).ok());
    QVERIFY(desk.edits.editMeta({added.id}, [](ItemMeta &meta) { meta.setFavourite(true); }).ok());
    QCOMPARE(desk.kinds(added.id), QList{OpKind::CreateDocument});
    desk.agree(added.id);
    QVERIFY(desk.edits.rename(added.id, QStringLiteral("c.txt")).ok());
    QVERIFY(desk.edits.editMeta({added.id}, [](ItemMeta &meta) { meta.setNote(QStringLiteral("n")); }).ok());
    QVERIFY(desk.edits.rename(added.id, QStringLiteral("d.txt")).ok());
    QCOMPARE(desk.kinds(added.id), QList{OpKind::PatchItem});
}

void TestEdits::thereAndBackSaysNothing()
{
    Desk desk;
    const Added added = desk.add(QStringLiteral("a.txt"));
    desk.agree(added.id);
    QVERIFY(desk.edits.rename(added.id, QStringLiteral("b.txt")).ok());
    QVERIFY(desk.edits.rename(added.id, QStringLiteral("a.txt")).ok());
    QVERIFY(desk.live(added.id).isEmpty());
    QVERIFY(desk.edits.trash({added.id}).ok());
    QVERIFY(desk.edits.restore({added.id}).ok());
    QVERIFY(desk.live(added.id).isEmpty());
    QVERIFY(desk.edits.trash({added.id}).ok());
    QVERIFY(desk.edits.trash({added.id}).ok());
    QCOMPARE(desk.kinds(added.id), QList{OpKind::Trash});
}

void TestEdits::editsBehindASentOneQueueUp()
{
    Desk desk;
    const Added added = desk.add(QStringLiteral("a.txt"));
    desk.agree(added.id);
    QVERIFY(desk.edits.rename(added.id, QStringLiteral("b.txt")).ok());
    desk.freeze(added.id);
    QVERIFY(desk.edits.rename(added.id, QStringLiteral("a.txt")).ok()); // back: but the first is under way
    QCOMPARE(desk.kinds(added.id), (QList{OpKind::PatchItem, OpKind::PatchItem}));
    QVERIFY(desk.edits.rename(added.id, QStringLiteral("c.txt")).ok());
    QCOMPARE(desk.live(added.id).size(), 2);
    QVERIFY(desk.store.violations.isEmpty());
}

void TestEdits::trashRestorePurge()
{
    Desk desk;
    const Added added = desk.add(QStringLiteral("a.txt"));
    desk.agree(added.id);
    QCOMPARE(codeOf(desk.edits.purge({added.id})), sync::errors::notInTrash);
    QVERIFY(desk.edits.trash({added.id}).ok());
    QVERIFY(desk.edits.purge({added.id}).ok());
    QCOMPARE(desk.kinds(added.id), (QList{OpKind::Trash, OpKind::Purge}));
    QCOMPARE(codeOf(desk.edits.restore({added.id})), sync::errors::notActive);
}

void TestEdits::purgeOfWhatWasNeverSentForgetsIt()
{
    Desk desk;
    const Added added = desk.add(QStringLiteral("a.txt"), "secret");
    QVERIFY(desk.edits.trash({added.id}).ok());
    QCOMPARE(desk.kinds(added.id), (QList{OpKind::CreateDocument, OpKind::Trash}));
    QVERIFY(desk.edits.purge({added.id}).ok());
    QVERIFY(desk.store.data.items.isEmpty());
    QVERIFY(desk.store.data.versions.isEmpty());
    QVERIFY(desk.store.data.blobs.isEmpty());
    QVERIFY(desk.store.data.chunks.isEmpty());
    QVERIFY(desk.store.data.live.isEmpty());
    QVERIFY(desk.store.violations.isEmpty());
}

void TestEdits::purgeOfAFolderTakesItsInsideFirst()
{
    Desk desk;
    const Added folder = desk.edits.addFolder(rootItem(), QStringLiteral("Salud")).value();
    const Added child = desk.add(QStringLiteral("a.txt"), "a", folder.id);
    desk.agree(folder.id);
    desk.agree(child.id);
    QVERIFY(desk.edits.trash({folder.id}).ok());
    QVERIFY(desk.edits.purge({folder.id}).ok());
    QCOMPARE(desk.kinds(child.id), (QList{OpKind::Trash, OpKind::Purge}));
    QCOMPARE(desk.kinds(folder.id), (QList{OpKind::Trash, OpKind::Purge}));
    const QList<OpRow> inside = desk.live(child.id);
    for (const OpRow &op : inside)
        QVERIFY(desk.live(folder.id).last().needs.contains(op.key));
}

void TestEdits::refusals()
{
    Desk desk;
    const Added a = desk.edits.addFolder(rootItem(), QStringLiteral("A")).value();
    const Added b = desk.edits.addFolder(a.id, QStringLiteral("B")).value();
    QCOMPARE(codeOf(desk.edits.move({a.id}, b.id)), sync::errors::wouldCycle);
    QCOMPARE(codeOf(desk.edits.move({a.id}, a.id)), sync::errors::wouldCycle);
    const Added file = desk.add(QStringLiteral("f"));
    QCOMPARE(codeOf(desk.edits.move({a.id}, file.id)), sync::errors::notAFolder);
    QCOMPARE(codeOf(desk.edits.trash({ItemId(QStringLiteral("nobody"))})), sync::errors::itemNotFound);
    QVERIFY(desk.edits.trash({a.id}).ok());
    QVERIFY(!desk.edits.addFolder(a.id, QStringLiteral("C")).ok());
    // One that cannot be done undoes them all.
    QVERIFY(!desk.edits.trash({file.id, ItemId(QStringLiteral("nobody"))}).ok());
    QCOMPARE(desk.row(file.id).local.state, ItemState::Active);
    QCOMPARE(desk.kinds(file.id), QList{OpKind::CreateDocument});
}

void TestEdits::officialContentIsLocked()
{
    Desk desk;
    const Added added = desk.add(QStringLiteral("diploma.pdf"));
    desk.agree(added.id);
    QVERIFY(desk.store.transact([&](Writer &writer) {
        ItemRow row = *writer.item(added.id).value();
        row.facts.official = true;
        return writer.putItem(row);
    }).ok());
    const auto version = desk.edits.addVersion(added.id, desk.stage("y"), {});
    QVERIFY(!version.ok());
    QCOMPARE(version.error().code, sync::errors::officialLocked);
    QVERIFY(desk.edits.rename(added.id, QStringLiteral("mi diploma.pdf")).ok());
}

void TestEdits::versionsQueueUp()
{
    Desk desk;
    const Added added = desk.add(QStringLiteral("a.txt"), "one");
    const VersionId second = desk.edits.addVersion(added.id, desk.stage("two"), {}).value();
    const VersionId third = desk.edits.addVersion(added.id, desk.stage("three"), {}).value();
    QCOMPARE(desk.kinds(added.id), (QList{OpKind::CreateDocument, OpKind::AddVersion, OpKind::AddVersion}));
    QCOMPARE(desk.live(added.id).at(1).version, second);
    QCOMPARE(desk.row(added.id).local.version, third);
    QCOMPARE(desk.store.versions(added.id).value().size(), 3);
}

void TestEdits::evictionGuard()
{
    Desk desk;
    const Added added = desk.add(QStringLiteral("a.txt"), "bytes");
    QVERIFY(!desk.edits.evict(added.id).value()); // nobody else has them
    desk.agree(added.id);
    QVERIFY(desk.edits.pin({added.id}, true).ok());
    QVERIFY(!desk.edits.evict(added.id).value()); // the person wants them here
    QVERIFY(desk.edits.pin({added.id}, false).ok());
    desk.edits.addVersion(added.id, desk.stage("more"), {}).value();
    QVERIFY(!desk.edits.evict(added.id).value()); // on its way
    desk.agree(added.id);
    QVERIFY(desk.edits.evict(added.id).value());
    QVERIFY(!desk.edits.evict(added.id).value()); // gone already
    const BlobId blob = desk.store.version(desk.row(added.id).local.version).value()->blob;
    QCOMPARE(desk.store.data.blobs.value(blob).state, BlobState::Absent);
    QVERIFY(desk.store.violations.isEmpty());
}

// Two documents of one content share its bytes here: to free one folder is no word about the other.
void TestEdits::freeingOneLeavesItsTwin()
{
    Desk desk;
    const ItemId work = desk.edits.addFolder(rootItem(), QStringLiteral("Trabajo")).value().id;
    const ItemId health = desk.edits.addFolder(rootItem(), QStringLiteral("Salud")).value().id;
    const ItemId freed = desk.add(QStringLiteral("par.txt"), "same", work).id;
    const ItemId twin = desk.add(QStringLiteral("par.txt"), "same", health).id;
    for (const ItemId &id : {work, health, freed, twin})
        desk.agree(id);
    // As it is where both came from the operator.
    const BlobId shared = desk.store.version(desk.row(freed).local.version).value()->blob;
    QVERIFY(desk.store.transact([&](Writer &writer) {
        VersionRow version = *writer.version(desk.row(twin).local.version).value();
        version.blob = shared;
        return writer.putVersion(version);
    }).ok());
    const auto here = [&] { return desk.store.data.blobs.value(shared).state == BlobState::Verified; };
    QVERIFY(desk.edits.keep({work}, Keep::Off).ok());
    QVERIFY(!desk.edits.evict(freed).value());
    QVERIFY(here());
    QVERIFY(desk.edits.trash({twin}).ok()); // what lies in the trash need not be at hand …
    QVERIFY(desk.edits.keep({twin}, Keep::On).ok());
    QVERIFY(!desk.edits.evict(freed).value() && here()); // … unless the person said so
    QVERIFY(desk.edits.restore({twin}).ok());
    QVERIFY(desk.edits.keep({twin}, Keep::Inherit).ok());
    desk.agree(twin);
    QVERIFY(!desk.edits.evict(freed).value() && here());
    QVERIFY(desk.edits.evict(freed, {freed, twin}).value()); // both are meant
    QVERIFY(!here());
    QVERIFY(desk.store.violations.isEmpty());
}

void TestEdits::failedTransactionChangesNothing()
{
    Desk desk;
    const Added added = desk.add(QStringLiteral("a.txt"));
    desk.store.failCommits = 1;
    QVERIFY(!desk.edits.rename(added.id, QStringLiteral("b.txt")).ok());
    QCOMPARE(desk.row(added.id).local.name, QStringLiteral("a.txt"));
    desk.store.failCommits = 1;
    QVERIFY(!desk.edits.trash({added.id}).ok());
    QCOMPARE(desk.kinds(added.id), QList{OpKind::CreateDocument});
}

void TestEdits::restoreOutOfALostFolder()
{
    Desk desk;
    const Added folder = desk.edits.addFolder(rootItem(), QStringLiteral("Salud")).value();
    const Added child = desk.add(QStringLiteral("a.txt"), "a", folder.id);
    const Added other = desk.add(QStringLiteral("a.txt"));
    desk.agree(folder.id);
    desk.agree(child.id);
    QVERIFY(desk.edits.trash({child.id}).ok());
    QVERIFY(desk.edits.trash({folder.id}).ok());
    QVERIFY(desk.edits.restore({child.id}).ok());
    QCOMPARE(desk.row(child.id).local.parent, rootItem());
    QCOMPARE(desk.row(child.id).local.name, QStringLiteral("a (2).txt"));
    QCOMPARE(desk.kinds(child.id), QList{OpKind::PatchItem});
    Q_UNUSED(other);
}

QTEST_GUILESS_MAIN(TestEdits)
#include "tst_edits.moc"

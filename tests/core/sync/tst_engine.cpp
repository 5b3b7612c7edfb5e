// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The engine end to end, against the model operator.
#include "tests/support/sim/SimWorld.h"

#include "core/sync/BlobBytes.h"
#include "core/sync/SyncErrors.h"

#include <QTest>

using namespace carriel;
using namespace carriel::sync;
using namespace carriel::sim;
using namespace std::chrono_literals;

namespace {
QByteArray bytesOf(int size, int salt = 1)
{
    QByteArray out(size, Qt::Uninitialized);
    quint32 x = quint32(salt) * 2654435761u + 1;
    for (char &c : out) {
        x = x * 1664525u + 1013904223u;
        c = char(x >> 24);
    }
    return out;
}
QString name(const char *text) { return QString::fromLatin1(text); }
} // namespace

class TestEngine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void documentReachesTheOtherComputer();
    void noChangeIsOneRequest();
    void manyDocumentsFewRequests();
    void withoutNetworkEverythingWaits();
    void foldersBeforeChildren();
    void editsTravel();
    void trashRestorePurge();
    void purgeAsksForAStepUp();
    void loginExpires();
    void bothRename();
    void bothEditMeta();
    void bothMakeVersions();
    void theirVersionBeatsOurTrash();
    void ourVersionBeatsTheirTrash();
    void removedUnderOurVersion();
    void circle();
    void sameNameTwice();
    void folderGoesWhileWeAdd();
    void largeGoesUpInAppends();
    void largeComesDownInRanges();
    void cutCostsOneAppend();
    void lostReplyHappensOnce();
    void feedClosesALostReply();
    void liesAreFoundOut();
    void cursorTooOld();
    void operatorForgetsAnItem();
    void operatorGoesBack();
    void eventWakesTheOther();
    void cancelledUpload();
    void fullDiskStopsAndResumes();
    void lostBytesAreSentAgain();
    void officialStaysWhatItIs();
    void emptyDocument();
};

void TestEngine::documentReachesTheOtherComputer()
{
    SimWorld world(1, 2);
    const QByteArray bytes = bytesOf(5000);
    const ItemId id = world.client(0).add(name("recibo.pdf"), bytes);
    Status status;
    QVERIFY(world.sync(world.client(0), &status));
    QCOMPARE(status.pendingOps, 0);
    QCOMPARE(status.phase, Phase::UpToDate);
    QVERIFY(world.sync(world.client(1), &status));
    QCOMPARE(status.phase, Phase::UpToDate);
    QCOMPARE(world.client(1).row(id).local.name, name("recibo.pdf"));
    QVERIFY(world.client(1).hasHead(id));
    QVERIFY(world.client(1).headBytes(id) == bytes);
    QCOMPARE(world.client(0).row(id).local, *world.client(0).row(id).remote);
    QVERIFY(world.client(0).store.violations.isEmpty());
}

void TestEngine::noChangeIsOneRequest()
{
    SimWorld world(2, 1);
    world.client().add(name("a"), "a");
    QVERIFY(world.sync(world.client()));
    const int before = world.client().port->requests;
    const int commits = world.client().store.commits;
    QVERIFY(world.sync(world.client()));
    QCOMPARE(world.client().port->requests, before + 1);
    QVERIFY(world.client().store.commits - commits <= 1);
    world.client().boot();
    QVERIFY(world.sync(world.client()));
    QCOMPARE(world.client().port->requests, 1); // a new process, too
}

void TestEngine::manyDocumentsFewRequests()
{
    SimWorld world(3, 2);
    world.server.limits.batchMax = 500;
    world.server.limits.parallel = 16;
    QList<NewDocument> documents;
    constexpr int count = 3000;
    for (int i = 0; i < count; ++i) {
        documents.append(NewDocument{rootItem(), QStringLiteral("%1.txt").arg(i),
                                     world.client(0).stage(QByteArray::number(i)), QStringLiteral("text/plain"), {}});
    }
    QVERIFY(world.client(0).edits->addDocuments(documents).ok());
    Status status;
    QVERIFY(world.sync(world.client(0), &status));
    QCOMPARE(status.phase, Phase::UpToDate);
    QVERIFY2(world.client(0).port->requests < 40, qPrintable(QString::number(world.client(0).port->requests)));
    QVERIFY(world.sync(world.client(1), &status));
    QCOMPARE(world.client(1).store.data.items.size(), count);
    QVERIFY2(world.client(1).port->requests < 40, qPrintable(QString::number(world.client(1).port->requests)));
    for (const BlobRow &blob : std::as_const(world.client(1).store.data.blobs))
        QCOMPARE(blob.state, BlobState::Verified);
}

void TestEngine::withoutNetworkEverythingWaits()
{
    SimWorld world(4, 1);
    SimClient &ana = world.client();
    ana.port->offline = true;
    ana.engine->start();
    const ItemId id = ana.add(name("a"), "a");
    ana.engine->wake();
    world.run(30s);
    QCOMPARE(ana.engine->status().phase, Phase::Waiting);
    QCOMPARE(ana.engine->status().pendingOps, 1);
    QVERIFY(ana.engine->status().nextTryUtc.isValid());
    QVERIFY(ana.edits->rename(id, name("b")).ok());
    Status status;
    QVERIFY(world.sync(ana, &status)); // ends although nothing can be reached
    QVERIFY(status.phase == Phase::Waiting);
    ana.port->offline = false;
    ana.engine->networkChanged();
    world.run(5s);
    QCOMPARE(ana.engine->status().phase, Phase::UpToDate);
    QCOMPARE(world.server.items.value(id).item.fields.name, name("b"));
    ana.engine->stop();
    QCOMPARE(ana.engine->status().phase, Phase::Offline);
    const int requests = ana.port->requests;
    world.run(1h);
    QCOMPARE(ana.port->requests, requests);
}

void TestEngine::foldersBeforeChildren()
{
    SimWorld world(5, 2);
    SimClient &ana = world.client(0);
    ItemId parent = rootItem();
    QList<ItemId> made;
    for (int depth = 0; depth < 6; ++depth) {
        parent = ana.edits->addFolder(parent, QStringLiteral("d%1").arg(depth)).value().id;
        made.append(parent);
        made.append(ana.add(QStringLiteral("f%1").arg(depth), QByteArray::number(depth), parent));
    }
    Status status;
    QVERIFY(world.sync(ana, &status));
    QCOMPARE(status.phase, Phase::UpToDate);
    QCOMPARE(world.server.items.size(), made.size());
    QVERIFY(world.sync(world.client(1), &status));
    QCOMPARE(world.client(1).row(made.last()).local.parent, parent);
}

void TestEngine::editsTravel()
{
    SimWorld world(6, 2);
    SimClient &ana = world.client(0);
    const ItemId id = ana.add(name("a"), "one");
    QVERIFY(world.sync(ana));
    const ItemId folder = ana.edits->addFolder(rootItem(), name("Salud")).value().id;
    QVERIFY(ana.edits->move({id}, folder).ok());
    QVERIFY(ana.edits->rename(id, name("b")).ok());
    QVERIFY(ana.edits->editMeta({id}, [](ItemMeta &meta) { meta.setLabels({name("casa")}); }).ok());
    QVERIFY(ana.edits->addVersion(id, ana.stage("two"), {}).ok());
    Status status;
    QVERIFY(world.sync(ana, &status));
    QCOMPARE(status.phase, Phase::UpToDate);
    QVERIFY(world.sync(world.client(1)));
    const ItemRow row = world.client(1).row(id);
    QCOMPARE(row.local.name, name("b"));
    QCOMPARE(row.local.parent, folder);
    QCOMPARE(row.local.meta.labels(), QStringList{name("casa")});
    QCOMPARE(world.client(1).headBytes(id), QByteArray("two"));
    QCOMPARE(ana.store.versions(id).value().size(), 2); // the operator's ids took the place of ours
    QCOMPARE(ana.row(id).local, *ana.row(id).remote);
}

void TestEngine::trashRestorePurge()
{
    SimWorld world(7, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId id = ana.add(name("a"), "a");
    QVERIFY(world.sync(ana) && world.sync(eva));
    QVERIFY(ana.edits->trash({id}).ok());
    QVERIFY(world.sync(ana) && world.sync(eva));
    QCOMPARE(eva.row(id).local.state, ItemState::Trashed);
    QVERIFY(eva.edits->restore({id}).ok());
    QVERIFY(world.sync(eva) && world.sync(ana));
    QCOMPARE(ana.row(id).local.state, ItemState::Active);
    QVERIFY(ana.edits->trash({id}).ok());
    QVERIFY(ana.edits->purge({id}).ok());
    QVERIFY(world.sync(ana) && world.sync(eva));
    QVERIFY(world.server.items.value(id).purged);
    QCOMPARE(ana.row(id).local.state, ItemState::Removed);
    QCOMPARE(eva.row(id).local.state, ItemState::Removed);
    QVERIFY(ana.store.data.chunks.isEmpty()); // the person wanted them gone
    QVERIFY(ana.store.violations.isEmpty());
}

void TestEngine::purgeAsksForAStepUp()
{
    SimWorld world(8, 1);
    SimClient &ana = world.client();
    world.server.stepUpForPurge = true;
    const ItemId id = ana.add(name("a"), "a");
    QVERIFY(world.sync(ana));
    QVERIFY(ana.edits->trash({id}).ok());
    QVERIFY(ana.edits->purge({id}).ok());
    Status status;
    QVERIFY(world.sync(ana, &status));
    QCOMPARE(status.waitingOps, 1);
    QCOMPARE(ana.stepUps, 1);
    world.run(5s); // the person does it
    QVERIFY(world.sync(ana, &status));
    QVERIFY(world.server.items.value(id).purged);
    QCOMPARE(status.phase, Phase::UpToDate);
    QVERIFY(world.server.violations.isEmpty());
}

void TestEngine::loginExpires()
{
    SimWorld world(9, 1);
    SimClient &ana = world.client();
    ana.engine->start();
    world.run(2s);
    ana.port->loggedOut = true;
    const ItemId id = ana.add(name("a"), "a");
    ana.engine->wake();
    world.run(1s);
    QCOMPARE(ana.engine->status().phase, Phase::NeedsLogin);
    QCOMPARE(ana.logins, 1);
    world.run(10s);
    QVERIFY(world.server.items.contains(id));
    QCOMPARE(ana.engine->status().phase, Phase::UpToDate);
}

void TestEngine::bothRename()
{
    SimWorld world(10, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
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
    QCOMPARE(eva.engine->status().conflicts, 1);
}

void TestEngine::bothEditMeta()
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

void TestEngine::bothMakeVersions()
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

void TestEngine::theirVersionBeatsOurTrash()
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

void TestEngine::ourVersionBeatsTheirTrash()
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

void TestEngine::removedUnderOurVersion()
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

void TestEngine::circle()
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

void TestEngine::sameNameTwice()
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

void TestEngine::folderGoesWhileWeAdd()
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

void TestEngine::largeGoesUpInAppends()
{
    SimWorld world(19, 2);
    SimClient &ana = world.client(0);
    const QByteArray bytes = bytesOf(9 * 1048576 + 17);
    const ItemId id = ana.add(name("video"), bytes);
    QVERIFY(world.sync(ana));
    QCOMPARE(ana.port->log.count(name("append")), 4); // 1, 2, 4 MiB and the rest
    QVERIFY(world.server.blobs.first() == bytes);
    QVERIFY(ana.store.data.transfers.isEmpty());
    QVERIFY(ana.row(id).remote.has_value());
}

void TestEngine::largeComesDownInRanges()
{
    SimWorld world(20, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const QByteArray bytes = bytesOf(30 * 1048576 + 5);
    const ItemId id = ana.add(name("video"), bytes);
    QVERIFY(world.sync(ana));
    eva.port->faults.cut = 60;
    // Ends in the middle of it, several times.
    for (int i = 0; i < 4; ++i) {
        eva.store.dieAfterCommit = i == 0 ? 4 : 0; // the first rounds of it store pages, too
        (void)world.sync(eva);
        eva.boot();
        eva.port->faults.cut = 60;
    }
    eva.port->faults.cut = 0;
    const qint64 had = eva.store.data.transfers.isEmpty() ? 0 : eva.store.data.transfers.first().offset;
    Status status;
    QVERIFY(world.sync(eva, &status));
    QVERIFY(eva.hasHead(id));
    QVERIFY(eva.headBytes(id) == bytes);
    QCOMPARE(eva.port->bytesDown, bytes.size() - had); // what was stored was not asked for again
    QVERIFY(eva.store.violations.isEmpty());
}

void TestEngine::cutCostsOneAppend()
{
    SimWorld world(21, 1);
    SimClient &ana = world.client();
    const QByteArray bytes = bytesOf(20 * 1048576);
    ana.add(name("video"), bytes);
    ana.port->faults.cut = 30;
    Status status;
    int rounds = 0;
    do {
        QVERIFY(world.sync(ana, &status));
        world.run(60s);
    } while (status.pendingOps > 0 && ++rounds < 20);
    QCOMPARE(status.pendingOps, 0);
    QVERIFY(world.server.blobs.first() == bytes);
    const auto cuts = ana.port->log.count(name("upload status"));
    QVERIFY(ana.port->bytesUp <= bytes.size() + cuts * 8 * 1048576);
}

void TestEngine::lostReplyHappensOnce()
{
    SimWorld world(22, 2);
    SimClient &ana = world.client(0);
    Faults faults;
    faults.lostReply = 50;
    faults.duplicate = 50;
    ana.port->faults = faults;
    const ItemId id = ana.add(name("a"), "1");
    const ItemId folder = ana.edits->addFolder(rootItem(), name("F")).value().id;
    QVERIFY(ana.edits->addVersion(id, ana.stage("2"), {}).ok());
    Status status;
    for (int i = 0; i < 10; ++i) {
        (void)world.sync(ana, &status);
        world.run(30s);
    }
    QVERIFY(ana.edits->move({id}, folder).ok());
    QVERIFY(ana.edits->trash({id}).ok());
    for (int i = 0; i < 20 && (i == 0 || status.pendingOps > 0); ++i) {
        (void)world.sync(ana, &status);
        world.run(30s);
    }
    QCOMPARE(status.pendingOps, 0);
    for (const int times : std::as_const(world.server.effects))
        QCOMPARE(times, 1);
    QCOMPARE(world.server.items.value(id).versions.size(), 2);
    QVERIFY(world.server.violations.isEmpty());
}

void TestEngine::feedClosesALostReply()
{
    SimWorld world(23, 1);
    SimClient &ana = world.client();
    const ItemId id = ana.add(name("a"), "1");
    QVERIFY(world.sync(ana));
    QVERIFY(ana.edits->rename(id, name("b")).ok());
    ana.store.dieAfterCommit = 0; // frozen; the request leaves with the next step
    const OpRow op = ana.store.liveOps().value().first();
    (void)world.sync(ana);
    // It ended after freezing. As if the request had left all the same:
    const OpRow frozen = *ana.store.data.ops.constFind(op.seq);
    QCOMPARE(frozen.state, OpState::Inflight);
    QVERIFY(std::holds_alternative<OpResult>(world.server.execute(frozen, false)));
    ana.boot();
    Status status;
    QVERIFY(world.sync(ana, &status));
    QCOMPARE(ana.store.data.ops.value(op.seq).state, OpState::Done);
    QCOMPARE(ana.port->log.count(name("send")), 0); // the feed said it
    QCOMPARE(world.server.effects.value(op.key), 1);
}

void TestEngine::liesAreFoundOut()
{
    SimWorld world(24, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId small = ana.add(name("a"), "small bytes");
    const ItemId large = ana.add(name("b"), bytesOf(2 * 1048576));
    QVERIFY(world.sync(ana));
    eva.port->faults.lie = 100;
    QVERIFY(world.sync(eva));
    QVERIFY(!eva.hasHead(small));
    QVERIFY(!eva.hasHead(large));
    Outcome outcome;
    eva.engine->fetch(small, [&](const Outcome &answer) { outcome = answer; });
    QVERIFY(world.sync(eva));
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().code, sync::errors::digestMismatch);
    eva.boot();
    eva.port->faults.lie = 0;
    QVERIFY(world.sync(eva));
    QVERIFY(eva.hasHead(small));
    QVERIFY(eva.hasHead(large));
}

void TestEngine::cursorTooOld()
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

void TestEngine::operatorForgetsAnItem()
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

void TestEngine::operatorGoesBack()
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

void TestEngine::eventWakesTheOther()
{
    SimWorld world(28, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    ana.engine->start();
    eva.engine->start();
    world.run(5s);
    const int before = eva.port->feedRequests;
    const ItemId id = ana.add(name("a"), "a");
    ana.engine->wake();
    world.run(1s);
    QVERIFY(eva.hasHead(id));
    QVERIFY(eva.port->feedRequests > before);
    // Without hints the poll finds it.
    eva.port->faults.lostHint = 100;
    const ItemId second = ana.add(name("b"), "b");
    ana.engine->wake();
    world.run(60s);
    QVERIFY(eva.hasHead(second));
    QCOMPARE(eva.engine->status().phase, Phase::UpToDate);
}

void TestEngine::cancelledUpload()
{
    SimWorld world(29, 1);
    SimClient &ana = world.client();
    ana.port->offline = true;
    const ItemId id = ana.add(name("a"), "a");
    const BlobId blob = ana.store.data.blobs.firstKey();
    ana.engine->cancelUpload(blob);
    QVERIFY(!ana.store.data.items.contains(id));
    QVERIFY(ana.store.data.blobs.isEmpty());
    ana.port->offline = false;
    QVERIFY(world.sync(ana));
    QVERIFY(world.server.items.isEmpty());
    const ItemId kept = ana.add(name("b"), "one");
    QVERIFY(world.sync(ana));
    const VersionId before = ana.row(kept).local.version;
    QVERIFY(ana.edits->addVersion(kept, ana.stage("two"), {}).ok());
    ana.engine->cancelUpload(ana.store.data.versions.value(ana.row(kept).local.version).blob);
    QCOMPARE(ana.row(kept).local.version, before);
    QVERIFY(ana.store.data.live.isEmpty());
}

void TestEngine::fullDiskStopsAndResumes()
{
    SimWorld world(30, 1);
    SimClient &ana = world.client();
    ana.engine->start();
    world.run(2s);
    ana.add(name("a"), "a");
    ana.store.failCommits = 1000;
    ana.engine->wake();
    world.run(10min);
    QCOMPARE(ana.engine->status().phase, Phase::Problem);
    QVERIFY(1000 - ana.store.failCommits <= 2); // not retried blindly
    ana.store.failCommits = 0;
    ana.engine->retryNow();
    world.run(5s);
    QCOMPARE(ana.engine->status().phase, Phase::UpToDate);
    QCOMPARE(world.server.items.size(), 1);
}

void TestEngine::lostBytesAreSentAgain()
{
    SimWorld world(31, 1);
    SimClient &ana = world.client();
    const ItemId id = ana.add(name("a"), "content");
    // The bytes arrive, and are forgotten before the document names them.
    QVERIFY(ana.store.transact([&](Writer &writer) {
        BlobRow blob = *writer.blob(ana.store.data.blobs.firstKey()).value();
        blob.onServer = true;
        blob.remoteId = RemoteBlobId(name("gone"));
        return writer.putBlob(blob);
    }).ok());
    Status status;
    QVERIFY(world.sync(ana, &status));
    QCOMPARE(status.phase, Phase::UpToDate);
    QCOMPARE(world.server.blobs.first(), QByteArray("content"));
    QVERIFY(world.server.items.contains(id));
}

void TestEngine::officialStaysWhatItIs()
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

void TestEngine::emptyDocument()
{
    SimWorld world(33, 2);
    const ItemId id = world.client(0).add(name("vacio"), {});
    QVERIFY(world.sync(world.client(0)) && world.sync(world.client(1)));
    QVERIFY(world.client(1).hasHead(id));
    QVERIFY(world.client(1).headBytes(id).isEmpty());
}

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes on their way: many, large, cut, altered, lost.
#include "tests/support/sim/SimWorld.h"
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
} // namespace

class TestEngineTransfers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anotherComputerReadsTheWholeHistory();
    void manyDocumentsFewRequests();
    void largeGoesUpInAppends();
    void largeComesDownInRanges();
    void aSlowLineTakesSmallAppends();
    void cutCostsOneAppend();
    void liesAreFoundOut();
    void cancelledUpload();
    void cancelledAndStillNeeded();
    void pausedTransfersStandStill();
    void pausedInTheMiddleOfAnUpload();
    void whatIsWantedFirstOvertakes();
    void lostBytesAreSentAgain();
    void emptyDocument();
};

void TestEngineTransfers::manyDocumentsFewRequests()
{
    SimWorld world(3, 2);
    world.server.limits.batchMax = 500;
    world.server.limits.parallel = 16;
    QList<NewDocument> documents;
    constexpr int count = 2000;
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

void TestEngineTransfers::largeGoesUpInAppends()
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

void TestEngineTransfers::largeComesDownInRanges()
{
    SimWorld world(20, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const QByteArray bytes = bytesOf(13 * 1048576 + 5);
    const ItemId id = ana.add(name("video"), bytes);
    QVERIFY(world.sync(ana));
    eva.port->faults.cut = 60;
    // Ends in the middle of it, several times.
    for (int i = 0; i < 4; ++i) {
        eva.store.dieAfterCommit = i == 0 ? 3 : 0; // the first rounds of it store pages, too
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

// What has arrived is told after each append: on a slow line a large one would stand still for half a minute.
void TestEngineTransfers::aSlowLineTakesSmallAppends()
{
    SimWorld world(20, 1);
    SimClient &ana = world.client();
    ana.add(name("video"), bytesOf(2 * 1048576 + 600000));
    ana.port->faults.slow = 100; // a minute, one with another
    QVERIFY(world.sync(ana));
    QVERIFY2(ana.port->log.count(name("append")) > 8, qPrintable(QString::number(ana.port->log.count(name("append")))));
}

void TestEngineTransfers::cutCostsOneAppend()
{
    SimWorld world(21, 1);
    SimClient &ana = world.client();
    const QByteArray bytes = bytesOf(10 * 1048576);
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

void TestEngineTransfers::liesAreFoundOut()
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

// A document that stands still at its first version: what follows waits, and goes in its order when it is asked for.
void TestEngineTransfers::cancelledAndStillNeeded()
{
    SimWorld world(24, 1);
    world.server.limits.bundlePartMax = 64;
    SimClient &ana = world.client();
    const QByteArray one = bytesOf(200000);
    const ItemId id = ana.add(name("a"), one);
    const VersionRow first = ana.store.data.versions.value(ana.row(id).local.version);
    QVERIFY(ana.edits->addVersion(id, ana.stage(bytesOf(200000, 2)), {}).ok());
    QVERIFY(ana.edits->restoreVersion(id, first.id).ok());
    ana.engine->start();
    for (int i = 0; i < 5000 && !ana.port->log.contains(name("create upload")); ++i)
        world.run(1ms);
    ana.engine->cancelTransfer(first.blob);
    Status status;
    QVERIFY(world.sync(ana, &status));
    QVERIFY(!world.server.items.contains(id));
    ana.engine->retryNow();
    QVERIFY(world.sync(ana, &status));
    QCOMPARE(status.phase, Phase::UpToDate);
    const SimItem there = world.server.items.value(id);
    QVERIFY(world.server.blobs.value(there.item.head->blob) == one);
}

void TestEngineTransfers::pausedTransfersStandStill()
{
    SimWorld world(41, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId id = ana.add(name("video"), bytesOf(3 * 1048576));
    ana.engine->start();
    ana.engine->pauseTransfers(true);
    world.run(1min);
    QVERIFY(world.server.items.isEmpty());
    QCOMPARE(ana.told.phase, Phase::Waiting); // not "synchronising" for ever
    ana.engine->pauseTransfers(false);
    ana.engine->setRules(TransferRules{0, 0, true});
    world.run(1min);
    QVERIFY(world.server.items.isEmpty());
    QCOMPARE(ana.told.phase, Phase::Waiting);
    ana.engine->setRules({});
    world.run(10s);
    QVERIFY(world.server.items.contains(id));
    QCOMPARE(ana.told.phase, Phase::UpToDate);
    eva.engine->start();
    eva.engine->pauseTransfers(true);
    world.run(1min);
    QVERIFY(eva.row(id).remote.has_value()); // only bytes wait
    QVERIFY(!eva.hasHead(id));
    eva.engine->pauseTransfers(false);
    for (int i = 0; i < 5; ++i) { // again and again in the middle of it
        world.run(std::chrono::milliseconds(20));
        eva.engine->pauseTransfers(true);
        world.run(10s);
        eva.engine->pauseTransfers(false);
    }
    world.run(10s);
    QVERIFY(eva.hasHead(id));
    QVERIFY(eva.store.violations.isEmpty());
}

// A whole append of a slow line would go on for half a minute, and the status with it.
void TestEngineTransfers::pausedInTheMiddleOfAnUpload()
{
    SimWorld world(43, 1);
    SimClient &ana = world.client();
    const QByteArray bytes = bytesOf(9 * 1048576);
    const ItemId id = ana.add(name("video"), bytes);
    ana.engine->start();
    const auto until = [&](int appends) {
        while (ana.port->log.count(name("append")) < appends && world.scheduler.step(world.clock.monotonic() + 1min)) { }
        return ana.port->log.count(name("append")) == appends;
    };
    QVERIFY(until(1));
    ana.port->faults.slow = 100;
    QVERIFY(until(2)); // and this one takes long
    ana.port->faults.slow = 0;
    ana.engine->pauseTransfers(true);
    world.run(1s);
    QCOMPARE(ana.told.phase, Phase::Waiting);
    world.run(10min);
    QCOMPARE(ana.port->log.count(name("append")), 2);
    ana.engine->pauseTransfers(false);
    world.run(1min);
    QVERIFY(world.server.items.contains(id));
    QVERIFY(world.server.blobs.first() == bytes);
}

void TestEngineTransfers::whatIsWantedFirstOvertakes()
{
    SimWorld world(44, 1);
    SimClient &ana = world.client();
    const ItemId one = ana.add(name("one"), bytesOf(16 * 1048576));
    const ItemId two = ana.add(name("two"), bytesOf(16 * 1048576, 2));
    ana.engine->start();
    while (ana.port->log.count(name("append")) < 2 && world.scheduler.step(world.clock.monotonic() + 1min)) { }
    ana.engine->prioritise(ana.store.data.versions.value(ana.row(two).local.version).blob);
    while (world.server.items.isEmpty() && world.scheduler.step(world.clock.monotonic() + 1min)) { }
    QVERIFY(world.server.items.contains(two) && !world.server.items.contains(one));
    const qint64 had = ana.store.data.transfers.isEmpty() ? -1 : ana.store.data.transfers.first().offset;
    QVERIFY2(had >= 0 && had <= 10 * 1048576, qPrintable(QString::number(had))); // it stood still meanwhile
    world.run(1min);
    QVERIFY(world.server.items.contains(one));
}

// Often the only copy there is: to cancel a sending destroys nothing. It stays, says so, and goes when it is asked for.
void TestEngineTransfers::cancelledUpload()
{
    SimWorld world(29, 1);
    SimClient &ana = world.client();
    ana.port->offline = true;
    const ItemId id = ana.add(name("a"), "a");
    const BlobId blob = ana.store.data.blobs.firstKey();
    const auto records = [&](const char *kind) {
        return std::count_if(ana.store.data.activity.begin(), ana.store.data.activity.end(),
                             [&](const ActivityEntry &entry) { return entry.kind == QLatin1String(kind); });
    };
    ana.engine->cancelUpload(blob);
    QVERIFY(ana.store.data.items.contains(id));
    QCOMPARE(ana.headBytes(id), QByteArray("a"));
    QCOMPARE(records("document.sending_stopped"), 1);
    ana.engine->cancelUpload(blob); // said twice
    QCOMPARE(records("document.sending_stopped"), 1);
    ana.port->offline = false;
    Status status;
    ana.engine->loggedIn(); // nobody has asked for it
    QVERIFY(world.sync(ana, &status));
    QVERIFY(world.server.items.isEmpty());
    QCOMPARE(status.waitingOps, 1);
    QVERIFY(status.phase != Phase::UpToDate);
    ana.engine->retryNow();
    QVERIFY(world.sync(ana, &status));
    QCOMPARE(status.phase, Phase::UpToDate);
    QVERIFY(world.server.items.contains(id));
    const ItemId kept = ana.add(name("b"), "one");
    QVERIFY(world.sync(ana));
    const VersionId newer = ana.edits->addVersion(kept, ana.stage("two"), {}).value();
    ana.engine->cancelUpload(ana.store.data.versions.value(newer).blob);
    QVERIFY(world.sync(ana));
    QCOMPARE(ana.row(kept).local.version, newer);
    QCOMPARE(ana.headBytes(kept), QByteArray("two"));
    QCOMPARE(world.server.items.value(kept).versions.size(), 1);
    ana.engine->retryNow();
    QVERIFY(world.sync(ana, &status));
    QCOMPARE(status.phase, Phase::UpToDate);
    QCOMPARE(world.server.items.value(kept).versions.size(), 2);
    QVERIFY(ana.store.violations.isEmpty());
}

void TestEngineTransfers::lostBytesAreSentAgain()
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

void TestEngineTransfers::emptyDocument()
{
    SimWorld world(33, 2);
    const ItemId id = world.client(0).add(name("vacio"), {});
    QVERIFY(world.sync(world.client(0)) && world.sync(world.client(1)));
    QVERIFY(world.client(1).hasHead(id));
    QVERIFY(world.client(1).headBytes(id).isEmpty());
}

void TestEngineTransfers::anotherComputerReadsTheWholeHistory()
{
    SimWorld world(71, 2);
    SimClient &ana = world.client(0), &eva = world.client(1);
    const ItemId id = ana.add(name("a"), "one");
    QVERIFY(world.sync(ana));
    for (const char *bytes : {"two", "three"}) {
        QVERIFY(ana.edits->addVersion(id, ana.stage(bytes), {}).ok());
        QVERIFY(world.sync(ana));
    }
    QVERIFY(world.sync(eva)); // it came late and has met the newest only
    QCOMPARE(eva.store.versions(id).value().size(), 1);
    std::optional<Outcome> read;
    eva.engine->readHistory(id, [&](const Outcome &done) { read = done; });
    world.run(5s);
    QVERIFY(read && read->ok());
    const QList<VersionRow> all = eva.store.versions(id).value();
    QCOMPARE(all.size(), 3);
    std::optional<Outcome> fetched;
    for (const VersionRow &version : all) {
        QCOMPARE(version.origin, VersionOrigin::Server);
        fetched.reset();
        eva.engine->fetchVersion(version.id, [&](const Outcome &done) { fetched = done; });
        world.run(5s);
        QVERIFY(fetched && fetched->ok());
    }
    QSet<QByteArray> contents;
    for (const VersionRow &version : all)
        contents.insert(eva.store.bytesOf(version.blob));
    QCOMPARE(contents, (QSet<QByteArray>{"one", "two", "three"}));
    // Read again it is the same, and without a network it says so soon.
    eva.engine->readHistory(id, [&](const Outcome &done) { read = done; });
    world.run(5s);
    QCOMPARE(eva.store.versions(id).value().size(), 3);
    eva.port->offline = true;
    read.reset();
    eva.engine->readHistory(id, [&](const Outcome &done) { read = done; });
    world.run(1s);
    QVERIFY(read && !read->ok());
}

QTEST_GUILESS_MAIN(TestEngineTransfers)
#include "tst_engine_transfers.moc"

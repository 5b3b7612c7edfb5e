// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// W8: bytes are in the store, whole and counted, before anything refers to them.
#include "core/base/BaseErrors.h"
#include "core/sync/BlobBytes.h"
#include "core/sync/Edits.h"
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
};
} // namespace

class TestStaging : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stagesExactBytes_data();
    void stagesExactBytes();
    void stagesSeveralTogether();
    void stoppedStagingLeavesNothing();
};

void TestStaging::stagesExactBytes_data()
{
    QTest::addColumn<qint64>("size");
    for (const qint64 size : {qint64(0), qint64(1), chunkSize - 1, chunkSize, chunkSize + 1, qint64(16 * 1048576), qint64(16 * 1048576 + 7)})
        QTest::newRow(qPrintable(QString::number(size))) << size;
}

void TestStaging::stagesExactBytes()
{
    QFETCH(qint64, size);
    Desk desk;
    QByteArray bytes(size, Qt::Uninitialized);
    for (qint64 i = 0; i < size; ++i)
        bytes[i] = char(i * 31 + (i >> 13));
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    const StagedBlob staged = desk.edits.stage(buffer).value();
    QCOMPARE(staged.size, size);
    QCOMPARE(staged.sha256, sha256Of(bytes));
    QCOMPARE(desk.store.data.blobs.value(staged.id).state, BlobState::Verified);
    QVERIFY(desk.store.bytesOf(staged.id) == bytes);
    QCOMPARE(int(desk.store.data.chunks.value(staged.id).size()), chunkCount(size));
    QVERIFY(readBytes(desk.store, staged.id, size / 3, size / 2).value() == bytes.mid(size / 3, size / 2));
}

void TestStaging::stagesSeveralTogether()
{
    Desk desk;
    const QList<QByteArray> contents{"uno", QByteArray(300000, 'd'), QByteArray(), "uno"};
    const QList<StagedBlob> staged = desk.edits.stageAll(contents).value();
    QCOMPARE(staged.size(), contents.size());
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(staged.at(i).size, contents.at(i).size());
        QCOMPARE(staged.at(i).sha256, sha256Of(contents.at(i)));
        QCOMPARE(desk.store.data.blobs.value(staged.at(i).id).state, BlobState::Verified);
        QVERIFY(desk.store.bytesOf(staged.at(i).id) == contents.at(i));
    }
    QVERIFY(staged.at(0).id != staged.at(3).id);
    // Together or not at all.
    Desk full;
    full.store.failCommits = 1;
    QVERIFY(!full.edits.stageAll(contents).ok());
    QVERIFY(full.store.data.blobs.isEmpty());
    QVERIFY(full.store.data.chunks.isEmpty());
}

void TestStaging::stoppedStagingLeavesNothing()
{
    Desk desk;
    QByteArray bytes(20 * 1048576, 'a');
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    const auto staged = desk.edits.stage(buffer, [](qint64) { return false; });
    QVERIFY(!staged.ok());
    QCOMPARE(staged.error().code, carriel::errors::cancelled);
    QVERIFY(desk.store.data.blobs.isEmpty());
    QVERIFY(desk.store.data.chunks.isEmpty());
}

QTEST_GUILESS_MAIN(TestStaging)
#include "tst_staging.moc"

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A real operator whose disk changed a document it had confirmed, and lost another: the check finds both and only these,
// what is here is the last copy and stays, and the person's answer brings the operator's copy in order again. And the
// other way round: what our own disk changed before it was sent never becomes a document there.
#include "core/sync/Decisions.h"
#include "core/sync/SyncErrors.h"
#include "tests/fault/World.h"
#include "tests/support/Patience.h"

#include <QDirIterator>

using namespace carriel;
using namespace carriel::test;
using namespace carriel::sync;

class FaultLiar : public QObject, World
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { build(); }
    void whatItChangedOrLostIsFoundAndMended_data();
    void whatItChangedOrLostIsFoundAndMended();
    void whatOurOwnDiskChangedIsNotSent_data();
    void whatOurOwnDiskChangedIsNotSent();

private:
    // The operator's own file with these bytes.
    QString fileOf(const QByteArray &bytes) const
    {
        const QString home = QFileInfo(m_operator->configFile()).path();
        QDirIterator files(home, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.size() == bytes.size() && file.open(QIODevice::ReadOnly) && file.readAll() == bytes)
                return file.fileName();
        }
        return {};
    }
    AuditReport verified()
    {
        std::optional<AuditReport> report;
        mine->engine->verify(Audit{{}, 1000, 1 << 30}, [&](const AuditReport &found) { report = found; });
        mine->sync();
        [&] { QTRY_VERIFY(report.has_value()); }();
        return report.value_or(AuditReport());
    }
    QByteArray atTheOperator(const ItemId &id)
    {
        QByteArray bytes;
        const RemoteItem item = there(id);
        if (!item.head)
            return {};
        const auto take = [&](QByteArrayView part) {
            bytes.append(part.data(), part.size());
            return true;
        };
        (void)ask<qint64>([&](auto done) { return m_api->download(item.head->blob, 0, item.head->size, take, done); });
        return bytes;
    }
};

void FaultLiar::whatItChangedOrLostIsFoundAndMended_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("small: in a bundle") << 3000;
    QTest::newRow("larger: in pieces") << 150000;
}

void FaultLiar::whatItChangedOrLostIsFoundAndMended()
{
    QFETCH(int, size);
    const QByteArray good = contentOf(quint32(size), size), changed = contentOf(quint32(size + 1), size),
                     lost = contentOf(quint32(size + 2), size);
    const QList<ItemId> ids = mine->addDocuments(name("mentira"), {good, changed, lost});
    QCOMPARE(mine->settle().pendingOps, 0);
    QVERIFY(verified().items.isEmpty());

    QFile file(fileOf(changed));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(size / 2));
    QVERIFY(file.putChar(char(changed.at(size / 2) ^ 1)));
    file.close();
    QVERIFY(QFile::remove(fileOf(lost)));

    const AuditReport report = verified();
    QVERIFY(report.complete);
    QCOMPARE(QSet<ItemId>(report.items.begin(), report.items.end()), (QSet<ItemId>{ids.at(1), ids.at(2)}));
    QCOMPARE(mine->engine->status().alarms, 2);
    Decisions decisions(*mine->store, mine->clock, m_random);
    const QList<Conflict> open = decisions.conflicts().value();
    for (const Conflict &one : open) {
        QCOMPARE(one.theirs.value(QStringLiteral("problem")).toString(),
                 one.item == ids.at(1) ? QStringLiteral("altered") : QStringLiteral("missing"));
    }
    for (const ItemId &id : ids.mid(1))
        QVERIFY(!mine->edits->evict(id).value()); // the last copy by now
    QCOMPARE(mine->bytesOf(ids.at(1)), changed);
    QCOMPARE(mine->bytesOf(ids.at(2)), lost);

    QCOMPARE(decisions.resolveAll(Choice::Mine).value(), 2);
    QCOMPARE(mine->settle().pendingOps, 0);
    QCOMPARE(atTheOperator(ids.at(0)), good);
    QCOMPARE(atTheOperator(ids.at(1)), changed);
    QCOMPARE(atTheOperator(ids.at(2)), lost);
    QVERIFY(verified().items.isEmpty());
}

void FaultLiar::whatOurOwnDiskChangedIsNotSent_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("lost");
    QTest::newRow("small: a byte changed") << 3000 << false;
    QTest::newRow("small: its bytes lost") << 3000 << true;
    QTest::newRow("larger: a byte changed") << 300000 << false;
    QTest::newRow("larger: a piece lost") << 300000 << true;
}

void FaultLiar::whatOurOwnDiskChangedIsNotSent()
{
    QFETCH(int, size);
    QFETCH(bool, lost);
    const QByteArray good = contentOf(quint32(size + 10), size), bad = contentOf(quint32(size + 11 + lost), size);
    const QList<ItemId> ids = mine->addDocuments(name("propio"), {good, bad});
    const VersionRow version = *mine->store->version(mine->item(ids.at(1))->local.version).value();
    const int last = int((size - 1) / chunkSize);
    const QByteArray piece = mine->store->chunk(version.blob, last).value();
    QVERIFY(mine->store
                ->transact([&](Writer &writer) -> Outcome {
                    QByteArray other = piece;
                    other[other.size() / 2] = char(other.at(other.size() / 2) ^ 1);
                    if (!lost)
                        return writer.putChunk(version.blob, last, other);
                    CARRIEL_CHECK(writer.dropChunks(version.blob));
                    for (int index = 0; index < last; ++index)
                        CARRIEL_CHECK(writer.putChunk(version.blob, index, bad.mid(index * chunkSize, chunkSize)));
                    return {};
                })
                .ok());

    const Status status = mine->settle();
    QVERIFY(!isThere(ids.at(1)));
    QCOMPARE(atTheOperator(ids.at(0)), good); // its neighbour travels all the same
    QCOMPARE(status.waitingOps, 1);
    QVERIFY(std::any_of(status.problems.begin(), status.problems.end(),
                        [](const Problem &one) { return one.error.code == errors::bytesDamaged; }));
    QVERIFY(mine->store->blob(version.blob).value()->state == BlobState::Corrupt);
    QVERIFY(!mine->store->bytes(version.blob).ok()); // nor is it shown as whole

    // It stays so however often it is asked for, until the person takes it back.
    mine->engine->retryNow();
    mine->settle();
    QVERIFY(!isThere(ids.at(1)));
    const QList<OpRow> open = mine->store->liveOps().value();
    QVERIFY(std::any_of(open.begin(), open.end(), [&](const OpRow &op) { return op.target == ids.at(1); }));
    QVERIFY(proxy->violations.isEmpty());
    mine->restart();
    QCOMPARE(mine->settle().waitingOps, 1);

    Decisions decisions(*mine->store, mine->clock, m_random);
    for (const OpRow &op : open) {
        if (op.target == ids.at(1))
            QVERIFY(decisions.undo(op.key).ok());
    }
    mine->restart();
    QCOMPARE(mine->settle().waitingOps, 0);
    QVERIFY(!isThere(ids.at(1)));
}

QTEST_GUILESS_MAIN(FaultLiar)
#include "tst_fault_liar.moc"

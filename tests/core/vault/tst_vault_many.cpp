// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A vault of 100,000 documents answers right. What it takes is printed, not judged (`make bench` does that).
#include "tests/core/vault/TestVault.h"

#include "core/vault/Unrest.h"
#include "core/vault/VaultReader.h"

#include <QElapsedTimer>

using namespace carriel;
using namespace carriel::vault;
using namespace carriel::vault::testing;

class TestVaultMany : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hundredThousand();
    void bytesInAndOut();
};

void TestVaultMany::hundredThousand()
{
    constexpr int total = 100000;
    TestVault v;
    VERIFY_OK(v.create());
    const QStringList words{QStringLiteral("acta"), QStringLiteral("diploma"), QStringLiteral("recibo"), QStringLiteral("cédula"), QStringLiteral("contrato")};
    QElapsedTimer timer;
    const auto took = [&](const char *what) {
        qInfo("%-28s %7.1f ms", what, double(timer.nsecsElapsed()) / 1e6);
        timer.start();
    };
    timer.start();
    for (int i = 0; i < total;) {
        VERIFY_OK(v.store->transact([&](sync::Writer &w) -> Outcome {
            for (const int end = i + 1000; i < end; ++i) {
                sync::ItemRow row = itemRow(QStringLiteral("01JDOC%1").arg(i, 20, 10, QLatin1Char('0')),
                                            QStringLiteral("%1 %2 de %3.pdf").arg(words.at(i % 5)).arg(i).arg(2000 + i % 25));
                row.facts.modifiedUtc = QDateTime::fromMSecsSinceEpoch(1700000000000 + qint64(i) * 60000, Qt::UTC);
                if (i % 50 == 0)
                    row.local.meta.setLabels({QStringLiteral("cincuenta")});
                row.remote = row.local;
                row.base = row.local;
                row.remoteRev = row.baseRev = 1;
                sync::BlobRow blob;
                blob.id = BlobId(QStringLiteral("01JBLB%1").arg(i, 20, 10, QLatin1Char('0')));
                blob.remoteId = RemoteBlobId(blob.id.text());
                blob.sha256 = QByteArray(32, 'h');
                blob.size = 1000 + i;
                blob.onServer = true;
                row.local.version = VersionId(QStringLiteral("01JVER%1").arg(i, 20, 10, QLatin1Char('0')));
                CARRIEL_CHECK(w.putItem(row));
                CARRIEL_CHECK(w.putBlob(blob));
                CARRIEL_CHECK(w.putVersion({row.local.version, row.id, blob.id, sync::VersionOrigin::Server, QStringLiteral("application/pdf"), {}, {}}));
            }
            return {};
        }));
    }
    took("put 100,000 documents");
    v.store.reset();
    qInfo("file %.1f MiB", double(QFileInfo(v.path()).size()) / 1048576);
    timer.start();
    auto database = Database::open(v.path(), keyOf('k'), Access::ReadOnly);
    VERIFY_OK(database);
    VaultReader reader(std::move(database).value());
    ListQuery first;
    first.limit = 200;
    const auto page = reader.rows(reader.ids(first).value());
    took("open and first 200 rows");
    QCOMPARE(page.value().size(), 200);
    QCOMPARE(page.value().first().name, QStringLiteral("acta 0 de 2000.pdf"));
    const auto all = reader.ids({});
    took("all ids by name");
    QCOMPARE(all.value().size(), total);
    const auto middle = reader.rows(all.value().mid(50000, 200));
    took("200 rows in the middle");
    QCOMPARE(middle.value().size(), 200);
    ListQuery sorted;
    sorted.everywhere = true;
    sorted.order = ListOrder::Modified;
    sorted.descending = true;
    const auto newest = reader.ids(sorted);
    took("all ids by date");
    QCOMPARE(reader.row(newest.value().first()).value()->name, QStringLiteral("contrato 99999 de 2024.pdf"));
    sorted.order = ListOrder::Size;
    QCOMPARE(reader.ids(sorted).value().size(), total);
    took("all ids by size");
    sorted.labels = {QStringLiteral("cincuenta")};
    QCOMPARE(reader.ids(sorted).value().size(), total / 50);
    took("one label of 2,000");
    for (const char *text : {"di", "dipl", "diploma", "diploma 2001", "diploma 99", "cedula", "pdf", "acta 50000"}) {
        ListQuery query;
        query.text = QString::fromUtf8(text);
        query.order = ListOrder::Modified;
        query.descending = true;
        timer.start();
        const auto hits = reader.ids(query);
        took(text);
        QVERIFY(!hits.value().isEmpty());
        QVERIFY(hits.value().size() <= searchWindow);
        reader.rows(hits.value().mid(0, 50)).value();
        took("  and its first 50 rows");
    }
    ListQuery ranked;
    ranked.text = QStringLiteral("diploma");
    ranked.order = ListOrder::Relevance;
    QCOMPARE(reader.ids(ranked).value().size(), searchWindow);
    took("ranked");
    QCOMPARE(reader.recent(20).value().size(), 20);
    took("20 newest");
    QCOMPARE(reader.count(ItemState::Active).value(), total);
    took("count");

    VERIFY_OK(v.reopen());
    // Ten thousand changes wait in a folder within a folder, spread over all that is there.
    VERIFY_OK(v.store->transact([&](sync::Writer &w) -> Outcome {
        CARRIEL_CHECK(w.putItem(folderRow(QStringLiteral("outer"), QStringLiteral("outer"))));
        CARRIEL_CHECK(w.putItem(folderRow(QStringLiteral("inner"), QStringLiteral("inner"), ItemId(QStringLiteral("outer")))));
        for (int i = 0; i < total; i += 10) {
            sync::OpRow op;
            op.target = all.value().at(i);
            op.key = OpKey(op.target.text());
            op.body = QByteArray(400, 'b');
            CARRIEL_TRY(std::optional<sync::ItemRow> row, w.item(op.target));
            row->local.parent = ItemId(QStringLiteral("inner"));
            CARRIEL_CHECK(w.putItem(*row));
            CARRIEL_TRY(op.seq, w.addOp(op));
        }
        return {};
    }));
    timer.start();
    for (int round = 0; round < 2; ++round) {
        QCOMPARE(unrestByFolder(reader).value().value(ItemId(QStringLiteral("outer"))).waiting, total / 10);
        took("10,000 that wait in folders");
    }
    timer.start();
    QCOMPARE(v.store->blobsToDownload(500).value().size(), 500);
    took("500 to download");
}

void TestVaultMany::bytesInAndOut()
{
    constexpr int total = 1000;
    TestVault v;
    VERIFY_OK(v.create());
    const QByteArray bytes = v.random.bytes(80000);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < total;) {
        VERIFY_OK(v.store->transact([&](sync::Writer &w) -> Outcome {
            for (const int end = i + 100; i < end; ++i)
                CARRIEL_CHECK(putDocument(w, itemRow(QStringLiteral("d%1").arg(i), QStringLiteral("doc %1.pdf").arg(i)), bytes));
            return {};
        }));
    }
    qInfo("80 MB in 1,000 documents in  %7.1f ms", double(timer.nsecsElapsed()) / 1e6);
    timer.start();
    for (int i = 0; i < total; ++i)
        QCOMPARE(v.store->bytes(BlobId(QStringLiteral("d%1-b").arg(i))).value().size(), bytes.size());
    qInfo("… and out                   %7.1f ms", double(timer.nsecsElapsed()) / 1e6);
    timer.start();
    for (int i = 0; i < 200; ++i) {
        VERIFY_OK(v.store->transact([&](sync::Writer &w) {
            return w.putItem(itemRow(QStringLiteral("d%1").arg(i), QStringLiteral("renamed %1.pdf").arg(i)));
        }));
    }
    qInfo("200 renames, one by one     %7.1f ms", double(timer.nsecsElapsed()) / 1e6);
}

QTEST_GUILESS_MAIN(TestVaultMany)
#include "tst_vault_many.moc"

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/vault/TestVault.h"

#include "core/base/BaseErrors.h"
#include "core/vault/ActivityLog.h"
#include "core/vault/VaultErrors.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace carriel;
using namespace carriel::vault;
using namespace carriel::vault::testing;

class TestVaultStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rowsComeBackAsTheyWent();
    void errorRollsBack();
    void outboxKeepsOrderAndFrozenBytes();
    void bytesRoundTrip();
    void wantedDownloads();
    void erasing();
    void stagedBytesAreDropped();
    void stagedBytesAreFoundBehindTheMark();
    void activityIsChainedAndInsertOnly();
    void receiptsNeverChange();
    void unreadQueue();
    void reopening();
};

namespace {
sync::ItemRow fullRow()
{
    sync::ItemRow row = itemRow(QStringLiteral("01D9"), QStringLiteral("Título de pregrado.pdf"), ItemId(QStringLiteral("01F1")));
    row.custody = Custody::Private;
    row.local.meta.setLabels({QStringLiteral("estudios"), QStringLiteral("2024")});
    row.local.meta.setNote(QStringLiteral("original en casa"));
    row.local.state = ItemState::Trashed;
    ItemFields remote = row.local;
    remote.name = QStringLiteral("titulo.pdf");
    remote.version = VersionId(QStringLiteral("v7"));
    row.remote = remote;
    row.remoteRev = 9;
    row.etag = QStringLiteral("\"d9-9\"");
    remote.meta = ItemMeta(QJsonObject{{QStringLiteral("x_future"), QJsonArray{1, QStringLiteral("dos")}}});
    row.base = remote;
    row.baseRev = 8;
    row.facts.official = true;
    row.facts.issuerId = QStringLiteral("co:NIT:900123456");
    row.facts.issuerName = QStringLiteral("Universidad");
    row.facts.validFrom = QDate(2024, 2, 29);
    row.facts.createdUtc = QDateTime(QDate(2024, 2, 29), QTime(1, 2, 3, 4), Qt::UTC);
    row.facts.originalName = QStringLiteral("a:b");
    row.facts.unknown = {{QStringLiteral("k"), 1}};
    row.missingSinceUtc = QDateTime(QDate(2025, 1, 1), QTime(0, 0), Qt::UTC);
    return row;
}
} // namespace

void TestVaultStore::rowsComeBackAsTheyWent()
{
    TestVault v;
    VERIFY_OK(v.create());
    const sync::ItemRow row = fullRow();
    sync::SyncStateRow state;
    state.epoch = QStringLiteral("e");
    state.cursor = QStringLiteral("c");
    state.names.maxBytes = 99;
    state.names.forbiddenNames = {QStringLiteral("COM1")};
    sync::ConflictRow conflict{ConflictId(QStringLiteral("c1")), row.id, sync::ConflictKind::Name, "{}", "{\"a\":1}", {}, v.clock.nowUtc()};
    VERIFY_OK(v.store->transact([&](sync::Writer &w) -> Outcome {
        CARRIEL_CHECK(w.putItem(row));
        CARRIEL_CHECK(w.putItem(itemRow(QStringLiteral("01D1"), QStringLiteral("nuevo"))));
        CARRIEL_CHECK(w.putConflict(conflict));
        return w.putSyncState(state);
    }));
    const auto back = v.store->item(row.id);
    VERIFY_OK(back);
    const sync::ItemRow got = *back.value();
    QCOMPARE(got.local, row.local);
    QCOMPARE(*got.remote, *row.remote);
    QCOMPARE(*got.base, *row.base);
    QCOMPARE(got.facts, row.facts);
    QCOMPARE(got.remoteRev, row.remoteRev);
    QCOMPARE(got.baseRev, row.baseRev);
    QCOMPARE(got.etag, row.etag);
    QCOMPARE(got.custody, row.custody);
    QCOMPARE(got.missingSinceUtc, row.missingSinceUtc);
    QVERIFY(!v.store->item(ItemId(QStringLiteral("01D1"))).value()->remote);
    QVERIFY(!v.store->item(ItemId(QStringLiteral("none"))).value());
    QCOMPARE(v.store->children(rootItem()).value().size(), 1);
    QCOMPARE(v.store->children(ItemId(QStringLiteral("01F1"))).value().first().id, row.id);
    QCOMPARE(v.store->remoteItemIds().value(), QList<ItemId>{row.id});
    QCOMPARE(v.store->syncState().value().names.forbiddenNames, state.names.forbiddenNames);
    QCOMPARE(v.store->syncState().value().cursor, state.cursor);
    QCOMPARE(v.store->openConflicts().value().first().theirs, conflict.theirs);
    conflict.resolution = QStringLiteral("theirs");
    VERIFY_OK(v.store->transact([&](sync::Writer &w) { return w.putConflict(conflict); }));
    QVERIFY(v.store->openConflicts().value().isEmpty());
}

void TestVaultStore::errorRollsBack()
{
    TestVault v;
    VERIFY_OK(v.create());
    COMPARE_ERROR(v.store->transact([&](sync::Writer &w) -> Outcome {
        CARRIEL_CHECK(w.putItem(itemRow(QStringLiteral("a"), QStringLiteral("a"))));
        return Error{carriel::errors::cancelled, {}, {}};
    }), carriel::errors::cancelled);
    QVERIFY(!v.store->item(ItemId(QStringLiteral("a"))).value());
    // A version of nothing: the store holds together by itself.
    QVERIFY(!v.store->transact([&](sync::Writer &w) { return w.putVersion({VersionId(QStringLiteral("v")), ItemId(QStringLiteral("a")),
                                                                           BlobId(QStringLiteral("b")), {}, {}, {}, {}}); }).ok());
    VERIFY_OK(v.store->transact([&](sync::Writer &w) { return w.putItem(itemRow(QStringLiteral("a"), QStringLiteral("a"))); }));
}

void TestVaultStore::outboxKeepsOrderAndFrozenBytes()
{
    TestVault v;
    VERIFY_OK(v.create());
    sync::OpRow op;
    op.key = OpKey(QStringLiteral("op1"));
    op.target = ItemId(QStringLiteral("i"));
    op.lane = QStringLiteral("i");
    op.needs = {OpKey(QStringLiteral("x")), OpKey(QStringLiteral("y"))};
    sync::OpRow other = op;
    other.key = OpKey(QStringLiteral("op2"));
    VERIFY_OK(v.store->transact([&](sync::Writer &w) -> Outcome {
        CARRIEL_TRY(op.seq, w.addOp(op));
        CARRIEL_TRY(other.seq, w.addOp(other));
        return {};
    }));
    QVERIFY(op.seq < other.seq);
    op.state = sync::OpState::Inflight;
    op.method = "PUT";
    op.path = QStringLiteral("/items/i");
    op.ifMatch = "*";
    op.body = QByteArray("{\"a\":\0}", 7);
    op.bodySha256 = QByteArray(32, 'h');
    op.attempts = 1;
    VERIFY_OK(v.store->transact([&](sync::Writer &w) { return w.updateOp(op); }));
    const sync::OpRow got = *v.store->op(op.key).value();
    QCOMPARE(got.body, op.body);
    QCOMPARE(got.needs, op.needs);
    QCOMPARE(got.ifMatch, op.ifMatch);
    QCOMPARE(got.state, op.state);
    QCOMPARE(v.store->liveOps().value().size(), 2);
    QCOMPARE(v.store->liveOpsOf(op.target).value().size(), 2);
    QVERIFY(v.store->liveOpsOf(ItemId(QStringLiteral("j"))).value().isEmpty());
    sync::OpRow changed = op;
    changed.body = "{}";
    QVERIFY(!v.store->transact([&](sync::Writer &w) { return w.updateOp(changed); }).ok());
    op.state = sync::OpState::Done;
    VERIFY_OK(v.store->transact([&](sync::Writer &w) { return w.updateOp(op); }));
    QCOMPARE(v.store->liveOps().value().first().key, other.key);
}

void TestVaultStore::bytesRoundTrip()
{
    TestVault v;
    VERIFY_OK(v.create());
    const QByteArray bytes = v.random.bytes(int(sync::chunkSize * 2 + 77));
    VERIFY_OK(v.store->transact([&](sync::Writer &w) { return putDocument(w, itemRow(QStringLiteral("d"), QStringLiteral("d")), bytes); }));
    const BlobId blob(QStringLiteral("d-b"));
    QCOMPARE(v.store->chunk(blob, 2).value().size(), 77);
    QCOMPARE(v.store->bytes(blob).value(), bytes);
    QCOMPARE(v.store->chunk(blob, 3).value(), QByteArray()); // of this document: no reason to stop all work
    COMPARE_ERROR(v.store->transact([&](sync::Writer &w) { return w.putChunk(BlobId(QStringLiteral("?")), 0, "x"); }), carriel::errors::internal);
    VERIFY_OK(v.store->transact([&](sync::Writer &w) { return w.dropChunks(blob); }));
    COMPARE_ERROR(v.store->bytes(blob), vault::errors::bytesMissing);
    VERIFY_OK(v.store->releaseSpace());
}

void TestVaultStore::wantedDownloads()
{
    TestVault v;
    VERIFY_OK(v.create());
    VERIFY_OK(v.store->transact([&](sync::Writer &w) -> Outcome {
        for (int i = 0; i < 4; ++i) {
            sync::ItemRow row = itemRow(QString::number(i), QString::number(i));
            row.facts.modifiedUtc = QDateTime(QDate(2026, 1, 1 + i), QTime(0, 0), Qt::UTC);
            if (i == 1)
                row.keep = sync::Keep::On;
            if (i == 3)
                row.local.state = ItemState::Trashed;
            CARRIEL_CHECK(putDocument(w, row, "bytes"));
            sync::BlobRow blob = *w.blob(BlobId(QString::number(i) + QStringLiteral("-b"))).value();
            blob.state = i == 0 ? sync::BlobState::Partial : sync::BlobState::Absent;
            blob.onServer = true;
            blob.remoteId = RemoteBlobId(QString::number(i));
            CARRIEL_CHECK(w.putBlob(blob));
        }
        return {};
    }));
    const auto wanted = [&] {
        QStringList ids;
        const auto rows = v.store->blobsToDownload(10);
        for (const sync::BlobRow &row : rows.value())
            ids.append(row.id.text());
        return ids.join(QLatin1Char(' '));
    };
    QCOMPARE(wanted(), QStringLiteral("2-b 1-b 0-b"));
    QCOMPARE(v.store->blobsToDownload(1).value().size(), 1);
    QCOMPARE(v.store->blobByRemoteId(RemoteBlobId(QStringLiteral("2"))).value()->id.text(), QStringLiteral("2-b"));
    VERIFY_OK(v.store->database().exec("INSERT INTO setting VALUES('offline.mode','pinned')"));
    QCOMPARE(wanted(), QStringLiteral("1-b"));
    VERIFY_OK(v.store->database().exec("UPDATE setting SET value='all'; INSERT INTO setting VALUES('offline.max_bytes','3')"));
    QCOMPARE(wanted(), QStringLiteral("1-b"));
    sync::BlobRow blob = *v.store->blob(BlobId(QStringLiteral("1-b"))).value();
    blob.state = sync::BlobState::Verified;
    VERIFY_OK(v.store->transact([&](sync::Writer &w) -> Outcome {
        CARRIEL_CHECK(w.putTransfer({blob.id, sync::Direction::Down, {}, sync::chunkSize, QStringLiteral("e"), {}, true}));
        return w.putBlob(blob);
    }));
    QCOMPARE(wanted(), QString());
    QCOMPARE(v.store->transfer(blob.id).value()->offset, sync::chunkSize);
    VERIFY_OK(v.store->transact([&](sync::Writer &w) { return w.dropTransfer(blob.id); }));
    QVERIFY(!v.store->transfer(blob.id).value());
}

void TestVaultStore::erasing()
{
    TestVault v;
    VERIFY_OK(v.create());
    VERIFY_OK(v.store->transact([&](sync::Writer &w) -> Outcome {
        CARRIEL_CHECK(putDocument(w, itemRow(QStringLiteral("a"), QStringLiteral("a")), "same"));
        // A second document with the same bytes.
        sync::ItemRow twin = itemRow(QStringLiteral("c"), QStringLiteral("c"));
        twin.local.version = VersionId(QStringLiteral("c-v"));
        CARRIEL_CHECK(w.putItem(twin));
        return w.putVersion({twin.local.version, twin.id, BlobId(QStringLiteral("a-b")), {}, {}, {}, {}});
    }));
    const auto erase = [](sync::Writer &w, const QString &id) -> Outcome {
        CARRIEL_CHECK(w.eraseVersion(VersionId(QString(id + QStringLiteral("-v")))));
        CARRIEL_CHECK(w.eraseItem(ItemId(id)));
        return w.eraseBlob(BlobId(QStringLiteral("a-b")));
    };
    // The bytes are another document's too: refused as a whole.
    QVERIFY(!v.store->transact([&](sync::Writer &w) { return erase(w, QStringLiteral("a")); }).ok());
    QVERIFY(v.store->item(ItemId(QStringLiteral("a"))).value());
    VERIFY_OK(v.store->transact([&](sync::Writer &w) { return w.eraseItem(ItemId(QStringLiteral("a"))); }));
    QCOMPARE(v.store->bytes(BlobId(QStringLiteral("a-b"))).value(), QByteArray("same"));
    VERIFY_OK(v.store->transact([&](sync::Writer &w) { return erase(w, QStringLiteral("c")); }));
    QVERIFY(!v.store->blob(BlobId(QStringLiteral("a-b"))).value());
    for (const char *table : {"chunk", "listing", "version", "item", "item_label", "document_fts"})
        QCOMPARE(v.store->database().number("SELECT count(*) FROM " + std::string(table)).value(), 0);
}

void TestVaultStore::stagedBytesAreDropped()
{
    TestVault v;
    VERIFY_OK(v.create());
    VERIFY_OK(v.store->transact([&](sync::Writer &w) -> Outcome {
        CARRIEL_CHECK(putDocument(w, itemRow(QStringLiteral("a"), QStringLiteral("a")), "kept"));
        CARRIEL_CHECK(w.putBlob({BlobId(QStringLiteral("s")), {}, QByteArray(32, 's'), 3, sync::BlobState::Verified, false, false, {}, {}}));
        return w.putChunk(BlobId(QStringLiteral("s")), 0, "abc");
    }));
    QCOMPARE(v.store->dropStaged().value(), 1);
    QVERIFY(!v.store->blob(BlobId(QStringLiteral("s"))).value());
    QCOMPARE(v.store->database().number("SELECT count(*) FROM chunk").value(), 1);
}

// Opening does not look at every document there is, yet finds what was left over wherever it lies.
void TestVaultStore::stagedBytesAreFoundBehindTheMark()
{
    TestVault v;
    VERIFY_OK(v.create());
    const auto stage = [&v](const QString &id) {
        return v.store->transact([&](sync::Writer &w) {
            return w.putBlob({BlobId(id), {}, QByteArray(32, 's'), 3, sync::BlobState::Verified, false, false, {}, {}});
        });
    };
    const auto mark = [&v] {
        return v.store->database().number("SELECT CAST(value AS INTEGER) FROM profile_info WHERE key='loose_from'").value();
    };
    VERIFY_OK(v.store->transact([&](sync::Writer &w) -> Outcome {
        for (int i = 0; i < 1200; ++i)
            CARRIEL_CHECK(putDocument(w, itemRow(QStringLiteral("d%1").arg(i), QStringLiteral("d%1").arg(i)), "x"));
        return {};
    }));
    QCOMPARE(v.store->dropStaged().value(), 0);
    QCOMPARE(mark(), 1201);
    VERIFY_OK(stage(QStringLiteral("s1")));
    QCOMPARE(v.store->dropStaged().value(), 1);
    QCOMPARE(mark(), 1201); // and where the number of bytes that went away comes again:
    VERIFY_OK(v.store->database().exec("UPDATE profile_info SET value='5000' WHERE key='loose_from'"));
    VERIFY_OK(v.reopen());
    VERIFY_OK(stage(QStringLiteral("s2")));
    QCOMPARE(mark(), 1201);
    VERIFY_OK(v.reopen());
    QCOMPARE(v.store->dropStaged().value(), 1);
    // Bytes of a document that went away without them, far in front of it.
    VERIFY_OK(v.store->transact([&](sync::Writer &w) { return w.eraseItem(ItemId(QStringLiteral("d7"))); }));
    QCOMPARE(v.store->dropStaged().value(), 1);
    QCOMPARE(v.store->database().number("SELECT count(*) FROM blob").value(), 1199);
    // What was never committed has not moved the mark either.
    const qint64 before = mark();
    (void)v.store->transact([&](sync::Writer &w) -> Outcome {
        CARRIEL_CHECK(w.eraseItem(ItemId(QStringLiteral("d3"))));
        return Error{carriel::errors::cancelled, {}, {}};
    });
    QCOMPARE(mark(), before);
    VERIFY_OK(v.store->transact([&](sync::Writer &w) { return w.eraseItem(ItemId(QStringLiteral("d4"))); }));
    QVERIFY(mark() < before);
}

void TestVaultStore::activityIsChainedAndInsertOnly()
{
    TestVault v;
    VERIFY_OK(v.create());
    Database &db = v.store->database();
    VERIFY_OK(db.exec("INSERT INTO profile_info VALUES('device','01DV'),('person','co:CC:1020304050')"));
    VERIFY_OK(v.store->transact([&](sync::Writer &w) -> Outcome {
        for (int i = 0; i < 3; ++i)
            CARRIEL_CHECK(w.addActivity({QStringLiteral("document.added"), QStringLiteral("01D%1").arg(i), OpKey(QStringLiteral("op")),
                                         {{QStringLiteral("name"), QStringLiteral("secreto.pdf")}}}));
        return {};
    }));
    const QString log = QStringLiteral("dev:01DV:1");
    const auto intact = [&] { return ActivityLog::verify(db, log).value(); };
    QVERIFY(intact().intact);
    QCOMPARE(intact().records, 3);
    Statement first = db.query("SELECT bytes,hash FROM activity WHERE seq=1");
    QVERIFY(first.next().value());
    // Computed here again, from the definition alone.
    const QJsonObject record = QJsonDocument::fromJson(first.bytes(0)).object();
    const QByteArray start = QCryptographicHash::hash(QByteArray("\x01" + log.toUtf8()), QCryptographicHash::Sha256);
    QCOMPARE(record.value(QStringLiteral("prev")).toString().toLatin1(),
             start.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    QCOMPARE(QCryptographicHash::hash(QByteArray(QByteArray(1, '\0') + first.bytes(0)), QCryptographicHash::Sha256), first.bytes(1));
    QCOMPARE(record.value(QStringLiteral("actor")).toString(), QStringLiteral("co:CC:1020304050"));
    QVERIFY(!first.bytes(0).contains("secreto"));
    first.rewind();

    QVERIFY(!db.exec("UPDATE activity SET bytes=x'00' WHERE seq=2").ok());
    QVERIFY(!db.exec("DELETE FROM activity WHERE seq=3").ok());
    QVERIFY(!db.exec("INSERT OR REPLACE INTO activity SELECT log,2,bytes,hash,detail FROM activity WHERE seq=1").ok());
    QVERIFY(!db.exec("INSERT INTO activity SELECT log,5,bytes,hash,detail FROM activity WHERE seq=1").ok());
    VERIFY_OK(v.store->eraseActivityDetail(log, 2));
    QVERIFY(intact().intact);
    // Somebody with another program and the key: seen.
    VERIFY_OK(db.exec("DROP TRIGGER activity_keep; UPDATE activity SET bytes=CAST(replace(bytes,'added','moved') AS BLOB) WHERE seq=2"));
    QVERIFY(!intact().intact);
    QCOMPARE(intact().badSeq, 2);
}

void TestVaultStore::receiptsNeverChange()
{
    TestVault v;
    VERIFY_OK(v.create());
    VERIFY_OK(v.store->addReceipt(QStringLiteral("r"), OpKey(QStringLiteral("o")), "a.b.c"));
    VERIFY_OK(v.store->addReceipt(QStringLiteral("r"), OpKey(QStringLiteral("o")), "a.b.c"));
    QVERIFY(!v.store->addReceipt(QStringLiteral("r"), OpKey(QStringLiteral("o")), "x.y.z").ok());
    QVERIFY(!v.store->database().exec("UPDATE receipt SET jws='x'").ok());
    QVERIFY(!v.store->database().exec("DELETE FROM receipt").ok());
    QVERIFY(!v.store->database().exec("INSERT OR REPLACE INTO receipt VALUES('r','o','x',1)").ok());
}

void TestVaultStore::unreadQueue()
{
    TestVault v;
    VERIFY_OK(v.create());
    VERIFY_OK(v.store->transact([&](sync::Writer &w) -> Outcome {
        CARRIEL_CHECK(putDocument(w, itemRow(QStringLiteral("a"), QStringLiteral("a.txt")), "hola"));
        CARRIEL_CHECK(putDocument(w, itemRow(QStringLiteral("e"), QStringLiteral("empty.txt")), ""));
        return w.putItem(folderRow(QStringLiteral("f"), QStringLiteral("carpeta")));
    }));
    QCOMPARE(v.store->unreadCount().value(), 1);
    const VaultStore::Unread job = v.store->unread(10).value().first();
    QCOMPARE(job.item.text(), QStringLiteral("a"));
    QCOMPARE(v.store->bytes(job.blob).value(), QByteArray("hola"));
    VERIFY_OK(v.store->putText(job.item, VersionId(QStringLiteral("older")), QStringLiteral("x")));
    QCOMPARE(v.store->unreadCount().value(), 1);
    VERIFY_OK(v.store->putText(job.item, job.version, QStringLiteral("hola mundo")));
    QCOMPARE(v.store->unreadCount().value(), 0);
    QCOMPARE(v.store->database().number("SELECT rowid FROM document_fts WHERE document_fts MATCH 'mund*'").value(), 1);
    // Another name: the words inside stay findable, the old name does not.
    sync::ItemRow row = *v.store->item(job.item).value();
    row.local.name = QStringLiteral("nuevo nombre.txt");
    VERIFY_OK(v.store->transact([&](sync::Writer &w) { return w.putItem(row); }));
    QCOMPARE(v.store->unreadCount().value(), 0);
    QCOMPARE(v.store->database().number("SELECT rowid FROM document_fts WHERE document_fts MATCH 'mundo nombre'").value(), 1);
    QCOMPARE(v.store->database().number("SELECT count(*) FROM document_fts WHERE document_fts MATCH 'a'").value(), 0);
}

void TestVaultStore::reopening()
{
    TestVault v;
    VERIFY_OK(v.create());
    VERIFY_OK(v.store->transact([&](sync::Writer &w) { return putDocument(w, itemRow(QStringLiteral("a"), QStringLiteral("a")), "bytes"); }));
    VERIFY_OK(v.reopen());
    QCOMPARE(v.store->bytes(BlobId(QStringLiteral("a-b"))).value(), QByteArray("bytes"));
    VERIFY_OK(v.store->checkpoint());
}

QTEST_GUILESS_MAIN(TestVaultStore)
#include "tst_vault_store.moc"

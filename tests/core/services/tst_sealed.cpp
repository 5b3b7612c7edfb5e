// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Sealed documents without a network: what travels, what comes back, and what a computer that got the key later makes of it.
#include "core/services/sealed/SealingDevice.h"
#include "core/sync/Sealed.h"
#include "core/vault/PlainContent.h"
#include "tests/core/services/SealedComputers.h"

#include <QBuffer>
#include <QJsonDocument>

using namespace carriel;
using namespace carriel::sealed;
using namespace carriel::sealed::testing;

namespace {

// A sealed document of `computer`, as the engine would send it: answers what the operator then has.
sync::RemoteItem sent(Computer &computer, const QString &name, const QByteArray &content)
{
    QByteArray bytes = content;
    QBuffer source(&bytes);
    source.open(QIODevice::ReadOnly);
    const auto staged = computer.desk->stage(source, computer.desk->key().value()).value();
    ItemMeta meta;
    meta.setLabels({QStringLiteral("reservado")});
    meta.setNote(QStringLiteral("solo mío"));
    sync::NewDocument document{rootItem(), name, staged.id, QStringLiteral("application/pdf"), meta, Custody::Private};
    const auto added = computer.edits->addDocuments({document}).value().first();
    sync::Intent intent;
    intent.kind = sync::OpKind::CreateDocument;
    intent.item = *computer.vault.store->item(added.id).value();
    intent.version = computer.vault.store->version(intent.item.local.version).value();
    intent.blob = computer.vault.store->blob(staged.id).value();
    const sync::Intent closed = SealedItems(computer.vault.store->database()).close(intent).value();
    sync::RemoteItem out;
    out.id = closed.item.id;
    out.custody = Custody::Private;
    out.rev = 1;
    out.etag = QStringLiteral("\"1\"");
    out.fields = closed.item.local;
    out.facts = closed.item.facts;
    out.head = sync::RemoteHead{VersionId(QStringLiteral("V1")), RemoteBlobId(QStringLiteral("B1")), staged.size, staged.sha256,
                                QStringLiteral("application/octet-stream"), {}, {}};
    out.fields.version = out.head->version;
    return out;
}

} // namespace

class TestSealed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingReadableTravelsAndAllOfItComesBack()
    {
        FakeOperator op;
        Computer one(op, QStringLiteral("D1"));
        QVERIFY(one.refresh().ok());
        QCOMPARE(one.ring->state(), RingState::Ready);
        const QByteArray content = QByteArray("acta de grado ").repeated(40000); // three records
        sync::RemoteItem item = sent(one, QStringLiteral("Diploma.pdf"), content);
        QCOMPARE(item.fields.name, item.id.text());
        QVERIFY(item.fields.meta.fields().isEmpty());
        QVERIFY(item.facts.originalName.isEmpty());
        const QByteArray wire = QJsonDocument(item.facts.sealed).toJson();
        for (const char *word : {"Diploma", "reservado", "solo"})
            QVERIFY(!wire.contains(word));
        QCOMPARE(item.facts.sealed.value(QLatin1String("plain_size")).toInteger(), content.size());

        const sync::RemoteItem closed = item;
        SealedItems items(one.vault.store->database());
        items.open(item);
        QCOMPARE(item.fields.name, QStringLiteral("Diploma.pdf"));
        QCOMPARE(item.fields.meta.labels(), QStringList{QStringLiteral("reservado")});
        QCOMPARE(item.head->mediaType, QStringLiteral("application/pdf"));
        // Another document's words, other bytes, words that anybody could have written: it stays closed.
        sync::RemoteItem other = closed;
        other.id = ItemId(QStringLiteral("0192f0c4-5a00-7000-8000-0000000000ff"));
        items.open(other);
        QCOMPARE(other.fields.name, other.id.text());
        other = closed;
        other.head->sha256[3] = char(other.head->sha256.at(3) ^ 1);
        items.open(other);
        QCOMPARE(other.fields.name, other.id.text());
        other = closed;
        other.fields.name = QStringLiteral("Factura del operador.pdf");
        other.facts.sealed.insert(QStringLiteral("meta"), QStringLiteral("a.b.c.d.e"));
        items.open(other);
        QCOMPARE(other.fields.name, other.id.text());
    }

    void plainBytesNeverBecomeASealedDocument()
    {
        FakeOperator op;
        Computer one(op, QStringLiteral("D1"));
        QVERIFY(one.refresh().ok());
        const auto staged = one.edits->stageAll({QByteArray(2000, 'x')}).value().first();
        const auto refused = one.edits->addDocuments({{rootItem(), QStringLiteral("a.txt"), staged.id, {}, {}, Custody::Private}});
        QCOMPARE(refused.error().code, sync::errors::notSealed);
        const sync::RemoteItem item = sent(one, QStringLiteral("b.txt"), "b");
        QCOMPARE(one.edits->addVersion(item.id, staged.id, {}).error().code, sync::errors::notSealed);
    }

    void aSealedFileIsReadFromAnyPlace()
    {
        FakeOperator op;
        Computer one(op, QStringLiteral("D1"));
        QVERIFY(one.refresh().ok());
        QByteArray content;
        for (int i = 0; i < 200000; ++i)
            content += QByteArray::number(i) + ' ';
        const sync::RemoteItem item = sent(one, QStringLiteral("cifras.txt"), content);
        const auto row = one.vault.store->item(item.id).value();
        const auto blob = one.vault.store->version(row->local.version).value()->blob;
        QCOMPARE(one.vault.store->bytes(blob).value(), content);
        vault::Database &database = one.vault.store->database();
        const auto plain = vault::PlainContent::of(database, blob).value();
        QCOMPARE(plain.size(), content.size());
        QCOMPARE(plain.piece(database, 2).value(), content.mid(2 * 262144, 262144));
        QCOMPARE(plain.piece(database, 0).value(), content.left(262144));
    }

    void aSecondComputerReadsAfterItsPersonAllowedIt()
    {
        FakeOperator op;
        Computer one(op, QStringLiteral("D1")), two(op, QStringLiteral("D2"));
        QVERIFY(one.refresh().ok());
        sync::RemoteItem item = sent(one, QStringLiteral("Diploma.pdf"), "acta");
        QVERIFY(two.refresh().ok());
        QCOMPARE(two.ring->state(), RingState::Waiting);
        QCOMPARE(two.desk->key().error().code, vault::errors::sealedElsewhere);

        // It came before its key: a row with its id for a name.
        SealedItems(two.vault.store->database()).open(item);
        QCOMPARE(item.fields.name, item.id.text());
        QVERIFY(two.vault.store->transact([&](sync::Writer &w) -> Outcome {
            sync::ItemRow row;
            row.id = item.id;
            row.custody = Custody::Private;
            row.local = item.fields;
            row.remote = row.base = item.fields;
            row.remoteRev = row.baseRev = 1;
            row.facts = item.facts;
            CARRIEL_CHECK(w.putBlob({BlobId(QStringLiteral("L1")), item.head->blob, item.head->sha256, item.head->size,
                                     sync::BlobState::Absent, false, true, {}, {}}));
            CARRIEL_CHECK(w.putVersion({item.head->version, item.id, BlobId(QStringLiteral("L1")), sync::VersionOrigin::Server,
                                        item.head->mediaType, {}, {}}));
            return w.putItem(row);
        }).ok());
        QCOMPARE(two.edits->rename(item.id, QStringLiteral("otro")).error().code, sync::errors::sealedClosed);

        QList<ItemId> opened;
        connect(two.ring.get(), &KeyRing::opened, this, [&opened](const QList<ItemId> &ids) { opened += ids; });
        Met met;
        QVERIFY(meet(one, two, QStringLiteral("D2"), met));
        QVERIFY(met.old->ok() && met.fresh->ok());
        QCOMPARE(met.old->value().size(), 6);
        QCOMPARE(met.old->value(), met.fresh->value());
        QVERIFY(two.refresh().ok()); // nobody has said yet that they are the same
        QCOMPARE(two.ring->state(), RingState::Waiting);
        QVERIFY(one.allow().ok() && two.confirm().ok());
        QVERIFY(two.refresh().ok());
        QCOMPARE(two.ring->state(), RingState::Ready);
        QCOMPARE(two.kid(), one.kid());
        QCOMPARE(opened, QList<ItemId>{item.id});
        const auto row = two.vault.store->item(item.id).value();
        QCOMPARE(row->local.name, QStringLiteral("Diploma.pdf"));
        QCOMPARE(row->local, *row->base);
        QCOMPARE(two.vault.store->version(item.head->version).value()->mediaType, QStringLiteral("application/pdf"));
    }
};

QTEST_GUILESS_MAIN(TestSealed)
#include "tst_sealed.moc"

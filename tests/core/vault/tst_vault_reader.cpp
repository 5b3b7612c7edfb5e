// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/vault/TestVault.h"

#include "core/vault/VaultErrors.h"
#include "core/vault/VaultReader.h"
#include "core/vault/VerdictStore.h"

using namespace carriel;
using namespace carriel::vault;
using namespace carriel::vault::testing;

class TestVaultReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void namesSortAsPeopleExpect();
    void listsAFolder();
    void sortsAndFilters();
    void searchFoldsAccentsAndMatchesPrefixes();
    void searchFindsWordsInside();
    void trashHidesWhatIsInIt();
    void rowsTellTheirState();
    void detailsAndPaths();
    void labelsRecentExpiring();
    void deviceReadsAnywhere();
    void deviceEndsWithTheReader();
    void verdictFollowsTheVersionsName();

private:
    QStringList names(const ListQuery &query)
    {
        QStringList out;
        const auto ids = m_reader->ids(query);
        const auto rows = m_reader->rows(ids.value());
        for (const ListRow &row : rows.value())
            out.append(row.name);
        return out;
    }
    QStringList found(const QString &text)
    {
        ListQuery query;
        query.text = text;
        return names(query);
    }
    Outcome put(const sync::ItemRow &row, const QByteArray &bytes = "x", const QString &type = QStringLiteral("text/plain"))
    {
        return m_vault->store->transact([&](sync::Writer &w) {
            return row.type == ItemType::Folder ? w.putItem(row) : putDocument(w, row, bytes, type);
        });
    }
    std::unique_ptr<TestVault> m_vault;
    std::unique_ptr<VaultReader> m_reader;
};

void TestVaultReader::init()
{
    m_vault = std::make_unique<TestVault>();
    VERIFY_OK(m_vault->create());
    auto database = Database::open(m_vault->path(), keyOf('k'), Access::ReadOnly);
    VERIFY_OK(database);
    m_reader = std::make_unique<VaultReader>(std::move(database).value());
}

void TestVaultReader::cleanup()
{
    m_reader.reset();
    m_vault.reset();
}

void TestVaultReader::namesSortAsPeopleExpect()
{
    const QStringList expected{QStringLiteral("ácida.txt"),   QStringLiteral("acta 2.pdf"), QStringLiteral("ACTA 10.pdf"),
                               QStringLiteral("Nube"),        QStringLiteral("nzz"),         QStringLiteral("Ñame"),
                               QStringLiteral("ñandú"),       QStringLiteral("oso")};
    QStringList keys;
    for (const QString &name : expected)
        keys.append(sortKey(name));
    QStringList sorted = keys;
    std::sort(sorted.begin(), sorted.end());
    QCOMPARE(sorted, keys);
    QCOMPARE(sortKey(QStringLiteral("n\u0303u")), sortKey(QStringLiteral("ñu")));
    QCOMPARE(sortKey(QStringLiteral("a007")), sortKey(QStringLiteral("A7")));
}

void TestVaultReader::listsAFolder()
{
    VERIFY_OK(put(folderRow(QStringLiteral("f"), QStringLiteral("Zapatos"))));
    VERIFY_OK(put(itemRow(QStringLiteral("a"), QStringLiteral("b.txt"))));
    VERIFY_OK(put(itemRow(QStringLiteral("b"), QStringLiteral("Á.txt"))));
    VERIFY_OK(put(itemRow(QStringLiteral("c"), QStringLiteral("inside"), ItemId(QStringLiteral("f")))));
    QCOMPARE(names({}), (QStringList{QStringLiteral("Zapatos"), QStringLiteral("Á.txt"), QStringLiteral("b.txt")}));
    ListQuery query;
    query.descending = true;
    QCOMPARE(names(query), (QStringList{QStringLiteral("Zapatos"), QStringLiteral("b.txt"), QStringLiteral("Á.txt")}));
    query.folder = ItemId(QStringLiteral("f"));
    QCOMPARE(names(query), QStringList{QStringLiteral("inside")});
    query.everywhere = true;
    query.limit = 2;
    QCOMPARE(names(query).size(), 2);
    query.limit = 0;
    QCOMPARE(names(query).size(), 3);
    QCOMPARE(m_reader->count(ItemState::Active).value(), 3);
    QCOMPARE(m_reader->bytesHere().value(), 3);
    const qint64 before = m_reader->changeNumber().value();
    VERIFY_OK(put(itemRow(QStringLiteral("d"), QStringLiteral("new"))));
    QVERIFY(m_reader->changeNumber().value() != before);
    // Asked again with nothing changed, the same list is handed out again.
    const QList<ItemId> all = m_reader->ids({}).value();
    query = {};
    query.limit = 2;
    QCOMPARE(m_reader->ids(query).value(), all.mid(0, 2));
    QCOMPARE(m_reader->ids({}).value().constData(), all.constData());
    // Renamed: the order follows.
    sync::ItemRow row = *m_vault->store->item(ItemId(QStringLiteral("a"))).value();
    row.local.name = QStringLiteral("0");
    VERIFY_OK(m_vault->store->transact([&](sync::Writer &w) { return w.putItem(row); }));
    QCOMPARE(names({}).at(1), QStringLiteral("0"));
}

void TestVaultReader::sortsAndFilters()
{
    for (int i = 0; i < 4; ++i) {
        sync::ItemRow row = itemRow(QString::number(i), QStringLiteral("doc %1").arg(i));
        row.facts.modifiedUtc = QDateTime(QDate(2026, 1, 10 - i), QTime(0, 0), Qt::UTC);
        row.facts.official = i == 2;
        row.local.meta.setFavourite(i == 1);
        row.local.meta.setDocumentType(i == 3 ? QStringLiteral("Diploma") : QString());
        if (i < 2)
            row.local.meta.setLabels(i == 0 ? QStringList{QStringLiteral("salud"), QStringLiteral("2026")} : QStringList{QStringLiteral("salud")});
        if (i > 1)
            row.local.meta.setExpires(QDate(2026, i, 1));
        VERIFY_OK(put(row, QByteArray(10 - i, 'x'), i % 2 ? QStringLiteral("image/png") : QStringLiteral("application/pdf")));
    }
    ListQuery query;
    query.everywhere = true;
    query.order = ListOrder::Modified;
    QCOMPARE(names(query).first(), QStringLiteral("doc 3"));
    query.order = ListOrder::Size;
    query.descending = true;
    QCOMPARE(names(query).first(), QStringLiteral("doc 0"));
    query.order = ListOrder::Type;
    query.descending = false;
    QCOMPARE(names(query).join(QLatin1Char(',')), QStringLiteral("doc 0,doc 2,doc 1,doc 3"));
    const auto only = [&](auto change) {
        ListQuery filtered;
        filtered.everywhere = true;
        change(filtered);
        return names(filtered).join(QLatin1Char(','));
    };
    QCOMPARE(only([](ListQuery &q) { q.labels = {QStringLiteral("salud")}; }), QStringLiteral("doc 0,doc 1"));
    QCOMPARE(only([](ListQuery &q) { q.labels = {QStringLiteral("salud"), QStringLiteral("2026")}; }), QStringLiteral("doc 0"));
    QCOMPARE(only([](ListQuery &q) { q.favourite = true; }), QStringLiteral("doc 1"));
    QCOMPARE(only([](ListQuery &q) { q.official = true; }), QStringLiteral("doc 2"));
    QCOMPARE(only([](ListQuery &q) { q.mediaPrefix = QStringLiteral("image/"); }), QStringLiteral("doc 1,doc 3"));
    QCOMPARE(only([](ListQuery &q) { q.documentType = QStringLiteral("Diploma"); }), QStringLiteral("doc 3"));
    QCOMPARE(only([](ListQuery &q) { q.expiresUntil = QDate(2026, 2, 15); }), QStringLiteral("doc 2"));
    QCOMPARE(only([](ListQuery &q) { q.text = QStringLiteral("doc"); q.favourite = false; q.mediaPrefix = QStringLiteral("image/"); }),
             QStringLiteral("doc 3"));
    // A label taken away is not found any more.
    sync::ItemRow row = *m_vault->store->item(ItemId(QStringLiteral("1"))).value();
    row.local.meta.setLabels({});
    VERIFY_OK(m_vault->store->transact([&](sync::Writer &w) { return w.putItem(row); }));
    QCOMPARE(only([](ListQuery &q) { q.labels = {QStringLiteral("salud")}; }), QStringLiteral("doc 0"));
}

void TestVaultReader::searchFoldsAccentsAndMatchesPrefixes()
{
    sync::ItemRow row = itemRow(QStringLiteral("a"), QStringLiteral("Cédula_de_ciudadanía-2024.pdf"));
    row.local.meta.setLabels({QStringLiteral("identificación")});
    row.local.meta.setNote(QStringLiteral("la vieja, de Ibagué"));
    row.facts.issuerName = QStringLiteral("Registraduría Nacional");
    row.facts.originalName = QStringLiteral("escaneo:003");
    VERIFY_OK(put(row));
    VERIFY_OK(put(itemRow(QStringLiteral("b"), QStringLiteral("Ñame y ñandú.txt"))));
    const QStringList cedula{row.local.name};
    for (const char *text : {"cedula", "CÉDULA", "ced", "ciudad 2024", "identificacion", "ibague", "registra", "escaneo", "\"ced", "ced*",
                             "ced AND", "pdf", "vieja"}) {
        if (QByteArray(text) == "ced AND")
            QCOMPARE(found(QString::fromUtf8(text)), QStringList()); // a word like any other
        else
            QVERIFY2(found(QString::fromUtf8(text)) == cedula, text);
    }
    QCOMPARE(found(QStringLiteral("nandu")).size(), 1);
    QCOMPARE(found(QStringLiteral("n\u0303ame")).size(), 1);
    QVERIFY(found(QStringLiteral("xyz")).isEmpty());
    QVERIFY(found(QStringLiteral("-*\"()")).isEmpty());
    QVERIFY(found(QStringLiteral("y")).size() == 1);
    ListQuery query;
    query.text = QStringLiteral("ced");
    query.order = ListOrder::Relevance;
    QCOMPARE(names(query), cedula);
    // Renamed: found by the new name only.
    row = *m_vault->store->item(row.id).value();
    row.local.name = QStringLiteral("otro.pdf");
    VERIFY_OK(m_vault->store->transact([&](sync::Writer &w) { return w.putItem(row); }));
    QVERIFY(found(QStringLiteral("ciudadania")).isEmpty());
    QCOMPARE(found(QStringLiteral("otr")).size(), 1);
}

void TestVaultReader::searchFindsWordsInside()
{
    VERIFY_OK(put(itemRow(QStringLiteral("a"), QStringLiteral("contrato.pdf"))));
    VERIFY_OK(put(itemRow(QStringLiteral("b"), QStringLiteral("arrendamiento.txt"))));
    QCOMPARE(m_reader->unread().value(), 2);
    VERIFY_OK(m_vault->store->putText(ItemId(QStringLiteral("a")), VersionId(QStringLiteral("a-v")), QStringLiteral("El arrendamiento será por un año")));
    QCOMPARE(found(QStringLiteral("arrendam")).size(), 2);
    QCOMPARE(found(QStringLiteral("arrendam ano")), QStringList{QStringLiteral("contrato.pdf")});
    ListQuery query;
    query.text = QStringLiteral("arrendamiento");
    query.order = ListOrder::Relevance;
    QCOMPARE(names(query).first(), QStringLiteral("arrendamiento.txt")); // in the name before in the text
    query.order = ListOrder::Modified;
    query.limit = 1;
    QCOMPARE(names(query).size(), 1);
}

void TestVaultReader::trashHidesWhatIsInIt()
{
    sync::ItemRow folder = folderRow(QStringLiteral("f"), QStringLiteral("vieja"));
    VERIFY_OK(put(folder));
    VERIFY_OK(put(folderRow(QStringLiteral("g"), QStringLiteral("sub"), folder.id)));
    VERIFY_OK(put(itemRow(QStringLiteral("d"), QStringLiteral("dentro.txt"), ItemId(QStringLiteral("g")))));
    VERIFY_OK(put(itemRow(QStringLiteral("e"), QStringLiteral("fuera.txt"))));
    QCOMPARE(m_reader->folders().value().size(), 2);
    folder.local.state = ItemState::Trashed;
    VERIFY_OK(m_vault->store->transact([&](sync::Writer &w) { return w.putItem(folder); }));
    QVERIFY(m_reader->folders().value().isEmpty());
    ListQuery all;
    all.everywhere = true;
    QCOMPARE(names(all), QStringList{QStringLiteral("fuera.txt")});
    QVERIFY(found(QStringLiteral("dentro")).isEmpty());
    QCOMPARE(m_reader->recent(10).value().size(), 1);
    all.state = ItemState::Trashed;
    QCOMPARE(names(all), QStringList{QStringLiteral("vieja")});
    // As the operator tells it: with its folder everything inside went there. It lies in the folder all the same.
    for (const char *inside : {"g", "d"}) {
        sync::ItemRow row = *m_vault->store->item(ItemId(QString::fromLatin1(inside))).value();
        row.local.state = ItemState::Trashed;
        VERIFY_OK(m_vault->store->transact([&](sync::Writer &w) { return w.putItem(row); }));
    }
    QCOMPARE(names(all), QStringList{QStringLiteral("vieja")});
    sync::ItemRow gone = *m_vault->store->item(ItemId(QStringLiteral("e"))).value();
    gone.local.state = ItemState::Removed;
    VERIFY_OK(m_vault->store->transact([&](sync::Writer &w) { return w.putItem(gone); }));
    QVERIFY(found(QStringLiteral("fuera")).isEmpty());
    QVERIFY(!m_reader->row(gone.id).value());
}

void TestVaultReader::rowsTellTheirState()
{
    VERIFY_OK(put(itemRow(QStringLiteral("a"), QStringLiteral("a"))));
    const auto row = [&] { return *m_reader->row(ItemId(QStringLiteral("a"))).value(); };
    QVERIFY(row().here && !row().pending && !row().knownToOperator && !row().bytesAtOperator);
    sync::OpRow op;
    op.key = OpKey(QStringLiteral("k"));
    op.target = ItemId(QStringLiteral("a"));
    VERIFY_OK(m_vault->store->transact([&](sync::Writer &w) -> Outcome {
        CARRIEL_TRY(op.seq, w.addOp(op));
        CARRIEL_CHECK(w.putTransfer({BlobId(QStringLiteral("a-b")), sync::Direction::Up, {}, 0, {}, {}, false}));
        return w.putConflict({ConflictId(QStringLiteral("c")), op.target, sync::ConflictKind::Name, {}, {}, {}, {}});
    }));
    QVERIFY(row().pending && !row().failed && !row().waiting && row().conflict);
    QCOMPARE(*row().transfer, sync::Direction::Up);
    op.state = sync::OpState::Failed;
    op.lastProblem = QStringLiteral("CAR-SYN-001");
    op.lastProblemText = QStringLiteral("No se pudo");
    VERIFY_OK(m_vault->store->transact([&](sync::Writer &w) { return w.updateOp(op); }));
    QVERIFY(row().failed);
    QCOMPARE(m_reader->details(op.target).value()->problemText, op.lastProblemText);
    op.state = sync::OpState::Done;
    sync::BlobRow blob = *m_vault->store->blob(BlobId(QStringLiteral("a-b"))).value();
    blob.state = sync::BlobState::Absent;
    blob.onServer = true;
    VERIFY_OK(m_vault->store->transact([&](sync::Writer &w) -> Outcome {
        CARRIEL_CHECK(w.updateOp(op));
        CARRIEL_CHECK(w.putBlob(blob));
        return w.dropTransfer(blob.id);
    }));
    QVERIFY(!row().pending && !row().here && row().bytesAtOperator && !row().transfer);
    COMPARE_ERROR(m_reader->open(op.target), vault::errors::bytesMissing);
}

// The operator gives an accepted version its own name, also while the bytes are being judged under the old one: what the
// list says of its signatures must not get lost by that.
void TestVaultReader::verdictFollowsTheVersionsName()
{
    const ItemId id(QStringLiteral("a"));
    VERIFY_OK(put(itemRow(id.text(), QStringLiteral("a.pdf")), "x", QStringLiteral("application/pdf")));
    VerdictStore verdicts(m_vault->store->database());
    const auto begun = verdicts.next();
    QVERIFY(begun.ok() && begun.value());
    sync::ItemRow item = *m_vault->store->item(id).value();
    sync::VersionRow version = *m_vault->store->version(item.local.version).value();
    version.id = item.local.version = VersionId(QStringLiteral("from-the-operator"));
    VERIFY_OK(m_vault->store->transact([&](sync::Writer &w) -> Outcome {
        CARRIEL_CHECK(w.putVersion(version));
        return w.putItem(item);
    }));
    VERIFY_OK(verdicts.show(begun.value()->n, begun.value()->version, QStringLiteral("valid")));
    const auto row = [&] { return *m_reader->row(id).value(); };
    QCOMPARE(row().signatures, QString());
    const auto again = verdicts.next();
    QVERIFY(again.ok() && again.value());
    QCOMPARE(again.value()->version, version.id);
    VERIFY_OK(verdicts.show(again.value()->n, again.value()->version, QStringLiteral("valid")));
    QCOMPARE(row().signatures, QStringLiteral("valid"));
    QCOMPARE(verdicts.waiting().value(), 0);
    // A verdict that an older program left behind is found again.
    VERIFY_OK(verdicts.show(begun.value()->n, begun.value()->version, QStringLiteral("valid")));
    QCOMPARE(row().signatures, QString());
    const QDateTime now(QDate(2026, 1, 5), QTime(0, 0), Qt::UTC);
    const QString trust = QStringLiteral("what is trusted");
    QVERIFY(verdicts.waitDue(now, trust).valueOr(false));
    QCOMPARE(verdicts.waiting().value(), 1);
    // And one that stood on something else: other authorities, or rules that have become stricter.
    const auto waits = verdicts.next();
    QVERIFY(waits.ok() && waits.value());
    VerdictRow kept;
    kept.sha256 = waits.value()->sha256;
    kept.trust = trust;
    kept.checkedUtc = now;
    kept.verdict = QStringLiteral("valid");
    kept.report = "{}";
    VERIFY_OK(verdicts.put(kept, waits.value()->n, waits.value()->version));
    QCOMPARE(verdicts.waiting().value(), 0);
    QVERIFY(!verdicts.waitDue(now, trust).valueOr(true));
    QVERIFY(verdicts.waitDue(now, QStringLiteral("stricter rules")).valueOr(false));
    QCOMPARE(verdicts.waiting().value(), 1);
}

void TestVaultReader::detailsAndPaths()
{
    VERIFY_OK(put(folderRow(QStringLiteral("f"), QStringLiteral("Salud"))));
    VERIFY_OK(put(folderRow(QStringLiteral("g"), QStringLiteral("2024"), ItemId(QStringLiteral("f")))));
    VERIFY_OK(put(itemRow(QStringLiteral("d"), QStringLiteral("Examen médico.pdf"), ItemId(QStringLiteral("g")))));
    const auto details = m_reader->details(ItemId(QStringLiteral("d")));
    VERIFY_OK(details);
    QCOMPARE(details.value()->path, QStringLiteral("Salud/2024/Examen médico.pdf"));
    QCOMPARE(details.value()->versions, 1);
    QCOMPARE(details.value()->sha256.size(), 32);
    QCOMPARE(m_reader->byPath(QStringLiteral("/Salud/2024/Examen me\u0301dico.pdf")).value()->text(), QStringLiteral("d"));
    QCOMPARE(m_reader->byPath(QStringLiteral("salud/2024")).value()->text(), QStringLiteral("g"));
    QCOMPARE(*m_reader->byPath(QString()).value(), rootItem());
    QVERIFY(!m_reader->byPath(QStringLiteral("Salud/2025")).value());
    QCOMPARE(m_reader->pathTo(ItemId(QStringLiteral("d"))).value().size(), 3);
    QCOMPARE(m_reader->versions(ItemId(QStringLiteral("d"))).value().first().mediaType, QStringLiteral("text/plain"));
    QVERIFY(!m_reader->details(ItemId(QStringLiteral("nobody"))).value());
}

void TestVaultReader::labelsRecentExpiring()
{
    for (int i = 1; i <= 3; ++i) {
        sync::ItemRow row = itemRow(QString::number(i), QString::number(i));
        row.facts.modifiedUtc = QDateTime(QDate(2026, 1, i), QTime(0, 0), Qt::UTC);
        row.local.meta.setExpires(QDate(2027, 4 - i, 1));
        row.local.meta.setLabels({QStringLiteral("todos"), QString(QStringLiteral("n") + QString::number(i))});
        VERIFY_OK(put(row));
    }
    QCOMPARE(m_reader->labels().value().size(), 4);
    QCOMPARE(m_reader->labels().value().last().documents, 3);
    QCOMPARE(m_reader->recent(2).value(), (QList<ItemId>{ItemId(QStringLiteral("3")), ItemId(QStringLiteral("2"))}));
    QCOMPARE(m_reader->expiring(QDate(2027, 2, 1), 9).value(), (QList<ItemId>{ItemId(QStringLiteral("3")), ItemId(QStringLiteral("2"))}));
}

void TestVaultReader::deviceReadsAnywhere()
{
    const QByteArray bytes = m_vault->random.bytes(int(sync::chunkSize * 3 + 5));
    VERIFY_OK(put(itemRow(QStringLiteral("d"), QStringLiteral("d")), bytes));
    VERIFY_OK(put(itemRow(QStringLiteral("e"), QStringLiteral("empty")), ""));
    auto device = m_reader->open(ItemId(QStringLiteral("d")));
    VERIFY_OK(device);
    QIODevice &d = *device.value();
    QCOMPARE(d.size(), bytes.size());
    QCOMPARE(d.readAll(), bytes);
    QVERIFY(d.atEnd());
    for (const qint64 at : {qint64(0), sync::chunkSize - 3, sync::chunkSize * 2 + 1, qint64(bytes.size() - 2)}) {
        QVERIFY(d.seek(at));
        QCOMPARE(d.read(7), bytes.mid(at, 7));
    }
    QVERIFY(!d.isWritable());
    QCOMPARE(m_reader->open(ItemId(QStringLiteral("e"))).value()->readAll(), QByteArray());
    QCOMPARE(m_reader->openVersion(VersionId(QStringLiteral("d-v"))).value()->size(), bytes.size());
}

void TestVaultReader::deviceEndsWithTheReader()
{
    VERIFY_OK(put(itemRow(QStringLiteral("d"), QStringLiteral("d")), "secret"));
    const auto device = m_reader->open(ItemId(QStringLiteral("d")));
    VERIFY_OK(device);
    m_reader.reset();
    QVERIFY(device.value()->readAll().isEmpty());
    QVERIFY(!device.value()->errorString().isEmpty());
}

QTEST_GUILESS_MAIN(TestVaultReader)
#include "tst_vault_reader.moc"

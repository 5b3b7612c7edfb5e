// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A vault that is damaged, incomplete or somebody else's: what is said of it, and what is saved of it (W7).
#include "tests/core/vault/WholeVault.h"

#include "core/base/BaseErrors.h"
#include "core/crypto/CryptoErrors.h"
#include "core/vault/DamagedContent.h"
#include "core/vault/NotificationStore.h"
#include "core/vault/Salvage.h"
#include "core/vault/Settings.h"
#include "core/vault/VaultErrors.h"

#include <QJsonDocument>

using namespace carriel;
using namespace carriel::vault;
using namespace carriel::vault::testing;

class TestVaultDamage : public WholeVault
{
    Q_OBJECT
private Q_SLOTS:
    void init() { makeFolder(); }
    void presences();
    void renewsWhatIsMissing();
    void setAsideAndRecreate();
    void salvagesWhatCanBeRead();
    void anItemWhosePageIsGoneComesBackFromItsLine();
    void contentWhosePageIsGoneIsLostAndNotEmpty();
    void contentThatIsAtTheOperatorGetsANewPlace();
    void salvageKnowsEveryColumn();
};

void TestVaultDamage::presences()
{
    VERIFY_OK(make());
    const QByteArray keys = readAll(path("vault.keys"));
    QJsonObject newer = QJsonDocument::fromJson(keys).object();
    newer.insert(QStringLiteral("v"), 2);
    write(path("vault.keys"), QJsonDocument(newer).toJson());
    QCOMPARE(Vault::probe(profile()).presence, VaultPresence::Newer);
    write(path("vault.keys"), keys);

    const QByteArray database = readAll(path("vault.db"));
    write(path("vault.db"), "SQLite format 3");
    QCOMPARE(Vault::probe(profile()).presence, VaultPresence::Foreign);
    write(path("vault.db"), "");
    QCOMPARE(Vault::probe(profile()).presence, VaultPresence::Damaged);
    QCOMPARE(Vault::probe(profile()).why->code, vault::errors::damaged);
    QFile::remove(path("vault.db"));
    QCOMPARE(Vault::probe(profile()).presence, VaultPresence::Damaged);
    QCOMPARE(Vault::probe(profile()).why->code, vault::errors::databaseMissing);
    write(path("vault.db"), database);
    QCOMPARE(Vault::probe(profile()).presence, VaultPresence::Locked);
    {
        const auto open = Vault::open(profile(), m_key.clone());
        VERIFY_OK(open);
        const VaultProbe used = Vault::probe(profile());
        QCOMPARE(used.presence, VaultPresence::InUse);
        QVERIFY(used.recoveryCode); // how it opens is told while it is open, too: the settings show it
    }
    QFile::remove(path("vault.keys"));
    QVERIFY(QFile::exists(path("vault.keys.bak")));
    QCOMPARE(Vault::probe(profile()).presence, VaultPresence::Locked); // the copy does it
    QFile::remove(path("vault.keys.bak"));
    // A good vault without its keys: nobody may be told to move it away.
    QCOMPARE(Vault::probe(profile()).presence, VaultPresence::Damaged);
    QCOMPARE(Vault::probe(profile()).why->code, vault::errors::keysMissing);
    COMPARE_ERROR(Vault::open(profile(), m_key.clone()), vault::errors::keysMissing);
    write(path("vault.keys"), "{");
    QCOMPARE(Vault::probe(profile()).why->code, vault::errors::keyFileDamaged);
    QFile::remove(path("vault.keys"));
    for (const QByteArray &other : {QByteArray("Querida Ana:\n").repeated(800), m_random.bytes(8191)}) {
        write(path("vault.db"), other);
        QCOMPARE(Vault::probe(profile()).presence, VaultPresence::Foreign);
    }
}

void TestVaultDamage::renewsWhatIsMissing()
{
    VERIFY_OK(make("p"));
    QFile::remove(path("vault.db"));
    const auto aside = Vault::renew(profile(), m_key, m_clock, m_random, [](VaultStore &) { return Outcome(); });
    VERIFY_OK(aside);
    QCOMPARE(aside.value(), QString());
    VERIFY_OK(Vault::open(profile(), m_key.clone()));
}

void TestVaultDamage::setAsideAndRecreate()
{
    VERIFY_OK(make("p"));
    const auto aside = Vault::setAside(profile(), m_clock.nowUtc());
    VERIFY_OK(aside);
    QVERIFY(aside.value().endsWith(QStringLiteral("vault.db.damaged-20260105-140322")));
    QVERIFY(QFile::exists(aside.value()));
    QCOMPARE(Vault::probe(profile()).presence, VaultPresence::Damaged);
    {
        const auto again = Vault::recreate(profile(), m_key.clone(), m_clock, m_random);
        VERIFY_OK(again);
        VERIFY_OK(again.value()->openStore(m_clock, m_random));
    }
    auto key = Vault::keyFromPassphrase(profile(), "p");
    VERIFY_OK(key);
    VERIFY_OK(Vault::open(profile(), std::move(key).value()));
    const auto second = Vault::setAside(profile(), m_clock.nowUtc());
    VERIFY_OK(second);
    QVERIFY(second.value() != aside.value());
}

void TestVaultDamage::salvagesWhatCanBeRead()
{
    const QByteArray victim = m_random.bytes(8 << 20);
    NotificationRow opened;
    opened.id = QStringLiteral("n");
    opened.rev = 3;
    opened.state = QStringLiteral("Accessed");
    opened.json = "{}";
    opened.opening = OpeningState::Verified;
    opened.receipt = "receipt";
    opened.key = "key";
    opened.words = QStringLiteral("Resolución");
    {
        const auto created = make("p");
        VERIFY_OK(created);
        const auto store = created.value().vault->openStore(m_clock, m_random);
        VERIFY_OK(store);
        VERIFY_OK(Settings(store.value()->database()).set(QStringLiteral("lang"), QStringLiteral("es")));
        VERIFY_OK(NotificationStore(store.value()->database()).putOpened(opened, "content"));
        VERIFY_OK(store.value()->transact([&](sync::Writer &w) -> Outcome {
            sync::ItemRow kept = itemRow(QStringLiteral("a"), QStringLiteral("primero.txt"));
            kept.keep = sync::Keep::Off;
            CARRIEL_CHECK(putDocument(w, kept, "first"));
            sync::OpRow op;
            op.key = OpKey(QStringLiteral("op"));
            op.target = ItemId(QStringLiteral("a"));
            op.base = VersionId(QStringLiteral("before"));
            CARRIEL_TRY(op.seq, w.addOp(op));
            CARRIEL_CHECK(w.addActivity({QStringLiteral("document.added"), QStringLiteral("a"), op.key, {}}));
            CARRIEL_CHECK(putDocument(w, itemRow(QStringLiteral("b"), QStringLiteral("grande.bin")), victim));
            return putDocument(w, itemRow(QStringLiteral("c"), QStringLiteral("último.txt")), "last");
        }));
    }
    QFile file(path("vault.db"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    for (const qint64 at : {file.size() / 3, file.size() / 2, file.size() * 2 / 3}) {
        file.seek(at);
        file.write(QByteArray(100, 'X'));
    }
    file.close();
    const auto aside = Vault::setAside(profile(), m_clock.nowUtc());
    VERIFY_OK(aside);
    const auto fresh = Vault::recreate(profile(), m_key.clone(), m_clock, m_random);
    VERIFY_OK(fresh);
    const auto store = fresh.value()->openStore(m_clock, m_random);
    VERIFY_OK(store);
    const auto saved = salvage(aside.value(), m_key, *store.value());
    VERIFY_OK(saved);
    QCOMPARE(saved.value().items, 3);
    QCOMPARE(saved.value().operations, 1);
    QCOMPARE(saved.value().documentsWhole, 2);
    QCOMPARE(saved.value().ownBytesLost, 1);
    QVERIFY(saved.value().unreadableRows >= 1);
    QCOMPARE(store.value()->bytes(BlobId(QStringLiteral("a-b"))).value(), QByteArray("first"));
    QCOMPARE(store.value()->bytes(BlobId(QStringLiteral("c-b"))).value(), QByteArray("last"));
    COMPARE_ERROR(store.value()->bytes(BlobId(QStringLiteral("b-b"))), vault::errors::bytesMissing);
    QCOMPARE(store.value()->liveOps().value().size(), 1);
    QCOMPARE(store.value()->liveOps().value().first().base, VersionId(QStringLiteral("before")));
    QCOMPARE(store.value()->item(ItemId(QStringLiteral("a"))).value()->keep, sync::Keep::Off);
    QCOMPARE(Settings(store.value()->database()).value(QStringLiteral("lang")), QStringLiteral("es"));
    QCOMPARE(ProfileFacts(store.value()->database()).value(QStringLiteral("activity_epoch")), QStringLiteral("2"));
    // What proves an opening is kept: the operator may no longer have it.
    NotificationStore proofs(store.value()->database());
    const NotificationRow proof = proofs.find(opened.id).value().value_or(NotificationRow());
    QCOMPARE(proof.receipt, opened.receipt);
    QCOMPARE(proofs.content(opened.id).value(), QByteArray("content"));
    QCOMPARE(int(proof.opening), int(OpeningState::Verified));
    QCOMPARE(proofs.search(QStringLiteral("resolucion")).value(), QStringList{opened.id});
    const auto reader = fresh.value()->openReader();
    VERIFY_OK(reader);
    ListQuery query;
    query.text = QStringLiteral("ultimo");
    QCOMPARE(reader.value()->ids(query).value().size(), 1);
    QVERIFY(QFile::exists(aside.value()));
}

// The operator cannot bring back what it never had: the bytes and the operation are there, only the item's own page is not.
void TestVaultDamage::anItemWhosePageIsGoneComesBackFromItsLine()
{
    {
        const auto created = make("p");
        VERIFY_OK(created);
        const auto store = created.value().vault->openStore(m_clock, m_random);
        VERIFY_OK(store);
        VERIFY_OK(store.value()->transact([&](sync::Writer &w) -> Outcome {
            sync::ItemRow own = itemRow(QStringLiteral("a"), QStringLiteral("cédula.txt"));
            own.local.meta.setLabels({QStringLiteral("familia")});
            own.local.meta.setExpires(QDate(2031, 3, 9));
            CARRIEL_CHECK(putDocument(w, own, "contenido"));
            sync::ItemRow known = itemRow(QStringLiteral("b"), QStringLiteral("del operador.txt"));
            known.remote = known.local;
            CARRIEL_CHECK(putDocument(w, known, "bytes"));
            sync::OpRow op;
            op.key = OpKey(QStringLiteral("op"));
            op.target = own.id;
            CARRIEL_TRY(op.seq, w.addOp(op));
            return {};
        }));
        VERIFY_OK(store.value()->database().exec("PRAGMA foreign_keys=OFF; DELETE FROM item"));
    }
    const auto aside = Vault::setAside(profile(), m_clock.nowUtc());
    VERIFY_OK(aside);
    const auto fresh = Vault::recreate(profile(), m_key.clone(), m_clock, m_random);
    VERIFY_OK(fresh);
    const auto store = fresh.value()->openStore(m_clock, m_random);
    VERIFY_OK(store);
    const auto saved = salvage(aside.value(), m_key, *store.value());
    VERIFY_OK(saved);
    QCOMPARE(saved.value().items, 1); // the other one comes from the operator, as it is there
    QCOMPARE(saved.value().operations, 1);
    QCOMPARE(saved.value().documentsWhole, 1);
    const auto back = store.value()->item(ItemId(QStringLiteral("a"))).value();
    QVERIFY(back);
    QCOMPARE(back->local.name, QStringLiteral("cédula.txt"));
    QCOMPARE(back->local.meta.labels(), QStringList{QStringLiteral("familia")});
    QCOMPARE(back->local.meta.expires(), QDate(2031, 3, 9));
    QCOMPARE(back->local.state, ItemState::Active);
    QCOMPARE(store.value()->bytes(BlobId(QStringLiteral("a-b"))).value(), QByteArray("contenido"));
}

// Never sent, and what described the bytes does not read: that is a loss, and not a document of 0 bytes that waits to be sent.
void TestVaultDamage::contentWhosePageIsGoneIsLostAndNotEmpty()
{
    {
        const auto created = make("p");
        VERIFY_OK(created);
        const auto store = created.value().vault->openStore(m_clock, m_random);
        VERIFY_OK(store);
        VERIFY_OK(store.value()->transact([&](sync::Writer &w) -> Outcome {
            for (const char *id : {"a", "b", "c"})
                CARRIEL_CHECK(putDocument(w, itemRow(QLatin1String(id), QStringLiteral("%1.txt").arg(QLatin1String(id))), id));
            sync::ItemRow known = itemRow(QStringLiteral("d"), QStringLiteral("del operador.txt"));
            known.local.version = VersionId(QStringLiteral("d-v"));
            known.remote = known.local;
            return putDocument(w, known, "bytes");
        }));
        VERIFY_OK(store.value()->database().exec(
            "PRAGMA foreign_keys=OFF; DELETE FROM blob WHERE id='a-b'; DELETE FROM version WHERE id IN('b-v','d-v')"));
    }
    const auto aside = Vault::setAside(profile(), m_clock.nowUtc());
    VERIFY_OK(aside);
    const auto fresh = Vault::recreate(profile(), m_key.clone(), m_clock, m_random);
    VERIFY_OK(fresh);
    const auto store = fresh.value()->openStore(m_clock, m_random);
    VERIFY_OK(store);
    const auto saved = salvage(aside.value(), m_key, *store.value());
    VERIFY_OK(saved);
    QCOMPARE(saved.value().items, 4);
    QCOMPARE(saved.value().documentsWhole, 1);
    QCOMPARE(saved.value().ownBytesLost, 2); // not the one that the operator has: it comes back
    for (const char *id : {"a", "b"}) {
        const auto version = store.value()->version(VersionId(QLatin1String(id) + QLatin1String("-v"))).value();
        QVERIFY2(version, id);
        const auto blob = store.value()->blob(version->blob).value();
        QVERIFY2(blob, id);
        QCOMPARE(blob->state, sync::BlobState::Corrupt);
        QVERIFY(!blob->onServer);
        COMPARE_ERROR(store.value()->bytes(version->blob), vault::errors::bytesMissing);
    }
    QCOMPARE(store.value()->bytes(BlobId(QStringLiteral("c-b"))).value(), QByteArray("c"));
}

// Whatever page of it is damaged, while the vault is open: it is found, told, and can be put there again, and no number under which
// unreadable pieces lie is given to anything else. A rescue leaves them behind.
void TestVaultDamage::contentThatIsAtTheOperatorGetsANewPlace()
{
    const QByteArray content = m_random.bytes(700'000);
    const BlobId blob(QStringLiteral("a-b")), other(QStringLiteral("b-b"));
    const auto put = [&](VaultStore &store, const QByteArray &bytes) {
        return store.transact([&](sync::Writer &w) -> Outcome {
            CARRIEL_TRY(auto row, w.blob(blob));
            for (int i = 0; qint64(i) * sync::chunkSize < bytes.size(); ++i)
                CARRIEL_CHECK(w.putChunk(blob, i, bytes.mid(i * sync::chunkSize, sync::chunkSize)));
            row->state = sync::BlobState::Verified;
            return w.putBlob(*row);
        });
    };
    auto created = make("p");
    VERIFY_OK(created);
    auto store = created.value().vault->openStore(m_clock, m_random);
    VERIFY_OK(store);
    VaultStore &vault = *store.value();
    VERIFY_OK(vault.transact([&](sync::Writer &w) -> Outcome {
        CARRIEL_CHECK(putDocument(w, itemRow(QStringLiteral("b"), QStringLiteral("otro.txt")), "otro"));
        CARRIEL_CHECK(putDocument(w, itemRow(QStringLiteral("a"), QStringLiteral("grande.txt")), content));
        CARRIEL_TRY(auto row, w.blob(blob));
        row->onServer = true;
        return w.putBlob(*row);
    }));
    VERIFY_OK(vault.checkpoint());
    // The middle of the file is the middle of the long one.
    QFile file(path("vault.db"));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2 / 8192 * 8192));
    QVERIFY(file.write(QByteArray(60'000, 'x')) == 60'000 && file.flush());
    VERIFY_OK(vault.database().exec("PRAGMA cache_size=10; PRAGMA shrink_memory"));

    COMPARE_ERROR(vault.bytes(blob), vault::errors::damaged);
    QVERIFY(damagedDocuments(vault.database()).value().isEmpty());
    QVERIFY(contentIsWhole(vault, other).value());
    QVERIFY(!contentIsWhole(vault, blob).value());
    QVERIFY(!contentIsWhole(vault, blob).value()); // asked again it is no better
    const auto damaged = damagedDocuments(vault.database()).value();
    QCOMPARE(damaged.size(), 1);
    QCOMPARE(damaged.first().item, ItemId(QStringLiteral("a")));
    QVERIFY(damaged.first().atOperator);
    QVERIFY(vault.unread(10).value().size() == 1); // its words are not asked for
    VERIFY_OK(makeRoomAgain(vault, other));        // nothing happens to one that is whole
    VERIFY_OK(makeRoomAgain(vault, blob));
    QVERIFY(damagedDocuments(vault.database()).value().isEmpty());
    QCOMPARE(vault.blob(blob).value()->state, sync::BlobState::Absent);
    QCOMPARE(vault.blobsToDownload(10).value().size(), 1);
    VERIFY_OK(put(vault, content));
    QCOMPARE(vault.bytes(blob).value(), content);
    QVERIFY(contentIsWhole(vault, blob).value());
    // Destroyed for good, and another put in its place.
    VERIFY_OK(vault.transact([&](sync::Writer &w) -> Outcome {
        CARRIEL_CHECK(w.eraseVersion(VersionId(QStringLiteral("a-v"))));
        CARRIEL_CHECK(w.eraseBlob(blob));
        CARRIEL_CHECK(w.eraseItem(ItemId(QStringLiteral("a"))));
        return putDocument(w, itemRow(QStringLiteral("c"), QStringLiteral("nuevo.txt")), "nuevo");
    }));
    QCOMPARE(vault.bytes(BlobId(QStringLiteral("c-b"))).value(), QByteArray("nuevo"));
    QVERIFY(vault.dropStaged().ok());

    store.value().reset();
    created.value().vault.reset();
    const auto aside = Vault::setAside(profile(), m_clock.nowUtc());
    VERIFY_OK(aside);
    TestVault fresh;
    VERIFY_OK(fresh.create());
    const auto saved = salvage(aside.value(), m_key, *fresh.store);
    VERIFY_OK(saved);
    QCOMPARE(saved.value().documentsWhole, 2);
    QCOMPARE(saved.value().ownBytesLost, 0);
    QCOMPARE(fresh.store->database().number("SELECT count(*) FROM blob").value(), 2);
}

// A column or a table that a migration adds later must not be forgotten when a vault is saved.
void TestVaultDamage::salvageKnowsEveryColumn()
{
    const auto created = make("p");
    VERIFY_OK(created);
    const auto store = created.value().vault->openStore(m_clock, m_random);
    VERIFY_OK(store);
    QSet<QString> known{
        // made again from the others, or asked for again
        QStringLiteral("sync_state"), QStringLiteral("arrival"), QStringLiteral("listing"),
        QStringLiteral("item_label"), QStringLiteral("document_text"), QStringLiteral("act_text"),
        QStringLiteral("to_verify"), QStringLiteral("verdict"), QStringLiteral("document_verdict"),
        QStringLiteral("evidence")};
    for (const auto &[table, columns] : salvagedColumns()) {
        known.insert(table);
        QStringList there;
        Statement row = store.value()->database().query("SELECT name FROM pragma_table_info(?)", table);
        while (row.next().valueOr(false))
            there.append(row.text(0));
        QStringList taken = columns;
        there.sort();
        taken.sort();
        taken.removeAll(QStringLiteral("key"));
        there.removeAll(QStringLiteral("key"));
        QVERIFY2(there == taken,
                 qPrintable(QStringLiteral("%1: %2 / %3").arg(table, there.join(u','), taken.join(u','))));
    }
    Statement table = store.value()->database().query(
        "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_fts%'");
    while (table.next().valueOr(false))
        QVERIFY2(known.contains(table.text(0)), qPrintable(table.text(0)));
}

QTEST_GUILESS_MAIN(TestVaultDamage)
#include "tst_vault_damage.moc"

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Sealed documents without a network: what travels, what comes back, and how the person's keys come to a second computer. The
// test plays the operator, an honest one and one that is not.
#include "core/crypto/RecoveryCode.h"
#include "core/services/sealed/KeyRing.h"
#include "core/services/sealed/SealedErrors.h"
#include "core/services/sealed/SealingDevice.h"
#include "core/sync/Sealed.h"
#include "core/vault/PlainContent.h"
#include "core/vault/keys/KeyFile.h"
#include "tests/core/vault/TestVault.h"
#include "tests/support/Patience.h"

#include <QBuffer>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace carriel;
using namespace carriel::sealed;
using namespace carriel::vault::testing;

namespace {

const QString person = QStringLiteral("co:CC:1020304050");

// Keeps and forwards. `lie` changes what a computer is told of another one.
struct FakeOperator {
    QMap<int, QJsonObject> keys;
    QMap<QString, QJsonObject> pairings;
    QMap<QString, QJsonObject> devices;
    std::function<void(QJsonObject &device)> lieAboutDevice;
    std::function<void(QJsonObject &pairing)> lieAboutPairing;
};

sync::Trouble trouble(sync::TroubleKind kind)
{
    sync::Trouble out;
    out.kind = kind;
    out.error = Error{vault::errors::sealedElsewhere, {}, QStringLiteral("fake")};
    return out;
}

class FakeKeys final : public KeysPort
{
public:
    FakeKeys(FakeOperator &op, QString id) : m_op(op), m_id(std::move(id)), m_keys(remote::DeviceKeys::generate().value())
    {
        m_op.devices[m_id] = {{QStringLiteral("id"), m_id}, {QStringLiteral("de"), m_keys.encrypt.publicKey().toJwk()}};
    }
    Result<OwnDevice> self() override { return OwnDevice{person, m_id, m_keys}; }
    void keys(Done done) override
    {
        QJsonArray all;
        for (const QJsonObject &one : std::as_const(m_op.keys))
            all.append(one);
        done(QJsonObject{{QStringLiteral("keys"), all}});
    }
    void add(int generation, const QJsonObject &body, Done done) override
    {
        if (m_op.keys.contains(generation))
            return done(trouble(sync::TroubleKind::AlreadyExists));
        QJsonObject key = body;
        key.insert(QStringLiteral("gen"), generation);
        m_op.keys[generation] = key;
        done(key);
    }
    void copy(int generation, const QString &reader, const QJsonObject &body, Done done) override
    {
        QJsonArray copies = m_op.keys[generation].value(QLatin1String("copies")).toArray();
        copies.append(QJsonObject{{QStringLiteral("for"), reader}, {QStringLiteral("jwe"), body.value(QLatin1String("jwe"))}});
        m_op.keys[generation].insert(QStringLiteral("copies"), copies);
        done(m_op.keys[generation]);
    }
    void device(const QString &id, Done done) override
    {
        QJsonObject told = m_op.devices.value(id);
        if (m_op.lieAboutDevice)
            m_op.lieAboutDevice(told);
        done(told);
    }
    void pairing(const QString &device, Done done) override
    {
        QJsonObject told = m_op.pairings.value(device);
        for (const char *member : {"by", "commit", "new", "reveal"})
            told.insert(QLatin1String(member), told.contains(QLatin1String(member)) ? told.value(QLatin1String(member)) : QJsonValue());
        if (m_op.lieAboutPairing)
            m_op.lieAboutPairing(told);
        done(told);
    }
    void step(const QString &device, const QString &step, const QJsonObject &body, Done done) override
    {
        if (step == QLatin1String("commit"))
            m_op.pairings[device] = {{QStringLiteral("by"), body.value(QLatin1String("by"))}};
        m_op.pairings[device].insert(step, body.value(QLatin1String("value")));
        done(m_op.pairings[device]);
    }

private:
    FakeOperator &m_op;
    QString m_id;
    remote::DeviceKeys m_keys;
};

struct Computer {
    Computer(FakeOperator &op, const QString &id) : port(op, id)
    {
        if (!vault.create().ok())
            qFatal("no vault");
        vault::KeyFile keys = vault::KeyFile::fresh();
        code = keys.newRecoveryCode(keyOf('k')).value();
        if (!keys.save(vault.dir.filePath(QStringLiteral("vault.keys"))).ok())
            qFatal("no key file");
        edits = std::make_unique<sync::Edits>(*vault.store, vault.clock, vault.random);
        desk = std::make_unique<SealedDesk>(*vault.store, *edits);
        ring = std::make_unique<KeyRing>(*vault.store, *desk, vault.clock, vault.random);
        ring->setPort(&port);
    }
    Outcome refresh()
    {
        Outcome out = Error{errors::notMet, {}, {}};
        ring->refresh([&out](const Outcome &done) { out = done; });
        return out; // the fake answers at once
    }
    QByteArray kid() { return desk->key().ok() ? desk->key().value().kid : QByteArray(); }

    TestVault vault;
    FakeKeys port;
    QString code;
    std::unique_ptr<sync::Edits> edits;
    std::unique_ptr<SealedDesk> desk;
    std::unique_ptr<KeyRing> ring;
};

struct Met {
    std::optional<Result<QString>> old, fresh;
};

// Begins both sides and waits until both have said something.
bool meet(Computer &one, Computer &two, const QString &second, Met &met)
{
    two.ring->beMet([&met](const Result<QString> &digits) { met.fresh = digits; });
    one.ring->meet(second, [&met](const Result<QString> &digits) { met.old = digits; });
    return QTest::qWaitFor([&met] { return met.old && met.fresh; }, test::patienceMs);
}

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
        QVERIFY(two.refresh().ok()); // compared, and nobody has said yes
        QCOMPARE(two.ring->state(), RingState::Waiting);
        Outcome allowed = Error{errors::notMet, {}, {}};
        one.ring->allow([&allowed](const Outcome &done) { allowed = done; });
        QVERIFY(allowed.ok());
        QVERIFY(two.refresh().ok());
        QCOMPARE(two.ring->state(), RingState::Ready);
        QCOMPARE(two.kid(), one.kid());
        QCOMPARE(opened, QList<ItemId>{item.id});
        const auto row = two.vault.store->item(item.id).value();
        QCOMPARE(row->local.name, QStringLiteral("Diploma.pdf"));
        QCOMPARE(row->local, *row->base);
        QCOMPARE(two.vault.store->version(item.head->version).value()->mediaType, QStringLiteral("application/pdf"));
    }

    void theDigitsAreThoseOfTheProtocol()
    {
        QByteArray old, fresh;
        for (int i = 0; i < 32; ++i) {
            old.append(char(i));
            fresh.append(char(32 + i));
        }
        QCOMPARE(pairingDigits("ZS36mmtvLWivPXvvLThjDu60Oerv9rlIeCH64zMjiu8", "0J5SkGlrILpGxS0ht9rPnBD_-dW0jL3lYu3fXhZigYc", old, fresh),
                 QStringLiteral("719877"));
    }

    // Another implementation's words, not ours: keys that are of this person, and no copy for this computer.
    void theExampleOfTheProtocolIsRead()
    {
        QFile file(QStringLiteral(CARRIEL_SOURCE_DIR "/docs/protocol/examples/PersonKeyList.one.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray keys = QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("keys")).toArray();
        QCOMPARE(keys.size(), 1);
        FakeOperator op;
        op.keys[1] = keys.first().toObject();
        Computer one(op, QStringLiteral("D1"));
        QVERIFY(one.refresh().ok());
        QCOMPARE(one.ring->state(), RingState::Waiting);
        QVERIFY(one.kid().isEmpty());
    }

    void whoStandsBetweenIsSeen()
    {
        FakeOperator op;
        Computer one(op, QStringLiteral("D1")), two(op, QStringLiteral("D2"));
        QVERIFY(one.refresh().ok() && two.refresh().ok());
        const auto own = crypto::PrivateKey::generate(crypto::KeyType::X25519).value();
        op.lieAboutDevice = [&own](QJsonObject &device) { device.insert(QStringLiteral("de"), own.publicKey().toJwk()); };
        Met met;
        QVERIFY(meet(one, two, QStringLiteral("D2"), met));
        QVERIFY(met.old->ok() && met.fresh->ok());
        QVERIFY(met.old->value() != met.fresh->value()); // once in a million they would be the same
        // Whoever chooses his number after he saw the other's is refused at once.
        op.lieAboutDevice = {};
        op.lieAboutPairing = [](QJsonObject &pairing) {
            if (!pairing.value(QLatin1String("reveal")).isNull())
                pairing.insert(QStringLiteral("reveal"), QString(43, u'A'));
        };
        Met again;
        QVERIFY(meet(one, two, QStringLiteral("D2"), again));
        QVERIFY(!again.fresh->ok());
        QCOMPARE(again.fresh->error().code, errors::notMet);
    }

    void theCodeOfOneComputerOpensOnAnother()
    {
        FakeOperator op;
        Computer one(op, QStringLiteral("D1")), two(op, QStringLiteral("D2"));
        QVERIFY(one.refresh().ok() && two.refresh().ok());
        const auto recovered = [&two](const QString &code) {
            Outcome out;
            two.ring->recover(code, [&out](const Outcome &done) { out = done; });
            return out;
        };
        QVERIFY(!recovered(QStringLiteral("nada")).ok());
        QVERIFY(!recovered(two.code).ok()); // a good code, of a computer that had nothing to leave
        QVERIFY(two.kid().isEmpty());
        QVERIFY(recovered(one.code).ok());
        QCOMPARE(two.kid(), one.kid());
        QCOMPARE(two.ring->state(), RingState::Ready);
        // From now on its own code does, too.
        Computer three(op, QStringLiteral("D3"));
        QVERIFY(three.refresh().ok());
        Outcome out = Error{errors::notMet, {}, {}};
        three.ring->recover(two.code, [&out](const Outcome &done) { out = done; });
        QVERIFY(out.ok());
        QCOMPARE(three.kid(), one.kid());
    }

    void anOperatorThatForgetsOrLiesIsMet()
    {
        FakeOperator op;
        Computer one(op, QStringLiteral("D1"));
        QVERIFY(one.refresh().ok());
        const QByteArray kid = one.kid();
        op.keys.clear(); // it went back to an earlier copy of its data
        QVERIFY(one.refresh().ok());
        QCOMPARE(one.kid(), kid);
        QCOMPARE(op.keys.size(), 1);
        const auto other = crypto::PersonKey::generate(1).value();
        op.keys[1].insert(QStringLiteral("enc"), other.receive.publicKey().toJwk());
        QVERIFY(one.refresh().ok());
        QCOMPARE(one.ring->state(), RingState::Altered);
        std::optional<Result<QString>> refused;
        one.ring->meet(QStringLiteral("D9"), [&refused](const Result<QString> &digits) { refused = digits; });
        QVERIFY(refused && !refused->ok());
    }
};

QTEST_GUILESS_MAIN(TestSealed)
#include "tst_sealed.moc"

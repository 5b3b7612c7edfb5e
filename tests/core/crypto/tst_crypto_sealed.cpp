// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Sealed documents and what is written beside them. The constant texts were made by other people's programs: the JWE by
// `jose` (npm), the content by Python's `cryptography` from the description in Sealed.h alone.
#include "core/crypto/Base64Url.h"
#include "core/crypto/CryptoErrors.h"
#include "core/crypto/Digest.h"
#include "core/crypto/Jwe.h"
#include "core/crypto/KeyProof.h"
#include "core/crypto/PersonKey.h"
#include "core/crypto/Sealed.h"

#include <QRandomGenerator>
#include <QTest>

using namespace carriel;
using namespace carriel::crypto;

namespace {

SecretBytes counted(int from, int count)
{
    QByteArray bytes;
    for (int i = 0; i < count; ++i)
        bytes.append(char(from + i));
    return SecretBytes::copyOf(bytes);
}

SealingKey newKey()
{
    return SealingKey::of(PrivateKey::generate(KeyType::X25519).value()).value();
}

QByteArray sealWhole(const SealingKey &key, const QByteArray &plain, qsizetype piece = 100001)
{
    EceSealer sealer = sealWith(key).value();
    QByteArray out;
    for (qsizetype at = 0; at < plain.size(); at += piece)
        out += sealer.add(QByteArrayView(plain).sliced(at, std::min(piece, plain.size() - at))).value();
    return out + sealer.finish().value();
}

// As a reader does that goes to any place: every record by its number.
Result<QByteArray> openByRecords(const SealingKey &key, const QByteArray &sealed)
{
    const qint64 size = plainSizeOf(sealed.size());
    if (size < 0)
        return Error{crypto::errors::badCipherText, {}, {}};
    CARRIEL_TRY(const EceRecords records, recordsOf(sealed, key));
    QByteArray out;
    const qint64 count = std::max<qint64>(1, (size + sealedPlainPerRecord - 1) / sealedPlainPerRecord);
    for (qint64 n = count - 1; n >= 0; --n) { // from the end, because the order of reading must not matter
        const QByteArray record = sealed.mid(sealedHeaderSize + n * sealedRecordSize, sealedRecordSize);
        CARRIEL_TRY(const QByteArray plain, records.open(quint64(n), record, n == count - 1));
        out.prepend(plain);
    }
    return out;
}

} // namespace

class CryptoSealed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eceAgreesWithRfc8188Section32()
    {
        // Two records of 25 bytes and a key id, which the first example does not have. Its first record is padded, which
        // is not of our profile (padding in the last record alone), so it is refused; the second is read by its number.
        const SecretBytes key = secretFromBase64Url("BO3ZVPxUlnLORbVGMpbT1Q").value();
        const QByteArray cipher =
            fromBase64Url("uNCkWiNYzKTnBN9ji3-qWAAAABkCYTHOG8chz_gnvgOqdGYovxyjuqRyJFjEDyoF1Fvkj6hQPdPHI51OEUKEpgz3SsLWIqS_uA").value();
        const EceProfile profile{25, "a1", 16};
        const auto records = EceRecords::start(cipher.first(23), key.view(), profile);
        QVERIFY(records.ok());
        QCOMPARE(records.value().open(1, cipher.mid(23 + 25), true).value(), QByteArray("e walrus"));
        QCOMPARE(records.value().open(0, cipher.mid(23, 25), false).error().code, crypto::errors::badCipherText);
        QCOMPARE(records.value().open(1, cipher.mid(23, 25), true).error().code, crypto::errors::notAuthentic); // not at its place
        QVERIFY(!EceRecords::start(cipher.first(23), key.view(), {25, "a2", 16}).ok());
        QVERIFY(!EceRecords::start(cipher.first(22), key.view(), profile).ok());
    }

    void sharedJweAgreesWithJose()
    {
        const SecretBytes key = counted(0, 32);
        const QByteArray made = "eyJhbGciOiJBMjU2S1ciLCJlbmMiOiJBMjU2R0NNIiwia2lkIjoicmluZy0xIn0."
                                "Lm-NHmfxkeJd6ggqD0Va5C8sF52fG9Ko1e0Tb1ltoVmgaTIvlUQWww.oHUdRRG_td9yAnBB."
                                "dlB0Vst8sF5cRXvIiSTr1tMnYoFXhA.eZJdnDHgncVmvVEcTI_UOg";
        QCOMPARE(decryptJwe(key, made).value().view(), QByteArrayView(R"({"name":"Diploma.pdf"})"));
        QCOMPARE(kidOfJwe(made).value(), QByteArray("ring-1"));

        const QByteArray own = encryptJwe(key, "ring-1", "nota").value();
        QCOMPARE(decryptJwe(key, own).value().view(), QByteArrayView("nota"));
        QVERIFY(own != encryptJwe(key, "ring-1", "nota").value());
        QCOMPARE(decryptJwe(counted(1, 32), own).error().code, crypto::errors::notAuthentic);
        QCOMPARE(decryptJwe(counted(0, 16), own).error().code, crypto::errors::badKey);
        for (qsizetype at = 0; at < own.size(); ++at) {
            QByteArray altered = own;
            altered[at] = altered.at(at) == 'A' ? 'B' : 'A';
            if (altered != own)
                QVERIFY2(!decryptJwe(key, altered).ok(), qPrintable(QString::number(at)));
        }
        // A JWE to a public key is none of a shared one, and the reverse: what anybody can write must not pass for ours.
        const PrivateKey person = PrivateKey::generate(KeyType::X25519).value();
        QCOMPARE(decryptJwe(key, encryptJwe(person.publicKey(), "nota").value()).error().code, crypto::errors::badJwe);
        QCOMPARE(decryptJwe(person, own).error().code, crypto::errors::badJwe);
        for (const char *text : {"", "a", "....", "a.b.c.d", "e30.....", "e30.a.b.c.d"})
            QVERIFY(!kidOfJwe(text).ok());
    }

    void sealedContentAgreesWithAnotherProgram()
    {
        const PrivateKey person = PrivateKey::fromX25519(counted(1, 32).view()).value();
        const SealingKey key = SealingKey::of(person).value();
        QCOMPARE(key.kid, QByteArray("ZS36mmtvLWivPXvvLThjDu60Oerv9rlIeCH64zMjiu8"));
        const QByteArray sealed =
            fromBase64Url("yMnKy8zNzs_Q0dLT1NXW1wAEABFIZS36mmtvLWivPXvvLThjDu60Oerv9rlIeCH64zMjiu83fooqsiNPulQVEmLENYV3"
                          "-seScgtZSWn8MAXAsNxviQlfnsGDtS3evMptZlLKmY0ycVn-uYbEoK_DXx5LiuYBoVlOPoHT").value();
        QCOMPARE(sealedWith(sealed), key.kid);
        QCOMPARE(openByRecords(key, sealed).value(), QByteArray("acta de grado"));
    }

    void anySizeComesBackFromAnyPlace()
    {
        const SealingKey key = newKey();
        for (const qsizetype size : {0, 1, 262143, 262144, 262145, 524288, 600000}) {
            const QByteArray plain = randomSecret(std::size_t(std::max<qsizetype>(size, 1))).view().toByteArray().left(size);
            const QByteArray sealed = sealWhole(key, plain);
            QCOMPARE(sealed.size(), sealedSizeOf(size));
            QCOMPARE(plainSizeOf(sealed.size()), size);
            QCOMPARE(openByRecords(key, sealed).value(), plain);
            QVERIFY(sealed != sealWhole(key, plain)); // the same document twice does not look the same
        }
    }

    void sizesThatCannotBeAreKnown()
    {
        for (const qint64 size : {0, 92, 93, 109})
            QCOMPARE(plainSizeOf(size), -1);
        QCOMPARE(plainSizeOf(110), 0);
        QCOMPARE(plainSizeOf(sealedSizeOf(262144) + 1), -1);
        QCOMPARE(plainSizeOf(sealedSizeOf(262144) + 17), -1);
        for (qint64 size = 0; size < 3000000; size += 4999)
            QCOMPARE(plainSizeOf(sealedSizeOf(size)), size);
    }

    void whatWasAlteredCutOrSwappedIsRefused()
    {
        const SealingKey key = newKey();
        const QByteArray plain = randomSecret(600000).view().toByteArray();
        const QByteArray sealed = sealWhole(key, plain);
        QRandomGenerator random(7);
        QList<qsizetype> places;
        for (qsizetype at = 0; at < sealedHeaderSize; ++at)
            places.append(at); // every byte of the header
        for (int i = 0; i < 60; ++i)
            places.append(random.bounded(int(sealed.size())));
        for (const qsizetype at : places) {
            QByteArray altered = sealed;
            altered[at] = char(altered.at(at) ^ (1 << random.bounded(8)));
            QVERIFY2(!openByRecords(key, altered).ok(), qPrintable(QString::number(at)));
        }
        for (int i = 0; i < 60; ++i)
            QVERIFY(!openByRecords(key, sealed.left(random.bounded(int(sealed.size())))).ok());
        QVERIFY(!openByRecords(key, sealed.left(sealedHeaderSize + 2 * sealedRecordSize)).ok()); // at a border of records
        QByteArray swapped = sealed;
        swapped.replace(sealedHeaderSize, sealedRecordSize, sealed.mid(sealedHeaderSize + sealedRecordSize, sealedRecordSize));
        QVERIFY(!openByRecords(key, swapped).ok());
        // A record of another document of the same person.
        const QByteArray other = sealWhole(key, randomSecret(600000).view().toByteArray());
        QByteArray mixed = sealed;
        mixed.replace(sealedHeaderSize, sealedRecordSize, other.mid(sealedHeaderSize, sealedRecordSize));
        QVERIFY(!openByRecords(key, mixed).ok());
        QVERIFY(!openByRecords(newKey(), sealed).ok());
        QVERIFY(sealedWith("plain words").isEmpty());
        QVERIFY(sealedWith(QByteArray(500, 'x')).isEmpty());
    }

    void aPersonKeyOpensForItsReaderAndItsPersonOnly()
    {
        const PersonKey key = PersonKey::generate(3).value();
        const PrivateKey device = PrivateKey::generate(KeyType::X25519).value();
        const QString person = QStringLiteral("co:CC:1020304050");
        const QByteArray jwe = key.wrappedFor(device.publicKey(), person).value();
        const auto again = PersonKey::unwrapped(device, person, jwe);
        QVERIFY(again.ok());
        QCOMPARE(again.value().generation, 3);
        QCOMPARE(again.value().kid(), key.kid());
        QCOMPARE(again.value().sign.publicKey().thumbprint(), key.sign.publicKey().thumbprint());
        QCOMPARE(PersonKey::unwrapped(device, QStringLiteral("co:CC:1"), jwe).error().code, crypto::errors::badKey);
        QCOMPARE(PersonKey::unwrapped(PrivateKey::generate(KeyType::X25519).value(), person, jwe).error().code,
                 crypto::errors::notAuthentic);
        for (const char *plain : {"{}", R"({"v":1,"sub":"co:CC:1020304050","gen":0})", R"({"v":1,"sub":"co:CC:1020304050","gen":1,"enc":"AA","sig":"AA"})"})
            QVERIFY(!PersonKey::unwrapped(device, person, encryptJwe(device.publicKey(), plain).value()).ok());
    }

    // What one gives to somebody else opens this version and no other, and does not make another in its place.
    void aContentKeyOpensOneVersionAlone()
    {
        const SealingKey key = newKey();
        for (const qint64 size : {0LL, 5LL, 262144LL, 600001LL}) {
            const QByteArray plain(size, 'x');
            const QByteArray cipher = sealWhole(key, plain), next = sealWhole(key, plain);
            const SecretBytes own = contentKeyOf(cipher, key).value();
            QCOMPARE(openedWith(cipher, own.view()).value(), plain);
            QCOMPARE(openedWith(next, own.view()).error().code, crypto::errors::notAuthentic);
            QByteArray changed = cipher;
            changed[changed.size() - 1] = char(changed.back() ^ 1);
            QVERIFY(!openedWith(changed, own.view()).ok());
            QVERIFY(!openedWith(cipher.chopped(1), own.view()).ok());
            QVERIFY(!openedWith(cipher.first(90), own.view()).ok());
            QVERIFY(!openedWith(cipher, own.view().first(31)).ok());
        }
        QCOMPARE(contentKeyOf(sealWhole(key, "x"), newKey()).error().code, crypto::errors::badCipherText);
        QCOMPARE(contentKeyOf("short", key).error().code, crypto::errors::badCipherText);
        QVERIFY(!openedWith({}, key.key.view()).ok());
    }

    // Computed by Python's integers from the description in KeyProof.h.
    void theCodeIsTheSameOnBothSides()
    {
        const QByteArray a(86, 'A'), b(86, 'B');
        QCOMPARE(compareCode(a, b), QStringLiteral("27969 65743 83231 03046 66994 37330 78738 43128"));
        QCOMPARE(compareCode(b, a), compareCode(a, b));
        QVERIFY(compareCode(a, QByteArray(86, 'C')) != compareCode(a, b));
    }

    void onlyAnX25519KeySeals()
    {
        QVERIFY(!SealingKey::of(PrivateKey::generate(KeyType::P256).value()).ok());
        const PrivateKey person = PrivateKey::generate(KeyType::X25519).value();
        QCOMPARE(SealingKey::of(PrivateKey::fromPkcs8(person.toPkcs8().value().view()).value()).value().key.view(),
                 SealingKey::of(person).value().key.view());
    }
};

QTEST_GUILESS_MAIN(CryptoSealed)
#include "tst_crypto_sealed.moc"

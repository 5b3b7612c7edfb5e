// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Aead.h"
#include "core/crypto/Base64Url.h"
#include "core/crypto/CryptoErrors.h"
#include "core/crypto/Digest.h"
#include "core/crypto/Scrypt.h"
#include "core/crypto/StrictJson.h"

#include <QTest>

using namespace carriel;
using namespace carriel::crypto;

class CryptoPrimitives : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void digestOfManyPiecesIsTheDigestOfTheWhole()
    {
        // FIPS 180-4, "abc"
        const QByteArray abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        QCOMPARE(sha256("abc").toHex(), abc);
        Sha256 sha;
        sha.add("a");
        sha.add("");
        sha.add("bc");
        QCOMPARE(sha.result().toHex(), abc);
        QCOMPARE(sha.result(), sha256("")); // it starts anew
    }

    void hmacAgreesWithRfc4231()
    {
        QCOMPARE(hmacSha256("Jefe", "what do ya want for nothing?").toHex(),
                 QByteArray("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
    }

    void hkdfAgreesWithRfc5869()
    {
        const QByteArray key(22, 0x0b);
        QCOMPARE(hkdfSha256(key, QByteArray::fromHex("000102030405060708090a0b0c"), QByteArray::fromHex("f0f1f2f3f4f5f6f7f8f9"), 42)
                     .view().toByteArray().toHex(),
                 QByteArray("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"));
        QCOMPARE(hkdfSha256(key, {}, {}, 42).view().toByteArray().toHex(),
                 QByteArray("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"));
    }

    void scryptAgreesWithRfc7914()
    {
        const auto empty = scrypt("", "", {16, 1, 1}, 64);
        QVERIFY(empty.ok());
        QCOMPARE(empty.value().view().toByteArray().toHex(),
                 QByteArray("77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
                            "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"));
        const auto salted = scrypt("password", "NaCl", {1024, 8, 16}, 64);
        QVERIFY(salted.ok());
        QCOMPARE(salted.value().view().toByteArray().toHex(),
                 QByteArray("fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                            "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"));
        QVERIFY(scrypt("passphrase", "salt", {}, 32).ok()); // the defaults fit the default limit
    }

    void scryptRefusesHostileParameters()
    {
        for (const ScryptParameters bad : {ScryptParameters{1u << 24, 8, 1}, {1000, 8, 1}, {0, 8, 1}, {16, 0, 1}, {16, 1, 0}}) {
            const auto r = scrypt("p", "s", bad, 32);
            QVERIFY(!r.ok());
            QCOMPARE(r.error().code, crypto::errors::badParameters);
        }
    }

    void base64UrlHasOneSpellingOnly()
    {
        for (const QByteArray &bytes : {QByteArray(), QByteArray("f"), QByteArray("fo"), QByteArray("foo"), QByteArray("\xff\xfe\xfb\x00", 4)})
            QCOMPARE(fromBase64Url(toBase64Url(bytes)).valueOr("-"), bytes);
        QCOMPARE(toBase64Url("\xfb\xff"), QByteArray("-_8"));
        for (const char *bad : {"Zg==", "Zh", "Zm9=", "Z", "Zm 9", "Zm9v\n", "+/8", "Zm9v*", "_\xc3\xb1"})
            QVERIFY2(!fromBase64Url(bad).ok(), bad);
        QVERIFY(!secretFromBase64Url("Zh").ok());
    }

    void equalityOfSecrets()
    {
        QVERIFY(constantTimeEqual("abc", "abc"));
        QVERIFY(!constantTimeEqual("abc", "abd"));
        QVERIFY(!constantTimeEqual("abc", "ab"));
    }

    void sealedKeyOpensOnlyUntouchedAndInItsContext()
    {
        const SecretBytes key = randomSecret(32);
        auto sealed = aesGcmSeal(key.view(), "the vault's key", "vault 1");
        QVERIFY(sealed.ok());
        QByteArray bytes = sealed.value();
        QCOMPARE(aesGcmOpen(key.view(), bytes, "vault 1").value().view(), QByteArrayView("the vault's key"));
        QCOMPARE(aesGcmOpen(key.view(), bytes, "vault 2").error().code, crypto::errors::notAuthentic);
        QVERIFY(!aesGcmOpen(randomSecret(32).view(), bytes, "vault 1").ok());
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            QByteArray altered = bytes;
            altered[i] = char(altered.at(i) ^ 1);
            QVERIFY(!aesGcmOpen(key.view(), altered, "vault 1").ok());
            QVERIFY(!aesGcmOpen(key.view(), bytes.left(i), "vault 1").ok());
        }
        QVERIFY(!aesGcmSeal("short", "x", "").ok());
        QVERIFY(aesGcmSeal(key.view(), "x", "").value() != aesGcmSeal(key.view(), "x", "").value());
    }

    void strictJsonRefusesWhatTwoReadersMayReadDifferently()
    {
        QVERIFY(parseStrictObject(R"({"a":{"b":[1,{"c":":"}],"d":"\\"},"e":{}})").ok());
        for (const char *bad : {R"({"a":1,"a":1})", R"({"a":1,"\u0061":2})", R"({"x":[{"b":1,"b":1}]})", R"({"a":1}x)", R"([1])", R"({"a":1)",
                                R"({'a':1})", "", "{\"a\":\"\xff\"}"})
            QVERIFY2(!parseStrictObject(bad).ok(), bad);
        QByteArray deep = "{\"a\":";
        deep += QByteArray(70, '[') + QByteArray(70, ']') + '}';
        QVERIFY(!parseStrictObject(deep).ok());
        QVERIFY(!parseStrictObject(R"({"a":1})", 5).ok());
    }
};

QTEST_GUILESS_MAIN(CryptoPrimitives)
#include "tst_crypto_primitives.moc"

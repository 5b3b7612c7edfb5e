// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Base64Url.h"
#include "core/crypto/CryptoErrors.h"
#include "core/crypto/Ecdh.h"
#include "core/crypto/IdToken.h"
#include "core/crypto/Jwe.h"
#include "core/crypto/StrictJson.h"

#include <QJsonDocument>
#include <QTest>

using namespace carriel;
using namespace carriel::crypto;

namespace {
QJsonObject json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

const QByteArray rfc7515Payload = "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";

// Signs any header, to make what signJws never makes.
QByteArray signedWith(const PrivateKey &key, const QByteArray &header, const QByteArray &payload)
{
    QByteArray input = toBase64Url(header);
    input += '.';
    input += toBase64Url(payload);
    const QByteArray signature = toBase64Url(signEs256(key, input).value());
    return input + '.' + signature;
}
} // namespace

class CryptoJose : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void es256AgreesWithRfc7515A3()
    {
        const auto key = PublicKey::fromJwk(json(R"({"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
            "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"})"));
        QVERIFY(key.ok());
        const QByteArray token = "eyJhbGciOiJFUzI1NiJ9." + rfc7515Payload +
            ".DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
        const auto jws = verifyJws(token, key.value(), {});
        QVERIFY(jws.ok());
        QVERIFY(jws.value().payload.contains("joe"));
    }

    void rs256AgreesWithRfc7515A2()
    {
        const auto key = PublicKey::fromJwk(json(R"({"kty":"RSA","e":"AQAB","n":"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"})"));
        QVERIFY(key.ok());
        QByteArray token = "eyJhbGciOiJSUzI1NiJ9." + rfc7515Payload +
            ".cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw";
        QVERIFY(verifyJws(token, key.value(), {}).ok());
        token[token.size() - 10] = token.at(token.size() - 10) == 'A' ? 'B' : 'A';
        QCOMPARE(verifyJws(token, key.value(), {}).error().code, crypto::errors::badSignature);
    }

    void thumbprintAgreesWithRfc7638()
    {
        const auto key = PublicKey::fromJwk(json(R"({"kty":"RSA","n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw","e":"AQAB","alg":"RS256","kid":"2011-04-29"})"));
        QVERIFY(key.ok());
        QCOMPARE(key.value().thumbprint(), QByteArray("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"));
    }

    void keysSurviveTheirExportsAndHostileJwksAreRefused()
    {
        for (const KeyType type : {KeyType::P256, KeyType::X25519}) {
            const PrivateKey key = PrivateKey::generate(type).value();
            const auto again = PrivateKey::fromPkcs8(key.toPkcs8().value().view());
            QVERIFY(again.ok());
            QCOMPARE(again.value().publicKey().thumbprint(), key.publicKey().thumbprint());
            QCOMPARE(PublicKey::fromJwk(key.publicKey().toJwk()).value().thumbprint(), key.publicKey().thumbprint());
        }
        const QJsonObject good = PrivateKey::generate(KeyType::P256).value().publicKey().toJwk();
        const auto with = [&good](const char *name, const QJsonValue &value) {
            QJsonObject jwk = good;
            jwk.insert(QLatin1String(name), value);
            return PublicKey::fromJwk(jwk).ok();
        };
        QVERIFY(with("kid", QStringLiteral("other")));
        QVERIFY(!with("d", QStringLiteral("AAAA")));
        QVERIFY(!with("crv", QStringLiteral("P-384")));
        QVERIFY(!with("x", QString::fromLatin1(QByteArray(43, 'A')))); // not on the curve
        QVERIFY(!with("x", QStringLiteral("AAAA")));
        QVERIFY(!with("y", 5));
        QVERIFY(!PublicKey::fromJwk({}).ok());
        QVERIFY(!PrivateKey::fromPkcs8("rubbish").ok());
    }

    void signedStatementIsReadBackAndEveryChangeIsSeen()
    {
        const PrivateKey key = PrivateKey::generate(KeyType::P256).value();
        const QByteArray token = signJws(key, "carpeta-device+json", R"({"sub":"co:CC:1"})", {{QStringLiteral("device"), QStringLiteral("D1")}}).value();
        const auto jws = verifyJws(token, key.publicKey(), "carpeta-device+json");
        QVERIFY(jws.ok());
        QCOMPARE(jws.value().payload, QByteArray(R"({"sub":"co:CC:1"})"));
        QCOMPARE(jws.value().kid, key.publicKey().thumbprint());
        QVERIFY(!verifyJws(token, key.publicKey(), "carpeta-grant+json").ok());
        QVERIFY(!verifyJws(token, key.publicKey(), {}).ok());
        QVERIFY(!verifyJws(token, PrivateKey::generate(KeyType::P256).value().publicKey(), "carpeta-device+json").ok());
        for (qsizetype i = 0; i < token.size(); ++i) {
            QByteArray altered = token;
            altered[i] = altered.at(i) == 'A' ? 'B' : 'A';
            QVERIFY(!verifyJws(altered, key.publicKey(), "carpeta-device+json").ok());
        }
    }

    void forbiddenHeadersAreRefusedThoughTheSignatureIsGood()
    {
        const PrivateKey key = PrivateKey::generate(KeyType::P256).value();
        const auto accepted = [&key](const QByteArray &header) {
            return verifyJws(signedWith(key, header, "{}"), key.publicKey(), "t").ok();
        };
        QVERIFY(accepted(R"({"alg":"ES256","typ":"t"})"));
        for (const char *bad : {R"({"alg":"ES256","typ":"t","jku":"https://x"})", R"({"alg":"ES256","typ":"t","jwk":{}})",
                                R"({"alg":"ES256","typ":"t","x5u":"https://x"})", R"({"alg":"ES256","typ":"t","crit":["exp"],"exp":1})",
                                R"({"alg":"ES256","typ":"t","b64":false})", R"({"alg":"ES256","typ":"t","typ":"t"})", R"({"alg":"none","typ":"t"})",
                                R"({"alg":"HS256","typ":"t"})", R"({"alg":"RS256","typ":"t"})", R"({"alg":"ES256"})", R"({"alg":"ES256","typ":"T"})",
                                R"({"alg":"ES256","typ":"t","kid":5})", R"({"alg":"ES256","typ":"t"} )" "x"})
            QVERIFY2(!accepted(bad), bad);
        const QByteArray token = signedWith(key, R"({"alg":"ES256","typ":"t"})", "{}");
        QVERIFY(!verifyJws(QByteArray(token + ".x"), key.publicKey(), "t").ok());
        QVERIFY(!verifyJws(QByteArray(token + "\n"), key.publicKey(), "t").ok());
        QVERIFY(!verifyJws("a.b", key.publicKey(), "t").ok());
        QVERIFY(!verifyJws({}, key.publicKey(), "t").ok());
        QVERIFY(!verifyJws(signedWith(key, R"({"alg":"ES256","typ":"t"})", QByteArray(300 * 1024, 'x')), key.publicKey(), "t").ok());
    }

    void jwkSetChoosesByKidAndGuessesOnlyWhenThereIsOneKey()
    {
        const PrivateKey a = PrivateKey::generate(KeyType::P256).value();
        const PrivateKey b = PrivateKey::generate(KeyType::P256).value();
        const auto set = [](const QJsonArray &keys) { return JwkSet::parse(compact({{QStringLiteral("keys"), keys}})); };
        const QJsonObject future{{QStringLiteral("kty"), QStringLiteral("FUTURE")}};
        const JwkSet both = set({a.publicKey().toJwk(), b.publicKey().toJwk(), future}).value();
        QCOMPARE(both.find(b.publicKey().thumbprint(), KeyType::P256)->thumbprint(), b.publicKey().thumbprint());
        QVERIFY(!both.find({}, KeyType::P256));
        QVERIFY(!both.find(a.publicKey().thumbprint(), KeyType::Rsa));
        QVERIFY(set({a.publicKey().toJwk()}).value().find({}, KeyType::P256));
        QJsonObject encryptionOnly = a.publicKey().toJwk();
        encryptionOnly.insert(QStringLiteral("use"), QStringLiteral("enc"));
        QVERIFY(set({encryptionOnly}).value().isEmpty());
        QVERIFY(!JwkSet::parse("<html>").ok());
        QVERIFY(!set({}).ok());
    }

    void keyDerivationAgreesWithRfc7518C()
    {
        const QByteArray z = QByteArray::fromHex("9e56d91d817135d372834283bf84269cfb316ea3da806a48f6daa7798cfe90c4");
        QCOMPARE(toBase64Url(concatKdf(z, "A128GCM", "Alice", "Bob", 16).value().view()), QByteArray("VqqN6vgjbSBcIijNcacQGg"));
    }

    void keyWrapAgreesWithRfc3394()
    {
        const QByteArray kek = QByteArray::fromHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
        const QByteArray key = QByteArray::fromHex("00112233445566778899aabbccddeeff000102030405060708090a0b0c0d0e0f");
        const QByteArray wrapped = wrapKey(kek, key).value();
        QCOMPARE(wrapped.toHex(), QByteArray("28c9f404c4b810f4cbccb35cfb87f8263f5786e2d80ed326cbc7f0e71a99f43bfb988b9b7a02dd21"));
        QCOMPARE(unwrapKey(kek, wrapped).value().view(), QByteArrayView(key));
    }

    void encryptedSecretOpensForItsKeyOnly()
    {
        for (const KeyType type : {KeyType::P256, KeyType::X25519}) {
            const PrivateKey key = PrivateKey::generate(type).value();
            const QByteArray jwe = encryptJwe(key.publicKey(), R"({"notification":"N1"})").value();
            QCOMPARE(decryptJwe(key, jwe).value().view(), QByteArrayView(R"({"notification":"N1"})"));
            QVERIFY(!decryptJwe(PrivateKey::generate(type).value(), jwe).ok());
            for (qsizetype i = 0; i < jwe.size(); ++i) {
                QByteArray altered = jwe;
                altered[i] = altered.at(i) == 'A' ? 'B' : 'A';
                QVERIFY(!decryptJwe(key, altered).ok());
            }
            QVERIFY(!decryptJwe(key, jwe.left(jwe.lastIndexOf('.'))).ok());
            QVERIFY(!decryptJwe(key, QByteArray(jwe + ".x")).ok());
            QCOMPARE(decryptJwe(key, encryptJwe(key.publicKey(), {}).value()).value().size(), std::size_t(0));
        }
    }

    void idTokenIsBelievedOnlyWhole()
    {
        const PrivateKey key = PrivateKey::generate(KeyType::P256).value();
        JwkSet keys;
        keys.add("k1", key.publicKey());
        const qint64 now = 1767600000;
        const QJsonObject claims{{QStringLiteral("iss"), QStringLiteral("https://idp")}, {QStringLiteral("aud"), QStringLiteral("carriel")},
                                 {QStringLiteral("nonce"), QStringLiteral("n")}, {QStringLiteral("sub"), QStringLiteral("co:CC:1")},
                                 {QStringLiteral("exp"), now + 300}, {QStringLiteral("iat"), now}, {QStringLiteral("auth_time"), now - 200},
                                 {QStringLiteral("acr"), QStringLiteral("high")}};
        IdTokenExpectations expected{QStringLiteral("https://idp"), QStringLiteral("carriel"), QStringLiteral("n"),
                                     QDateTime::fromSecsSinceEpoch(now, Qt::UTC), QStringLiteral("co:CC:1"), {QStringLiteral("high")},
                                     std::chrono::seconds(300)};
        const auto verdict = [&](const char *name, const QJsonValue &value) {
            QJsonObject changed = claims;
            if (value.isUndefined())
                changed.remove(QLatin1String(name));
            else
                changed.insert(QLatin1String(name), value);
            const auto r = verifyIdToken(signedWith(key, R"({"alg":"ES256","kid":"k1"})", compact(changed)), keys, expected);
            return r.ok() ? QString() : r.error().params.value(QStringLiteral("claim")).toString();
        };
        QCOMPARE(verdict("extra", 1), QString());
        QCOMPARE(verdict("aud", QJsonArray{QStringLiteral("carriel")}), QString());
        const QJsonValue none(QJsonValue::Undefined);
        struct Case { const char *claim; QJsonValue value; const char *blamed; };
        for (const Case &c : {Case{"iss", QStringLiteral("https://evil"), "iss"}, Case{"aud", QStringLiteral("other"), "aud"},
                              Case{"aud", QJsonArray{QStringLiteral("carriel"), QStringLiteral("other")}, "aud"}, Case{"azp", QStringLiteral("other"), "aud"},
                              Case{"nonce", none, "nonce"}, Case{"nonce", QStringLiteral("m"), "nonce"}, Case{"exp", now - 300, "exp"}, Case{"exp", none, "exp"},
                              Case{"iat", now + 3600, "iat"}, Case{"sub", QStringLiteral("co:CC:2"), "sub"}, Case{"acr", QStringLiteral("low"), "acr"},
                              Case{"auth_time", now - 3600, "auth_time"}, Case{"auth_time", none, "auth_time"}})
            QCOMPARE(verdict(c.claim, c.value), QString::fromLatin1(c.blamed));

        const PrivateKey other = PrivateKey::generate(KeyType::P256).value();
        QCOMPARE(verifyIdToken(signedWith(other, R"({"alg":"ES256","kid":"k1"})", compact(claims)), keys, expected).error().code,
                 crypto::errors::badSignature);
    }
};

QTEST_GUILESS_MAIN(CryptoJose)
#include "tst_crypto_jose.moc"

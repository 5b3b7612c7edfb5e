// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Base64Url.h"
#include "core/crypto/CryptoErrors.h"
#include "core/crypto/Digest.h"
#include "core/crypto/Ece.h"

#include <QTest>

using namespace carriel;
using namespace carriel::crypto;

namespace {
constexpr qsizetype recordSize = 262161;

QByteArray sealWhole(const SecretBytes &key, const QByteArray &plain, qsizetype piece)
{
    EceSealer sealer = EceSealer::start(key.view()).value();
    QByteArray out;
    for (qsizetype at = 0; at < plain.size(); at += piece)
        out += sealer.add(QByteArrayView(plain).sliced(at, std::min(piece, plain.size() - at))).value();
    out += sealer.finish().value();
    return out;
}

Result<QByteArray> openWhole(const SecretBytes &key, const QByteArray &cipher, qsizetype piece, const EceProfile &profile = {})
{
    EceOpener opener(key.clone(), profile);
    QByteArray out;
    for (qsizetype at = 0; at < cipher.size(); at += piece) {
        CARRIEL_TRY(const QByteArray plain, opener.add(QByteArrayView(cipher).sliced(at, std::min(piece, cipher.size() - at))));
        out += plain;
    }
    CARRIEL_TRY(const QByteArray last, opener.finish());
    return QByteArray(out + last);
}
} // namespace

class CryptoEce : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithRfc8188Section31()
    {
        const SecretBytes key = secretFromBase64Url("yqdlZ-tYemfogSmv7Ws5PQ").value();
        const QByteArray cipher = fromBase64Url("I1BsxtFttlv3u_Oo94xnmwAAEAAA-NAVub2qFgBEuQKRapoZu-IxkIva3MEB1PD-ly8Thjg").value();
        const EceProfile profile{4096, {}, 16};
        QCOMPARE(openWhole(key, cipher, 7, profile).value(), QByteArray("I am the walrus"));
        QVERIFY(!openWhole(key, cipher, 7).ok()); // not our record size
    }

    void anySizeInAnyPiecesComesBack()
    {
        const SecretBytes key = randomSecret(32);
        for (const qsizetype size : {0, 1, 262143, 262144, 262145, 600000}) {
            const QByteArray plain = randomSecret(std::size_t(std::max<qsizetype>(size, 1))).view().toByteArray().left(size);
            const QByteArray cipher = sealWhole(key, plain, 100001);
            const qsizetype records = std::max<qsizetype>(1, (size + 262143) / 262144);
            QCOMPARE(cipher.size(), 21 + size + 17 * records);
            QCOMPARE(openWhole(key, cipher, 65537).value(), plain);
            QCOMPARE(openWhole(key, cipher, cipher.size()).value(), plain);
        }
    }

    void cutSwappedAlteredOrLengthenedContentIsRefused()
    {
        const SecretBytes key = randomSecret(32);
        const QByteArray plain = randomSecret(600000).view().toByteArray();
        const QByteArray cipher = sealWhole(key, plain, 600000);
        const QByteArray header = cipher.left(21);
        const QByteArray r1 = cipher.mid(21, recordSize);
        const QByteArray r2 = cipher.mid(21 + recordSize, recordSize);
        const QByteArray r3 = cipher.mid(21 + 2 * recordSize);
        QVERIFY(openWhole(key, QByteArray(header + r1 + r2 + r3), 50000).ok());
        QVERIFY(!openWhole(key, QByteArray(header + r2 + r1 + r3), 50000).ok());
        QVERIFY(!openWhole(key, QByteArray(header + r1 + r3), 50000).ok());
        QVERIFY(!openWhole(key, QByteArray(header + r1 + r2), 50000).ok()); // cut at a border of records
        QVERIFY(!openWhole(key, QByteArray(header + r1), 50000).ok());
        QVERIFY(!openWhole(key, header, 50000).ok());
        QVERIFY(!openWhole(key, {}, 50000).ok());
        QVERIFY(!openWhole(key, QByteArray(cipher + r3), 50000).ok());
        QVERIFY(!openWhole(key, cipher.chopped(1), 50000).ok());
        for (const qsizetype at : {qsizetype(0), qsizetype(17), qsizetype(20), qsizetype(21), qsizetype(300000), cipher.size() - 1}) {
            QByteArray altered = cipher;
            altered[at] = char(altered.at(at) ^ 0x10);
            QVERIFY(!openWhole(key, altered, 50000).ok());
        }
        QVERIFY(!openWhole(randomSecret(32), cipher, 50000).ok());
        QVERIFY(!EceSealer::start("short").ok());
    }
};

QTEST_GUILESS_MAIN(CryptoEce)
#include "tst_crypto_ece.moc"

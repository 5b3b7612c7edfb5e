// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/CryptoErrors.h"
#include "core/crypto/Digest.h"
#include "core/crypto/RecoveryCode.h"

#include <QTest>

using namespace carriel;
using namespace carriel::crypto;

class CryptoRecovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codeIsReadAsPeopleWriteIt()
    {
        for (int i = 0; i < 200; ++i) {
            const RecoveryCode code = RecoveryCode::generate();
            const QString shown = code.display();
            QCOMPARE(shown.size(), 34);
            QString written = shown.toLower();
            written.replace(QLatin1Char('0'), QLatin1Char('o')).replace(QLatin1Char('1'), QLatin1Char(i % 2 ? 'l' : 'I'));
            written.replace(QLatin1Char('-'), QStringLiteral(" \u2013 "));
            const auto read = RecoveryCode::parse(written);
            QVERIFY2(read.ok(), qPrintable(shown));
            QCOMPARE(read.value().display(), shown);
            QCOMPARE(read.value().key().value().publicKey().thumbprint(), code.key().value().publicKey().thumbprint());
        }
    }

    void slipsOfThePenAreSeen()
    {
        const QString good = RecoveryCode::generate().display().remove(QLatin1Char('-'));
        const QString alphabet = QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
        for (int i = 0; i < good.size(); ++i) {
            for (const QChar c : alphabet) {
                QString wrong = good;
                wrong[i] = c;
                QCOMPARE(RecoveryCode::parse(wrong).ok(), wrong == good);
            }
            if (i > 0) {
                QString swapped = good;
                std::swap(swapped[i - 1], swapped[i]);
                QCOMPARE(RecoveryCode::parse(swapped).ok(), swapped == good);
            }
        }
        const auto reason = [](const QString &text) {
            const auto r = RecoveryCode::parse(text);
            return r.ok() ? QString() : r.error().params.value(QStringLiteral("reason")).toString();
        };
        QCOMPARE(reason(good.left(27)), QStringLiteral("length"));
        QCOMPARE(reason(good + QLatin1Char('0')), QStringLiteral("length"));
        QCOMPARE(reason(QString(good).replace(3, 1, QLatin1Char('U'))), QStringLiteral("character"));
        QCOMPARE(reason({}), QStringLiteral("length"));
    }

    void theKeyOfAKnownCodeNeverChanges()
    {
        // Written papers must open the vault for ever: 26 zero digits, and one of all digits.
        const auto zero = RecoveryCode::parse(QStringLiteral("0000-0000-0000-0000-0000-0000-0000"));
        QVERIFY(zero.ok());
        const SecretBytes raw = hkdfSha256(QByteArray(17, '\0'), {}, "carpeta/recovery/1", 32);
        QCOMPARE(zero.value().key().value().publicKey().thumbprint(),
                 PrivateKey::fromX25519(raw.view()).value().publicKey().thumbprint());
        QByteArray one(17, '\0');
        one[16] = 1;
        const SecretBytes rawOne = hkdfSha256(one, {}, "carpeta/recovery/1", 32);
        QCOMPARE(RecoveryCode::parse(QStringLiteral("0000 0000 0000 0000 0000 0000 0101")).value().key().value().publicKey().thumbprint(),
                 PrivateKey::fromX25519(rawOne.view()).value().publicKey().thumbprint());
    }

    void vaultKeyOpensWithTheCodeAndForItsVaultOnly()
    {
        const PrivateKey recovery = RecoveryCode::generate().key().value();
        const SecretBytes vaultKey = randomSecret(32);
        const QByteArray jwe = wrapVaultKey(recovery.publicKey(), "vault-1", vaultKey).value();
        QCOMPARE(unwrapVaultKey(recovery, "vault-1", jwe).value().view(), vaultKey.view());
        QVERIFY(!unwrapVaultKey(recovery, "vault-2", jwe).ok());
        QVERIFY(!unwrapVaultKey(RecoveryCode::generate().key().value(), "vault-1", jwe).ok());
        QVERIFY(!wrapVaultKey(recovery.publicKey(), "vault-1", SecretBytes(16)).ok());
    }
};

QTEST_GUILESS_MAIN(CryptoRecovery)
#include "tst_crypto_recovery.moc"

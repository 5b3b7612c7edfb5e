// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/PassphraseRule.h"

#include <QTest>

using namespace carriel;

class TestPassphraseRule : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void howHardToGuess_data()
    {
        using enum PassphraseStrength;
        QTest::addColumn<QByteArray>("passphrase");
        QTest::addColumn<PassphraseStrength>("strength");
        QTest::newRow("nothing") << QByteArray() << TooShort;
        QTest::newRow("one letter") << QByteArray("a") << TooShort;
        QTest::newRow("seven") << QByteArray("abcdefg") << TooShort;
        QTest::newRow("seven with accents are seven, not fourteen") << QByteArray("áéíóúñü") << TooShort;
        QTest::newRow("one letter eight times") << QByteArray("aaaaaaaa") << TooUniform;
        QTest::newRow("two letters for ever") << QByteArray(400, 'a') + "b" << TooUniform;
        QTest::newRow("eight") << QByteArray("abcdefgh") << Weak;
        QTest::newRow("five different ones") << QByteArray("aabbccddee") << Weak;
        QTest::newRow("two words") << QByteArray("la nueva") << Weak;
        QTest::newRow("eight with accents") << QByteArray("ñandú ña") << Weak;
        QTest::newRow("two long words") << QByteArray("caballo verde") << Fair;
        QTest::newRow("four words") << QByteArray("ocho caballos en vega") << Strong;
        QTest::newRow("four short words") << QByteArray("sol mar pan luz") << Strong;
        QTest::newRow("one long one") << QByteArray("desoxirribonucleicamente") << Strong;
        QTest::newRow("not UTF-8") << QByteArray("\xff\xfe\x80\x81\x82zzzzzzzz") << TooUniform;
    }
    void howHardToGuess()
    {
        QFETCH(const QByteArray, passphrase);
        QFETCH(const PassphraseStrength, strength);
        QCOMPARE(passphraseStrength(passphrase), strength);
        QCOMPARE(passphraseHolds(passphrase), strength != PassphraseStrength::TooShort && strength != PassphraseStrength::TooUniform);
    }
};

QTEST_APPLESS_MAIN(TestPassphraseRule)
#include "tst_passphrase_rule.moc"

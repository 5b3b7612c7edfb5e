// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Id.h"
#include "core/base/Log.h"
#include "core/base/Random.h"
#include "core/base/Result.h"
#include "core/base/BaseErrors.h"
#include "core/base/SecretBytes.h"

#include <QSet>
#include <QTest>

using namespace carriel;

class TestBase : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void resultPropagatesTheError();
    void idsSortByTimeAndFitTheWire();
    void secretsAreWipedAndMoved();
    void logHidesTokensAndKeys();
};

static Result<int> half(int n)
{
    if (n % 2)
        return Error{errors::badInput, {}, QStringLiteral("odd")};
    return n / 2;
}

static Result<int> quarter(int n)
{
    CARRIEL_TRY(const int once, half(n));
    CARRIEL_TRY(const int twice, half(once));
    return twice;
}

void TestBase::resultPropagatesTheError()
{
    QCOMPARE(quarter(12).value(), 3);
    QVERIFY(!quarter(6).ok());
    QCOMPARE(quarter(6).error().codeText(), QStringLiteral("CAR-BAS-006"));
    QCOMPARE(quarter(7).valueOr(-1), -1);
}

void TestBase::idsSortByTimeAndFitTheWire()
{
    SystemRandom random;
    QSet<QString> seen;
    QString last;
    for (qint64 t = 1'700'000'000'000; t < 1'700'000'000'500; ++t) {
        const QString id = newIdText(t, random);
        QCOMPARE(id.size(), 26);
        QVERIFY(isWireId(id));
        QVERIFY(id > last);
        QVERIFY(!seen.contains(id));
        seen.insert(id);
        last = id;
    }
    QVERIFY(!isWireId(u""));
    QVERIFY(!isWireId(u"a/b"));
    QVERIFY(!isWireId(QString(65, u'a')));
    QVERIFY(!isWireId(u"ñ"));
}

void TestBase::secretsAreWipedAndMoved()
{
    QByteArray original("correct horse");
    SecretBytes secret = SecretBytes::takeFrom(original);
    QVERIFY(original.isEmpty());
    QCOMPARE(secret.view().toByteArray(), QByteArray("correct horse"));
    SecretBytes moved = std::move(secret);
    QVERIFY(secret.isEmpty()); // NOLINT(bugprone-use-after-move): that it is empty is what is tested
    QCOMPARE(moved.size(), std::size_t(13));
    moved.wipe();
    QVERIFY(moved.isEmpty());
}

void TestBase::logHidesTokensAndKeys()
{
    const QString token = QStringLiteral("eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxMDIwMzA0MDUwIn0.c2lnbmF0dXJl");
    QVERIFY(!redacted(QStringLiteral("Authorization: Bearer abc.def")).contains(QStringLiteral("abc")));
    QVERIFY(!redacted(QStringLiteral("got %1 back").arg(token)).contains(QStringLiteral("eyJ")));
    QVERIFY(!redacted(QStringLiteral("GET https://op.example/cb?code=secret&state=1")).contains(QStringLiteral("secret")));
    const QString harmless = QStringLiteral("item 01J8Z3K6Q9V5W7X2Y4A1B3C5D7 synced, CAR-SYN-003");
    QCOMPARE(redacted(harmless), harmless);
}

QTEST_APPLESS_MAIN(TestBase)
#include "tst_base.moc"

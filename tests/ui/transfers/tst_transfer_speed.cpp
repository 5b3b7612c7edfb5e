// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The speed and the time left that Transferencias tells.
#include "ui/transfers/Speed.h"

#include <QTest>

using namespace carriel::ui;

class TestTransferSpeed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPieceWhoseBeginningNobodySawTellsNothing();
    void piecesAreCountedFromArrivalToArrival();
    void whatStandsStillGetsSlower();
    void oldPiecesAreForgotten();
    void whatBeginsAgainIsMeasuredAnew();
};

namespace {
const QString id = QStringLiteral("a");
constexpr qint64 piece = 1'000'000;
} // namespace

// One looks in just before a piece is whole: a megabyte in half a second is not what the line does.
void TestTransferSpeed::aPieceWhoseBeginningNobodySawTellsNothing()
{
    Speed speed;
    speed.note(id, 0, 0);
    speed.note(id, piece, 500);
    QCOMPARE(speed.bytesPerSecond(id, 600), 0.0);
    QCOMPARE(Speed::secondsLeft(0, piece), qint64(-1));
}

void TestTransferSpeed::piecesAreCountedFromArrivalToArrival()
{
    Speed speed;
    speed.note(id, 0, 0);
    for (qint64 n = 1; n <= 4; ++n)
        speed.note(id, n * piece, 500 + n * 4000);
    QCOMPARE(speed.bytesPerSecond(id, 16500), 250'000.0);
    QCOMPARE(speed.bytesPerSecond(id, 19000), 250'000.0); // the next one is on its way
    QCOMPARE(Speed::secondsLeft(250'000, 30 * piece), qint64(120));
}

void TestTransferSpeed::whatStandsStillGetsSlower()
{
    Speed speed;
    speed.note(id, 0, 0);
    speed.note(id, piece, 1000);
    speed.note(id, 2 * piece, 2000);
    QCOMPARE(speed.bytesPerSecond(id, 2000), 1'000'000.0);
    QCOMPARE(speed.bytesPerSecond(id, 22000), 50'000.0);
}

void TestTransferSpeed::oldPiecesAreForgotten()
{
    Speed speed;
    speed.note(id, 0, 0);
    for (qint64 n = 1; n <= 100; ++n) // fast,
        speed.note(id, n * piece, n * 100);
    for (qint64 n = 1; n <= 10; ++n) // and then limited
        speed.note(id, (100 + n) * piece, 10'000 + n * 10'000);
    QCOMPARE(speed.bytesPerSecond(id, 110'000), 100'000.0);
}

void TestTransferSpeed::whatBeginsAgainIsMeasuredAnew()
{
    Speed speed;
    speed.note(id, 0, 0);
    speed.note(id, piece, 1000);
    speed.note(id, 2 * piece, 2000);
    speed.note(id, 0, 3000); // the upload was lost
    QCOMPARE(speed.bytesPerSecond(id, 3000), 0.0);
    speed.keepOnly({});
    QCOMPARE(speed.bytesPerSecond(id, 3000), 0.0);
}

QTEST_GUILESS_MAIN(TestTransferSpeed)
#include "tst_transfer_speed.moc"

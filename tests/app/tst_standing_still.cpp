// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// How long a command waits: seconds for an operator that says nothing, what the bytes need for one that takes them.
#include "app/commands/StandingStill.h"

#include <QTest>

using namespace carriel;
using namespace carriel::commands;
using namespace std::chrono_literals;

class StandingStillTest : public QObject
{
    Q_OBJECT

    const QDateTime m_began = QDateTime::fromString(QStringLiteral("2026-03-01T12:00:00Z"), Qt::ISODate);

    SyncStatus said(int secondsAfter, qint64 bytesLeft = 0) const
    {
        SyncStatus out;
        out.phase = SyncPhase::Syncing;
        out.lastContactUtc = m_began.addSecs(secondsAfter);
        out.bytesLeft = bytesLeft;
        return out;
    }

private Q_SLOTS:
    void whoWasNotHeardHasSeconds()
    {
        StandingStill still(m_began);
        QCOMPARE(still.after(SyncStatus(), 0s), StandingStill::few);
        QCOMPARE(still.after(said(-60, 100 << 20), 1s), StandingStill::few); // bytes wait, but it was heard before only
    }

    void aSilenceIsNoNews()
    {
        StandingStill still(m_began);
        SyncStatus silent = said(1, 1 << 20);
        silent.silentSinceUtc = m_began;
        QCOMPARE(still.after(silent, 1s), std::nullopt);
    }

    void whoTakesBytesHasTheTimeThatTheyNeed()
    {
        StandingStill still(m_began);
        QCOMPARE(still.after(said(1), 1s), StandingStill::few); // nothing is to travel
        QCOMPARE(still.after(said(1, 320 * 1024), 1s), StandingStill::few + 10s);
        QCOMPARE(still.after(said(1, qint64(1) << 30), 1s), StandingStill::few + 128s); // and not for ever
    }

    void whoWasFastIsMissedSooner()
    {
        StandingStill still(m_began);
        (void)still.after(said(1, 40 << 20), 1s);
        QCOMPARE(still.after(said(2, 36 << 20), 2s), StandingStill::few + 4s); // 4 MiB in a second: as much may take four
        QCOMPARE(still.after(said(2, 36 << 20), 3s), StandingStill::few + 4s);
    }
};

QTEST_GUILESS_MAIN(StandingStillTest)
#include "tst_standing_still.moc"

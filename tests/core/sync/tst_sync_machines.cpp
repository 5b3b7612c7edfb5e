// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Every state with every event: what the tables say, and that they say nothing else.
#include "core/sync/BlobMachine.h"
#include "core/sync/Line.h"
#include "core/sync/NameChooser.h"
#include "core/sync/OpMachine.h"

#include <QTest>

using namespace carriel;
using namespace carriel::sync;

class TestSyncMachines : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void operations();
    void nothingLeavesAnEnd();
    void whatMayHaveHappenedIsNeverWithdrawn();
    void advanceRefusesTheRest();
    void bytes();
    void names();
    void whyNothingGoesIsSaidOnceItLasts();
};

void TestSyncMachines::operations()
{
    using S = OpState;
    using E = OpEvent;
    struct Arrow {
        S from;
        E event;
        S to;
    };
    const QList<Arrow> arrows{{S::Queued, E::Send, S::Inflight},
                              {S::Queued, E::AskPerson, S::WaitingUser},
                              {S::Queued, E::Withdrawn, S::Cancelled},
                              {S::Inflight, E::Answered, S::Done},
                              {S::Inflight, E::SeenInFeed, S::Done},
                              {S::Inflight, E::Lost, S::Unknown},
                              {S::Inflight, E::Restarted, S::Unknown},
                              {S::Inflight, E::Refused, S::Failed},
                              {S::Inflight, E::AskPerson, S::WaitingUser},
                              {S::Inflight, E::Superseded, S::Cancelled},
                              {S::Inflight, E::NotSent, S::Queued},
                              {S::Unknown, E::Send, S::Inflight},
                              {S::Unknown, E::SeenInFeed, S::Done},
                              {S::WaitingUser, E::SeenInFeed, S::Done},
                              {S::WaitingUser, E::Superseded, S::Cancelled},
                              {S::WaitingUser, E::Withdrawn, S::Cancelled},
                              {S::WaitingUser, E::RetrySame, S::Unknown},
                              {S::WaitingUser, E::RetryFresh, S::Queued},
                              {S::Failed, E::SeenInFeed, S::Done},
                              {S::Failed, E::Superseded, S::Cancelled},
                              {S::Failed, E::Withdrawn, S::Cancelled}};
    for (int state = 0; state < opStateCount; ++state) {
        for (int event = 0; event < opEventCount; ++event) {
            std::optional<S> expected;
            for (const Arrow &arrow : arrows) {
                if (arrow.from == S(state) && arrow.event == E(event))
                    expected = arrow.to;
            }
            QVERIFY2(next(S(state), E(event)) == expected, qPrintable(QStringLiteral("%1 × %2").arg(state).arg(event)));
        }
    }
}

void TestSyncMachines::nothingLeavesAnEnd()
{
    for (int event = 0; event < opEventCount; ++event) {
        QVERIFY(!next(OpState::Done, OpEvent(event)));
        QVERIFY(!next(OpState::Cancelled, OpEvent(event)));
    }
}

void TestSyncMachines::whatMayHaveHappenedIsNeverWithdrawn()
{
    QVERIFY(!next(OpState::Unknown, OpEvent::Withdrawn));
    QVERIFY(!next(OpState::Unknown, OpEvent::Superseded));
    QVERIFY(!next(OpState::Inflight, OpEvent::Withdrawn));
}

void TestSyncMachines::advanceRefusesTheRest()
{
    OpRow op;
    op.state = OpState::Done;
    QVERIFY(!advance(op, OpEvent::Send).ok());
    QCOMPARE(op.state, OpState::Done);
    op.state = OpState::Queued;
    QVERIFY(advance(op, OpEvent::Send).ok());
    QCOMPARE(op.state, OpState::Inflight);
}

void TestSyncMachines::bytes()
{
    using S = BlobState;
    using E = BlobEvent;
    int arrows = 0;
    for (int state = 0; state < blobStateCount; ++state) {
        for (int event = 0; event < blobEventCount; ++event)
            arrows += next(S(state), E(event)).has_value();
    }
    QCOMPARE(arrows, 9);
    QVERIFY(next(S::Absent, E::ChunkStored) == S::Partial);
    QVERIFY(next(S::Absent, E::Whole) == S::Verified);
    QVERIFY(next(S::Partial, E::ChunkStored) == S::Partial);
    QVERIFY(next(S::Partial, E::Whole) == S::Verified);
    QVERIFY(next(S::Partial, E::Mismatch) == S::Corrupt);
    QVERIFY(next(S::Partial, E::Dropped) == S::Absent);
    QVERIFY(next(S::Verified, E::DamageFound) == S::Corrupt);
    QVERIFY(next(S::Verified, E::Evicted) == S::Absent);
    QVERIFY(next(S::Corrupt, E::Dropped) == S::Absent);
}

void TestSyncMachines::names()
{
    NameChooser names{NameRules()};
    QCOMPARE(names.choose(QStringLiteral("acta.pdf")), QStringLiteral("acta.pdf"));
    QCOMPARE(names.choose(QStringLiteral("ACTA.pdf")), QStringLiteral("ACTA (2).pdf"));
    QCOMPARE(names.choose(QStringLiteral("acta.pdf")), QStringLiteral("acta (3).pdf"));
    QCOMPARE(names.chooseOther(QStringLiteral("acta.pdf")), QStringLiteral("acta (4).pdf"));
    QCOMPARE(names.chooseOther(QStringLiteral("nota (7).txt")), QStringLiteral("nota (8).txt"));
    QCOMPARE(names.choose(QStringLiteral("CON")), QStringLiteral("CON_"));
    QCOMPARE(names.choose(QStringLiteral("Cédula").normalized(QString::NormalizationForm_D)), QStringLiteral("Cédula"));
    QCOMPARE(names.choose(QStringLiteral("CÉDULA")), QStringLiteral("CÉDULA (2)"));
}

// One that does not answer twice, or says "later" three times; an answer ends both.
void TestSyncMachines::whyNothingGoesIsSaidOnceItLasts()
{
    const SystemClock clock;
    SystemRandom random;
    Line line(clock, random);
    Trouble later;
    later.kind = TroubleKind::Busy;
    for (const bool lasts : {false, false, true, true}) {
        QVERIFY(line.note(later));
        QCOMPARE(line.isLasting(), lasts);
        QVERIFY(line.lastError());
    }
    line.answered();
    QVERIFY(!line.isLasting());
    QVERIFY(line.note(later));
    QVERIFY(!line.isLasting());
}

QTEST_GUILESS_MAIN(TestSyncMachines)
#include "tst_sync_machines.moc"

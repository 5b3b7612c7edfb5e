// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// No day of a general rule is ever said as the last one while nobody has read the act here, and what may be running comes
// before what has a day.
#include "ui/text/UsualTerm.h"

#include <QTest>

using namespace carriel;

namespace {

const QDate today(2026, 11, 23);

NotificationEntry entry(const char *state, NotificationStep step)
{
    NotificationEntry out;
    out.kind = QStringLiteral("notification");
    out.state = QLatin1String(state);
    out.step = step;
    return out;
}

NotificationEntry elsewhere(const QDateTime &when)
{
    NotificationEntry out = entry("Accessed", NotificationStep::Sealed);
    out.accessedUtc = when;
    out.lastDayIfToday = QDate(2026, 12, 7);
    return out;
}

} // namespace

class TestUsualTerm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasOpenedElsewhereIsToBeReadHere()
    {
        // Evening of the 22nd in Colombia.
        const NotificationEntry one = elsewhere(QDateTime({2026, 11, 23}, {3, 0}, Qt::UTC));
        QVERIFY(text::unreadHere(one, today));
        QCOMPARE(*text::pressingDay(one, today), QDate(2026, 11, 22));
        QVERIFY(text::usualTerm(one, today).contains(QLatin1String("may give less")));
        QVERIFY(text::usualTerm(one, QDate(2026, 12, 8)).contains(QLatin1String("may say otherwise")));
        NotificationEntry noRule = one; // a regime without a term of its own
        noRule.lastDayIfToday.reset();
        QVERIFY(!text::usualTerm(noRule, today).isEmpty());
        NotificationEntry message = one;
        message.kind = QStringLiteral("communication");
        QVERIFY(!text::unreadHere(message, today));
        // What a new computer finds of years ago is no affair of today.
        const NotificationEntry old = elsewhere(QDateTime({2025, 1, 3}, {3, 0}, Qt::UTC));
        QVERIFY(!text::unreadHere(old, today) && !text::pressingDay(old, today) && text::usualTerm(old, today).isEmpty());
    }

    void aSealedOneIsOrderedByWhatPressesFirst()
    {
        NotificationEntry one = entry("Available", NotificationStep::Sealed);
        QVERIFY(!text::pressingDay(one, today));
        one.lastDayIfToday = QDate(2026, 12, 7);
        QCOMPARE(*text::pressingDay(one, today), QDate(2026, 12, 7));
        QVERIFY(text::usualTerm(one, today).contains(QLatin1String("may give less")));
        one.begins = QDate(2026, 12, 1); // runs, opened or not
        QCOMPARE(*text::pressingDay(one, today), QDate(2026, 12, 1));
        one.expiresUtc = QDateTime({2026, 11, 29}, {2, 0}, Qt::UTC); // the 28th in Colombia
        QCOMPARE(*text::pressingDay(one, today), QDate(2026, 11, 28));
    }

    void anOpenedOneWithoutAnEndKeepsItsDay()
    {
        NotificationEntry one = entry("Accessed", NotificationStep::Opened);
        one.accessedUtc = QDateTime({2026, 11, 20}, {15, 0}, Qt::UTC);
        one.lastDay = QDate(2026, 11, 26);
        QCOMPARE(*text::pressingDay(one, today), QDate(2026, 11, 26));
        QVERIFY(!text::pressingDay(one, QDate(2026, 11, 27)));
        one.lastDay.reset();
        one.begins = QDate(2026, 12, 1);
        QVERIFY(text::runsOpenEnded(one, today));
        QCOMPARE(*text::pressingDay(one, today), QDate(2026, 12, 1));
        QCOMPARE(*text::pressingDay(one, QDate(2026, 12, 20)), QDate(2026, 12, 20)); // it runs
        QVERIFY(text::usualTerm(one, today).contains(QLatin1String("2026")));
        QVERIFY(!text::pressingDay(one, QDate(2027, 4, 1)));
    }
};

QTEST_GUILESS_MAIN(TestUsualTerm)
#include "tst_usual_term.moc"

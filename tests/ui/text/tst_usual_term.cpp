// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// No day of a general rule is ever said as the last one while nobody has read the act here, and what may be running comes
// before what has a day.
#include "core/services/BindingDay.h"
#include "ui/text/BindingWords.h"
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

    // The earlier of the counted day and of the entity's own binds, in every line and in the order.
    void theEntityAsksForAnAnswerBefore()
    {
        NotificationEntry one = entry("Accessed", NotificationStep::Opened);
        one.lastDay = QDate(2026, 11, 26);
        QVERIFY(text::askedBefore(one, today).isEmpty() && text::dueWords(one, today).startsWith(QLatin1String("Last day: ")));
        one.asked = {{0, QStringLiteral("reply"), QStringLiteral("Contestar"), QDate(2026, 11, 25)},
                     {1, QStringLiteral("deadline"), QStringLiteral("Tarde"), QDate(2026, 12, 10)}};
        QCOMPARE(bindingDay(one, today)->day, QDate(2026, 11, 25));
        QCOMPARE(*text::pressingDay(one, today), QDate(2026, 11, 25));
        const QString before = text::askedBefore(one, today), line = text::dueWords(one, today);
        QVERIFY2(before.startsWith(QLatin1String("The entity asks for an answer before")) && before.contains(QLatin1String("25")), qPrintable(before));
        QVERIFY2(line.startsWith(QLatin1String("The entity asks for an answer before")) && line.contains(QLatin1String("26")), qPrintable(line));
        // On the next day that is over, and the counted term is not: both are said.
        const QDate after(2026, 11, 26);
        QCOMPARE(bindingDay(one, after)->day, after);
        QVERIFY(!bindingDay(one, after)->asked && *missedDay(one, after) == QDate(2026, 11, 25));
        QVERIFY(text::askedBefore(one, after).contains(QLatin1String("that is over")));
        QVERIFY(text::dueWords(one, after).contains(QLatin1String("that is over")) && text::dueWords(one, after).contains(QLatin1String("Last day: ")));
        QCOMPARE(*text::pressingDay(one, after), QDate(2026, 11, 25)); // to be answered at once: before all that is to come
        // A payment that is still to come does not hide it.
        one.lastDay = QDate(2026, 12, 7);
        one.asked.append({2, QStringLiteral("pay"), QStringLiteral("Pagar"), QDate(2026, 12, 1)});
        for (const QString &words : {text::askedBefore(one, after), text::dueWords(one, after)})
            QVERIFY2(words.contains(QLatin1String("that is over")) && words.contains(QLatin1String("Pagar")), qPrintable(words));
        one.lastDay = QDate(2026, 11, 26);
        // On one day the counted one is as good; a payment is not called an answer, nor is one of an act without a term.
        one.asked = {{0, QStringLiteral("reply"), {}, QDate(2026, 11, 26)}};
        QVERIFY(!bindingDay(one, today)->asked && text::askedBefore(one, today).isEmpty());
        one.asked = {{0, QStringLiteral("pay"), QStringLiteral("Pagar la cuota"), QDate(2026, 11, 24)}};
        QVERIFY(text::dueWords(one, today).contains(QLatin1String("Pagar la cuota")) && !text::dueWords(one, today).contains(QLatin1String("asks for an answer")));
        QVERIFY(!missedDay(one, today.addDays(2)));
        one.lastDay.reset();
        QCOMPARE(*text::pressingDay(one, today), QDate(2026, 11, 24));
        QVERIFY(!text::dueWords(one, today).isEmpty() && text::dueWords(one, today.addDays(2)).isEmpty());
    }

    // After the term that is counted, or on a day on which nobody works: no day to wait for.
    void aDayOfTheEntityThatIsNoneToWaitFor()
    {
        NotificationEntry one = entry("Accessed", NotificationStep::Opened);
        one.lastDay = QDate(2026, 12, 7);
        one.asked = {{0, QStringLiteral("deadline"), QStringLiteral("Interponer recurso"), QDate(2026, 12, 10)}};
        QVERIFY(isTooLate(one, one.asked.first()) && text::laterAsked(one, today).contains(QLatin1String("after the end of the term")));
        QVERIFY(text::dueWords(one, QDate(2026, 12, 8)).contains(QLatin1String("ended on")));
        one.extended = QDate(2026, 12, 10);
        QVERIFY(!isTooLate(one, one.asked.first()) && text::laterAsked(one, today).isEmpty());
        one.lastDay.reset();
        one.asked.first().day = QDate(2026, 12, 13);
        one.asked.first().rest = true;
        QVERIFY(text::onRestDay(one, 0) && !text::onRestDay(one, 1));
        QVERIFY(text::askedBefore(one, today).contains(text::restDay()) && text::dueWords(one, today).contains(QLatin1String("nobody works")));
    }

    // The last day that is counted is a holiday: the line says so, and until when the term is extended.
    void aCountedDayOnWhichNobodyWorks()
    {
        NotificationEntry one = entry("Accessed", NotificationStep::Opened);
        one.lastDay = QDate(2026, 12, 8);
        QVERIFY(text::extendedTo(one).isEmpty() && !text::dueWords(one, today).contains(QLatin1String("Nobody works")));
        one.extended = QDate(2026, 12, 9);
        QVERIFY(text::dueWords(one, today).contains(text::extendedTo(one)));
        QVERIFY(text::extendedTo(one).contains(QLatin1String("Nobody works")));
    }

    void aRuleThatDoesNotSayWhichDaysIsToldInTheLine()
    {
        NotificationEntry one = entry("Accessed", NotificationStep::Opened);
        one.lastDay = QDate(2026, 12, 2);
        QVERIFY(!text::dueWords(one, today).contains(QLatin1String("every day")));
        one.daysUnsaid = true;
        QVERIFY(text::dueWords(one, today).contains(QLatin1String("every day has less time")));
    }

    void byOtherMeansATermStartsThere()
    {
        QVERIFY(text::usualTerm(entry("OtherMeans", NotificationStep::Sealed), today).contains(QLatin1String("the term starts there")));
        QVERIFY(text::usualTerm(entry("Cancelled", NotificationStep::Sealed), today).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestUsualTerm)
#include "tst_usual_term.moc"

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// When a day is told again, and how it is written for other calendars.
#include "core/services/CalendarFile.h"
#include "core/services/Reminders.h"

#include <QTest>

using namespace carriel;

class TestReminders final : public QObject
{
    Q_OBJECT

    QDate m_day{2026, 12, 4};

    int toldBetween(QDate from, QDate to, ReminderState state = {}) const
    {
        int times = 0;
        for (QDate today = from; today <= to; today = today.addDays(1)) {
            if (!timeToTell(state, m_day, today))
                continue;
            ++times;
            state.told = today;
        }
        return times;
    }

private Q_SLOTS:
    void itIsToldFourTimesAndNeverAfterwards()
    {
        QCOMPARE(toldBetween(m_day.addDays(-60), m_day.addDays(30)), 4);
        QVERIFY(!timeToTell({}, m_day, m_day.addDays(-8)));
        QVERIFY(timeToTell({}, m_day, m_day.addDays(-7)));
        QVERIFY(!timeToTell({}, m_day, m_day.addDays(1)));
    }

    void whatWasMissedIsToldAtTheFirstChanceOnce()
    {
        QCOMPARE(toldBetween(m_day.addDays(-2), m_day.addDays(-2)), 1); // not running on the 7th and 3rd day before
        ReminderState state;
        state.told = m_day.addDays(-2);
        QVERIFY(!timeToTell(state, m_day, m_day.addDays(-2)));
        QVERIFY(timeToTell(state, m_day, m_day.addDays(-1)));
    }

    void whatWasPutAsideIsQuiet()
    {
        ReminderState state;
        state.off = true;
        QCOMPARE(toldBetween(m_day.addDays(-60), m_day, state), 0);
        state = {};
        state.until = m_day.addDays(-2);
        state.told = m_day.addDays(-7);
        QVERIFY(!timeToTell(state, m_day, m_day.addDays(-3)));
        QVERIFY(timeToTell(state, m_day, m_day.addDays(-2)));
        state.told = m_day.addDays(-2);
        QVERIFY(!timeToTell(state, m_day, m_day.addDays(-2)));
        QVERIFY(timeToTell(state, m_day, m_day));
        const ReminderState again = reminderFrom(stored(state));
        QVERIFY(again.until == state.until && again.told == state.told && !again.off);
        QVERIFY(!reminderFrom(QStringLiteral("nonsense")).off);
    }

    void aCalendarTakesTheFile()
    {
        const CalendarEvent event{QStringLiteral("0192@carriel"),
                                  QStringLiteral("Último día; responder, ya\nEND:VCALENDAR"),
                                  QString(200, QChar(0xf1)),
                                  m_day,
                                  {3, 0}};
        const QByteArray file = calendarFile(event, QDateTime(QDate(2026, 11, 20), QTime(1, 2, 3), Qt::UTC));
        QVERIFY(file.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && file.endsWith("END:VCALENDAR\r\n"));
        QCOMPARE(file.count("\r\nEND:VCALENDAR\r\n"), 1); // foreign words do not end it
        QVERIFY(file.contains("DTSTART;VALUE=DATE:20261204\r\nDTEND;VALUE=DATE:20261205\r\n"));
        QVERIFY(file.contains("DTSTAMP:20261120T010203Z\r\n"));
        QVERIFY(file.contains("SUMMARY:Último día\\; responder\\, ya\\nEND:VCALENDAR\r\n"));
        QVERIFY(file.contains("TRIGGER:-PT63H\r\n") && file.contains("TRIGGER:PT9H\r\n")); // nine in the morning
        for (const QByteArray &line : file.split('\n')) {
            QVERIFY(line.size() <= 76);
            QVERIFY(!QString::fromUtf8(line).contains(QChar::ReplacementCharacter)); // no character is cut
        }
        QByteArray unfolded = file;
        unfolded.replace("\r\n ", "");
        QVERIFY(unfolded.contains(QString(200, QChar(0xf1)).toUtf8()));
    }
};

QTEST_GUILESS_MAIN(TestReminders)
#include "tst_reminders.moc"

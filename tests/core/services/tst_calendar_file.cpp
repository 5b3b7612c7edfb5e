// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A day in a calendar file, read back: by the rules of RFC 5545 strictly, and by the parser that calendar programs in Python use,
// where it is installed.
#include "core/services/CalendarFile.h"
#include "tests/support/Patience.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace carriel;

namespace {
const QDateTime now(QDate(2026, 2, 27), QTime(23, 59, 58), Qt::UTC);

CalendarEvent lastDay()
{
    CalendarEvent out;
    out.uid = QStringLiteral("01a20bad-1818-70e7-aafb-c0f32fa9b8e4@carriel");
    out.title = QStringLiteral("Último día para responder; «Salud, S.A.» \\ 100 %, y un nombre que es tan largo que no cabe en una línea 😀");
    out.text = QStringLiteral("Primera línea\nsegunda: BEGIN:VEVENT\r\nEND:VCALENDAR\x07, fin");
    out.day = QDate(2026, 2, 28); // the end is in another month
    out.alarms = {7, 1, 0};
    return out;
}

// Unfolded lines (RFC 5545 §3.1); empty: not written as it must be.
QByteArrayList linesOf(const QByteArray &file)
{
    if (!file.endsWith("\r\n") || file.count('\n') != file.count("\r\n"))
        return {};
    QByteArrayList out;
    for (const QByteArray &raw : file.chopped(2).split('\n')) {
        const QByteArray line = raw.endsWith('\r') ? raw.chopped(1) : raw;
        if (line.size() > 75 || line.isEmpty() || QString::fromUtf8(line).contains(QChar::ReplacementCharacter)) // cut in a character
            return {};
        if (line.startsWith(' '))
            out.last() += line.mid(1);
        else
            out.append(line);
    }
    return out;
}
} // namespace

class TestCalendarFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void byTheRules()
    {
        const QByteArrayList lines = linesOf(calendarFile(lastDay(), now));
        QCOMPARE(lines.first(), QByteArray("BEGIN:VCALENDAR"));
        QCOMPARE(lines.last(), QByteArray("END:VCALENDAR"));
        for (const char *once : {"VERSION:2.0", "UID:01a20bad-1818-70e7-aafb-c0f32fa9b8e4@carriel", "DTSTAMP:20260227T235958Z",
                                 "DTSTART;VALUE=DATE:20260228", "DTEND;VALUE=DATE:20260301", "BEGIN:VEVENT", "END:VEVENT"})
            QCOMPARE(lines.count(once), 1);
        QCOMPARE(lines.count("BEGIN:VALARM"), 3);
        for (const char *alarm : {"TRIGGER:-PT159H", "TRIGGER:-PT15H", "TRIGGER:PT9H"}) // nine in the morning
            QCOMPARE(lines.count(alarm), 1);
        // The same matter is the same entry, whenever it is written.
        QVERIFY(linesOf(calendarFile(lastDay(), now.addDays(9))).contains("UID:01a20bad-1818-70e7-aafb-c0f32fa9b8e4@carriel"));
    }

    void byAnotherParser()
    {
        QTemporaryDir dir;
        QFile file(dir.filePath(QStringLiteral("dia.ics")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(calendarFile(lastDay(), now)) > 0);
        file.close();
        static const QByteArray script = R"(
import json, sys
try:
    import icalendar
except ImportError:
    sys.exit(77)
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
events = calendar.walk('VEVENT')
one = events[0]
print(json.dumps({'events': len(events), 'uid': str(one['UID']), 'title': str(one['SUMMARY']), 'text': str(one['DESCRIPTION']),
                  'start': one['DTSTART'].dt.isoformat(), 'end': one['DTEND'].dt.isoformat(), 'stamp': one['DTSTAMP'].dt.isoformat(),
                  'alarms': [alarm['TRIGGER'].dt.total_seconds() for alarm in one.walk('VALARM')], 'errors': len(one.errors)}))
)";
        QProcess python;
        python.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral("-c"), QString::fromUtf8(script), file.fileName()});
        if (!python.waitForFinished(test::patienceMs) || python.exitCode() == 77)
            QSKIP("no parser of calendars here");
        QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
        const QJsonObject read = QJsonDocument::fromJson(python.readAllStandardOutput()).object();
        const CalendarEvent wanted = lastDay();
        QCOMPARE(read.value(QLatin1String("events")).toInt(), 1);
        QCOMPARE(read.value(QLatin1String("errors")).toInt(), 0);
        QCOMPARE(read.value(QLatin1String("uid")).toString(), wanted.uid);
        QCOMPARE(read.value(QLatin1String("title")).toString(), wanted.title);
        QString text = wanted.text; // without what could end a line
        QCOMPARE(read.value(QLatin1String("text")).toString(), text.remove(QLatin1Char('\r')).remove(QChar(7)));
        QCOMPARE(read.value(QLatin1String("start")).toString(), QStringLiteral("2026-02-28"));
        QCOMPARE(read.value(QLatin1String("end")).toString(), QStringLiteral("2026-03-01"));
        QVERIFY(read.value(QLatin1String("stamp")).toString().startsWith(QLatin1String("2026-02-27T23:59:58")));
        QCOMPARE(read.value(QLatin1String("alarms")).toArray(), (QJsonArray{-159 * 3600, -15 * 3600, 9 * 3600}));
    }
};

QTEST_GUILESS_MAIN(TestCalendarFile)
#include "tst_calendar_file.moc"

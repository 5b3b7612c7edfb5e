// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/clock/CalendarFile.h"

namespace carriel::evidence {

namespace {

// §3.3.11; control characters have no place in a text.
QByteArray escaped(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        if (c == QLatin1Char('\n'))
            out += QLatin1String("\\n");
        else if (c == QLatin1Char('\\') || c == QLatin1Char(';') || c == QLatin1Char(','))
            out += QLatin1Char('\\'), out += c;
        else if (c.category() != QChar::Other_Control)
            out += c;
    }
    return out.toUtf8();
}

// §3.1: at most 75 bytes in a line, never cut inside a character.
void line(QByteArray &out, QByteArray text)
{
    qsizetype room = 75;
    while (text.size() > room) {
        qsizetype cut = room;
        while (cut > 1 && (uchar(text.at(cut)) & 0xC0) == 0x80)
            --cut;
        out += text.left(cut);
        out += "\r\n ";
        text.remove(0, cut);
        room = 74;
    }
    out += text;
    out += "\r\n";
}

QByteArray dateOf(QDate date)
{
    return date.toString(QStringLiteral("yyyyMMdd")).toLatin1();
}

} // namespace

QByteArray calendarFile(const QList<CalendarEntry> &entries, const QDateTime &nowUtc)
{
    QByteArray out;
    line(out, "BEGIN:VCALENDAR");
    line(out, "VERSION:2.0");
    line(out, "PRODID:-//Carriel//Carriel//ES");
    for (const CalendarEntry &entry : entries) {
        line(out, "BEGIN:VEVENT");
        line(out, QByteArray("UID:") + escaped(entry.uid));
        line(out, QByteArray("DTSTAMP:") + nowUtc.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")).toLatin1());
        line(out, QByteArray("DTSTART;VALUE=DATE:") + dateOf(entry.date));
        line(out, QByteArray("DTEND;VALUE=DATE:") + dateOf(entry.date.addDays(1)));
        line(out, QByteArray("SUMMARY:") + escaped(entry.summary));
        if (!entry.description.isEmpty())
            line(out, QByteArray("DESCRIPTION:") + escaped(entry.description));
        line(out, "TRANSP:TRANSPARENT");
        if (entry.remindDaysBefore > 0) {
            line(out, "BEGIN:VALARM");
            line(out, "ACTION:DISPLAY");
            line(out, QByteArray("DESCRIPTION:") + escaped(entry.summary));
            line(out, QByteArray("TRIGGER:-P") + QByteArray::number(entry.remindDaysBefore) + "D");
            line(out, "END:VALARM");
        }
        line(out, "END:VEVENT");
    }
    line(out, "END:VCALENDAR");
    return out;
}

} // namespace carriel::evidence

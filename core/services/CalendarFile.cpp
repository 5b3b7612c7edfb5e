// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/CalendarFile.h"

#include <algorithm>
#include <cstdlib>

namespace carriel {
namespace {

constexpr int alarmHour = 9;
constexpr qsizetype lineOctets = 75; // RFC 5545 §3.1, without the line's end

// §3.3.11; a control character would end the line or the file.
QByteArray escaped(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        if (c == u'\\' || c == u';' || c == u',')
            out += u'\\';
        if (c == u'\n')
            out += QLatin1String("\\n");
        else if (c.unicode() >= 0x20 && c.unicode() != 0x7f)
            out += c;
    }
    return out.toUtf8();
}

// Folded between characters, never inside one of several octets.
void add(QByteArray &file, const QByteArray &name, const QByteArray &value)
{
    const QByteArray line = name + value;
    qsizetype room = lineOctets;
    for (qsizetype at = 0; at < line.size();) {
        qsizetype end = std::min(at + room, line.size());
        while (end < line.size() && (uchar(line.at(end)) & 0xc0) == 0x80)
            --end;
        if (at > 0)
            file += "\r\n ";
        file += line.mid(at, end - at);
        at = end;
        room = lineOctets - 1;
    }
    file += "\r\n";
}

QByteArray day(QDate date)
{
    return date.toString(QStringLiteral("yyyyMMdd")).toLatin1();
}

} // namespace

QByteArray calendarFile(const CalendarEvent &event, const QDateTime &nowUtc)
{
    QByteArray out;
    add(out, "BEGIN:", "VCALENDAR");
    add(out, "VERSION:", "2.0");
    add(out, "PRODID:", "-//Carriel//Carriel//ES");
    add(out, "BEGIN:", "VEVENT");
    add(out, "UID:", escaped(event.uid));
    add(out, "DTSTAMP:", nowUtc.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")).toLatin1());
    add(out, "DTSTART;VALUE=DATE:", day(event.day));
    add(out, "DTEND;VALUE=DATE:", day(event.day.addDays(1)));
    add(out, "TRANSP:", "TRANSPARENT");
    add(out, "CLASS:", "PRIVATE");
    add(out, "SUMMARY:", escaped(event.title));
    if (!event.text.isEmpty())
        add(out, "DESCRIPTION:", escaped(event.text));
    for (const int before : event.alarms) {
        const int hours = alarmHour - 24 * before;
        add(out, "BEGIN:", "VALARM");
        add(out, "ACTION:", "DISPLAY");
        add(out, "DESCRIPTION:", escaped(event.title));
        QByteArray trigger = hours < 0 ? "-PT" : "PT";
        trigger += QByteArray::number(std::abs(hours));
        trigger += 'H';
        add(out, "TRIGGER:", trigger);
        add(out, "END:", "VALARM");
    }
    add(out, "END:", "VEVENT");
    add(out, "END:", "VCALENDAR");
    return out;
}

} // namespace carriel

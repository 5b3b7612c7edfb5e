// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/Format.h"

#include "ui/text/ColombianTime.h"
#include "ui/text/Speaking.h"

#include <QCoreApplication>
#include <array>
#include <cmath>

namespace carriel::text {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Format)
};

constexpr std::array<const char *, 5> units{"B", "kB", "MB", "GB", "TB"};

// The unit in which `bytes` reads with at most three digits before the comma.
int unitFor(qint64 bytes)
{
    int unit = 0;
    for (double left = double(bytes); left >= 999.5 && unit < int(units.size()) - 1; left /= 1000)
        ++unit;
    return unit;
}

QString hour(const QDateTime &utc)
{
    return locale().toString(utc.toLocalTime().time(), QLocale::ShortFormat).toLower();
}

// On a computer that is not in Colombian time legal hours stand beside those of the computer: each says which it is.
QString placed(const QDateTime &utc, const QString &words)
{
    return isColombianHere(utc) ? words : Tr::tr("%1 (local time)").arg(words);
}

QString inUnit(qint64 bytes, int unit)
{
    const double value = double(bytes) / std::pow(1000.0, unit);
    const bool whole = unit == 0 || value >= 100 || std::abs(value - std::round(value)) < 0.05;
    return locale().toString(value, 'f', whole ? 0 : 1);
}

} // namespace

QString shown(const QString &name)
{
    QString out = name;
    for (QChar &c : out) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format
            || c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph)
            c = QChar::ReplacementCharacter;
    }
    return out;
}

QString size(qint64 bytes)
{
    const int unit = unitFor(bytes);
    return inUnit(bytes, unit) + QChar(0xa0) + QLatin1String(units[std::size_t(unit)]);
}

QString sizeOf(qint64 done, qint64 total)
{
    const int unit = unitFor(total);
    return Tr::tr("%1 of %2").arg(inUnit(done, unit), size(total));
}

QString percent(qint64 done, qint64 total)
{
    const qint64 value = total > 0 ? done * 100 / total : 0;
    return locale().toString(value) + QChar(0xa0) + QLatin1Char('%');
}

QString date(QDate day)
{
    return day.isValid() ? locale().toString(day, QStringLiteral("d MMM yyyy")) : QString();
}

QString dateLong(QDate day)
{
    //: a date written out; d = day, MMMM = month, yyyy = year, other letters in quotes
    return day.isValid() ? locale().toString(day, Tr::tr("d MMMM yyyy")) : QString();
}

QString dateTime(const QDateTime &utc)
{
    return utc.isValid() ? placed(utc, date(utc.toLocalTime().date()) + QLatin1String(", ") + hour(utc)) : QString();
}

QString dateTimeAtEnd(const QDateTime &utc)
{
    QString words = dateTime(utc);
    if (words.endsWith(QLatin1Char('.')))
        words.chop(1);
    return words;
}

QString time(const QDateTime &utc)
{
    return utc.isValid() ? placed(utc, hour(utc)) : QString();
}

QString duration(qint64 seconds)
{
    const qint64 minutes = seconds / 60;
    const qint64 hours = minutes / 60;
    if (seconds < 60)
        return Tr::tr("%1 s").arg(qMax<qint64>(seconds, 0));
    if (minutes < 60)
        return Tr::tr("%1 min").arg(minutes);
    if (hours >= 24)
        return Tr::tr("%n day(s)", "a span of time", int(hours / 24));
    if (minutes % 60 == 0)
        return Tr::tr("%1 h").arg(hours);
    return Tr::tr("%1 h %2 min").arg(hours).arg(minutes % 60);
}

QString ago(const QDateTime &utc, const QDateTime &nowUtc)
{
    if (!utc.isValid())
        return Tr::tr("never");
    const qint64 seconds = utc.secsTo(nowUtc);
    const qint64 days = utc.toLocalTime().date().daysTo(nowUtc.toLocalTime().date());
    if (seconds < 60)
        return Tr::tr("just now");
    if (seconds < 3600)
        return Tr::tr("%n minute(s) ago", nullptr, int(seconds / 60));
    if (days == 0)
        return Tr::tr("today, %1").arg(time(utc));
    if (days == 1)
        return Tr::tr("yesterday, %1").arg(time(utc));
    return date(utc.toLocalTime().date());
}

QString daysAway(QDate day, QDate today)
{
    const qint64 days = today.daysTo(day);
    if (days == 0)
        return Tr::tr("today");
    if (days == 1)
        return Tr::tr("tomorrow");
    if (days == -1)
        return Tr::tr("yesterday");
    // Nobody counts a thousand days.
    const int years = int(std::abs(days) / 365);
    const int months = int(std::abs(days) * 12 / 365);
    if (years >= 2)
        return days > 0 ? Tr::tr("in %n year(s)", nullptr, years) : Tr::tr("%n year(s) ago", nullptr, years);
    if (months >= 3)
        return days > 0 ? Tr::tr("in %n month(s)", nullptr, months) : Tr::tr("%n month(s) ago", nullptr, months);
    return days > 0 ? Tr::tr("in %n day(s)", nullptr, int(days)) : Tr::tr("%n day(s) ago", nullptr, int(-days));
}

QString count(qint64 number)
{
    return locale().toString(number);
}

} // namespace carriel::text

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/clock/HolidayCalendar.h"

#include "core/crypto/StrictJson.h"
#include "core/evidence/clock/RulesFile.h"

#include <algorithm>

namespace carriel::evidence {

QDate easterSunday(int year)
{
    const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25;
    const int g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
    return {year, n / 31, n % 31 + 1};
}

namespace {

QDate nextMonday(QDate date)
{
    return date.addDays((8 - date.dayOfWeek()) % 7);
}

} // namespace

Result<HolidayCalendar> HolidayCalendar::shipped()
{
    const QString name = QStringLiteral(":/calendar/holidays-co.json");
    CARRIEL_TRY(const QByteArray bytes, rulesFile(name));
    return parse(bytes, name);
}

Result<HolidayCalendar::Version> HolidayCalendar::parseVersion(const QJsonObject &json, const QString &name)
{
    Version version;
    CARRIEL_CHECK(readValidity(json, name, version.from, version.until));
    for (const QJsonValue &day : json.value(QLatin1String("weekend")).toArray())
        version.weekend.append(day.toInt());
    for (const QJsonValue &value : json.value(QLatin1String("holidays")).toArray()) {
        const QJsonObject object = value.toObject();
        const QString rule = object.value(QLatin1String("rule")).toString();
        Entry entry{object.value(QLatin1String("id")).toString(), Rule::Fixed,
                    object.value(QLatin1String("month")).toInt(), object.value(QLatin1String("day")).toInt(),
                    object.value(QLatin1String("offset")).toInt()};
        const bool byDate = rule == QLatin1String("fixed") || rule == QLatin1String("monday");
        if (rule == QLatin1String("monday"))
            entry.rule = Rule::Monday;
        else if (rule == QLatin1String("easter"))
            entry.rule = Rule::Easter;
        else if (rule == QLatin1String("easter-monday"))
            entry.rule = Rule::EasterMonday;
        else if (rule != QLatin1String("fixed"))
            return badRulesFile(name, "unknown rule");
        // 29 February would be no date in most years.
        if (entry.id.isEmpty() || (byDate && !QDate::isValid(2001, entry.month, entry.day)) || qAbs(entry.offset) > 100)
            return badRulesFile(name, "not a holiday");
        version.entries.append(entry);
    }
    for (const int day : std::as_const(version.weekend)) {
        if (day < 1 || day > 7)
            return badRulesFile(name, "not a day of the week");
    }
    if (version.weekend.size() > 6 || version.entries.isEmpty())
        return badRulesFile(name, "no business day is left, or no holiday named");
    return version;
}

Result<HolidayCalendar> HolidayCalendar::parse(const QByteArray &json, const QString &name)
{
    CARRIEL_TRY(const QJsonObject root, rulesRoot(json, name));
    HolidayCalendar calendar;
    calendar.m_utcOffset = root.value(QLatin1String("utc_offset_minutes")).toInt(9999);
    if (qAbs(calendar.m_utcOffset) > 14 * 60)
        return badRulesFile(name, "utc_offset_minutes");
    for (const QJsonValue &value : root.value(QLatin1String("versions")).toArray()) {
        CARRIEL_TRY(Version version, parseVersion(value.toObject(), name));
        for (const Version &other : std::as_const(calendar.m_versions)) {
            if (overlap(other.from, other.until, version.from, version.until))
                return badRulesFile(name, "versions overlap");
        }
        calendar.m_versions.append(std::move(version));
    }
    if (calendar.m_versions.isEmpty())
        return badRulesFile(name, "no version");
    return calendar;
}

QDate HolidayCalendar::dateOf(const Entry &entry, int year)
{
    switch (entry.rule) {
    case Rule::Fixed:
        return {year, entry.month, entry.day};
    case Rule::Monday:
        return nextMonday({year, entry.month, entry.day});
    case Rule::Easter:
        return easterSunday(year).addDays(entry.offset);
    case Rule::EasterMonday:
        return nextMonday(easterSunday(year).addDays(entry.offset));
    }
    return {};
}

const HolidayCalendar::Version *HolidayCalendar::at(QDate date) const
{
    for (const Version &version : m_versions) {
        if (within(date, version.from, version.until))
            return &version;
    }
    return nullptr;
}

Result<QList<Holiday>> HolidayCalendar::holidays(int year) const
{
    QList<Holiday> all;
    // A holiday at the end of a year may be moved into the next one.
    for (const Version &version : m_versions) {
        for (const int of : {year - 1, year}) {
            for (const Entry &entry : version.entries) {
                const QDate date = dateOf(entry, of);
                if (date.year() == year && within(date, version.from, version.until))
                    all.append({date, entry.id});
            }
        }
    }
    if (all.isEmpty())
        return Error{errors::notKnownYet,
                     {{QStringLiteral("what"), QStringLiteral("calendar")}, {QStringLiteral("date"), year}},
                     {}};
    std::stable_sort(all.begin(), all.end(), [](const Holiday &a, const Holiday &b) { return a.date < b.date; });
    return all;
}

Result<Day> HolidayCalendar::day(QDate date) const
{
    const Version *version = at(date);
    if (!version)
        return Error{errors::notKnownYet,
                     {{QStringLiteral("what"), QStringLiteral("calendar")}, {QStringLiteral("date"), date}},
                     {}};
    Day day{date, DayKind::Business, {}};
    for (const Entry &entry : version->entries) {
        if (dateOf(entry, date.year()) == date || dateOf(entry, date.year() - 1) == date) {
            day.kind = DayKind::Holiday;
            day.holiday = entry.id;
        }
    }
    if (version->weekend.contains(date.dayOfWeek()))
        day.kind = DayKind::Weekend;
    return day;
}

Result<QDate> HolidayCalendar::businessDaysAfter(QDate date, int count) const
{
    if (count < 0 || count > 10000)
        return badRulesFile(QStringLiteral("term"), "number of days");
    while (count > 0) {
        date = date.addDays(1);
        CARRIEL_TRY(const Day next, day(date));
        if (next.kind == DayKind::Business)
            --count;
    }
    return date;
}

} // namespace carriel::evidence

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Which days are business days in Colombia (Ley 51 de 1983), from versioned data with validity dates
// (resources/calendar). Pure; immutable; thread-safe.
#pragma once

#include "core/base/Result.h"

#include <QDate>
#include <QDateTime>
#include <QList>

namespace carriel::evidence {

struct Holiday
{
    QDate date;
    QString id; // stable: "corpus-christi"; ui/text has its words
    friend bool operator==(const Holiday &, const Holiday &) = default;
};

enum class DayKind { Business, Weekend, Holiday };

struct Day
{
    QDate date;
    DayKind kind = DayKind::Business;
    QString holiday; // its id, if it is one, even on a weekend
};

// Gregorian (Meeus, Jones, Butcher).
QDate easterSunday(int year);

class HolidayCalendar
{
public:
    static Result<HolidayCalendar> shipped();
    static Result<HolidayCalendar> parse(const QByteArray &json, const QString &name); // badRules

    Result<QList<Holiday>> holidays(int year) const; // by date; notKnownYet
    Result<Day> day(QDate date) const;               // notKnownYet
    // The `count`-th business day after `date`, which is not counted itself; 0: `date` as it is. 0 ≤ count ≤ 10000.
    Result<QDate> businessDaysAfter(QDate date, int count) const;

    // The date on the clocks of Colombia, whose offset is fixed.
    QDate localDate(const QDateTime &utc) const { return utc.toUTC().addSecs(60 * m_utcOffset).date(); }

private:
    enum class Rule { Fixed, Monday, Easter, EasterMonday };
    struct Entry
    {
        QString id;
        Rule rule = Rule::Fixed;
        int month = 0, day = 0, offset = 0;
    };
    struct Version
    {
        QDate from, until; // inclusive; an invalid `until` is none
        QList<int> weekend;
        QList<Entry> entries;
    };
    static Result<Version> parseVersion(const QJsonObject &json, const QString &name);
    static QDate dateOf(const Entry &entry, int year);
    const Version *at(QDate date) const;

    QList<Version> m_versions;
    int m_utcOffset = 0; // minutes
};

} // namespace carriel::evidence

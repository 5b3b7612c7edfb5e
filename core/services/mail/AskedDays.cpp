// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/mail/AskedDays.h"

#include "core/evidence/clock/HolidayCalendar.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace carriel::mail {

vault::GrantedTerm grantedBy(const evidence::Act &act)
{
    QJsonArray days;
    for (qsizetype number = 0; number < act.actions.size(); ++number) {
        const evidence::ActAction &one = act.actions.at(number);
        if (one.due.isValid())
            days.append(QJsonObject{{QStringLiteral("n"), int(number)},
                                    {QStringLiteral("kind"), one.kind},
                                    {QStringLiteral("label"), one.label},
                                    {QStringLiteral("day"), one.due.toString(Qt::ISODate)}});
    }
    return {act.termDays, act.calendarDays, act.termFor,
            QString::fromUtf8(QJsonDocument(days).toJson(QJsonDocument::Compact))};
}

QList<AskedDay> askedIn(const vault::GrantedTerm &granted)
{
    static const auto calendar = evidence::HolidayCalendar::shipped();
    QList<AskedDay> out;
    for (const QJsonValue &value : QJsonDocument::fromJson(granted.asked.toUtf8()).array()) {
        const QJsonObject one = value.toObject();
        const QDate date = QDate::fromString(one.value(QLatin1String("day")).toString(), Qt::ISODate);
        const auto day = calendar ? calendar.value().day(date) : Result<evidence::Day>(calendar.error());
        out.append({one.value(QLatin1String("n")).toInt(), one.value(QLatin1String("kind")).toString(),
                    one.value(QLatin1String("label")).toString(), date,
                    day && day.value().kind != evidence::DayKind::Business});
    }
    return out;
}

} // namespace carriel::mail

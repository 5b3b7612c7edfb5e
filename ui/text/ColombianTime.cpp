// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ColombianTime.h"

#include "ui/text/Format.h"
#include "ui/text/Speaking.h"

#include <QCoreApplication>

namespace carriel::text {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ColombianTime)
};

} // namespace

QDate colombianDate(const QDateTime &utc)
{
    return utc.isValid() ? utc.toOffsetFromUtc(colombianOffset).date() : QDate();
}

QDate colombianToday()
{
    return colombianDate(QDateTime::currentDateTimeUtc());
}

bool isColombianHere(const QDateTime &utc)
{
    return utc.toLocalTime().offsetFromUtc() == colombianOffset;
}

QString colombianMoment(const QDateTime &utc)
{
    if (!utc.isValid())
        return {};
    const QDateTime moment = utc.toOffsetFromUtc(colombianOffset);
    return date(moment.date()) + QLatin1String(", ") + locale().toString(moment.time(), QLocale::ShortFormat).toLower();
}

QString colombianDateTime(const QDateTime &utc)
{
    const QString there = colombianMoment(utc);
    return there.isEmpty() || isColombianHere(utc) ? there : Tr::tr("%1 (time of Colombia)").arg(there);
}

QString colombianDateTimeAtEnd(const QDateTime &utc)
{
    QString words = colombianDateTime(utc);
    if (words.endsWith(QLatin1Char('.')))
        words.chop(1);
    return words;
}

} // namespace carriel::text

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Which day of an opened act comes first for the person: that of the term that is counted, or one that the entity itself
// sets in the act. Every list, line, reminder and order asks here. Pure; thread: any.
#pragma once

#include "core/services/NotificationValues.h"

namespace carriel {

struct BindingDay
{
    QDate day;
    std::optional<AskedDay> asked; // whose day it is; nothing: the counted one
};

// And not for a payment or a visit.
inline bool asksForAnAnswer(const QString &kind)
{
    return kind == QLatin1String("deadline") || kind == QLatin1String("reply") || kind == QLatin1String("form");
}

// An answer by a day after the end of the term that is counted: nobody is to wait for it.
inline bool isTooLate(const NotificationEntry &entry, const AskedDay &one)
{
    return asksForAnAnswer(one.kind) && entry.lastDay && one.day > entry.extended.value_or(*entry.lastDay);
}

// The first that is not over; nothing if none is, or none is known.
inline std::optional<BindingDay> bindingDay(const NotificationEntry &entry, QDate today)
{
    std::optional<BindingDay> out;
    if (entry.lastDay && *entry.lastDay >= today)
        out = BindingDay{*entry.lastDay, {}};
    for (const AskedDay &one : entry.asked) {
        if (one.day >= today && (!out || one.day < out->day))
            out = BindingDay{one.day, one};
    }
    return out;
}

// An answer was asked for by a day that is over, while the term that is counted still runs: the last such day.
inline std::optional<QDate> missedDay(const NotificationEntry &entry, QDate today)
{
    std::optional<QDate> out;
    for (const AskedDay &one : entry.asked) {
        if (asksForAnAnswer(one.kind) && one.day < today && entry.lastDay && *entry.lastDay >= today && (!out || one.day > *out))
            out = one.day;
    }
    return out;
}

} // namespace carriel

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Reminders.h"

#include "core/services/BindingDay.h"
#include "core/services/Documents.h"
#include "core/services/Notifications.h"
#include "core/services/Session.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace carriel {
namespace {

constexpr int daysBefore[] = {7, 3, 1, 0};

QString settingOf(const QString &key)
{
    return QLatin1String("reminder.") + key;
}

QDate dateIn(const QJsonObject &object, const char *name)
{
    return QDate::fromString(object.value(QLatin1String(name)).toString(), Qt::ISODate);
}

} // namespace

ReminderState reminderFrom(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    return {object.value(QLatin1String("off")).toBool(), dateIn(object, "until"), dateIn(object, "told")};
}

QString stored(const ReminderState &state)
{
    QJsonObject object;
    if (state.off)
        object.insert(QStringLiteral("off"), true);
    if (state.until.isValid())
        object.insert(QStringLiteral("until"), state.until.toString(Qt::ISODate));
    if (state.told.isValid())
        object.insert(QStringLiteral("told"), state.told.toString(Qt::ISODate));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

bool timeToTell(const ReminderState &state, QDate day, QDate today)
{
    if (state.off || day < today || (state.until.isValid() && today < state.until))
        return false;
    if (state.until.isValid() && (!state.told.isValid() || state.told < state.until))
        return true; // the person asked for this
    return std::any_of(std::begin(daysBefore), std::end(daysBefore), [&](int before) {
        const QDate due = day.addDays(-before);
        return due <= today && (!state.told.isValid() || state.told < due);
    });
}

QList<DueDay> Reminders::running(QDate today) const
{
    QList<DueDay> out;
    for (const NotificationEntry &entry : m_session.documents().notifications().list()) {
        for (const AskedDay &one : entry.asked) {
            if (one.day >= today && !(isTooLate(entry, one) && *entry.lastDay >= today)) // the counted day reminds before it
                out.append({QStringLiteral("%1#%2").arg(entry.id).arg(one.number), entry, one.day, one.label, one.kind, one.rest});
        }
        if (entry.lastDay && *entry.lastDay >= today)
            out.append({entry.id, entry, *entry.lastDay, {}, {}});
    }
    std::stable_sort(out.begin(), out.end(), [](const DueDay &a, const DueDay &b) { return a.day < b.day; });
    return out;
}

QList<DueDay> Reminders::shown(QDate today) const
{
    QList<DueDay> out;
    for (const DueDay &one : running(today)) {
        const ReminderState known = state(one.key);
        if (!known.off && !(known.until.isValid() && today < known.until))
            out.append(one);
    }
    return out;
}

QList<DueDay> Reminders::toTell(QDate today) const
{
    QList<DueDay> out;
    for (const DueDay &one : running(today)) {
        if (timeToTell(state(one.key), one.day, today))
            out.append(one);
    }
    return out;
}

void Reminders::told(const QList<DueDay> &days, QDate today)
{
    for (const DueDay &one : days) {
        ReminderState known = state(one.key);
        known.told = today;
        keep(one.key, known);
    }
}

void Reminders::snooze(const QString &key, QDate until)
{
    ReminderState known = state(key);
    known.until = until;
    keep(key, known);
}

void Reminders::dismiss(const QString &key)
{
    ReminderState known = state(key);
    known.off = true;
    keep(key, known);
}

void Reminders::restore(const QString &key)
{
    ReminderState known = state(key);
    known.off = false;
    known.until = {};
    keep(key, known);
}

ReminderState Reminders::state(const QString &key) const
{
    return reminderFrom(m_session.setting(settingOf(key)));
}

void Reminders::keep(const QString &key, const ReminderState &state)
{
    m_session.setSetting(settingOf(key), stored(state));
}

} // namespace carriel

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/NotificationModel.h"

#include "core/services/BindingDay.h"
#include "ui/text/BindingWords.h"
#include "ui/text/ColombianTime.h"
#include "ui/text/EntityWords.h"
#include "ui/text/Format.h"
#include "ui/text/NotificationWords.h"
#include "ui/text/UsualTerm.h"
#include "ui/text/VerdictWords.h"

#include <algorithm>

namespace carriel::ui {

namespace {

constexpr int near = 5; // days

enum class Part { ToOpen, Running, Rest };

bool runs(const NotificationEntry &one, QDate today)
{
    return text::unreadHere(one, today) || text::closedRunning(one, today) || text::runsOpenEnded(one, today) || bindingDay(one, today);
}

bool hasEffect(const NotificationEntry &one)
{
    return one.kind == QLatin1String("notification");
}

Part partOf(const NotificationEntry &one, QDate today)
{
    if (one.canBeOpened() || one.step == NotificationStep::Sending || one.step == NotificationStep::Unknown)
        return Part::ToOpen;
    return runs(one, today) ? Part::Running : Part::Rest;
}

bool passes(const NotificationEntry &one, const NotificationFilter &filter, QDate today)
{
    if (!filter.entity.isEmpty() && one.entityId != filter.entity)
        return false;
    if (filter.found && !filter.found->contains(one.id))
        return false;
    switch (filter.show) {
    case NotificationFilter::Show::All:
        return true;
    case NotificationFilter::Show::ToOpen:
        return partOf(one, today) == Part::ToOpen;
    case NotificationFilter::Show::Running:
        return runs(one, today);
    case NotificationFilter::Show::Opened:
        return one.step == NotificationStep::Opened;
    case NotificationFilter::Show::Closed:
        return partOf(one, today) != Part::ToOpen && one.step != NotificationStep::Opened;
    }
    return true;
}

// What a person sees of it without opening it, down to the day or to the minute.
QString alike(const NotificationEntry &one, const QString &when)
{
    return QStringList{one.entityId, text::neutral(one.title), when}.join(QChar(0x1f));
}

} // namespace

void NotificationModel::show(const QList<NotificationEntry> &all, const NotificationFilter &filter, QDate today)
{
    QList<NotificationEntry> kept;
    for (const NotificationEntry &one : all) {
        if (passes(one, filter, today))
            kept.append(one);
    }
    // What has a last day comes before what has none; newest first where nothing presses.
    std::stable_sort(kept.begin(), kept.end(), [today](const NotificationEntry &a, const NotificationEntry &b) {
        const Part left = partOf(a, today), right = partOf(b, today);
        if (left != right)
            return left < right;
        const auto one = text::pressingDay(a, today), other = text::pressingDay(b, today);
        if (left != Part::Rest && one.has_value() != other.has_value())
            return one.has_value();
        if (left == Part::ToOpen && hasEffect(a) != hasEffect(b)) // what may run without a day that can be counted
            return hasEffect(a);
        if (left != Part::Rest && one && *one != *other)
            return *one < *other;
        return a.receivedUtc > b.receivedUtc;
    });
    beginResetModel();
    m_rows.clear();
    m_alike.clear();
    for (const NotificationEntry &one : all) {
        ++m_alike[alike(one, text::date(text::colombianDate(one.receivedUtc)))];
        ++m_alike[alike(one, text::dateTimeWithZone(one.receivedUtc))];
    }
    m_today = today;
    m_shown = int(kept.size());
    std::optional<Part> before;
    for (const NotificationEntry &one : kept) {
        const Part part = partOf(one, today);
        if (before != part)
            m_rows.append({part == Part::ToOpen    ? tr("To be opened")
                           : part == Part::Running ? tr("Terms that run")
                                                   : tr("The others"),
                           {}});
        before = part;
        m_rows.append({{}, one});
    }
    endResetModel();
}

int NotificationModel::rowOf(const QString &id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).heading.isEmpty() && m_rows.at(row).entry.id == id)
            return row;
    }
    return -1;
}

std::optional<NotificationEntry> NotificationModel::at(const QModelIndex &index) const
{
    if (!index.isValid() || !m_rows.at(index.row()).heading.isEmpty())
        return {};
    return m_rows.at(index.row()).entry;
}

int NotificationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

Qt::ItemFlags NotificationModel::flags(const QModelIndex &index) const
{
    return at(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::ItemFlags(Qt::ItemIsEnabled);
}

QVariant NotificationModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows.at(index.row());
    if (!row.heading.isEmpty())
        return role == HeaderRole || role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? QVariant(row.heading)
                                                                                               : QVariant();
    const NotificationEntry &one = row.entry;
    switch (role) {
    case Qt::DisplayRole:
        return text::neutral(one.title);
    case IdRole:
        return one.id;
    case StateRole:
        return text::stateWords(one);
    case WhoRole:
        return QStringList{text::entityWords(one), text::neutral(one.procedureTitle), text::kindWords(one.kind),
                           whenWords(one)}
            .join(QStringLiteral(" · "));
    case DueRole: {
        const QString closes = one.canBeOpened() && one.expiresUtc.isValid()
                                   ? tr("It can be opened until %1").arg(text::colombianDateTimeAtEnd(one.expiresUtc))
                                   : QString();
        QString due = dueWords(one);
        if (const QString purpose = text::termForWords(one.termFor); !due.isEmpty() && !purpose.isEmpty())
            due += QStringLiteral(" · ") + purpose;
        return due.isEmpty() || closes.isEmpty() ? QString(due + closes) : QString(closes + QStringLiteral(". ") + due);
    }
    case UrgentRole: {
        const auto first = bindingDay(one, m_today);
        return text::unreadHere(one, m_today) || text::closedRunning(one, m_today) || missedDay(one, m_today) ||
               (first && m_today.daysTo(first->day) <= near);
    }
    case Qt::AccessibleTextRole: {
        QStringList parts{data(index, Qt::DisplayRole).toString(), data(index, StateRole).toString(),
                          data(index, WhoRole).toString()};
        const QString due = data(index, DueRole).toString();
        if (!due.isEmpty())
            parts.append(due);
        return parts.join(QStringLiteral(". "));
    }
    default:
        return {};
    }
}

QString NotificationModel::whenWords(const NotificationEntry &one) const
{
    const QString day = text::date(text::colombianDate(one.receivedUtc)), minute = text::dateTimeWithZone(one.receivedUtc);
    if (m_alike.value(alike(one, day)) < 2)
        return day;
    QStringList parts;
    if (!one.caseNumber.isEmpty())
        parts << tr("Case %1").arg(text::neutral(one.caseNumber));
    parts << minute;
    if (m_alike.value(alike(one, minute)) > 1) // of one batch
        parts << tr("No. …%1").arg(one.id.right(6));
    return parts.join(QStringLiteral(" · "));
}

QString NotificationModel::dueWords(const NotificationEntry &one) const
{
    if (const QString due = text::dueWords(one, m_today); !due.isEmpty())
        return due;
    if (const QString usual = text::usualTerm(one, m_today); !usual.isEmpty())
        return usual;
    if (one.begins) // the date first: a narrow list cuts the end
        return tr("It runs from %1, opened or not (informative)").arg(text::date(*one.begins));
    if (one.state == QLatin1String("NotAccessed") && one.expiresUtc.isValid())
        return tr("Closed on %1").arg(text::colombianDateTimeAtEnd(one.expiresUtc));
    return one.canBeOpened() ? text::madeOnSending(one) : QString();
}

} // namespace carriel::ui

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/NotificationDelegate.h"

#include "ui/notifications/NotificationModel.h"
#include "ui/theme/Space.h"

#include <QPainter>

namespace carriel::ui {

namespace {

struct Mark
{
    const char *icon;
    Role role;
};

Mark markOf(const NotificationEntry &one)
{
    if (one.step == NotificationStep::Mismatch || one.proof == ProofState::Broken)
        return {"triangle-alert", Role::Danger};
    if (one.step == NotificationStep::Opened)
        return {"lock-open", Role::Success};
    if (one.step != NotificationStep::Sealed)
        return {"clock", Role::Warning};
    if (one.state == QLatin1String("Accessed") || one.state == QLatin1String("Certified")) // by another computer
        return {"lock-open", Role::TextMuted};
    return one.canBeOpened() ? Mark{"lock", Role::Primary} : Mark{"circle-x", Role::TextMuted};
}

} // namespace

QSize NotificationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = option.fontMetrics.height();
    if (!index.data(NotificationModel::HeaderRole).toString().isEmpty())
        return {0, line + space::xl};
    const int lines = index.data(NotificationModel::DueRole).toString().isEmpty() ? 2 : 3;
    return {0, lines * line + (lines - 1) * space::xs + 2 * space::m};
}

void NotificationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const QRect box = option.rect;
    const QString heading = index.data(NotificationModel::HeaderRole).toString();
    if (!heading.isEmpty()) {
        painter->setFont(m_theme.font(TypeRole::Strong));
        painter->setPen(m_theme.color(Role::TextMuted));
        painter->drawText(box.adjusted(space::m, 0, -space::m, -space::s), Qt::AlignLeft | Qt::AlignBottom, heading);
        painter->restore();
        return;
    }
    const auto one = static_cast<const NotificationModel *>(index.model())->at(index).value_or(NotificationEntry());
    const bool chosen = option.state & QStyle::State_Selected;
    if (chosen)
        painter->fillRect(box, m_theme.color(Role::Selection));
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(box, m_theme.color(Role::SurfaceRaised));
    painter->setPen(m_theme.color(Role::Divider));
    painter->drawLine(box.bottomLeft(), box.bottomRight());
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(m_theme.color(Role::Focus), 2));
        painter->drawRect(box.adjusted(1, 1, -2, -2));
    }
    const auto pen = [&](Role role) { painter->setPen(m_theme.color(chosen ? Role::OnSelection : role)); };
    const int line = option.fontMetrics.height();
    const int left = box.left() + space::m + space::icon + space::m;
    const int right = box.right() - space::m;
    int top = box.top() + space::m;
    const Mark mark = markOf(one);
    m_theme.icon(QString::fromLatin1(mark.icon), mark.role)
        .paint(painter, QRect(box.left() + space::m, top + (line - space::icon) / 2, space::icon, space::icon),
               Qt::AlignCenter, chosen ? QIcon::Selected : QIcon::Normal);
    const auto write = [&](const QString &words, int from, int to, Qt::Alignment side) {
        const QRect where(from, top, qMax(0, to - from), line);
        painter->drawText(where, side | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(words, Qt::ElideRight, where.width()));
    };
    const QString state = index.data(NotificationModel::StateRole).toString();
    const int stateWidth = qMin((right - left) / 2, option.fontMetrics.horizontalAdvance(state) + 2);
    painter->setFont(option.font);
    pen(mark.role == Role::Danger ? Role::Danger : Role::TextMuted);
    write(state, right - stateWidth, right, Qt::AlignRight);
    painter->setFont(m_theme.font(TypeRole::Strong));
    pen(Role::Text);
    write(index.data(Qt::DisplayRole).toString(), left, right - stateWidth - space::m, Qt::AlignLeft);
    top += line + space::xs;
    painter->setFont(option.font);
    pen(Role::TextMuted);
    write(index.data(NotificationModel::WhoRole).toString(), left, right, Qt::AlignLeft);
    const QString due = index.data(NotificationModel::DueRole).toString();
    if (!due.isEmpty()) {
        top += line + space::xs;
        const bool urgent = index.data(NotificationModel::UrgentRole).toBool();
        const int icon = qMin(line, space::icon);
        m_theme.icon(QStringLiteral("calendar-clock"), urgent ? Role::Danger : Role::TextMuted)
            .paint(painter, QRect(left, top + (line - icon) / 2, icon, icon), Qt::AlignCenter,
                   chosen ? QIcon::Selected : QIcon::Normal);
        painter->setFont(urgent ? m_theme.font(TypeRole::Strong) : option.font);
        pen(urgent ? Role::Danger : Role::Text);
        write(due, left + icon + space::s, right, Qt::AlignLeft);
    }
    painter->restore();
}

} // namespace carriel::ui

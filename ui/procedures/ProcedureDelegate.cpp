// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/procedures/ProcedureDelegate.h"

#include "ui/theme/Space.h"

#include <QApplication>
#include <QPainter>

namespace carriel::ui {

QSize ProcedureDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int strong = QFontMetrics(m_theme.font(TypeRole::Strong)).height();
    const int small = QFontMetrics(m_theme.font(TypeRole::Small)).height();
    if (index.data(Heading).toBool())
        return {100, strong + space::l + space::s};
    return {100, strong + small + space::xs + 2 * space::s};
}

void ProcedureDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const QFont strong = m_theme.font(TypeRole::Strong), small = m_theme.font(TypeRole::Small);
    const QFontMetrics title(strong), note(small);
    const QRect box = option.rect.adjusted(space::s, 0, -space::s, 0);
    if (index.data(Heading).toBool()) {
        painter->setFont(strong);
        painter->setPen(m_theme.color(Role::TextMuted));
        painter->drawText(box.adjusted(0, 0, 0, -space::xs), Qt::AlignLeft | Qt::AlignBottom,
                          title.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, box.width()));
        painter->restore();
        return;
    }
    const QWidget *widget = option.widget;
    (widget ? widget->style() : QApplication::style())
        ->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, widget);
    const bool selected = option.state & QStyle::State_Selected;
    const QColor main = m_theme.color(selected ? Role::OnSelection : Role::Text);
    const QColor quiet = m_theme.color(selected ? Role::OnSelection : Role::TextMuted);
    const QIcon::Mode mode = selected ? QIcon::Selected : QIcon::Normal;

    const QRect icon(box.left() + space::s, box.center().y() - space::icon / 2, space::icon, space::icon);
    m_theme.icon(QStringLiteral("scroll-text"), Role::TextMuted).paint(painter, icon, Qt::AlignCenter, mode);

    // How one stands to it: at most two fifths; the words give way, the icon stays.
    const QString words = index.data(MarkWords).toString();
    const int mostWords = box.width() * 2 / 5;
    const QString shown = note.elidedText(words, Qt::ElideRight, mostWords);
    const int wordsWidth = note.horizontalAdvance(shown);
    const QRect mark(box.right() - space::s - wordsWidth, box.top(), wordsWidth + 1, box.height());
    painter->setFont(small);
    painter->setPen(quiet);
    painter->drawText(mark, Qt::AlignLeft | Qt::AlignVCenter, shown);
    const QRect markIcon(mark.left() - space::l - space::s, box.center().y() - space::l / 2, space::l, space::l);
    m_theme.icon(index.data(MarkIcon).toString(), Role(index.data(MarkRole).toInt()))
        .paint(painter, markIcon, Qt::AlignCenter, mode);

    const int left = icon.right() + space::m;
    const int room = markIcon.left() - space::l - left;
    const QString about = index.data(About).toString();
    const int height = title.height() + (about.isEmpty() ? 0 : space::xs + note.height());
    const int top = box.top() + (box.height() - height) / 2;
    painter->setFont(strong);
    painter->setPen(main);
    painter->drawText(QRect(left, top, room, title.height()), Qt::AlignLeft | Qt::AlignVCenter,
                      title.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, room));
    painter->setFont(small);
    painter->setPen(quiet);
    painter->drawText(QRect(left, top + title.height() + space::xs, room, note.height()),
                      Qt::AlignLeft | Qt::AlignVCenter, note.elidedText(about, Qt::ElideRight, room));
    if (option.state & QStyle::State_HasFocus) {
        QStyleOptionFocusRect ring;
        ring.QStyleOption::operator=(option);
        ring.rect = option.rect.adjusted(1, 1, -1, -1);
        (widget ? widget->style() : QApplication::style())
            ->drawPrimitive(QStyle::PE_FrameFocusRect, &ring, painter, widget);
    }
    painter->restore();
}

} // namespace carriel::ui

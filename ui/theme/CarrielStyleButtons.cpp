// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The buttons of the style: their face, and icon and words beside each other with room between.
#include "ui/theme/CarrielStyle.h"

#include "ui/theme/IconEngine.h"
#include "ui/theme/Space.h"

#include <QPainter>
#include <QStyleOption>
#include <QToolButton>

namespace carriel::ui {

namespace {

constexpr int gap = 8;
constexpr int chevron = 16;

} // namespace

QByteArray CarrielStyle::variantOf(const QWidget *widget)
{
    return widget ? widget->property("variant").toByteArray() : QByteArray();
}

QColor CarrielStyle::buttonText(const QStyleOption *option, const QWidget *widget) const
{
    if (!option->state.testFlag(State_Enabled))
        return color(Role::TextDisabled);
    const QByteArray variant = variantOf(widget);
    if (variant == "primary")
        return color(Role::OnPrimary);
    if (variant == "danger")
        return color(Role::OnDanger);
    if (variant == "quiet")
        return color(Role::Link);
    return option->palette.color(QPalette::ButtonText);
}

void CarrielStyle::buttonFace(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const QByteArray variant = variantOf(widget);
    const bool enabled = option->state.testFlag(State_Enabled);
    const bool hover = enabled && option->state.testFlag(State_MouseOver);
    const bool down = option->state.testFlag(State_Sunken) || option->state.testFlag(State_On);
    QColor fill = color(Role::Surface);
    QColor edge = color(enabled ? Role::Border : Role::Divider);
    if (variant == "primary" && enabled) {
        fill = color(hover || down ? Role::PrimaryHover : Role::Primary);
        edge = fill;
    } else if (variant == "danger" && enabled) {
        fill = color(Role::Danger);
        edge = fill;
    } else if (variant == "quiet") {
        fill = hover || down ? color(Role::SurfaceRaised) : QColor();
        edge = down && m_kind() == ThemeKind::HighContrast ? color(Role::Border) : QColor();
    } else if (hover || down) {
        fill = color(Role::SurfaceRaised);
    }
    box(painter, option->rect, fill, edge);
    if (option->state.testFlag(State_HasFocus) && enabled) {
        box(painter, QRectF(option->rect), {}, color(Role::Focus), 2);
        if (variant == "primary" || variant == "danger") // the ring may be of the face's own colour
            box(painter, QRectF(option->rect).adjusted(2, 2, -2, -2), {}, color(Role::Surface), 1);
    }
}

// Icon, words and an arrow for a menu, in the middle or at the beginning.
void CarrielStyle::buttonLabel(QPainter *painter, const QRect &rect, const ButtonLabel &label) const
{
    const bool words = !label.text.isEmpty();
    const bool picture = !label.icon.isNull();
    const QFontMetrics metrics = painter->fontMetrics();
    const QString plain = QString(label.text).remove(QLatin1Char('&'));
    int width = words ? metrics.horizontalAdvance(plain) : 0;
    if (picture)
        width += label.iconSize.width() + (words ? gap : 0);
    if (label.menu)
        width += chevron + (words || picture ? 4 : 0);
    const bool mirrored = label.direction == Qt::RightToLeft; // the icon behind the words
    int x = label.centred ? rect.x() + qMax(0, (rect.width() - width) / 2) : rect.x() + gap;
    const auto drawIcon = [&] {
        if (!picture)
            return;
        const QRect place(QPoint(x, rect.center().y() + 1 - label.iconSize.height() / 2), label.iconSize);
        label.icon.paint(painter, place, Qt::AlignCenter, label.enabled ? QIcon::Normal : QIcon::Disabled,
                         label.on ? QIcon::On : QIcon::Off);
        x += label.iconSize.width() + (words ? gap : 0);
    };
    if (!mirrored)
        drawIcon();
    if (words) {
        const int room = rect.right() - x - (label.menu ? chevron + 4 : 0) - (mirrored && picture ? label.iconSize.width() + gap : 0);
        painter->setPen(label.colour);
        const QRect place(x, rect.y(), qMax(0, room), rect.height());
        painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic,
                          metrics.elidedText(label.text, Qt::ElideRight, place.width() + 1, Qt::TextShowMnemonic));
        x += qMin(room, metrics.horizontalAdvance(plain)) + gap;
    }
    if (mirrored)
        drawIcon();
    if (label.menu) {
        painter->setPen(QPen(label.colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->setRenderHint(QPainter::Antialiasing);
        const QPointF tip(x + chevron / 2.0 - 4, rect.center().y() + 3);
        const QPointF arrow[] = {tip + QPointF(-4, -4), tip, tip + QPointF(4, -4)};
        painter->drawPolyline(arrow, 3);
    }
}

void CarrielStyle::pushButtonLabel(const QStyleOptionButton *option, QPainter *painter, const QWidget *widget) const
{
    painter->save();
    buttonLabel(painter, option->rect.adjusted(4, 0, -4, 0),
                {option->text, option->icon, option->iconSize, buttonText(option, widget), option->direction,
                 option->state.testFlag(State_Enabled), option->state.testFlag(State_On),
                 option->features.testFlag(QStyleOptionButton::HasMenu), true});
    painter->restore();
}

void CarrielStyle::toolButton(const QStyleOptionToolButton *option, QPainter *painter, const QWidget *widget) const
{
    QStyleOption face(*option);
    if (option->subControls.testFlag(SC_ToolButton) && option->activeSubControls != SC_None)
        face.state |= option->state & (State_Sunken | State_On);
    drawPrimitive(PE_PanelButtonTool, &face, painter, widget);
    const bool words = option->toolButtonStyle == Qt::ToolButtonTextBesideIcon || option->toolButtonStyle == Qt::ToolButtonTextOnly ||
                       option->icon.isNull();
    painter->save();
    painter->setFont(option->font);
    buttonLabel(painter, option->rect,
                {words ? option->text : QString(), option->toolButtonStyle == Qt::ToolButtonTextOnly ? QIcon() : option->icon,
                 option->iconSize, buttonText(option, widget), option->direction, option->state.testFlag(State_Enabled),
                 option->state.testFlag(State_On), option->features.testFlag(QStyleOptionToolButton::HasMenu) && words, !words});
    painter->restore();
}

QSize CarrielStyle::buttonSize(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_PushButton) {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const bool menu = button && button->features.testFlag(QStyleOptionButton::HasMenu);
        const bool quiet = variantOf(widget) == "quiet"; // it has no edge: its words begin near those above it
        result = {qMax(size.width() + 2 * (quiet ? space::s : space::l) + (menu ? chevron : 0), quiet ? space::target : 72),
                  qMax(size.height() + space::m, space::target + 4)};
        return result;
    }
    const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (tool && tool->toolButtonStyle == Qt::ToolButtonTextBesideIcon) {
        const bool menu = tool->features.testFlag(QStyleOptionToolButton::HasMenu);
        result.setWidth(tool->fontMetrics.horizontalAdvance(QString(tool->text).remove(QLatin1Char('&'))) + tool->iconSize.width() +
                        3 * gap + 4 + (menu ? chevron + 4 : 0));
    }
    return result.expandedTo(QSize(space::target, space::target));
}

QIcon CarrielStyle::standardIcon(StandardPixmap pixmap, const QStyleOption *option, const QWidget *widget) const
{
    if (pixmap == SP_LineEditClearButton)
        return QIcon(new IconEngine(QStringLiteral("x"), Role::TextMuted, m_kind));
    return QProxyStyle::standardIcon(pixmap, option, widget);
}

} // namespace carriel::ui

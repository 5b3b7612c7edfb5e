// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/forms/RowButton.h"

#include "ui/theme/Space.h"

#include <QPainter>

namespace carriel::ui {

RowButton::RowButton(const Theme &theme, const QString &icon, const QString &name, const QString &fact, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_icon(theme.icon(icon, Role::TextMuted)), m_fact(fact)
{
    setText(name);
    setAccessibleName(fact.isEmpty() ? name : QString(name + QLatin1String(", ") + fact));
    setToolTip(name);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

QSize RowButton::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 40, qMax(space::target + space::s, fontMetrics().height() + space::l)};
}

QSize RowButton::minimumSizeHint() const
{
    return {space::xl * 4, sizeHint().height()};
}

void RowButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    if (underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(Role::SurfaceRaised));
        painter.drawRoundedRect(box, space::radius, space::radius);
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.color(Role::Focus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box, space::radius, space::radius);
    }
    m_icon.paint(&painter, QRect(space::s, (height() - space::icon) / 2, space::icon, space::icon));
    const int left = space::s + space::icon + space::m;
    const int room = width() - left - space::s;
    // The fact gets at most half; the name what is left.
    const QString fact = fontMetrics().elidedText(m_fact, Qt::ElideRight, room / 2);
    const int factWidth = fact.isEmpty() ? 0 : fontMetrics().horizontalAdvance(fact) + space::l;
    painter.setPen(m_theme.color(Role::Text));
    painter.drawText(QRect(left, 0, room - factWidth, height()), Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(text(), Qt::ElideMiddle, room - factWidth));
    painter.setPen(m_theme.color(Role::TextMuted));
    painter.drawText(QRect(left, 0, room, height()), Qt::AlignVCenter | Qt::AlignRight, fact);
}

QString iconFor(const QString &mediaType)
{
    if (mediaType.startsWith(QLatin1String("image/")))
        return QStringLiteral("file-image");
    if (mediaType.contains(QLatin1String("spreadsheet")) || mediaType == QLatin1String("text/csv"))
        return QStringLiteral("file-spreadsheet");
    if (mediaType.contains(QLatin1String("zip")))
        return QStringLiteral("file-archive");
    if (mediaType.startsWith(QLatin1String("text/")) || mediaType == QLatin1String("application/pdf"))
        return QStringLiteral("file-text");
    return QStringLiteral("file");
}

} // namespace carriel::ui

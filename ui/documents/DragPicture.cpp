// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/DragPicture.h"

#include "ui/theme/Space.h"

#include <QCoreApplication>
#include <QIcon>
#include <QPainter>
#include <QWidget>

namespace carriel::ui {

QPixmap dragPicture(const QModelIndexList &names, const QWidget &view)
{
    constexpr int widest = 220;
    constexpr int icon = 16;
    const QFontMetrics metrics = view.fontMetrics();
    const QString words =
        names.size() == 1 ? names.first().data().toString()
                          : QCoreApplication::translate("DragPicture", "%1 documents and folders").arg(names.size());
    const QString text = metrics.elidedText(words, Qt::ElideMiddle, widest);
    const QSize size(space::s + icon + space::s + metrics.horizontalAdvance(text) + space::s,
                     qMax(icon, metrics.height()) + space::s);
    QPixmap picture(size * view.devicePixelRatioF());
    picture.setDevicePixelRatio(view.devicePixelRatioF());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(0.85);
    painter.setPen(view.palette().color(QPalette::Highlight));
    painter.setBrush(view.palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(0.5, 0.5, size.width() - 1, size.height() - 1), 4, 4);
    names.first()
        .data(Qt::DecorationRole)
        .value<QIcon>()
        .paint(&painter, space::s, (size.height() - icon) / 2, icon, icon);
    painter.setFont(view.font());
    painter.setPen(view.palette().color(QPalette::Text));
    painter.drawText(QRect(space::s + icon + space::s, 0, size.width(), size.height()),
                     Qt::AlignVCenter | Qt::AlignLeft, text);
    return picture;
}

} // namespace carriel::ui

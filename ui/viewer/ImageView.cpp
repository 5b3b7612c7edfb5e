// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/ImageView.h"

#include <QLabel>

namespace carriel::ui {

ImageView::ImageView(QWidget *parent) : QScrollArea(parent), m_label(new QLabel)
{
    setObjectName(QStringLiteral("imageView"));
    setAccessibleName(tr("Image"));
    setWidget(m_label);
    setAlignment(Qt::AlignCenter);
    setFrameShape(QFrame::NoFrame);
}

void ImageView::setImage(const QImage &image)
{
    m_image = image;
    fit();
}

void ImageView::fit()
{
    m_zoom = 0;
    draw();
}

void ImageView::zoomBy(double factor)
{
    const double now = m_zoom > 0 ? m_zoom : double(m_label->width()) / qMax(1, m_image.width());
    m_zoom = qBound(0.05, now * factor, 8.0);
    draw();
}

void ImageView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    if (m_zoom == 0)
        draw();
}

void ImageView::draw()
{
    if (m_image.isNull()) {
        m_label->clear();
        m_label->resize(0, 0);
        return;
    }
    const qreal ratio = devicePixelRatioF();
    QSize size = m_zoom > 0 ? m_image.size() * m_zoom
                            : m_image.size().scaled((viewport()->size() - QSize(8, 8)).expandedTo(QSize(16, 16)), Qt::KeepAspectRatio);
    if (m_zoom == 0 && size.width() > m_image.width())
        size = m_image.size();
    size = size.boundedTo(QSize(8000, 8000)); // a pixmap of that size is 256 MB at worst
    QPixmap pixmap = QPixmap::fromImage(m_image.scaled(size * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(ratio);
    m_label->setPixmap(pixmap);
    m_label->resize(size);
}

} // namespace carriel::ui

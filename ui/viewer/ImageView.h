// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A picture that can be made larger and smaller, or fits the window.
#pragma once

#include <QImage>
#include <QScrollArea>

class QLabel;

namespace carriel::ui {

class ImageView final : public QScrollArea
{
    Q_OBJECT
public:
    explicit ImageView(QWidget *parent = nullptr);
    void setImage(const QImage &image); // null: nothing
    void zoomBy(double factor);
    void fit();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void draw();

    QLabel *m_label;
    QImage m_image;
    double m_zoom = 0; // 0: fits
};

} // namespace carriel::ui

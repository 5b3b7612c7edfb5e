// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the visible box of a signature stands on a page: drag it, or move it with the arrow keys and size it with Shift
// and the arrows. Says in words where it is. Thread: GUI.
#pragma once

#include "ui/theme/Theme.h"

#include <QImage>
#include <QWidget>

namespace carriel::ui {

class PlacePicker final : public QWidget
{
    Q_OBJECT
public:
    explicit PlacePicker(const Theme &theme, QWidget *parent);

    void setPage(const QSizeF &points);      // of the page
    QSizeF page() const { return m_page; }
    void setPicture(const QImage &page);     // null: none, the place can be chosen all the same
    bool hasPicture() const { return !m_picture.isNull(); }
    void setLines(const QStringList &lines); // what the box will show; none yet: a word for it
    QRectF place() const { return m_place; } // points, from the lower left corner
    void setPlace(const QRectF &place);
    void setHarmful(bool harmful); // where it stands it hides what it must not: shown in red
    QString words() const;

    QSize sizeHint() const override { return {320, 420}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void moved();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRectF paper() const;
    double scale() const;
    QRectF onScreen() const;
    void put(QRectF place);

    const Theme &m_theme;
    QSizeF m_page{612, 792};
    QImage m_picture;
    QStringList m_lines;
    QRectF m_place{72, 72, 200, 50};
    QPointF m_grab;       // where in the box the mouse holds it
    bool m_harmful = false;
    bool m_sizes = false; // the mouse holds its corner
};

} // namespace carriel::ui

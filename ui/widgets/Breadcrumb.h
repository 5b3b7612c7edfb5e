// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The way from the top to the folder one stands in; each part can be gone to, and documents can be dropped on it.
#pragma once

#include "core/domain/Ids.h"
#include "ui/theme/Theme.h"

#include <QWidget>
#include <functional>

class QHBoxLayout;
class QLabel;
class QMimeData;
class QPushButton;
class QToolButton;

namespace carriel::ui {

class Breadcrumb final : public QWidget
{
    Q_OBJECT
public:
    struct Part
    {
        ItemId id;
        QString name;
    };
    explicit Breadcrumb(const Theme &theme, QWidget *parent = nullptr);

    void setPath(const QList<Part> &parts); // from the top; the last one is where we are
    std::function<bool(const QMimeData *, const ItemId &)> canDrop;
    std::function<void(const QMimeData *, const ItemId &)> drop;

Q_SIGNALS:
    void chosen(const carriel::ItemId &folder);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    QSize minimumSizeHint() const override;

private:
    void drawArrow(QLabel *arrow);
    void fit();

    const Theme &m_theme;
    QHBoxLayout *m_row;
    QToolButton *m_more = nullptr;                     // stands for the folders at the top that have no room
    QList<std::pair<QPushButton *, QLabel *>> m_above; // each with the arrow after it
    QLabel *m_here = nullptr;
};

} // namespace carriel::ui

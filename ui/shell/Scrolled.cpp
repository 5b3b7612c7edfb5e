// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Scrolled.h"

#include <QAbstractScrollArea>
#include <QScrollBar>
#include <QTimer>

namespace carriel::ui {

namespace {

constexpr int layoutTime = 2000; // ms; what is not as long as it was by then has become shorter

void scrollTo(QScrollBar *bar, int to)
{
    if (bar->maximum() >= to)
        return bar->setValue(to);
    auto *wish = new QObject(bar);
    QTimer::singleShot(layoutTime, wish, &QObject::deleteLater);
    QObject::connect(bar, &QScrollBar::rangeChanged, wish, [bar, wish, to](int, int most) {
        if (most < to)
            return;
        wish->deleteLater();
        bar->setValue(to);
    });
}

} // namespace

QHash<QString, int> scrolledIn(const QWidget &frame)
{
    QHash<QString, int> out;
    const auto areas = frame.findChildren<QAbstractScrollArea *>();
    for (const QAbstractScrollArea *area : areas) {
        if (area->isVisibleTo(&frame) && !area->objectName().isEmpty() && area->verticalScrollBar()->value() > 0)
            out.insert(area->objectName(), area->verticalScrollBar()->value());
    }
    return out;
}

void scrollIn(const QWidget &frame, const QHash<QString, int> &scrolled)
{
    for (auto it = scrolled.cbegin(); it != scrolled.cend(); ++it) {
        if (const auto *area = frame.findChild<QAbstractScrollArea *>(it.key()))
            scrollTo(area->verticalScrollBar(), it.value());
    }
}

} // namespace carriel::ui

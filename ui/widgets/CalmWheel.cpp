// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/CalmWheel.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>

namespace carriel::ui {

CalmWheel::CalmWheel(QObject *parent) : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool CalmWheel::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::Wheel && event->type() != QEvent::Polish)
        return false;
    if (!qobject_cast<QComboBox *>(object) && !qobject_cast<QAbstractSpinBox *>(object))
        return false;
    if (event->type() == QEvent::Polish) {
        // Qt gives the keyboard to what the wheel turns over; typing would go there next.
        auto *widget = static_cast<QWidget *>(object);
        if (widget->focusPolicy() == Qt::WheelFocus)
            widget->setFocusPolicy(Qt::StrongFocus);
        return false;
    }
    event->ignore(); // what is around it scrolls
    return true;
}

} // namespace carriel::ui

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A wheel scrolls; it changes no answer. Left to themselves, lists to choose from, numbers and dates take the wheel that turns
// over them while a page scrolls by, and a document's type or the time of the lock is another one unnoticed.
// Thread: GUI.
#pragma once

#include <QObject>

namespace carriel::ui {

// Lives with the window and watches every widget of the program.
class CalmWheel final : public QObject
{
    Q_OBJECT
public:
    explicit CalmWheel(QObject *parent);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
};

} // namespace carriel::ui

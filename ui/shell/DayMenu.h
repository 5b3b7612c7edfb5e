// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with a day by which something must be answered, besides answering: be reminded later, not be
// reminded, keep it in one's calendar.
#pragma once

#include "core/services/Reminders.h"
#include "ui/shell/Page.h"

class QToolButton;

namespace carriel::ui {

// `changed`: after something was put aside or taken back. `reminders` outlives the parent.
QToolButton *dayMenu(const PageContext &context, Reminders &reminders, const DueDay &day, std::function<void()> changed,
                     const QString &name, QWidget *parent);

} // namespace carriel::ui

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Lets a page take one file of this computer that is dropped on it; several, or something else, it does not take.
#pragma once

#include <QString>
#include <functional>

class QWidget;

namespace carriel::ui {

void takeDroppedFile(QWidget *target, std::function<void(const QString &path)> taken);

} // namespace carriel::ui

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Private to ui/theme: what the style and the icons read while they paint.
#pragma once

#include "ui/theme/Theme.h"

#include <QApplication>

namespace carriel::ui {

struct Theme::State {
    ThemeChoice choice = ThemeChoice::System;
    ThemeKind kind = ThemeKind::Light;
    bool systemDark = false;
    bool reducedMotion = false;
    QFont base;
    QApplication *app = nullptr;
};

} // namespace carriel::ui

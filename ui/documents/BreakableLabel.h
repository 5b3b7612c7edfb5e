// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A long name without spaces in a narrow place: it may be broken anywhere, and is read out and carried away without that.
#pragma once

#include <QString>

class QLabel;

namespace carriel::ui {

void setBreakable(QLabel *label, const QString &text);

} // namespace carriel::ui

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// How far the lists and columns in a page are scrolled, and a page made anew scrolled just so.
#pragma once

#include <QHash>
#include <QString>

class QWidget;

namespace carriel::ui {

QHash<QString, int> scrolledIn(const QWidget &frame); // by object name
void scrollIn(const QWidget &frame, const QHash<QString, int> &scrolled);

} // namespace carriel::ui

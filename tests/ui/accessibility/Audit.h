// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What WCAG 2.2 AA asks of a page and a program can check. Each function names what is wrong, one line each.
#pragma once

#include <QStringList>

class QWidget;

namespace audit {

QStringList names(const QWidget &page);    // 4.1.2: whatever can be used has a name a screen reader can say
QStringList roles(const QWidget &page);    // 4.1.2: and says what kind of thing it is
QStringList contrast(QWidget &window);     // 1.4.3: words against what they stand on, as they are painted
QStringList targets(const QWidget &page);  // 2.5.8: at least 24 by 24
QStringList texts(const QWidget &page);    // 1.4.4, 1.4.12: nothing cut off
QStringList keyboard(QWidget &window);     // 2.1.1, 2.1.2: Tab reaches everything and leaves everything; window is active
QStringList objectNames(const QWidget &page);

} // namespace audit

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The colours of the window by what they mean. Code never names a colour; it names a role, and each role has a value in the
// light, the dark and the high-contrast theme. Base: the palette of GOV.CO. Pure values, any thread.
#pragma once

#include <QColor>
#include <QList>

namespace carriel::ui {

enum class ThemeKind { Light, Dark, HighContrast };

enum class Role {
    Window,         // behind everything
    Surface,        // lists, fields, cards
    SurfaceRaised,  // headers of tables, hovered rows, menus
    Text,
    TextMuted,      // secondary facts; still readable
    TextDisabled,   // exempt from contrast (WCAG 1.4.3), kept legible anyway
    Divider,        // decoration between areas, carries no meaning
    Border,         // the edge of a control: at least 3:1
    Primary,        // the one main action, selected marks
    PrimaryHover,
    OnPrimary,
    Link,
    Selection,      // background of selected rows
    OnSelection,
    Focus,          // the ring around what has the keyboard
    Success,
    Warning,        // as text or icon on Window and Surface
    Danger,
    Info,
    SuccessSurface, // quiet backgrounds of notices; Text stands on them
    WarningSurface,
    DangerSurface,
    InfoSurface,
    OnDanger,       // text on a Danger button
    Navigation,     // the left panel
    OnNavigation,
    NavigationSelected,
    OnNavigationSelected,
};

QColor tokenColor(ThemeKind kind, Role role);

// WCAG 2.2: (L1 + 0.05) / (L2 + 0.05), 1 to 21.
double contrastRatio(const QColor &a, const QColor &b);

// Which pairs are drawn together and what they must reach; the theme's test walks it.
struct ContrastPair {
    Role front;
    Role back;
    double least; // 4.5 text, 3.0 controls and icons
};
const QList<ContrastPair> &contrastPairs();

} // namespace carriel::ui

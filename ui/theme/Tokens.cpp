// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Tokens.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace carriel::ui {

namespace {

struct Row {
    Role role;
    QRgb light, dark, contrast;
};

constexpr std::array rows{
    Row{Role::Window, 0xF6F8F9, 0x101820, 0x000000},
    Row{Role::Surface, 0xFFFFFF, 0x18222C, 0x000000},
    Row{Role::SurfaceRaised, 0xEDF1F5, 0x22303D, 0x1A1A1A},
    Row{Role::Text, 0x1B2733, 0xE8EEF3, 0xFFFFFF},
    Row{Role::TextMuted, 0x4B5B6B, 0xA9B7C4, 0xFFFFFF},
    Row{Role::TextDisabled, 0x768390, 0x7A8896, 0xB0B0B0},
    Row{Role::Divider, 0xDCE3E9, 0x2C3B49, 0xFFFFFF},
    Row{Role::Border, 0x74818E, 0x7C8C9B, 0xFFFFFF},
    Row{Role::Primary, 0x3366CC, 0x7FA8F5, 0xFFFF00},
    Row{Role::PrimaryHover, 0x004884, 0xA3C1FA, 0xFFFFFF},
    Row{Role::OnPrimary, 0xFFFFFF, 0x0B1A2B, 0x000000},
    Row{Role::Link, 0x2A57B3, 0x8FB4F8, 0xFFFF00},
    Row{Role::Selection, 0xDCE7FA, 0x25436F, 0x1F5FFF},
    Row{Role::OnSelection, 0x0F2440, 0xFFFFFF, 0xFFFFFF},
    Row{Role::Focus, 0x004884, 0xF3D03E, 0x00FFFF},
    Row{Role::Success, 0x05704F, 0x4CC79B, 0x00FF66},
    Row{Role::Warning, 0x7A5B00, 0xF3D03E, 0xFFFF00},
    Row{Role::Danger, 0xA80521, 0xFF8B98, 0xFF9AA5},
    Row{Role::Info, 0x115C8F, 0x7CC0EC, 0x7FDBFF},
    Row{Role::SuccessSurface, 0xE3F4EE, 0x12352B, 0x000000},
    Row{Role::WarningSurface, 0xFDF6DA, 0x3A3212, 0x000000},
    Row{Role::DangerSurface, 0xFBE8EB, 0x43202A, 0x000000},
    Row{Role::InfoSurface, 0xE4F0F8, 0x153348, 0x000000},
    Row{Role::OnDanger, 0xFFFFFF, 0x2B0A10, 0x000000},
    Row{Role::Navigation, 0x004884, 0x0B1219, 0x000000},
    Row{Role::OnNavigation, 0xFFFFFF, 0xC9D5E0, 0xFFFFFF},
    Row{Role::NavigationSelected, 0xFFFFFF, 0x25436F, 0xFFFF00},
    Row{Role::OnNavigationSelected, 0x004884, 0xFFFFFF, 0x000000},
};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &c)
{
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

} // namespace

QColor tokenColor(ThemeKind kind, Role role)
{
    const auto row = std::find_if(rows.begin(), rows.end(), [role](const Row &r) { return r.role == role; });
    if (row == rows.end())
        return Qt::magenta; // a role without a row; the test finds it
    switch (kind) {
    case ThemeKind::Light: return QColor::fromRgb(row->light);
    case ThemeKind::Dark: return QColor::fromRgb(row->dark);
    case ThemeKind::HighContrast: return QColor::fromRgb(row->contrast);
    }
    return Qt::magenta;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

const QList<ContrastPair> &contrastPairs()
{
    static const QList<ContrastPair> pairs = [] {
        QList<ContrastPair> list;
        for (Role back : {Role::Window, Role::Surface, Role::SurfaceRaised}) {
            for (Role front : {Role::Text, Role::TextMuted, Role::Link, Role::Success, Role::Warning, Role::Danger, Role::Info})
                list.append({front, back, 4.5});
            for (Role front : {Role::Border, Role::Focus, Role::Primary})
                list.append({front, back, 3.0});
        }
        for (Role back : {Role::SuccessSurface, Role::WarningSurface, Role::DangerSurface, Role::InfoSurface})
            list.append({Role::Text, back, 4.5});
        list.append({Role::Success, Role::SuccessSurface, 4.5});
        list.append({Role::Warning, Role::WarningSurface, 4.5});
        list.append({Role::Danger, Role::DangerSurface, 4.5});
        list.append({Role::Info, Role::InfoSurface, 4.5});
        list.append({Role::OnPrimary, Role::Primary, 4.5});
        list.append({Role::OnPrimary, Role::PrimaryHover, 4.5});
        list.append({Role::OnDanger, Role::Danger, 4.5});
        list.append({Role::OnSelection, Role::Selection, 4.5});
        list.append({Role::OnNavigation, Role::Navigation, 4.5});
        list.append({Role::OnNavigationSelected, Role::NavigationSelected, 4.5});
        list.append({Role::Focus, Role::Selection, 3.0});
        return list;
    }();
    return pairs;
}

} // namespace carriel::ui

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The window's own command line: the global options of carriel-cli and a few more.
#pragma once

#include "app/commands/Invocation.h"

namespace carriel::desktop {

struct Options {
    commands::GlobalOptions global;
    QString theme;        // "light", "dark", "contrast" or empty: as chosen in the settings
    QString openUrl;      // a carpeta:// address
    QString screenshots;  // developers: a folder for pictures of every page; the program ends afterwards
    bool help = false;
    bool version = false;
};

Result<Options> parseOptions(const QStringList &arguments); // CAR-CLI-001
QString helpText();

} // namespace carriel::desktop

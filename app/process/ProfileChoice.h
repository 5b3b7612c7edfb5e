// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace carriel::process {

// The profile to use: the one given (relative to the current folder), else the one used last, else "default" in the usual
// place. Absolute, and the same text for the same folder, so that window and command line meet. Makes nothing.
QString chosenProfile(const QString &given);

} // namespace carriel::process

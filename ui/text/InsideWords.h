// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a folder by what lies in it.
#pragma once

#include "core/services/Problems.h"

namespace carriel::text {

// A sentence for each kind of matter, the worst first; empty if all in the folder is at rest.
QStringList insideLines(const InsideFolder &inside);

} // namespace carriel::text

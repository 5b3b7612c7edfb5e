// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The list of every page and dialog of the program. A page that is not in it cannot be opened, and fails the audit.
#pragma once

#include "ui/shell/PageRegistry.h"

namespace carriel::ui {

PageRegistry allPages();

} // namespace carriel::ui

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Where in a PDF some words stand, told page by page as they are found (ui/viewer/FindWire.h).
#pragma once

#include "app/extract/PageServer.h"

namespace carriel::extract {

ServeOutcome findText(const Pipes &pipes);

} // namespace carriel::extract

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace carriel::process {

// First thing in main(): no core files (they would hold keys), nobody of this user may attach, new files are ours alone.
void harden();

} // namespace carriel::process

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace carriel::process {

// First thing in main(): no core files (they would hold keys), nobody of this user may attach, new files are ours alone.
void harden();

// Last thing in main(), when every object of ours is gone: ends at once. The network's own threads may still be winding
// down, and must not run into what the end of a program takes apart under them.
[[noreturn]] void leave(int exitCode);

} // namespace carriel::process

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a process that reads a stranger's file may still do: compute, read its input, write its output. Two steps, because
// libraries open files while they start. Linux: resource limits, then a seccomp allow-list. Elsewhere only the limits that
// POSIX knows; `sealed` is then false.
#pragma once

namespace carriel::extract {

struct Confinement {
    bool limited = false; // memory, processor time, no core file, no new files, no inherited descriptors
    bool sealed = false;  // no files, no network, no programs, no other processes
};

// First thing in main(): closes every descriptor but the standard three and lowers the limits. `seconds` of processor time.
bool limitResources(unsigned seconds);

// After everything has been loaded. From here on the kernel answers EPERM to all that is not on the list.
bool sealProcess();

} // namespace carriel::extract

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

struct Limits {
    unsigned seconds = 15;       // of processor time
    unsigned long memory = 1280; // MiB of addresses
    int firstClosed = 3;         // descriptors from here on are closed
};

// First thing in main(): closes the descriptors and lowers the limits.
bool limitResources(const Limits &limits);

// After everything has been loaded. From here on the kernel answers EPERM to all that is not on the list.
bool sealProcess();

// Tries what a hostile file would try, and says how it went: one word a line, "denied" or "ALLOWED".
void tellWhatIsDenied(bool sealed);

} // namespace carriel::extract

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens, names and texts pass through strings that nobody wipes (SecretBytes is for keys). What they leave behind in memory that
// was given back is wiped when the vault is locked.
#pragma once

namespace carriel {

// What lies free in the calling thread's part of the heap is overwritten, and whole free pages of all threads are given back to the
// system. Takes some ten milliseconds. Memory that other threads keep at hand is not reached, nor what is still in use.
// Thread: any; once in each that handled what must not stay.
void wipeFreedMemory();

// The same in what threads left behind that have ended, those of the network among them. Returns when it is done. Thread: any.
void wipeMemoryOfEndedThreads();

} // namespace carriel

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that fails when it is told to: below SQLite's own VFS and Qt's files, where the system's calls are. A program
// that links this has its open, write, fsync, ftruncate, rename and lock go through here; the n-th of a kind that
// concerns a watched folder fails with the error of one's choice, once or from then on.
#pragma once

#include <QString>

namespace carriel::test {

enum class DiskCall { Write, Sync, Open, Rename, Lock };

struct DiskFault
{
    DiskCall call = DiskCall::Write;
    int nth = 1;        // from arm() on, counted from 1
    int error = 0;      // errno
    bool stays = false; // every later one of the kinds Write, Sync, Open and Rename fails too
    bool half = false;  // a write gets half of its bytes to the disk before it fails
};

class FailingDisk
{
public:
    static void watch(const QString &folder); // only what is opened below it from now on is counted
    static void arm(const DiskFault &fault);
    static void disarm();
    static bool fired();              // since arm()
    static int passed(DiskCall call); // calls of the kind since arm()
};

} // namespace carriel::test

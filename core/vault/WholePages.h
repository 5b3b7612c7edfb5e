// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The way to the disk that every vault is opened by. SQLCipher takes a page of nothing but zeros for one that is not there yet and
// gives it out as content, although no page that was written looks like that: the end of a long note would read as zeros, and no
// check would find it. On this way such a page is damage (SQLITE_CORRUPT).
#pragma once

namespace carriel::vault {

class Database;

// Its name for sqlite3_open_v2(). Who only reads always goes the strict way. Who writes only after "PRAGMA whole_pages=1" and until
// "PRAGMA whole_pages=0": a page that was given up before it was ever written is zeros in the file, and may be met again on the way
// to using it.
const char *wholePages();

// While it lives a connection reads from the disk, not from what lies in memory of it, and strictly.
class Strictly
{
public:
    explicit Strictly(Database &db);
    ~Strictly();
    Strictly(const Strictly &) = delete;
    Strictly &operator=(const Strictly &) = delete;

private:
    Database &m_db;
};

} // namespace carriel::vault

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/WholePages.h"

#include "core/vault/Database.h"

#include <cstring>
#include <sqlcipher/sqlite3.h>

namespace carriel::vault {
namespace {

// Lies before the system's own file in the room that SQLite gives for both.
struct File
{
    sqlite3_file base;
    bool strict;
};
constexpr int ownSize = (int(sizeof(File)) + 15) & ~15;

File &own(sqlite3_file *file) { return *reinterpret_cast<File *>(file); }
sqlite3_file *real(sqlite3_file *file) { return reinterpret_cast<sqlite3_file *>(reinterpret_cast<char *>(file) + ownSize); }

// To the method of the same name and place in the system's file.
template <auto Method, typename... Args> int onwards(sqlite3_file *file, Args... args)
{
    sqlite3_file *inner = real(file);
    return (inner->pMethods->*Method)(inner, args...);
}

int read(sqlite3_file *file, void *to, int size, sqlite3_int64 from)
{
    const int status = onwards<&sqlite3_io_methods::xRead>(file, to, size, from);
    if (status != SQLITE_OK || !own(file).strict || size != Database::pageSize)
        return status;
    const auto *bytes = static_cast<const char *>(to);
    const bool zeros = *bytes == 0 && std::memcmp(bytes, bytes + 1, std::size_t(size) - 1) == 0;
    return zeros ? SQLITE_CORRUPT : SQLITE_OK;
}

int control(sqlite3_file *file, int what, void *argument)
{
    if (what == SQLITE_FCNTL_PRAGMA) {
        const char *const *words = static_cast<char **>(argument);
        if (words[1] && words[2] && sqlite3_stricmp(words[1], "whole_pages") == 0) {
            own(file).strict = *words[2] == '1';
            return SQLITE_OK;
        }
    }
    return onwards<&sqlite3_io_methods::xFileControl>(file, what, argument);
}

void barrier(sqlite3_file *file) { real(file)->pMethods->xShmBarrier(real(file)); }

const sqlite3_io_methods &methods()
{
    using M = sqlite3_io_methods;
    static const sqlite3_io_methods all{
        2, // without the third version's memory mapping, which goes past read()
        onwards<&M::xClose>,
        read,
        onwards<&M::xWrite, const void *, int, sqlite3_int64>,
        onwards<&M::xTruncate, sqlite3_int64>,
        onwards<&M::xSync, int>,
        onwards<&M::xFileSize, sqlite3_int64 *>,
        onwards<&M::xLock, int>,
        onwards<&M::xUnlock, int>,
        onwards<&M::xCheckReservedLock, int *>,
        control,
        onwards<&M::xSectorSize>,
        onwards<&M::xDeviceCharacteristics>,
        onwards<&M::xShmMap, int, int, int, void volatile **>,
        onwards<&M::xShmLock, int, int, int>,
        barrier,
        onwards<&M::xShmUnmap, int>,
        nullptr,
        nullptr,
    };
    return all;
}

int open(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *given)
{
    sqlite3_vfs *system = sqlite3_vfs_find(nullptr);
    if ((flags & SQLITE_OPEN_MAIN_DB) == 0) // the log has sums of its own
        return system->xOpen(system, name, file, flags, given);
    file->pMethods = nullptr;
    real(file)->pMethods = nullptr;
    const int status = system->xOpen(system, name, real(file), flags, given);
    own(file).strict = (flags & SQLITE_OPEN_READONLY) != 0;
    if (real(file)->pMethods) // which asks to be closed, even if it did not open
        file->pMethods = &methods();
    return status;
}

} // namespace

const char *wholePages()
{
    static constexpr char name[] = "carriel";
    static const int status = [] {
        sqlite3_initialize();
        static sqlite3_vfs way;
        way = *sqlite3_vfs_find(nullptr);
        way.zName = name;
        way.xOpen = open;
        way.szOsFile += ownSize;
        return sqlite3_vfs_register(&way, 0);
    }();
    return status == SQLITE_OK ? name : nullptr;
}

Strictly::Strictly(Database &db) : m_db(db)
{
    (void)m_db.exec("PRAGMA whole_pages=1; PRAGMA shrink_memory");
}

Strictly::~Strictly()
{
    (void)m_db.exec("PRAGMA whole_pages=0");
}

} // namespace carriel::vault

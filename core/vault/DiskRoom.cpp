// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/DiskRoom.h"

#include <QFile>

#include <sys/statvfs.h>

namespace carriel::vault {

namespace {
constexpr qint64 mostReserved = 16 * 1024 * 1024; // of a small disk, a twentieth
}

qint64 roomForDocuments(Database &database)
{
    struct statvfs disk = {};
    if (::statvfs(QFile::encodeName(database.path()).constData(), &disk) != 0)
        return -1;
    const qint64 reserve = qMin(mostReserved, qint64(disk.f_blocks) * qint64(disk.f_frsize) / 20);
    const qint64 unused = database.number("PRAGMA freelist_count").valueOr(0) * database.number("PRAGMA page_size").valueOr(0);
    return qMax<qint64>(0, qint64(disk.f_bavail) * qint64(disk.f_frsize) + unused - reserve);
}

} // namespace carriel::vault

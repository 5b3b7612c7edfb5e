// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// ZIP as signed containers use it (APPNOTE 6.3). Read strictly: whatever two readers could understand differently is
// refused. Written plainly: every entry stored, one behind the other.
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <functional>

namespace carriel::signing {

struct ZipEntry
{
    QString name;
    quint16 method = 0; // 0 stored, 8 deflated
    quint32 crc = 0;
    qint64 packed = 0, size = 0;
    qint64 header = 0; // offset of the local header
    qint64 data = 0;   // offset of the bytes
    bool extra = false;
};

class ZipReader
{
public:
    static constexpr int mostEntries = 10000;
    static constexpr qint64 mostBytes = 4LL * 1024 * 1024 * 1024;
    static constexpr qint64 highestRatio = 1000;

    // badZip with the reason: two entries of one name, a name that leaves the folder, bytes of no entry, a local header
    // that says something else, a field that some read another name from, encryption, several disks, ZIP64, a ratio or a
    // sum of a bomb.
    static Result<ZipReader> open(QByteArrayView bytes);

    const QList<ZipEntry> &entries() const { return m_entries; } // in the order of the file
    const ZipEntry *find(const QString &name) const;
    // Streams the bytes; the sum is checked before the end is told. badZip.
    Outcome read(const ZipEntry &entry, const std::function<void(QByteArrayView)> &part) const;
    Result<QByteArray> bytesOf(const ZipEntry &entry, qint64 limit) const; // tooLarge past the limit

private:
    QByteArrayView m_bytes;
    QList<ZipEntry> m_entries;
};

class ZipWriter
{
public:
    using Sink = std::function<Outcome(QByteArrayView)>;
    ZipWriter(Sink sink, const QDateTime &time);
    Outcome add(const QString &name, QByteArrayView bytes); // tooLarge past 4 GiB
    Outcome finish();

private:
    Outcome put(QByteArrayView bytes);
    Sink m_sink;
    quint32 m_dosTime;
    qint64 m_at = 0;
    QByteArray m_directory;
    int m_count = 0;
};

} // namespace carriel::signing

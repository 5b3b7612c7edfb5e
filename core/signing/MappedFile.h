// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Files as bytes without a copy in memory, and the file that a signature is written into.
#pragma once

#include "core/base/Result.h"

#include <QDateTime>
#include <QFile>
#include <QTemporaryFile>
#include <memory>

namespace carriel::signing {

// Read-only. fileRead; an empty file has no bytes.
class MappedFile
{
public:
    static Result<std::unique_ptr<MappedFile>> open(const QString &path);
    QByteArrayView bytes() const { return m_bytes; }
    // False if somebody wrote to the file since: what was read of it cannot be relied on.
    bool unchanged() const;

private:
    explicit MappedFile(const QString &path) : m_file(path) {}
    QFile m_file;
    QByteArrayView m_bytes;
    QDateTime m_modified;
};

// Grows beside its target and takes its name at the end, whole or not at all.
class WorkingFile
{
public:
    // fileWrite. The target's folder must exist.
    static Result<std::unique_ptr<WorkingFile>> create(const QString &target);

    Outcome append(QByteArrayView bytes);           // fileWrite, diskFull
    Outcome patch(qint64 at, QByteArrayView bytes); // over what is there
    Outcome truncate(qint64 size);                  // fileWrite; what was appended last is taken off again
    qint64 size() const { return m_file.size(); }
    // All of it until the next append.
    Result<QByteArrayView> bytes();
    enum class Overwrite { No, Yes };
    Outcome commit(Overwrite overwrite); // outputThere, fileWrite. Durable afterwards

private:
    explicit WorkingFile(const QString &target);
    QString m_target;
    QTemporaryFile m_file;
    uchar *m_map = nullptr;
};

} // namespace carriel::signing

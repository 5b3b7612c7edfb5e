// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Small POSIX files that say when they could not. Failures throw FileError. Thread: any.
#pragma once

#include <QByteArray>
#include <QString>
#include <stdexcept>
#include <utility>

namespace carriel::op {

class FileError : public std::runtime_error
{
public:
    FileError(const QString &path, int error);
    int error() const { return m_error; }

private:
    int m_error; // errno
};

class File
{
public:
    File() = default;
    File(const QString &path, int flags, unsigned mode = 0600);
    File(File &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)), m_path(std::move(other.m_path)) {}
    File &operator=(File &&other) noexcept;
    ~File();

    bool isOpen() const { return m_fd >= 0; }
    int fd() const { return m_fd; }
    void writeAt(qint64 offset, QByteArrayView bytes) const;
    QByteArray readAt(qint64 offset, qint64 most) const; // shorter only at the end
    void resize(qint64 size) const;
    qint64 size() const;
    void sync() const; // the bytes are durable when this returns

private:
    int m_fd = -1;
    QString m_path;
};

void syncFolder(const QString &path);     // names in it are durable
void syncFileSystem(const QString &path); // everything written so far on the file system of `path`

} // namespace carriel::op

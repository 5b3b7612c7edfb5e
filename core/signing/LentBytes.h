// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes as a descriptor that a child process can be lent: a file as it lies there, or a copy in memory that has no name
// on any disk. Unix.
#pragma once

#include "core/base/Result.h"

#include <QByteArrayView>
#include <QFile>
#include <QIODevice>
#include <limits>
#include <memory>

namespace carriel::signing {

class LentBytes
{
public:
    // fileRead; only a plain file: opening a pipe would wait for its other end.
    static Result<std::shared_ptr<LentBytes>> ofFile(const QString &path);
    static Result<std::shared_ptr<LentBytes>> copyOf(QByteArrayView bytes);
    // Reads it to its end in slices; an open one is read from where it stands. fileRead, also past `most`; diskFull.
    static Result<std::shared_ptr<LentBytes>> copyOf(QIODevice &device,
                                                     qint64 most = std::numeric_limits<qint64>::max());
    ~LentBytes();
    LentBytes(const LentBytes &) = delete;
    LentBytes &operator=(const LentBytes &) = delete;

    int descriptor() const { return m_descriptor; }
    qint64 size() const { return m_size; }
    QByteArray head(qint64 most) const;            // the first bytes, without mapping them
    const QString &path() const { return m_path; } // empty for a copy
    // False if somebody wrote to the file since it was opened.
    bool unchanged() const;

private:
    LentBytes() = default;
    static Result<std::shared_ptr<LentBytes>> inMemory();
    Outcome append(QByteArrayView bytes);
    QString m_path;
    int m_descriptor = -1;
    qint64 m_size = 0;
    qint64 m_modified[2]{}; // seconds, nanoseconds; of a file
};

} // namespace carriel::signing

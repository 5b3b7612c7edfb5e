// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of a vault's file, each by itself, as the last commit left them: those of the log (-wal) stand before those of the
// file. For a vault that SQLite will not read; it changes nothing. Thread: one at a time.
#pragma once

#include "core/base/SecretBytes.h"
#include "core/crypto/PageCipher.h"

#include <QFile>
#include <QHash>

namespace carriel::vault {

// Which of the log's frames count: those up to the last commit that is whole (the file format of SQLite, §4).
struct LogIndex {
    QHash<quint32, qint64> frames; // a page's number, and where its newest content begins
    quint32 pages = 0;             // what the database has after the last commit; 0: there is none
};
LogIndex readLog(const QString &path);

// A file that was cut at its end: with nothing in its log SQLite sees that itself; with something it would fill the rest with
// zeros when it writes the log back. Asked before it is opened. CAR-VLT-004
Outcome endIsThere(const QString &path);

class PageFile
{
public:
    static QByteArray saltOf(const QString &path); // what the file begins with
    // `salts`: what it may have begun with, if its beginning is damaged.
    PageFile(const QString &path, const SecretBytes &key, const QList<QByteArray> &salts);

    bool opens() const { return m_cipher.has_value(); } // at least one page does
    quint32 count() const { return m_count; }
    // As it was written, or nothing.
    std::optional<QByteArray> page(quint32 number);

private:
    QByteArray stored(quint32 number);

    QFile m_file;
    QFile m_logFile;
    LogIndex m_log;
    quint32 m_count = 0;
    std::optional<crypto::PageCipher> m_cipher;
};

} // namespace carriel::vault

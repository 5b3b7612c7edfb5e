// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/Database.h"

#include <sqlcipher/sqlite3.h>

namespace carriel::vault {

Statement::Statement(Database &database, sqlite3_stmt *handle, bool cached, int status)
    : m_database(&database), m_handle(handle), m_status(status), m_cached(cached)
{
}

Statement::Statement(Statement &&other) noexcept
    : m_database(other.m_database), m_handle(std::exchange(other.m_handle, nullptr)), m_next(other.m_next),
      m_status(other.m_status), m_cached(other.m_cached)
{
}

Statement::~Statement()
{
    if (!m_handle)
        return;
    if (!m_cached) {
        sqlite3_finalize(m_handle);
        return;
    }
    sqlite3_reset(m_handle);
    sqlite3_clear_bindings(m_handle);
    if (const auto slot = m_database->m_slots.find(m_handle); slot != m_database->m_slots.end())
        slot->second->used = false;
}

Result<bool> Statement::next()
{
    if (m_status != SQLITE_OK)
        return m_database->errorFrom(m_status);
    const int status = sqlite3_step(m_handle);
    if (status == SQLITE_ROW)
        return true;
    if (status == SQLITE_DONE)
        return false;
    Error error = m_database->errorFrom(status);
    if ((status & 0xff) == SQLITE_IOERR || (status & 0xff) == SQLITE_FULL) {
        sqlite3_reset(m_handle);
        m_database->undoDoubt();
    }
    return error;
}

Outcome Statement::run()
{
    for (;;) {
        CARRIEL_TRY(const bool row, next());
        if (!row)
            return {};
    }
}

Statement &Statement::rewind()
{
    if (m_handle)
        sqlite3_reset(m_handle);
    m_next = 1;
    return *this;
}

Statement &Statement::bindColumn(const Statement &row, int column)
{
    if (m_handle)
        keep(sqlite3_bind_value(m_handle, m_next++, sqlite3_column_value(row.m_handle, column)));
    return *this;
}

void Statement::keep(int status)
{
    if (m_status == SQLITE_OK)
        m_status = status;
}

void Statement::bindOne(const QString &text)
{
    if (!m_handle)
        return;
    if (text.isNull())
        return bindOne(nullptr);
    const QByteArray utf8 = text.toUtf8();
    keep(sqlite3_bind_text(m_handle, m_next++, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT));
}

void Statement::bindOne(const char *latin1)
{
    if (m_handle)
        keep(sqlite3_bind_text(m_handle, m_next++, latin1, -1, SQLITE_TRANSIENT));
}

void Statement::bindOne(qint64 value)
{
    if (m_handle)
        keep(sqlite3_bind_int64(m_handle, m_next++, value));
}

void Statement::bindOne(std::nullptr_t)
{
    if (m_handle)
        keep(sqlite3_bind_null(m_handle, m_next++));
}

void Statement::bindOne(const QByteArray &blob)
{
    bindOne(QByteArrayView(blob));
}

void Statement::bindOne(QByteArrayView blob)
{
    if (!m_handle)
        return;
    if (blob.isNull())
        return bindOne(nullptr);
    keep(sqlite3_bind_blob64(m_handle, m_next++, blob.data(), sqlite3_uint64(blob.size()), SQLITE_TRANSIENT));
}

void Statement::bindOne(Borrowed blob)
{
    if (m_handle)
        keep(sqlite3_bind_blob64(m_handle, m_next++, blob.bytes.data(), sqlite3_uint64(blob.bytes.size()), SQLITE_STATIC));
}

void Statement::bindOne(const QDateTime &utc)
{
    if (utc.isValid())
        bindOne(qint64(utc.toMSecsSinceEpoch()));
    else
        bindOne(nullptr);
}

void Statement::bindOne(QDate date)
{
    bindOne(date.isValid() ? date.toString(Qt::ISODate) : QString());
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_handle, column) == SQLITE_NULL;
}

QString Statement::text(int column) const
{
    const auto *utf8 = reinterpret_cast<const char *>(sqlite3_column_text(m_handle, column));
    return utf8 ? QString::fromUtf8(utf8, sqlite3_column_bytes(m_handle, column)) : QString();
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_handle, column);
}

QByteArrayView Statement::bytesView(int column) const
{
    const void *data = sqlite3_column_blob(m_handle, column);
    return {static_cast<const char *>(data), qsizetype(sqlite3_column_bytes(m_handle, column))};
}

QByteArray Statement::bytes(int column) const
{
    return bytesView(column).toByteArray();
}

QDateTime Statement::time(int column) const
{
    return isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(integer(column), Qt::UTC);
}

QDate Statement::date(int column) const
{
    return QDate::fromString(text(column), Qt::ISODate);
}

} // namespace carriel::vault

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// SQLCipher behind RAII: one connection, its prepared statements and its errors. The only door to the C interface.
// Thread: one at a time. Errors: CAR-VLT-001 to -009, CAR-BAS-001 for SQL that is wrong.
#pragma once

#include "core/base/Result.h"
#include "core/base/SecretBytes.h"

#include <QDate>
#include <QDateTime>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace carriel::vault {

class Database;

// Bytes that outlive the statement and are not copied for it.
struct Borrowed {
    QByteArrayView bytes;
};

// One use of a prepared statement; when it ends the statement goes back to its connection, reset and without values.
// Parameters count from 1 in the order of bind(), columns from 0. Text is UTF-8 inside; times are milliseconds since 1970
// in UTC and dates ISO text, both NULL when invalid.
class Statement
{
public:
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&) = delete;
    ~Statement();

    template <typename... T> Statement &bind(const T &...values)
    {
        (bindOne(values), ...);
        return *this;
    }

    Statement &bindColumn(const Statement &row, int column); // the value of another statement's row, whatever it is

    Result<bool> next(); // true: a row is there
    Outcome run();       // to the end, rows thrown away
    Statement &rewind(); // for the next set of values

    bool isNull(int column) const;
    QString text(int column) const;
    qint64 integer(int column) const;
    bool flag(int column) const { return integer(column) != 0; }
    QByteArray bytes(int column) const;
    QByteArrayView bytesView(int column) const; // until the next step
    QDateTime time(int column) const;
    QDate date(int column) const;

private:
    friend class Database;
    Statement(Database &database, sqlite3_stmt *handle, bool cached, int status);
    void bindOne(const QString &text); // a null string is NULL
    void bindOne(const char *latin1);
    void bindOne(qint64 value);
    void bindOne(int value) { bindOne(qint64(value)); }
    void bindOne(bool value) { bindOne(qint64(value)); }
    void bindOne(std::nullptr_t);
    void bindOne(const QByteArray &blob); // a null one is NULL
    void bindOne(QByteArrayView blob);
    void bindOne(Borrowed blob);
    void bindOne(const QDateTime &utc);
    void bindOne(QDate date);
    void keep(int status);

    Database *m_database;
    sqlite3_stmt *m_handle;
    int m_next = 1;
    int m_status;
    bool m_cached;
};

enum class Access { ReadWrite, ReadOnly, Create };

class Database
{
public:
    // Marks a file as ours; the second number is the newest schema this program knows (Migrations.h).
    static constexpr int applicationId = 0x4361524c; // "CaRL"
    static constexpr int pageSize = 8192;

    // `key`: 32 bytes. With Create the file must not exist (CAR-VLT-011). Otherwise its first page is read, so that a wrong
    // key, a foreign or a damaged file is told here. ReadOnly works on a full and on a read-only disk, too; there the caller
    // must see to it that nobody writes meanwhile.
    static Result<std::unique_ptr<Database>> open(const QString &path, const SecretBytes &key, Access access);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    const QString &path() const { return m_path; }

    // What every write answers from now on, where it is known beforehand why none can be kept.
    void refuseWrites(Error why) { m_refusal = std::move(why); }

    // The text must be a literal or live as long as the statement is prepared: it is copied, and kept prepared.
    template <typename... T> Statement query(std::string_view sql, const T &...values)
    {
        Statement statement = prepare(sql);
        statement.bind(values...);
        return statement;
    }
    Outcome exec(const char *script); // several statements; no values
    Result<qint64> number(std::string_view sql); // first column of the first row; 0 if there is none

    enum class Lasts {
        AtOnce,      // on the disk before it answers
        WithTheNext, // a power cut may take it back, all of it and nothing before it: for what is then done again by itself
    };
    // BEGIN IMMEDIATE … COMMIT; any error rolls back. Not to be nested (CAR-BAS-001).
    Outcome transact(const std::function<Outcome()> &work, Lasts lasts = Lasts::AtOnce);
    qint64 lastInsertId() const;
    int changes() const;

    // Moves the log into the file and empties it. CAR-VLT-007 if a reader stands in the way.
    Outcome checkpoint();

private:
    Database(QString path, sqlite3 *handle) : m_path(std::move(path)), m_handle(handle) {}
    friend class Statement;
    static Result<std::unique_ptr<Database>> connect(const QString &path, const QByteArray &name, int flags, const SecretBytes &key,
                                                     Access access);
    Statement prepare(std::string_view sql);
    Outcome setKey(const SecretBytes &key);
    Outcome configure(Access access);
    Outcome checkFirstPage(Access access);
    Error errorFrom(int status) const;
    void undoDoubt();

    QString m_path;
    sqlite3 *m_handle;
    struct Slot {
        sqlite3_stmt *handle = nullptr;
        bool used = false;
    };
    std::unordered_map<std::string, Slot> m_statements;
    std::unordered_map<sqlite3_stmt *, Slot *> m_slots;
    std::optional<Error> m_refusal;
    bool m_doubt = false;  // a commit failed after its last byte was perhaps written
    bool m_opened = false; // the first page was read with this key: NOTADB from now on is damage
};

} // namespace carriel::vault

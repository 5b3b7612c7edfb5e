// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One connection to the database, SQLite or PostgreSQL, with its prepared statements. Thread: the one that opened it.
// SQL here is what both understand; `?` marks a value. A failure throws DatabaseError.
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>
#include <functional>
#include <initializer_list>
#include <stdexcept>
#include <unordered_map>
#include <vector>

namespace carriel::op {

class DatabaseError : public std::runtime_error
{
public:
    DatabaseError(const QString &text, bool retryable) : std::runtime_error(text.toStdString()), m_retryable(retryable) {}
    bool retryable() const { return m_retryable; }

private:
    bool m_retryable; // a deadlock, a lost connection
};

class Connection
{
public:
    Connection(const QString &database, const QString &name);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    bool isPostgres() const { return m_postgres; }
    // Behind a SELECT: other transactions wait for these rows. SQLite has one writer anyway.
    QString forUpdate() const { return m_postgres ? QStringLiteral(" FOR UPDATE") : QString(); }

    // The query stands on its first row's doorstep: call next(). Finished by the following run() of the same text.
    QSqlQuery &run(const QString &sql, std::initializer_list<QVariant> values = {});
    // How many rows were changed.
    int change(const QString &sql, std::initializer_list<QVariant> values = {});
    QVariant one(const QString &sql, std::initializer_list<QVariant> values = {}); // invalid: no row
    void execute(const QString &sql); // not prepared

    // Ends every query that was left before its last row, by an exception or on purpose: in SQLite it would hold on to what the
    // database was then, and the next reads of this connection would see that.
    void settle();

    // Runs when the transaction is durable; forgotten when it is rolled back.
    void afterCommit(std::function<void()> act) { m_after.push_back(std::move(act)); }
    std::vector<std::function<void()>> takeAfterCommit() { return std::exchange(m_after, {}); }
    size_t afterCommitCount() const { return m_after.size(); }
    void forgetAfterCommit(size_t from) { m_after.resize(from); }

private:
    void open(const QString &database);
    QString m_name;
    bool m_postgres = false;
    QSqlDatabase m_db;
    std::unordered_map<QString, QSqlQuery> m_prepared; // its elements stay where they are
    std::vector<QSqlQuery *> m_open;
    std::vector<std::function<void()>> m_after;
};

} // namespace carriel::op

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Connection.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>
#include <QUrlQuery>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

[[noreturn]] void fail(const QSqlError &error, const QString &what, bool postgres)
{
    const QString state = error.nativeErrorCode();
    // 40001 serialization, 40P01 deadlock, 08xxx and 57P01 connection lost (PostgreSQL); 5 busy (SQLite)
    const bool retryable = postgres ? state == u"40001" || state == u"40P01" || state.startsWith(u"08") || state == u"57P01" ||
                                          error.type() == QSqlError::ConnectionError
                                    : (state.toInt() & 0xff) == 5; // its extended codes end in the plain one
    throw DatabaseError(QString(what + u": "_s + error.text()), retryable);
}

} // namespace

Connection::Connection(const QString &database, const QString &name) : m_name(name)
{
    m_postgres = database.startsWith("postgres"_L1);
    open(database);
}

void Connection::open(const QString &database)
{
    m_db = QSqlDatabase::addDatabase(m_postgres ? u"QPSQL"_s : u"QSQLITE"_s, m_name);
    if (m_postgres) {
        const QUrl url(database);
        const QUrlQuery query(url);
        m_db.setHostName(query.hasQueryItem(u"host"_s) ? query.queryItemValue(u"host"_s, QUrl::FullyDecoded) : url.host());
        m_db.setPort(url.port(5432));
        m_db.setDatabaseName(url.path().mid(1));
        m_db.setUserName(url.userName(QUrl::FullyDecoded));
        m_db.setPassword(url.password(QUrl::FullyDecoded));
    } else {
        m_db.setDatabaseName(database);
        m_db.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=15000"_s);
    }
    if (!m_db.open())
        fail(m_db.lastError(), u"open"_s, m_postgres);
    if (!m_postgres) {
        execute(u"PRAGMA journal_mode=WAL"_s);
        execute(u"PRAGMA synchronous=FULL"_s); // an acknowledged commit survives a loss of power
        execute(u"PRAGMA foreign_keys=ON"_s);
        execute(u"PRAGMA temp_store=MEMORY"_s);
        execute(u"PRAGMA cache_size=-8000"_s);
    } else {
        execute(u"SET synchronous_commit = on"_s);
        execute(u"SET client_min_messages = warning"_s);
    }
}

Connection::~Connection()
{
    m_open.clear();
    m_prepared.clear();
    m_db.close();
    m_db = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

QSqlQuery &Connection::run(const QString &sql, std::initializer_list<QVariant> values)
{
    auto it = m_prepared.find(sql);
    if (it == m_prepared.end()) {
        QSqlQuery query(m_db);
        query.setForwardOnly(true);
        if (!query.prepare(sql))
            fail(query.lastError(), sql, m_postgres);
        it = m_prepared.emplace(sql, std::move(query)).first;
    }
    QSqlQuery &query = it->second;
    query.finish();
    int i = 0;
    for (const QVariant &value : values)
        query.bindValue(i++, value);
    if (!query.exec())
        fail(query.lastError(), sql, m_postgres);
    m_open.push_back(&query);
    return query;
}

void Connection::settle()
{
    for (QSqlQuery *query : std::exchange(m_open, {}))
        query->finish();
}

int Connection::change(const QString &sql, std::initializer_list<QVariant> values)
{
    QSqlQuery &query = run(sql, values);
    const int rows = query.numRowsAffected();
    query.finish();
    return rows;
}

QVariant Connection::one(const QString &sql, std::initializer_list<QVariant> values)
{
    QSqlQuery &query = run(sql, values);
    const QVariant value = query.next() ? query.value(0) : QVariant();
    query.finish();
    return value;
}

void Connection::execute(const QString &sql)
{
    QSqlQuery query(m_db);
    if (!query.exec(sql))
        fail(query.lastError(), sql, m_postgres);
}

} // namespace carriel::op

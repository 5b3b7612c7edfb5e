// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the least possible work costs: plain SQLite by Qt's driver, one narrow table, one index, one word index; plain files.
#pragma once

#include "tests/bench/Data.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace carriel::bench {

// The statements both floors share, so that they do the same.
inline constexpr char plainTable[] = "CREATE TABLE row(n INTEGER PRIMARY KEY, id TEXT, name TEXT, modified INTEGER, size INTEGER)";
inline constexpr char plainIndex[] = "CREATE INDEX row_name ON row(name)";
inline constexpr char plainInsert[] = "INSERT INTO row(n,id,name,modified,size) VALUES(?,?,?,?,?)";
inline constexpr char plainFirst200[] = "SELECT id,name,modified,size FROM row ORDER BY name LIMIT 200";

class PlainSqlite
{
public:
    explicit PlainSqlite(const QString &path);
    ~PlainSqlite();

    bool open();
    void close();
    bool create();
    void begin() { m_db.transaction(); }
    void add(int n, const Sample &sample);
    void commit() { m_db.commit(); }
    int first200();
    int search(const QString &match); // the newest 500 that match, with their columns
    void put(const QByteArray &bytes); // one row, durable

private:
    int count(QSqlQuery &query);
    QString m_name;
    QSqlDatabase m_db;
    std::unique_ptr<QSqlQuery> m_row, m_words, m_search, m_put;
};

// Documents as files, `together` of them made durable at a time.
bool writeFiles(const QString &folder, const QList<QByteArray> &documents, int together);
qint64 readFiles(const QString &folder, qsizetype count);

} // namespace carriel::bench

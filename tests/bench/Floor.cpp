// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Floor.h"

#include <QDir>
#include <QFile>
#include <QVariant>
#include <memory>
#include <unistd.h>
#include <vector>

namespace carriel::bench {

PlainSqlite::PlainSqlite(const QString &path) : m_name(path)
{
    m_db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), path);
    m_db.setDatabaseName(path);
}

PlainSqlite::~PlainSqlite()
{
    close();
    m_db = {};
    QSqlDatabase::removeDatabase(m_name);
}

bool PlainSqlite::open()
{
    if (!m_db.open())
        return false;
    QSqlQuery query(m_db);
    return query.exec(QStringLiteral("PRAGMA journal_mode=WAL")) && query.exec(QStringLiteral("PRAGMA synchronous=FULL"))
           && query.exec(QStringLiteral("PRAGMA cache_size=-16384"));
}

void PlainSqlite::close()
{
    m_row.reset();
    m_words.reset();
    m_search.reset();
    m_put.reset();
    m_db.close();
}

bool PlainSqlite::create()
{
    if (!open())
        return false;
    QSqlQuery query(m_db);
    const bool made = query.exec(QLatin1String(plainTable)) && query.exec(QLatin1String(plainIndex))
                      && query.exec(QStringLiteral("CREATE TABLE document(n INTEGER PRIMARY KEY, bytes BLOB)"))
                      && query.exec(QStringLiteral("CREATE VIRTUAL TABLE fts USING fts5(name, labels, note, about, body, content='',"
                                                   "tokenize='unicode61 remove_diacritics 2', prefix='2 3')"));
    m_row = std::make_unique<QSqlQuery>(m_db);
    m_words = std::make_unique<QSqlQuery>(m_db);
    return made && m_row->prepare(QLatin1String(plainInsert)) && m_words->prepare(QStringLiteral("INSERT INTO fts(rowid,name,body) VALUES(?,?,?)"));
}

void PlainSqlite::add(int n, const Sample &sample)
{
    m_row->addBindValue(n);
    m_row->addBindValue(sample.id);
    m_row->addBindValue(sample.name);
    m_row->addBindValue(sample.modified);
    m_row->addBindValue(1000 + n);
    m_row->exec();
    m_words->addBindValue(n);
    m_words->addBindValue(sample.name);
    m_words->addBindValue(sample.text);
    m_words->exec();
}

int PlainSqlite::count(QSqlQuery &query)
{
    int rows = 0;
    for (; query.next(); ++rows)
        (void)query.value(1).toString();
    query.finish();
    return rows;
}

int PlainSqlite::first200()
{
    QSqlQuery query(m_db);
    query.setForwardOnly(true);
    query.exec(QLatin1String(plainFirst200));
    return count(query);
}

int PlainSqlite::search(const QString &match)
{
    if (!m_search) {
        m_search = std::make_unique<QSqlQuery>(m_db);
        m_search->setForwardOnly(true);
        m_search->prepare(QStringLiteral("SELECT r.id,r.name,r.modified,r.size FROM fts CROSS JOIN row r ON r.n=fts.rowid "
                                         "WHERE fts MATCH ? ORDER BY fts.rowid DESC LIMIT 500"));
    }
    m_search->addBindValue(match);
    m_search->exec();
    return count(*m_search);
}

void PlainSqlite::put(const QByteArray &bytes)
{
    if (!m_put) {
        m_put = std::make_unique<QSqlQuery>(m_db);
        m_put->prepare(QStringLiteral("INSERT INTO document(bytes) VALUES(?)"));
    }
    m_put->addBindValue(bytes);
    m_put->exec(); // its own transaction
}

bool writeFiles(const QString &folder, const QList<QByteArray> &documents, int together)
{
    QDir().mkpath(folder);
    std::vector<std::unique_ptr<QFile>> open;
    for (qsizetype i = 0; i < documents.size(); ++i) {
        auto file = std::make_unique<QFile>(QString(folder + u'/' + QString::number(i)));
        if (!file->open(QIODevice::WriteOnly | QIODevice::Unbuffered) || file->write(documents.at(i)) != documents.at(i).size())
            return false;
        open.push_back(std::move(file));
        if (int(open.size()) < together && i + 1 < documents.size())
            continue;
        for (const auto &one : open) {
            if (::fsync(one->handle()) != 0)
                return false;
        }
        open.clear();
    }
    return true;
}

qint64 readFiles(const QString &folder, qsizetype count)
{
    qint64 bytes = 0;
    for (qsizetype i = 0; i < count; ++i) {
        QFile file(QString(folder + u'/' + QString::number(i)));
        if (file.open(QIODevice::ReadOnly))
            bytes += file.readAll().size();
    }
    return bytes;
}

} // namespace carriel::bench

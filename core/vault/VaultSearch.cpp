// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Lists and search. The order of a list is one pass over the narrow listing; search asks the word index from the newest row
// down and stops after a window, so that a common word costs no more than a rare one.
#include "core/vault/ListSql.h"
#include "core/vault/VaultReader.h"

#include <algorithm>

namespace carriel::vault {

QString matchOf(const QString &text)
{
    QString match;
    const QString plain = text.normalized(QString::NormalizationForm_C);
    QString word;
    const auto finish = [&] {
        if (word.isEmpty())
            return;
        if (!match.isEmpty())
            match += QLatin1Char(' ');
        match += QLatin1Char('"') + word + (word.size() > 1 ? QLatin1String("\"*") : QLatin1String("\""));
        word.clear();
    };
    for (const QChar c : plain) {
        if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate())
            word += c;
        else
            finish();
    }
    finish();
    return match;
}

namespace {
struct Conditions {
    std::string sql;
    QList<QString> values;

    void add(const char *condition) { sql += condition; }
    void add(const char *condition, const QString &value)
    {
        sql += condition;
        values.append(value);
    }
};

Conditions filtersOf(const ListQuery &query)
{
    Conditions out;
    for (const QString &label : query.labels)
        out.add(" AND l.n IN (SELECT n FROM item_label WHERE label=?)", label);
    if (query.favourite)
        out.add(*query.favourite ? " AND l.favourite=1" : " AND l.favourite=0");
    if (query.official)
        out.add(*query.official ? " AND l.official=1" : " AND l.official=0");
    if (!query.mediaPrefix.isEmpty()) {
        out.values.append(query.mediaPrefix);
        out.add(" AND substr(l.media_type,1,length(?))=?", query.mediaPrefix);
    }
    if (!query.documentType.isEmpty())
        out.add(" AND l.document_type=?", query.documentType);
    if (query.expiresUntil.isValid())
        out.add(" AND l.expires IS NOT NULL AND l.expires<=?", query.expiresUntil.toString(Qt::ISODate));
    return out;
}

std::string orderOf(const ListQuery &query)
{
    const std::string direction = query.descending ? " DESC" : " ASC";
    switch (query.order) {
    case ListOrder::Modified:
        return "l.type,l.modified" + direction + ",l.n" + direction;
    case ListOrder::Size:
        return "l.type,l.size" + direction + ",l.sort_key";
    case ListOrder::Type:
        return "l.type,l.media_type" + direction + ",l.sort_key";
    case ListOrder::Name:
    case ListOrder::Relevance:
        break;
    }
    return "l.type,l.sort_key" + direction;
}

Result<QList<ItemId>> idsFrom(Statement row)
{
    QList<ItemId> out;
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return out;
        out.append(ItemId(row.text(0)));
    }
}
} // namespace

void VaultReader::remember(const ItemId &id, qint64 number)
{
    constexpr qsizetype firstRows = 1000;
    if (m_numbers.size() < firstRows)
        m_numbers.insert(id, number);
}

Result<QList<ItemId>> VaultReader::list(Statement row, qsizetype expected)
{
    QList<ItemId> out;
    out.reserve(expected);
    m_numbers.clear();
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return out;
        out.append(ItemId(row.text(0)));
        remember(out.last(), row.integer(1));
    }
}

Result<QList<ItemId>> VaultReader::ids(const ListQuery &query)
{
    if (!query.text.trimmed().isEmpty())
        return search(query);
    if (query.limit > 0)
        return inOrder(query);
    // The number first: what is committed while the list is read makes the next look read it again.
    CARRIEL_TRY(const qint64 change, changeNumber());
    if (m_last.change == change && m_last.query == query)
        return m_last.ids;
    m_last = {};
    CARRIEL_TRY(QList<ItemId> out, inOrder(query));
    m_last = {query, change, out};
    return out;
}

Result<QList<ItemId>> VaultReader::inOrder(const ListQuery &query)
{
    const Conditions filters = filtersOf(query);
    std::string sql;
    if (!query.everywhere) {
        sql = "SELECT l.id,l.n FROM listing l WHERE l.parent=? AND l.state=?";
    } else if (query.state == ItemState::Active) {
        // The few favourites have an index of their own; the + keeps the one over everything from being taken instead.
        sql = query.favourite.value_or(false)
                  ? CARRIEL_HIDDEN_FOLDERS "SELECT l.id,l.n FROM listing l WHERE +l.state=? AND +l.type=1 AND l.parent NOT IN hidden"
                  : CARRIEL_HIDDEN_FOLDERS "SELECT l.id,l.n FROM listing l WHERE l.state=? AND l.type=1 AND l.parent NOT IN hidden";
    } else { // what went to the trash with its folder lies in it, and comes back with it
        sql = "SELECT l.id,l.n FROM listing l WHERE l.state=? "
              "AND l.parent NOT IN (SELECT f.id FROM listing f WHERE f.type=0 AND f.state=1)";
    }
    sql += filters.sql + " ORDER BY " + orderOf(query);
    if (query.limit > 0)
        sql += " LIMIT " + std::to_string(query.limit);
    Statement row = m_db->query(sql);
    if (!query.everywhere)
        row.bind(query.folder.text());
    row.bind(int(query.state));
    for (const QString &value : filters.values)
        row.bind(value);
    return list(std::move(row), query.limit > 0 ? query.limit : 1024);
}

Result<QList<ItemId>> VaultReader::search(const ListQuery &query)
{
    const QString match = matchOf(query.text);
    if (match.isEmpty())
        return QList<ItemId>();
    const Conditions filters = filtersOf(query);
    // The newest rows first: reading stops as soon as the window is full. What the order needs comes along.
    std::string window = "SELECT l.n,l.id,l.type,";
    window += query.order == ListOrder::Modified ? "l.modified" : query.order == ListOrder::Size ? "l.size" : "0";
    window += query.order == ListOrder::Type ? ",l.media_type" : ",''";
    window += query.order == ListOrder::Modified ? ",''" : ",l.sort_key";
    window += " FROM document_fts CROSS JOIN listing l ON l.n=document_fts.rowid WHERE document_fts MATCH ? AND l.state=?";
    if (query.state == ItemState::Active)
        window += " AND l.parent NOT IN hidden";
    window += filters.sql + " ORDER BY document_fts.rowid DESC LIMIT " + std::to_string(searchWindow);
    struct Hit {
        qint64 n;
        ItemId id;
        qint64 type;
        qint64 number;
        QString text;
        QString name;
    };
    QList<Hit> found;
    {
        Statement row = m_db->query(CARRIEL_HIDDEN_FOLDERS + window);
        row.bind(match, int(query.state));
        for (const QString &value : filters.values)
            row.bind(value);
        for (;;) {
            CARRIEL_TRY(const bool more, row.next());
            if (!more)
                break;
            found.append({row.integer(0), ItemId(row.text(1)), row.integer(2), row.integer(3), row.text(4), row.text(5)});
        }
    }
    if (found.isEmpty())
        return QList<ItemId>();
    const std::string limit = query.limit > 0 ? " LIMIT " + std::to_string(query.limit) : std::string();
    if (query.order == ListOrder::Relevance) {
        // A place in the name counts most. Only the window is ranked: ranking every match of a common word takes too long.
        Statement row = m_db->query("SELECT l.id,l.n FROM document_fts CROSS JOIN listing l ON l.n=document_fts.rowid "
                                    "WHERE document_fts MATCH ? AND document_fts.rowid>=? AND l.n IN (SELECT value FROM json_each(?)) "
                                    "ORDER BY bm25(document_fts,10.0,5.0,3.0,3.0,1.0)"
                                        + limit,
                                    match, found.last().n);
        QByteArray numbers = "[";
        for (const Hit &hit : std::as_const(found))
            numbers += QByteArray::number(hit.n) + ',';
        numbers.back() = ']';
        row.bind(QString::fromLatin1(numbers));
        return list(std::move(row), found.size());
    }
    std::stable_sort(found.begin(), found.end(), [&](const Hit &a, const Hit &b) {
        if (a.type != b.type)
            return a.type < b.type;
        if (a.number != b.number)
            return query.descending ? a.number > b.number : a.number < b.number;
        if (query.order == ListOrder::Name && a.name != b.name)
            return query.descending ? a.name > b.name : a.name < b.name;
        if (a.text != b.text)
            return query.descending ? a.text > b.text : a.text < b.text;
        return a.name < b.name;
    });
    if (query.limit > 0 && found.size() > query.limit)
        found.resize(query.limit);
    QList<ItemId> out;
    m_numbers.clear();
    for (const Hit &hit : std::as_const(found)) {
        out.append(hit.id);
        remember(hit.id, hit.n);
    }
    return out;
}

Result<QList<ItemId>> VaultReader::recent(int count)
{
    return idsFrom(m_db->query(CARRIEL_HIDDEN_FOLDERS "SELECT l.id FROM listing l WHERE l.state=0 AND l.type=1 AND l.parent NOT IN hidden "
                                                      "ORDER BY l.modified DESC LIMIT ?",
                               count));
}

Result<QList<ItemId>> VaultReader::expiring(QDate until, int count)
{
    // The + keeps the index of the few that end from losing against one over everything.
    return idsFrom(m_db->query(CARRIEL_HIDDEN_FOLDERS "SELECT l.id FROM listing l WHERE l.expires IS NOT NULL AND l.expires<=? AND +l.state=0 "
                                                      "AND l.parent NOT IN hidden ORDER BY l.expires LIMIT ?",
                               until.toString(Qt::ISODate), count));
}

} // namespace carriel::vault

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a damaged vault, taken from the leaves of its trees (the file format of SQLite, §1.5 to §2). Which tree a leaf
// belongs to is told by the pages above it and, where one of those does not read, by the map that SQLite keeps of every page's
// parent (§1.8): so a page that is gone costs what stood on it, and nothing else.
// Thread: one at a time.
#pragma once

#include "core/vault/PageFile.h"

#include <QSet>
#include <QString>
#include <variant>

namespace carriel::vault {

using Value = std::variant<std::monostate, qint64, QString, QByteArray>;

struct TreeRow {
    qint64 number = 0;   // of a table's row; an index and a table without numbers have none
    QList<Value> values; // a column that was added later may be missing at the end
};

class Trees
{
public:
    // `roots`: where trees of this program's schema begin, for a file that cannot say it any more.
    Trees(PageFile &pages, const QHash<QString, quint32> &roots);

    // A table's or an index's; in the order of its pages. What does not read is left out.
    QList<quint32> leavesOf(const QString &name) const;
    QList<TreeRow> rowsOn(quint32 page);

    int unread() const { return m_unread; } // pages and rows

private:
    void look();
    void readSchema(const QHash<QString, quint32> &roots);
    quint32 rootOf(quint32 page);
    quint32 mapped(quint32 page, quint8 *kind);
    std::optional<QByteArray> payload(const QByteArray &page, qsizetype &at, bool table);

    PageFile &m_pages;
    QHash<quint32, quint8> m_kinds;  // of the pages of trees that read
    QHash<quint32, quint32> m_above; // the page above, as that one says
    QHash<quint32, QByteArray> m_maps;
    QHash<QString, quint32> m_roots;
    QHash<quint32, QList<quint32>> m_leaves; // by root
    int m_unread = 0;
};

} // namespace carriel::vault

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Copies the rows of a damaged vault into a fresh one, table by table, and makes again from the indexes what they still know of
// rows whose own page is gone. Thread: one at a time.
#pragma once

#include "core/vault/Database.h"
#include "core/vault/Trees.h"

namespace carriel::vault {

// What is taken of each table.
struct SalvagedTable {
    const char *name;
    const char *columns;
    const char *into = nullptr; // the table that takes them, if it has another name
};
QList<SalvagedTable> salvagedTables();

// What the pieces of a document's bytes give together.
struct DigestOfBlob {
    QByteArray sha256;
    qint64 size = 0;
};
Result<DigestOfBlob> digestOfBlob(Database &db, qint64 number);

class SalvageCopy
{
public:
    SalvageCopy(Trees &from, Database &into) : m_from(from), m_into(into) {}

    Outcome table(const SalvagedTable &table);
    // Versions, and bytes that are whole, of which an index tells and no row any more. After all tables.
    Outcome rowsOfIndexes();
    int refused() const { return m_refused; } // rows that break a rule of the schema

private:
    Result<QList<int>> placesOf(const SalvagedTable &table, QStringList &names);
    Outcome put(const SalvagedTable &table, const QList<TreeRow> &rows);
    Outcome versionsOfIndexes();
    Outcome blobsOfIndexes();

    Trees &m_from;
    Database &m_into;
    QStringList m_names;   // the columns of the table in work,
    QList<int> m_places;   // and where each stands in a row; -1: it is the row's number
    int m_refused = 0;
};

} // namespace carriel::vault

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps what the window shows - the narrow listing, the labels, the word index - in step with the tables, inside the same
// transaction: items that were touched are made anew once, before it commits. Private to core/vault.
#pragma once

#include "core/base/Clock.h"
#include "core/domain/Item.h"
#include "core/vault/Database.h"

#include <QSet>

namespace carriel::vault {

class ListingWriter
{
public:
    ListingWriter(Database &database, const Clock &clock) : m_db(database), m_clock(clock) {}

    void touch(const ItemId &item) { m_items.insert(item); }
    void touchBlob(const BlobId &blob) { m_blobs.insert(blob); }
    bool isIdle() const { return m_items.isEmpty() && m_blobs.isEmpty(); }
    Outcome erase(qint64 n);  // an item that is about to be erased
    Outcome finish();         // before COMMIT
    void forget();            // after a rollback

    Outcome putText(qint64 n, const VersionId &version, const QString &text);

private:
    Outcome refresh(const ItemId &item);
    Outcome putLabels(qint64 n, const QString &labels);
    Outcome index(qint64 n, bool known, const QString &name, const QString &labels, const QString &note, const QString &about,
                  const QString &body);
    Result<QString> text(qint64 n);

    Database &m_db;
    const Clock &m_clock;
    QSet<ItemId> m_items;
    QSet<BlobId> m_blobs;
};

// Binary order of these keys is the order of names in Spanish: case and accents do not count, ñ comes after n, numbers by value.
QString sortKey(const QString &name);

} // namespace carriel::vault

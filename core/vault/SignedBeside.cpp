// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/SignedBeside.h"

#include "core/vault/ContentSql.h"
#include "core/vault/ListingWriter.h"

namespace carriel::vault {

namespace {

constexpr QLatin1String ending(".p7s");

struct Place
{
    qint64 n = 0;
    QString parent, name;
};

Result<std::optional<Place>> placeOf(Database &database, const ItemId &id)
{
    Statement row = database.query(
        "SELECT l.n,l.parent,l.name FROM item i CROSS JOIN listing l ON l.n=i.n WHERE i.id=? AND l.type=1", id.text());
    CARRIEL_TRY(const bool found, row.next());
    return found ? std::optional(Place{row.integer(0), row.text(1), row.text(2)}) : std::nullopt;
}

bool isSignature(const QString &name)
{
    return name.endsWith(ending, Qt::CaseInsensitive);
}

Outcome wait(Database &database, qint64 n)
{
    return database
        .query("INSERT INTO to_verify(n) SELECT l.n FROM listing l WHERE l.n=?1 AND l.here=2 AND l.state=0 "
               "AND l.media_type='application/pkcs7-signature' AND NOT EXISTS(SELECT 1 FROM to_verify t WHERE t.n=?1)",
               n)
        .run();
}

} // namespace

Result<ItemId> signedBeside(Database &database, const ItemId &signature)
{
    CARRIEL_TRY(const std::optional<Place> place, placeOf(database, signature));
    if (!place || !isSignature(place->name))
        return ItemId();
    const QString name = place->name.chopped(ending.size());
    Statement row = database.query(listedByName, place->parent, sortKey(name));
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return ItemId();
        if (row.text(2) == name)
            return ItemId(row.text(1));
    }
}

Result<ItemId> documentWith(Database &database, const QByteArray &sha256)
{
    if (sha256.isEmpty())
        return ItemId();
    Statement row = database.query(documentWithContent, sha256);
    CARRIEL_TRY(const bool found, row.next());
    return found ? ItemId(row.text(0)) : ItemId();
}

Result<QDateTime> versionWith(Database &database, const ItemId &document, const QByteArray &sha256)
{
    if (sha256.isEmpty())
        return QDateTime();
    Statement row = database.query(versionWithContent, sha256, document.text());
    CARRIEL_TRY(const bool found, row.next());
    return found ? row.time(0) : QDateTime();
}

Result<bool> anyBeside(Database &database)
{
    return database.query("SELECT 1 FROM listing WHERE media_type='application/pkcs7-signature' LIMIT 1").next();
}

Outcome waitBeside(Database &database, const QList<ItemId> &documents)
{
    for (const ItemId &id : documents) {
        CARRIEL_TRY(const std::optional<Place> place, placeOf(database, id));
        if (!place)
            continue;
        if (isSignature(place->name))
            CARRIEL_CHECK(wait(database, place->n));
        QList<qint64> beside;
        {
            Statement row = database.query(listedByName, place->parent, sortKey(place->name + ending));
            for (;;) {
                CARRIEL_TRY(const bool found, row.next());
                if (!found)
                    break;
                if (row.text(2).chopped(ending.size()) == place->name)
                    beside += row.integer(0);
            }
        }
        for (const qint64 n : std::as_const(beside))
            CARRIEL_CHECK(wait(database, n));
    }
    return {};
}

} // namespace carriel::vault

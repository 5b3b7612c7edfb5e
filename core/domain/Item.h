// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What an item is: a document or a folder, and the facts that hold for it wherever it is kept.
#pragma once

#include "core/domain/Ids.h"
#include "core/domain/ItemMeta.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>

namespace carriel {

enum class ItemType { Folder, Document };
enum class ItemState { Active, Trashed, Removed }; // Removed: a tombstone
enum class Custody { Open, Private };              // Private: name and bytes are opaque to the operator

// The part of an item that changes, and that merges field by field (meta key by key).
struct ItemFields {
    ItemId parent = rootItem();
    QString name;
    ItemState state = ItemState::Active;
    VersionId version; // the head; empty for a folder
    ItemMeta meta;

    friend bool operator==(const ItemFields &, const ItemFields &) = default;
};

// What only the operator says about an item.
struct ServerFacts {
    bool official = false; // issued by an entity: its content never changes
    QString issuerId;      // co:NIT:…
    QString issuerName;
    QDate validFrom;
    QDate validUntil;
    QDateTime createdUtc;
    QDateTime modifiedUtc;
    QDateTime trashedUtc;
    QString originalName;  // the name before it was made to fit the operator's rules; empty if it did not change
    QJsonObject sealed;    // of private custody: wrapped keys, opaque here
    QJsonObject unknown;   // members of a newer protocol, kept as they came

    friend bool operator==(const ServerFacts &, const ServerFacts &) = default;
};

} // namespace carriel

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A folder or a document as the database holds it and as it travels (schema Item). Inside a transaction.
#pragma once

#include "reference-operator/Connection.h"

#include <QJsonObject>
#include <optional>

namespace carriel::op {

struct Head { // of the newest version
    QString version;
    QString blob;
    qint64 size = 0;
    QString sha256;
    QString mediaType;
    QString created;
    QString madeAt; // by the clock of the person's computer; null: not told
    QString causedBy;
    QString sealed; // JSON, null for open documents

    QJsonObject json() const; // without what is sealed
};

struct Item {
    QString id;
    qint64 n = 0; // creation number in its folder, the order of snapshots
    qint64 rev = 1;
    QString type;
    QString parent;
    QString name;
    QString originalName;
    QString state;
    QString custody;
    bool official = false;
    QString issuer;   // JSON
    QString validity; // JSON
    std::optional<Head> head;
    QString causedBy;
    QString created;
    QString modified;
    QString trashedAt;
    QString trashedRoot;
    QString meta; // JSON
    qint64 versions = 0;
    QString reason; // why it is gone, once purged

    // Names id and revision, and what the item is: after a restore of a backup the same revision may be another state.
    QString etag() const;
    bool isFolder() const { return type == u"folder"; }
    QJsonObject json() const;
};

QString itemColumns(); // for a SELECT … FROM items i LEFT JOIN versions v …, read by itemFrom
Item itemFrom(const QSqlQuery &row, int first = 0);
std::optional<Item> findItem(Connection &c, const QString &folder, const QString &id); // purged ones too
Item needItem(Connection &c, const QString &folder, const QString &id); // throws not_found, item_purged

void insertItem(Connection &c, const QString &folder, Item &item); // gives it n; records the change
void updateItem(Connection &c, const QString &folder, Item &item); // raises rev, sets modified; records the change

// A person's change of the folder begins here: others wait, and it is the folder's own (throws not_found).
void lockFolder(Connection &c, const QString &folder);

} // namespace carriel::op

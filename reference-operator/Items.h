// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The operations on items, alone or in a batch: each takes a request apart, changes the tree in one transaction, and gives the
// answer. Throws Problem.
#pragma once

#include "reference-operator/Auth.h"
#include "reference-operator/Hub.h"
#include "reference-operator/Idempotency.h"
#include "reference-operator/ItemRules.h"
#include "reference-operator/Shredder.h"

namespace carriel::op {

struct ItemRequest {
    QByteArray method; // PUT, PATCH, POST
    QString item;
    QString verb; // of POST: versions, trash, restore, purge
    QString ifMatch;
    bool ifNoneMatch = false;
    QJsonObject body;
    QString path() const; // below the folder
};

class Items
{
public:
    Items(const Config &config, Hub &hub, Shredder &shredder) : m_config(config), m_hub(hub), m_shredder(shredder) {}

    // Idempotency look-up, preconditions, effect, stored answer.
    Outcome apply(Connection &c, const QString &folder, const Principal &who, const QString &key, const ItemRequest &request);

private:
    struct Act { // one operation under way
        Connection &c;
        const QString &folder;
        const Principal &who;
        const QString &key;
        const ItemRequest &request;
    };
    Outcome effect(const Act &act);
    Outcome create(const Act &act);
    Outcome patch(const Act &act);
    Outcome addVersion(const Act &act);
    Item matching(const Act &act); // If-Match

    Head keepContent(const Act &act, Item &item); // as a version; whoever calls decides whether it is the head
    const Config &m_config;
    Hub &m_hub;
    Shredder &m_shredder;
};

Outcome itemOutcome(int status, const Item &item);

} // namespace carriel::op

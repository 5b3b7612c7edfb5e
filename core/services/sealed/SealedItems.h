// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the operator may not read of a sealed document - name, labels, notes, dates - goes as one JWE beside its ciphertext
// (openapi: Sealed). Here it is opened on its way in and closed on its way out, so that the engine merges plain fields as
// it does for every document. Without the key an item passes untouched: its name is its id, and nothing about it is
// written anew.
// Thread: the engine's.
#pragma once

#include "core/sync/OperatorPort.h"
#include "core/sync/Sealed.h"
#include "core/vault/PersonKeyStore.h"

namespace carriel::sealed {

class SealedItems
{
public:
    explicit SealedItems(vault::Database &database) : m_keys(database) {}

    // A document of private custody whose key is here gets its name, its facts and its kind. What does not open, or was
    // written for another document or other bytes, stays closed.
    void open(sync::RemoteItem &item);

    // As it may travel: the id for a name, no facts, and what is said about it inside `facts.sealed`. CAR-VLT-040 if the key
    // is not here and something about it has changed; CAR-SVC-037 if it is too much.
    Result<sync::Intent> close(const sync::Intent &intent);

    // For rows that came before their key: true if `row` (and the kind of its head) are what they say now.
    bool reopen(sync::ItemRow &row, const QByteArray &headSha256, QString &mediaType);

private:
    struct Words {
        QString name;
        QString originalName;
        ItemMeta meta;
        QString mediaType;
        QString sha256; // of the ciphertext that it was written beside, base64url
    };
    Result<Words> read(const ItemId &id, const QJsonObject &sealed);
    Result<QJsonObject> write(const ItemId &id, const Words &words, qint64 plainSize);

    vault::PersonKeyStore m_keys;
};

} // namespace carriel::sealed

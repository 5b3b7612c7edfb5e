// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The small stores of a vault, each over a connection: VaultStore::database() to write, VaultReader::database() to read only.
// Every change is one durable statement of its own; not to be called inside VaultStore::transact().
// Thread: the connection's.
#pragma once

#include "core/base/SecretBytes.h"
#include "core/vault/Database.h"

#include <QHash>
#include <QStringList>

namespace carriel::vault {

namespace settings {
// What blobsToDownload() obeys: "all" (or nothing) or "pinned"; and the biggest document fetched unasked, in bytes, 0 for any.
inline constexpr const char *offlineMode = "offline.mode";
inline constexpr const char *offlineMaxBytes = "offline.max_bytes";
} // namespace settings

// Settings of this profile, text by text key.
class Settings
{
public:
    explicit Settings(Database &database) : m_db(database) {}
    QString value(const QString &key, const QString &fallback = {}) const; // the fallback also if it cannot be read
    Result<QHash<QString, QString>> all() const;
    Outcome set(const QString &key, const QString &value);
    Outcome remove(const QString &key);

private:
    Database &m_db;
};

// Tokens and device keys: opaque bytes by name ("tokens", "device/ds", …).
class Secrets
{
public:
    explicit Secrets(Database &database) : m_db(database) {}
    Result<std::optional<SecretBytes>> get(const QString &name) const;
    Outcome put(const QString &name, QByteArrayView bytes);
    Outcome remove(const QString &name); // overwritten on disk (secure_delete)

private:
    Database &m_db;
};

// Who this vault belongs to and where: "device" and "activity_epoch" are there from the start; "person" (co:CC:…) names the
// actor of activity records once it is known; the others are the caller's.
class ProfileFacts
{
public:
    explicit ProfileFacts(Database &database) : m_db(database) {}
    QString value(const QString &key) const;
    Outcome set(const QString &key, const QString &value); // empty removes it

private:
    Database &m_db;
};

struct StoredSearch {
    QString id;
    QString name;
    QByteArray query; // the caller's, UTF-8
};

class SavedSearches
{
public:
    explicit SavedSearches(Database &database) : m_db(database) {}
    Result<QList<StoredSearch>> list() const; // in the order they were first saved
    Outcome save(const StoredSearch &search);  // by id
    Outcome remove(const QString &id);

private:
    Database &m_db;
};

} // namespace carriel::vault

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/Settings.h"

#include "core/vault/RowCodec.h"

namespace carriel::vault {

namespace {
QString textOf(Statement row, const QString &fallback)
{
    const Result<bool> found = row.next();
    return found.ok() && found.value() ? row.text(0) : fallback;
}
} // namespace

QString Settings::value(const QString &key, const QString &fallback) const
{
    return textOf(m_db.query("SELECT value FROM setting WHERE key=?", key), fallback);
}

Result<QHash<QString, QString>> Settings::all() const
{
    QHash<QString, QString> out;
    Statement rows = m_db.query("SELECT key, value FROM setting");
    while (true) {
        CARRIEL_TRY(const bool more, rows.next());
        if (!more)
            return out;
        out.insert(rows.text(0), rows.text(1));
    }
}

Outcome Settings::set(const QString &key, const QString &value)
{
    return m_db.query("INSERT INTO setting(key,value) VALUES(?,?) ON CONFLICT(key) DO UPDATE SET value=excluded.value", key, present(value))
        .run();
}

Outcome Settings::remove(const QString &key)
{
    return m_db.query("DELETE FROM setting WHERE key=?", key).run();
}

Result<std::optional<SecretBytes>> Secrets::get(const QString &name) const
{
    Statement row = m_db.query("SELECT bytes FROM secret WHERE name=?", name);
    CARRIEL_TRY(const bool found, row.next());
    if (!found)
        return std::optional<SecretBytes>();
    return std::optional<SecretBytes>(SecretBytes::copyOf(row.bytesView(0)));
}

Outcome Secrets::put(const QString &name, QByteArrayView bytes)
{
    return m_db
        .query("INSERT INTO secret(name,bytes) VALUES(?,?) ON CONFLICT(name) DO UPDATE SET bytes=excluded.bytes", name,
               Borrowed{bytes.isNull() ? QByteArrayView("", qsizetype(0)) : bytes})
        .run();
}

Outcome Secrets::remove(const QString &name)
{
    return m_db.query("DELETE FROM secret WHERE name=?", name).run();
}

QString ProfileFacts::value(const QString &key) const
{
    return textOf(m_db.query("SELECT value FROM profile_info WHERE key=?", key), {});
}

Outcome ProfileFacts::set(const QString &key, const QString &value)
{
    if (value.isEmpty())
        return m_db.query("DELETE FROM profile_info WHERE key=?", key).run();
    return m_db.query("INSERT INTO profile_info(key,value) VALUES(?,?) ON CONFLICT(key) DO UPDATE SET value=excluded.value", key, value).run();
}

Result<QList<StoredSearch>> SavedSearches::list() const
{
    Statement row = m_db.query("SELECT id,name,query FROM saved_search ORDER BY position");
    QList<StoredSearch> out;
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return out;
        out.append({row.text(0), row.text(1), row.text(2).toUtf8()});
    }
}

Outcome SavedSearches::save(const StoredSearch &search)
{
    return m_db
        .query("INSERT INTO saved_search(id,position,name,query) VALUES(?,(SELECT coalesce(max(position),0)+1 FROM saved_search),?,?) "
               "ON CONFLICT(id) DO UPDATE SET name=excluded.name,query=excluded.query",
               search.id, present(search.name), present(QString::fromUtf8(search.query)))
        .run();
}

Outcome SavedSearches::remove(const QString &id)
{
    return m_db.query("DELETE FROM saved_search WHERE id=?", id).run();
}

} // namespace carriel::vault

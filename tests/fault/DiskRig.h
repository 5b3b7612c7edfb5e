// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A vault with a person's day in it, copied for each try; and its whole content as one text, so that "wholly or not at
// all" can be compared. Time stands still and chance is seeded: the same act gives the same rows.
#pragma once

#include "core/sync/Apply.h"
#include "core/sync/Edits.h"
#include "core/sync/Engine.h"
#include "core/vault/Migrations.h"
#include "core/vault/VaultStore.h"
#include "tests/support/sim/SimWorld.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

namespace carriel::test {

class SeededRandom final : public Random
{
public:
    QByteArray bytes(int count) override { return m_random.bytes(count); }
    quint64 below(quint64 bound) override { return m_random.below(bound); }
    void seed(quint64 seed) { m_random = sim::SimRandom(seed); }

private:
    sim::SimRandom m_random{1};
};

// Every row of every table that says something. Not the mark from where on bytes may belong to nothing: it says where to
// look, and looking moves it.
inline QByteArray contentOf(vault::Database &database)
{
    QCryptographicHash all(QCryptographicHash::Sha256);
    for (const char *table : {"sync_state", "item", "blob", "version", "chunk", "transfer", "outbox", "conflict",
                              "receipt", "activity", "listing", "setting", "secret", "profile_info"}) {
        QByteArrayList columns;
        auto info = database.query("SELECT name FROM pragma_table_info(?)", QString::fromLatin1(table));
        while (info.next().valueOr(false))
            columns.append("quote(" + info.text(0).toLatin1() + ")");
        if (columns.isEmpty())
            continue;
        const QByteArray sql =
            QByteArray("SELECT ") + columns.join("||'|'||") + " AS line FROM " + table +
            (table == QByteArray("profile_info") ? " WHERE key<>'loose_from'" : "") + " ORDER BY line";
        auto rows = database.query(std::string_view(sql.constData(), size_t(sql.size())));
        while (rows.next().valueOr(false))
            all.addData(QByteArray(rows.text(0).toUtf8() + '\n'));
        all.addData(table);
    }
    return all.result();
}

// Notes the content after each transaction that was acknowledged.
class NotingStore final : public vault::Reading<sync::Store>
{
public:
    NotingStore(vault::VaultStore &store, QList<QByteArray> *states)
        : Reading(store.database()), m_store(store), m_states(states)
    {
    }
    Outcome transact(const std::function<Outcome(sync::Writer &)> &work) override
    {
        const Outcome done = m_store.transact(work);
        if (done.ok() && m_states)
            m_states->append(contentOf(m_store.database()));
        return done;
    }

private:
    vault::VaultStore &m_store;
    QList<QByteArray> *m_states;
};

struct DiskRig
{
    QTemporaryDir dir;
    sim::SimClock clock;
    SeededRandom random;
    std::unique_ptr<vault::VaultStore> store;
    std::unique_ptr<NotingStore> noting;
    std::unique_ptr<sync::Edits> edits;

    static SecretBytes key() { return SecretBytes::copyOf(QByteArray(32, 'k')); }
    QString path() const { return dir.filePath(QStringLiteral("vault.db")); }

    Outcome open(vault::Access access, QList<QByteArray> *states = nullptr)
    {
        CARRIEL_TRY(auto database, vault::Database::open(path(), key(), access));
        CARRIEL_CHECK(vault::migrate(*database));
        (void)database->exec(
            "PRAGMA busy_timeout=20; PRAGMA wal_autocheckpoint=60"); // checkpoints happen within the acts
        store = std::make_unique<vault::VaultStore>(std::move(database), clock, random);
        noting = std::make_unique<NotingStore>(*store, states);
        edits = std::make_unique<sync::Edits>(*noting, clock, random);
        return {};
    }
    void close()
    {
        edits.reset();
        noting.reset();
        store.reset();
    }
    // Another vault's files, as they lie on the disk.
    void copyFrom(const QString &folder)
    {
        const QStringList names = QDir(folder).entryList(QDir::Files);
        for (const QString &name : names)
            QFile::copy(QDir(folder).filePath(name), dir.filePath(name));
    }
    QByteArray content() { return contentOf(store->database()); }
    // Empty if the file is sound.
    QString damage()
    {
        QStringList found;
        for (const char *check :
             {"PRAGMA integrity_check", "PRAGMA cipher_integrity_check", "PRAGMA foreign_key_check"}) {
            auto rows = store->database().query(check);
            while (rows.next().valueOr(false)) {
                if (rows.text(0) != QLatin1String("ok"))
                    found.append(rows.text(0));
            }
        }
        if (store->database().number("SELECT count(*) FROM listing").valueOr(-1) !=
            store->database().number("SELECT count(*) FROM item WHERE l_state<>2").valueOr(-2))
            found.append(QStringLiteral("the listing has other items than there are"));
        if (store->database()
                .number("SELECT count(*) FROM chunk WHERE key/1048576 NOT IN (SELECT n FROM blob)")
                .valueOr(-1) != 0)
            found.append(QStringLiteral("chunks of nothing"));
        if (store->database()
                .number("SELECT count(*) FROM blob b WHERE on_server=0 AND remote_id IS NULL AND NOT EXISTS(SELECT 1 FROM "
                        "version v WHERE v.blob=b.id) AND n<(SELECT CAST(value AS INTEGER) FROM profile_info WHERE "
                        "key='loose_from')")
                .valueOr(-1) != 0)
            found.append(QStringLiteral("bytes of nothing where nobody looks for them"));
        if (!vault::ActivityLog::verify(store->database(), QStringLiteral("dev:local:1")).value().intact)
            found.append(QStringLiteral("the activity log is broken"));
        return found.join(QLatin1String("; "));
    }
    sync::StagedBlob stage(const QByteArray &bytes)
    {
        QByteArray copy = bytes;
        QBuffer buffer(&copy);
        buffer.open(QIODevice::ReadOnly);
        return edits->stage(buffer).valueOr({});
    }
    Outcome inTx(const std::function<Outcome(sync::Tx &)> &work)
    {
        return noting->transact([&](sync::Writer &writer) {
            sync::Tx tx(writer, clock, random);
            return work(tx);
        });
    }
};

} // namespace carriel::test

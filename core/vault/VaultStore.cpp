// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/VaultStore.h"

#include "core/base/BaseErrors.h"
#include "core/vault/PlainContent.h"
#include "core/vault/RowCodec.h"
#include "core/vault/Schema.h"
#include "core/vault/VaultErrors.h"
#include "core/vault/VaultWriter.h"

namespace carriel::vault {

VaultStore::VaultStore(std::unique_ptr<Database> database, const Clock &clock, Random &random)
    : Reading(*database), m_db(std::move(database)), m_clock(clock), m_activity(*m_db, clock, random), m_listing(*m_db, clock)
{
}

VaultStore::~VaultStore() = default;

Outcome VaultStore::transact(const std::function<Outcome(sync::Writer &)> &work)
{
    std::optional<qint64> lower;
    const Outcome outcome = m_db->transact([&]() -> Outcome {
        VaultWriter writer(*m_db, m_activity, m_listing);
        CARRIEL_CHECK(work(writer));
        CARRIEL_TRY(const qint64 known, looseFrom());
        if (writer.looseFrom() < known) {
            lower = writer.looseFrom();
            CARRIEL_CHECK(setLooseFrom(*lower));
        }
        return m_listing.finish();
    });
    m_listing.forget();
    if (outcome.ok() && lower)
        m_looseFrom = lower;
    return outcome;
}

// The number below which every row of bytes is known to be a document's, or was when it was last looked at.
Result<qint64> VaultStore::looseFrom()
{
    if (!m_looseFrom) {
        Statement row = m_db->query("SELECT CAST(value AS INTEGER) FROM profile_info WHERE key='loose_from'");
        CARRIEL_TRY(const bool found, row.next());
        m_looseFrom = found ? row.integer(0) : 0; // a vault of before: all
    }
    return *m_looseFrom;
}

Outcome VaultStore::setLooseFrom(qint64 number)
{
    return m_db->query("INSERT INTO profile_info(key,value) VALUES('loose_from',?) ON CONFLICT(key) DO UPDATE SET "
                       "value=excluded.value",
                       QString::number(number))
        .run();
}

Result<QList<VaultStore::Unread>> VaultStore::unread(int limit)
{
    Statement row = m_db->query("SELECT l.id,v.id,v.blob,l.name,l.media_type,l.size FROM listing l CROSS JOIN item i ON i.n=l.n "
                                "CROSS JOIN version v ON v.id=i.l_version WHERE l.unread=1 ORDER BY l.n DESC LIMIT ?",
                                limit);
    QList<Unread> out;
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return out;
        out.append({ItemId(row.text(0)), VersionId(row.text(1)), BlobId(row.text(2)), row.text(3), row.text(4), row.integer(5)});
    }
}

Result<int> VaultStore::unreadCount()
{
    CARRIEL_TRY(const qint64 count, m_db->number("SELECT count(*) FROM listing WHERE unread=1"));
    return int(count);
}

Outcome VaultStore::putText(const ItemId &item, const VersionId &version, const QString &text)
{
    return m_db->transact([&]() -> Outcome {
        Statement row = m_db->query("SELECT n FROM item WHERE id=? AND l_version=?", item.text(), version.text());
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return {};
        return m_listing.putText(row.integer(0), version, text);
    });
}

Result<QByteArray> VaultStore::bytes(const BlobId &id)
{
    CARRIEL_TRY(const PlainContent content, PlainContent::of(*m_db, id));
    return content.all(*m_db);
}

Outcome VaultStore::addReceipt(const QString &id, const OpKey &op, const QByteArray &jws)
{
    return m_db->transact([&]() -> Outcome {
        Statement row = m_db->query("SELECT jws FROM receipt WHERE id=?", id);
        CARRIEL_TRY(const bool found, row.next());
        if (found && row.text(0).toUtf8() == jws)
            return {};
        return m_db->query("INSERT INTO receipt(id,op_key,jws,stored) VALUES(?,?,?,?)", id, op.text(), QString::fromUtf8(jws),
                           m_clock.nowUtc())
            .run();
    });
}

Outcome VaultStore::eraseActivityDetail(const QString &log, qint64 seq)
{
    return m_db->query("UPDATE activity SET detail=NULL WHERE log=? AND seq=?", log, seq).run();
}

Result<int> VaultStore::dropStaged()
{
    constexpr qint64 worthNoting = 1000; // rows looked at; fewer are cheaper than a commit
    CARRIEL_TRY(const qint64 from, looseFrom());
    QList<qint64> rows;
    {
        Statement row = m_db->query("SELECT n FROM blob b WHERE n>=? AND on_server=0 AND remote_id IS NULL "
                                    "AND NOT EXISTS(SELECT 1 FROM version v WHERE v.blob=b.id)",
                                    from);
        for (;;) {
            CARRIEL_TRY(const bool found, row.next());
            if (!found)
                break;
            rows.append(row.integer(0));
        }
    }
    constexpr char next[] = "SELECT coalesce(max(n),0)+1 FROM blob";
    CARRIEL_TRY(qint64 end, m_db->number(next));
    if (rows.isEmpty() && end - from < worthNoting)
        return 0;
    const Outcome outcome = m_db->transact([&]() -> Outcome {
        for (const qint64 n : std::as_const(rows)) {
            CARRIEL_CHECK(m_db->query("DELETE FROM chunk WHERE key BETWEEN ?1*1048576 AND ?1*1048576+1048575", n).run());
            CARRIEL_CHECK(m_db->query("DELETE FROM blob WHERE n=?", n).run());
        }
        CARRIEL_TRY(end, m_db->number(next));
        return setLooseFrom(end);
    });
    if (!outcome.ok())
        return outcome.error();
    m_looseFrom = end;
    return int(rows.size());
}

Outcome VaultStore::rebuildListing()
{
    CARRIEL_CHECK(m_db->transact([&] {
        return m_db->exec("DELETE FROM listing; DELETE FROM item_label; DELETE FROM document_text;"
                          "INSERT INTO document_fts(document_fts) VALUES('delete-all')");
    }));
    qint64 after = 0;
    for (bool more = true; more;) { // some hundred rows at a time, so that the log stays small
        CARRIEL_CHECK(m_db->transact([&]() -> Outcome {
            Statement row = m_db->query("SELECT n,id FROM item WHERE n>? ORDER BY n LIMIT 1000", after);
            for (;;) {
                CARRIEL_TRY(more, row.next());
                if (!more)
                    break;
                after = row.integer(0);
                m_listing.touch(ItemId(row.text(1)));
            }
            more = !m_listing.isIdle();
            return m_listing.finish();
        }));
    }
    return {};
}

Outcome VaultStore::releaseSpace()
{
    return m_db->query("PRAGMA incremental_vacuum(4096)").run(); // 32 MiB at a time, so that nobody waits long
}

} // namespace carriel::vault

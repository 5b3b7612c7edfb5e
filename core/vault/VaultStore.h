// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The one writer of a vault: what the engine remembers, kept in SQLCipher. Everything a transaction changes is durable when
// transact() answers, and what the window shows (listing, search) changes with it.
// Thread: the engine's. Errors: CAR-VLT-004 to -008.
#pragma once

#include "core/base/Clock.h"
#include "core/base/Random.h"
#include "core/vault/ActivityLog.h"
#include "core/vault/ListingWriter.h"
#include "core/vault/RowReader.h"

#include <QSet>

namespace carriel::vault {

class VaultStore final : public Reading<sync::Store>
{
public:
    VaultStore(std::unique_ptr<Database> database, const Clock &clock, Random &random);
    ~VaultStore() override;

    Outcome transact(const std::function<Outcome(sync::Writer &)> &work) override;

    // Documents whose words are not searchable yet although their bytes are here, newest first.
    struct Unread {
        ItemId item;
        VersionId version;
        BlobId blob;
        QString name;
        QString mediaType;
        qint64 size = 0;
    };
    Result<QList<Unread>> unread(int limit);
    Result<int> unreadCount();
    // The words of that version; empty if it has none or cannot be read (it is not asked for again). Nothing happens if the
    // document has another head by now.
    Outcome putText(const ItemId &item, const VersionId &version, const QString &text);

    // All bytes of a document that is here. CAR-VLT-019, CAR-VLT-020.
    Result<QByteArray> bytes(const BlobId &blob);

    // A legal receipt: never altered, never removed (I18). Repeating the same one is no error.
    Outcome addReceipt(const QString &id, const OpKey &op, const QByteArray &jws);
    // Erases the detail of an activity record (habeas data); the chain stays whole.
    Outcome eraseActivityDetail(const QString &log, qint64 seq);

    // Makes listing, labels and word index anew from the items; the words inside documents are read again.
    Outcome rebuildListing();
    // Bytes staged for a document that was never added (the program ended in between). Before the engine starts. Looks
    // only at what came since it last looked, so that opening costs the same however many documents there are.
    Result<int> dropStaged();
    // Gives pages that eviction or a purge left free back to the disk.
    Outcome releaseSpace();
    // Empties the write-ahead log; at lock and at exit.
    Outcome checkpoint() { return m_db->checkpoint(); }

    Database &database() { return *m_db; } // for the small stores of this module (Settings.h)

private:
    Result<qint64> looseFrom();
    Outcome setLooseFrom(qint64 number);

    std::unique_ptr<Database> m_db;
    const Clock &m_clock;
    std::optional<qint64> m_looseFrom; // as in the vault; not read yet
    ActivityLog m_activity;
    ListingWriter m_listing;
};

} // namespace carriel::vault

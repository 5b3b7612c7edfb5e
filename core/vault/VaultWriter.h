// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What may be changed inside a transaction of VaultStore. Private to core/vault.
#pragma once

#include "core/vault/ActivityLog.h"
#include "core/vault/ListingWriter.h"
#include "core/vault/RowReader.h"

#include <limits>

namespace carriel::vault {

class VaultWriter final : public Reading<sync::Writer>
{
public:
    VaultWriter(Database &database, ActivityLog &activity, ListingWriter &listing)
        : Reading(database), m_db(database), m_activity(activity), m_listing(listing)
    {
    }

    // The lowest number of the bytes that this transaction may leave with nothing that refers to them (the most
    // possible: none). VaultStore::dropStaged() looks from there on.
    qint64 looseFrom() const { return m_looseFrom; }

    Outcome putSyncState(const sync::SyncStateRow &state) override;
    Outcome putOther(const sync::OtherChange &change) override;
    Outcome putItem(const sync::ItemRow &row) override;
    Outcome eraseItem(const ItemId &id) override;
    Outcome putVersion(const sync::VersionRow &row) override;
    Outcome eraseVersion(const VersionId &id) override;
    Outcome putBlob(const sync::BlobRow &row) override;
    Outcome eraseBlob(const BlobId &id) override;
    Outcome putChunk(const BlobId &blob, int index, QByteArrayView bytes) override;
    Outcome dropChunks(const BlobId &blob) override;
    Outcome putTransfer(const sync::TransferRow &row) override;
    Outcome dropTransfer(const BlobId &blob) override;
    Result<qint64> addOp(const sync::OpRow &row) override;
    Outcome updateOp(const sync::OpRow &row) override;
    Outcome putConflict(const sync::ConflictRow &row) override;
    Outcome eraseConflict(const ConflictId &id) override;
    Outcome addActivity(const sync::ActivityEntry &entry) override { return m_activity.add(entry); }

private:
    Outcome mayBeLoose(Statement numbers);

    Database &m_db;
    ActivityLog &m_activity;
    ListingWriter &m_listing;
    qint64 m_looseFrom = std::numeric_limits<qint64>::max();
};

} // namespace carriel::vault

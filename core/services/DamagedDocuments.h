// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Documents whose content on this computer does not read any more as it was written. Who meets one has it looked at; from then on it
// stands among the problems until it was fetched again (Documents::fetch does it) or removed. A child of Documents. Thread: GUI.
// Errors: CAR-SVC-008, CAR-SVC-009, those of the vault.
#pragma once

#include "core/base/Result.h"
#include "core/services/Values.h"

#include <QFuture>
#include <QObject>
#include <QSet>

#include <functional>
#include <optional>

namespace carriel {

namespace vault {
class Database;
}

class Documents;
class EngineHost;
struct VaultAccess;

class DamagedDocuments final : public QObject
{
    Q_OBJECT
public:
    static DamagedDocuments &of(Documents &documents);
    DamagedDocuments(VaultAccess &access, QObject *parent);

    enum class Finding {
        Whole,      // or not here: what could not be shown is not damaged by this computer
        AtOperator, // damaged, and can be fetched again
        Lost        // damaged, and was only here
    };
    // Reads all of what is shown of it, or of that version.
    QFuture<Result<Finding>> look(ItemId id);
    QFuture<Result<Finding>> look(VersionId id);
    std::optional<Finding> known(const ItemId &id) const; // nothing: it was not found to be damaged

    // Whether all that is known of the documents can be read, whatever becomes of their contents. Whoever says that all is well asks
    // this first. CAR-VLT-004; the session hears of it, too.
    QFuture<Outcome> catalogue();
    // Whether a change would be kept at all. CAR-VLT-005, CAR-VLT-006
    QFuture<Outcome> takesChanges();

private:
    VaultAccess &m_access;
};

// ---- for the other services

// Of a row in a list or a status: those that are damaged, by reading alone.
QSet<ItemId> damagedAmongAll(VaultAccess &access);
// What could not be read of the vault is a problem of all of it, never a zero.
void tellUnread(const Error &error, SyncStatus &status);
void tellDamaged(vault::Database &database, SyncStatus &status);
// Makes room for all that the operator has, so that the next round brings it.
Outcome letDamagedComeAgain(EngineHost &host);
// `fetch`, then `read`. What does not read, because it is damaged, is fetched again and read once more.
void readMended(EngineHost &host, const std::function<void(std::function<void(Outcome)>)> &fetch, const std::function<Outcome()> &read,
                const std::function<Result<BlobId>()> &which, const std::function<void(Outcome)> &done);

} // namespace carriel

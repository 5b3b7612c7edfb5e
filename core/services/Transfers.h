// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes on their way, both directions: what moves, what waits, and in which order. Pausing survives a restart. Read
// again after Session::statusChanged. Made by Documents. Thread: GUI. Errors: CAR-SVC-0xx, CAR-SYN-012 (too late to
// withdraw).
#pragma once

#include "core/base/Result.h"
#include "core/services/Values.h"

#include <QFuture>

namespace carriel {

namespace vault {
class VaultStore;
}
struct VaultAccess;

struct TransferLimits
{
    qint64 upBytesPerSecond = 0; // 0: no limit
    qint64 downBytesPerSecond = 0;
    bool pauseOnMetered = true; // only what the person asks for moves on a network that is paid by amount
    friend bool operator==(const TransferLimits &, const TransferLimits &) = default;
};

class EngineHost;
// What the settings say, told to an engine that starts. Thread: the engine's.
void applyTransferRules(EngineHost &host, bool metered);
// This one, or all of them. Thread: the engine's.
bool isPausedByThePerson(vault::VaultStore &store, const BlobId &blob);

class Transfers
{
public:
    explicit Transfers(VaultAccess &access) : m_access(access) {}

    // What moves now first, then what waits, in order. Uploads and wanted downloads; at most `most`.
    QList<TransferInfo> list(int most = 1000) const;

    // Of the document that has or had these bytes; empty if none has.
    QString nameOf(const BlobId &blob) const;

    QFuture<Outcome> pause(QList<BlobId> ids);
    QFuture<Outcome> resume(QList<BlobId> ids);
    // An upload: the document or version that was not sent yet stays on this computer and waits under Problems until
    // the person asks for it again (CAR-SYN-012 if it is too late). A download: the bytes are not wanted here until somebody opens them.
    QFuture<Outcome> cancel(QList<BlobId> ids);
    QFuture<Outcome> first(QList<BlobId> ids); // before all others
    QFuture<Outcome> pauseAll(bool on);
    bool allPaused() const;

    TransferLimits limits() const;
    QFuture<Outcome> setLimits(TransferLimits limits);
    // Told by the program that knows the operating system: this network is paid by amount.
    void setMetered(bool on);

private:
    VaultAccess &m_access;
};

} // namespace carriel

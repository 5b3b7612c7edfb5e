// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/Withdraw.h"

#include "core/sync/SyncErrors.h"

namespace carriel::sync {

namespace {
// What is at the operator already may have become another document's by now; the vault clears away what is nobody's.
Outcome eraseUnshared(Tx &tx, const BlobId &id)
{
    CARRIEL_TRY(const auto blob, tx.writer.blob(id));
    CARRIEL_TRY(const QList<VersionRow> holders, tx.writer.holders(id));
    if (!blob || blob->onServer || !holders.isEmpty())
        return {};
    CARRIEL_CHECK(tx.writer.dropTransfer(id));
    return tx.writer.eraseBlob(id);
}
} // namespace

Outcome forgetUnsent(Tx &tx, const ItemRow &row)
{
    CARRIEL_TRY(QList<OpRow> live, tx.writer.liveOpsOf(row.id));
    for (OpRow &op : live)
        CARRIEL_CHECK(tx.step(op, op.state == OpState::Failed ? OpEvent::Superseded : OpEvent::Withdrawn));
    CARRIEL_TRY(const QList<VersionRow> versions, tx.writer.versions(row.id));
    for (const VersionRow &version : versions)
        CARRIEL_CHECK(tx.writer.eraseVersion(version.id));
    CARRIEL_CHECK(tx.writer.eraseItem(row.id));
    tx.items.insert(row.id);
    for (const VersionRow &version : versions)
        CARRIEL_CHECK(eraseUnshared(tx, version.blob));
    return {};
}

Result<bool> forgetUnmade(Tx &tx, const OpRow &creation)
{
    CARRIEL_TRY(const auto row, tx.writer.item(creation.target));
    if (!isCreate(creation) || !row || row->remote || row->local.state != ItemState::Removed)
        return false;
    if (creation.state == OpState::Inflight) {
        OpRow last = creation;
        CARRIEL_CHECK(tx.step(last, OpEvent::Superseded));
    }
    CARRIEL_CHECK(forgetUnsent(tx, *row));
    return true;
}

Result<bool> joinTwin(Tx &tx, const ItemRow &folder)
{
    if (folder.remote || folder.local.state != ItemState::Active || folder.local.meta != ItemFields().meta)
        return false;
    CARRIEL_TRY(const QList<ItemRow> inside, tx.writer.children(folder.id));
    if (!inside.isEmpty())
        return false;
    CARRIEL_TRY(const SyncStateRow state, tx.writer.syncState());
    CARRIEL_TRY(const QList<ItemRow> siblings, tx.writer.children(folder.local.parent));
    const bool twin = std::any_of(siblings.begin(), siblings.end(), [&](const ItemRow &other) {
        return other.id != folder.id && other.type == ItemType::Folder && other.local.state == ItemState::Active &&
               other.remote && other.remote->state == ItemState::Active &&
               other.remote->parent == folder.local.parent && state.names.clash(other.local.name, folder.local.name);
    });
    if (twin)
        CARRIEL_CHECK(forgetUnsent(tx, folder));
    return twin;
}

Outcome stopSending(Tx &tx, const BlobId &blob)
{
    CARRIEL_TRY(auto transfer, tx.writer.transfer(blob));
    if (transfer && transfer->paused) { // what came so far counts when it goes on
        transfer->paused = false;
        CARRIEL_CHECK(tx.writer.putTransfer(*transfer));
    }
    CARRIEL_TRY(const QList<OpRow> live, tx.writer.liveOps());
    for (OpRow op : live) {
        if (op.version.isEmpty() || isFrozen(op) || op.state != OpState::Queued)
            continue;
        CARRIEL_TRY(const auto version, tx.writer.version(op.version));
        CARRIEL_TRY(const auto row, tx.writer.item(op.target));
        if (!version || version->blob != blob || !row)
            continue;
        op.lastProblem = QLatin1String(errors::sendingStopped.text);
        op.lastProblemText.clear();
        CARRIEL_CHECK(tx.step(op, OpEvent::AskPerson));
        CARRIEL_CHECK(
            tx.log("document.sending_stopped", row->id, {{QStringLiteral("name"), row->local.name}}, op.key));
        tx.items.insert(row->id);
    }
    return {};
}

bool isStopped(const OpRow &op)
{
    return op.state == OpState::WaitingUser && op.lastProblem == QLatin1String(errors::sendingStopped.text);
}

Outcome withdrawVersion(Tx &tx, OpRow &op, ItemRow row)
{
    CARRIEL_CHECK(tx.step(op, op.state == OpState::Failed ? OpEvent::Superseded : OpEvent::Withdrawn));
    CARRIEL_TRY(const auto version, tx.writer.version(op.version));
    if (!version)
        return {};
    if (row.local.version == version->id) {
        row.local.version = row.remote ? row.remote->version : VersionId();
        CARRIEL_TRY(const QList<OpRow> others, tx.writer.liveOpsOf(row.id));
        for (const OpRow &other : others) {
            if (!other.version.isEmpty() && other.base.isEmpty())
                row.local.version = other.version;
        }
        CARRIEL_CHECK(tx.putItem(row));
    }
    CARRIEL_CHECK(tx.writer.eraseVersion(version->id));
    return eraseUnshared(tx, version->blob);
}

} // namespace carriel::sync

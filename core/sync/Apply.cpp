// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/Apply.h"

#include "core/sync/Held.h"
#include "core/sync/Kept.h"
#include "core/sync/OpPlan.h"

namespace carriel::sync {

namespace {
bool isStateOp(const OpRow &op)
{
    return op.kind == OpKind::Trash || op.kind == OpKind::Restore || op.kind == OpKind::Purge;
}

void keepLive(QList<OpRow> &ops)
{
    ops.removeIf([](const OpRow &op) { return !isLive(op); });
}
} // namespace

// The operator has the item under the id we chose: whatever became of its answer, our creation happened.
Outcome Apply::closeCreates(QList<OpRow> &live, QList<OpRow> &ours)
{
    for (OpRow &op : live) {
        if (!isCreate(op))
            continue;
        CARRIEL_CHECK(m_tx.step(op, op.state == OpState::Queued ? OpEvent::Withdrawn : OpEvent::SeenInFeed));
        ours.append(op);
    }
    keepLive(live);
    return {};
}

// The row of the bytes that `head` names: ours, one that came with another document, or a new one without bytes yet.
Result<BlobRow> Apply::blobFor(const BlobId &held, const RemoteHead &head)
{
    CARRIEL_TRY(const auto found, held.isEmpty() ? m_tx.writer.blobByRemoteId(head.blob) : m_tx.writer.blob(held));
    BlobRow row;
    if (found && found->sha256 == head.sha256) {
        row = *found;
    } else {
        row.id = BlobId(m_tx.newId());
        row.sha256 = head.sha256;
        row.size = head.size;
    }
    if (!row.onServer || row.remoteId != head.blob) {
        row.onServer = true;
        row.remoteId = head.blob;
        CARRIEL_CHECK(m_tx.writer.putBlob(row));
    }
    return row;
}

Result<Apply::Head> Apply::adoptHead(ItemRow &row, const RemoteHead &head, const QList<OpRow> &ours)
{
    CARRIEL_TRY(auto known, m_tx.writer.version(head.version));
    std::optional<VersionRow> mine;
    for (const OpRow &op : ours) {
        if (known || op.version.isEmpty())
            continue;
        CARRIEL_TRY(const auto version, m_tx.writer.version(op.version));
        if (!version || version->origin == VersionOrigin::Server)
            continue;
        CARRIEL_TRY(const auto blob, m_tx.writer.blob(version->blob));
        if (blob && blob->sha256 == head.sha256 && blob->size == head.size)
            mine = version;
    }
    Head out;
    const BlobId held = known ? known->blob : mine ? mine->blob : BlobId();
    CARRIEL_TRY(const BlobRow blob, blobFor(held, head));
    if (known && known->origin == VersionOrigin::Server)
        return out;
    VersionRow version = known ? *known : mine ? *mine : VersionRow();
    if (mine)
        out.replaces = mine->id;
    if (mine && row.local.version == mine->id)
        row.local.version = head.version;
    version.id = head.version;
    version.item = row.id;
    version.blob = blob.id;
    version.origin = VersionOrigin::Server;
    version.mediaType = head.mediaType;
    if (!mine) // what was made here was made then, and not when it arrived there
        version.createdUtc = head.createdUtc;
    out.row = version;
    return out;
}

Outcome Apply::putHead(const Head &head)
{
    if (!head.row)
        return {};
    CARRIEL_CHECK(m_tx.writer.putVersion(*head.row));
    if (head.replaces.isEmpty())
        return {};
    CARRIEL_CHECK(m_tx.writer.eraseVersion(head.replaces));
    return renameInConflicts(head.row->item, head.replaces, head.row->id);
}

// A conflict names our version by the id it had here; the operator gave it another.
Outcome Apply::renameInConflicts(const ItemId &item, const VersionId &from, const VersionId &to)
{
    CARRIEL_TRY(const QList<ConflictRow> open, m_tx.writer.openConflicts());
    for (ConflictRow row : open) {
        if (row.item != item || row.kind != ConflictKind::Content || !row.ours.contains(from.text().toUtf8()))
            continue;
        row.ours.replace(from.text().toUtf8(), to.text().toUtf8());
        CARRIEL_CHECK(m_tx.writer.putConflict(row));
    }
    return {};
}

Outcome Apply::made(const ItemId &item, const RemoteHead &version, const OpRow &answered)
{
    CARRIEL_TRY(auto row, m_tx.writer.item(item));
    if (!row)
        return {};
    const ItemFields before = row->local;
    CARRIEL_TRY(const Head head, adoptHead(*row, version, {answered}));
    if (row->local != before)
        CARRIEL_CHECK(m_tx.putItem(*row));
    return putHead(head);
}

// The history names what each version was made by: an answer that never came, and whose request the operator has forgotten
// since, is read from it.
Outcome Apply::closeMade(const ItemId &item, const QList<RemoteHead> &versions)
{
    bool any = false;
    for (const RemoteHead &version : versions) {
        CARRIEL_TRY(auto op, m_tx.writer.op(version.causedBy));
        if (!op || op->target != item || op->kind != OpKind::AddVersion || !isFrozen(*op) || op->state == OpState::Cancelled)
            continue;
        if (isLive(*op))
            CARRIEL_CHECK(m_tx.step(*op, OpEvent::SeenInFeed));
        CARRIEL_CHECK(made(item, version, *op));
        any = true;
    }
    CARRIEL_TRY(auto row, m_tx.writer.item(item));
    if (!any || !row)
        return {};
    CARRIEL_TRY(const QList<OpRow> live, m_tx.writer.liveOpsOf(item));
    settle(*row, coverOf(live));
    return m_tx.putItem(*row);
}

Outcome Apply::history(const ItemId &item, const QList<RemoteHead> &versions)
{
    CARRIEL_CHECK(closeMade(item, versions));
    CARRIEL_TRY(const auto row, m_tx.writer.item(item));
    if (!row || row->local.state == ItemState::Removed)
        return {};
    for (const RemoteHead &version : versions) {
        CARRIEL_TRY(const auto known, m_tx.writer.version(version.version));
        if (known && known->item != item)
            continue; // not a history of this document
        CARRIEL_TRY(const BlobRow blob, blobFor(known ? known->blob : BlobId(), version));
        // The time that it tells everybody, whatever this computer's clock said when it was made.
        const bool sameTime = known && (known->createdUtc == version.createdUtc || !version.createdUtc.isValid());
        if (sameTime && known->blob == blob.id)
            continue;
        VersionRow fresh = known.value_or(VersionRow());
        fresh.id = version.version;
        fresh.item = item;
        fresh.blob = blob.id;
        fresh.origin = VersionOrigin::Server;
        fresh.mediaType = version.mediaType;
        fresh.createdUtc = version.createdUtc;
        CARRIEL_CHECK(m_tx.writer.putVersion(fresh));
    }
    m_tx.items.insert(item);
    return {};
}

// It is there again: what was refused because it was not has its reason no more.
Outcome Apply::askRefusedAgain(const ItemId &item)
{
    CARRIEL_TRY(const QList<OpRow> live, m_tx.writer.liveOpsOf(item));
    for (const OpRow &known : live) {
        CARRIEL_TRY(const auto op, m_tx.writer.op(known.key));
        if (!op || op->state != OpState::Failed)
            continue;
        CARRIEL_TRY([[maybe_unused]] const auto fresh, reissueLane(m_tx, *op));
    }
    return {};
}

Outcome Apply::askAllRefusedAgain()
{
    CARRIEL_TRY(const QList<OpRow> live, m_tx.writer.liveOps());
    QSet<ItemId> seen;
    for (const OpRow &op : live) {
        if (op.state != OpState::Failed || seen.contains(op.target))
            continue;
        seen.insert(op.target);
        CARRIEL_TRY(const auto row, m_tx.writer.item(op.target));
        if (row && !row->missingSinceUtc.isValid()) // of what is missing the person is asked first
            CARRIEL_CHECK(askRefusedAgain(op.target));
    }
    return {};
}

Outcome Apply::doubtTombstones()
{
    CARRIEL_TRY(const QList<ItemId> buried, m_tx.writer.buriedItemIds());
    for (const ItemId &id : buried) {
        CARRIEL_TRY(auto row, m_tx.writer.item(id));
        if (!row || row->remoteRev == 0)
            continue;
        row->remoteRev = 0; // should it come again, its revisions begin anew
        CARRIEL_CHECK(m_tx.putItem(*row));
    }
    return {};
}

Outcome Apply::upsert(const RemoteItem &news, const OpRow *answered, Trust trust, bool repeated)
{
    CARRIEL_TRY(const auto stored, m_tx.writer.item(news.id));
    if (!stored && repeated)
        return {}; // the person let it go meanwhile
    CARRIEL_TRY(QList<OpRow> live, m_tx.writer.liveOpsOf(news.id));
    QList<OpRow> ours;
    if (answered)
        ours.append(*answered);
    Author author = answered ? Author::Ours : Author::Theirs;
    for (OpRow &op : live) {
        const bool caused = op.key == news.causedBy;
        const bool made = news.head && op.key == news.head->causedBy; // and others have changed the item since
        if (!isFrozen(op) || (!caused && !made))
            continue;
        if (caused)
            author = Author::Ours;
        // It joined the history beside that head, and under which name is not told here: the answer says it, asked for
        // once more under the same key.
        if (!made && isOpenEnded(op) && op.kind == OpKind::AddVersion && !op.base.isEmpty())
            continue;
        CARRIEL_CHECK(m_tx.step(op, OpEvent::SeenInFeed));
        ours.append(op);
    }
    keepLive(live);
    CARRIEL_CHECK(closeCreates(live, ours));

    ItemRow row;
    if (stored) {
        row = *stored;
    } else {
        row.id = news.id;
        row.local = news.fields;
    }
    Head head;
    if (news.head) {
        CARRIEL_TRY(head, adoptHead(row, *news.head, ours));
    }
    // For good, unless the operator only did not know it when it was to be destroyed (Settle).
    const bool buried = trust == Trust::Same && row.remote && row.remote->state == ItemState::Removed && row.remoteRev > 0;
    // After a restore the same revision, and with some operators the same tag, may be another state.
    const bool wentBack =
        trust == Trust::Reset && (news.etag != row.etag || (row.remote && *row.remote != news.fields));
    const bool isBack = stored && stored->missingSinceUtc.isValid() && !repeated && !buried;
    if (isBack) {
        CARRIEL_CHECK(askRefusedAgain(row.id));
        CARRIEL_TRY(live, m_tx.writer.liveOpsOf(row.id));
    }
    const bool isNews = !buried && (!row.remote || news.rev > row.remoteRev || wentBack);
    if (!isNews) {
        if (author == Author::Ours || row.missingSinceUtc.isValid()) {
            if (!repeated)
                row.missingSinceUtc = {};
            settle(row, coverOf(live));
            CARRIEL_CHECK(m_tx.putItem(row));
        }
        return putHead(head);
    }

    Merged merged = merge(row, news, coverOf(live), author, trust);
    if (repeated)
        merged.row.missingSinceUtc = row.missingSinceUtc;
    const bool kept = stored && isKept(*stored);
    if (kept && author == Author::Theirs && merged.row.local.state == ItemState::Trashed)
        keepAsItWas(merged.row, stored->base->state);
    if (stored && stored->local.parent != merged.row.local.parent)
        m_moved.append(row.id);
    CARRIEL_CHECK(m_tx.putItem(merged.row));
    CARRIEL_CHECK(putHead(head));
    const bool firstSeen = stored && !stored->remote; // made here, so its name was given here, whoever tells of it first
    if (firstSeen && stored->local.name != merged.row.local.name && merged.row.local.state == ItemState::Active)
        CARRIEL_CHECK(m_tx.renamedApart(row.id, stored->local.name, merged.row.local.name));
    if (stored && stored->local.state == ItemState::Active && merged.row.local.state == ItemState::Trashed)
        CARRIEL_CHECK(noteRemoval(*stored, ItemState::Trashed, news.causedBy));
    const bool wasGone = kept || (stored && stored->local.state == ItemState::Trashed);
    if (wasGone && merged.row.local.state == ItemState::Active && !isKept(merged.row))
        CARRIEL_CHECK(backAgain(row.id));
    if (trust == Trust::Reset)
        CARRIEL_CHECK(distrust(row.id, news.fields.version));
    if (stored)
        CARRIEL_CHECK(followConflicts(row.id, news, live));
    return carryOut(merged, live);
}

Outcome Apply::carryOut(const Merged &merged, QList<OpRow> &live)
{
    if (!merged.losses.isEmpty())
        m_conflicts = true;
    for (const Loss &loss : merged.losses)
        CARRIEL_CHECK(m_tx.addConflict(merged.row.id, loss.kind, loss.ours, loss.theirs, merged.by));
    if (merged.hold)
        return hold(m_tx, live);
    for (OpRow &op : live) {
        if (!merged.furtherFrom.isEmpty() && op.kind == OpKind::AddVersion && op.base.isEmpty()) {
            op.base = merged.furtherFrom;
            CARRIEL_CHECK(m_tx.putOp(op));
            CARRIEL_TRY(auto version, m_tx.writer.version(op.version));
            if (version) {
                version->label = thisComputer();
                CARRIEL_CHECK(m_tx.writer.putVersion(*version));
            }
        }
        const bool pointless =
            (merged.dropStateOps && isStateOp(op)) || (merged.dropPatches && op.kind == OpKind::PatchItem);
        if (pointless && !isOpenEnded(op))
            CARRIEL_CHECK(m_tx.step(op, OpEvent::Withdrawn));
    }
    const bool restoring = std::any_of(live.begin(), live.end(), [](const OpRow &op) { return op.kind == OpKind::Restore; });
    if (merged.needsRestore && !restoring) {
        CARRIEL_TRY([[maybe_unused]] const OpRow op, m_tx.addOp(OpKind::Restore, merged.row));
    }
    return {};
}

Outcome Apply::missing(const ItemId &id, Trust trust)
{
    CARRIEL_TRY(auto row, m_tx.writer.item(id));
    if (!row || row->missingSinceUtc.isValid() || !row->remote || row->remote->state == ItemState::Removed)
        return {};
    row->missingSinceUtc = m_tx.now();
    if (trust == Trust::Reset)
        row->remoteRev = 0; // should it come again, its revisions may begin anew
    CARRIEL_CHECK(m_tx.putItem(*row));
    return trust == Trust::Reset ? distrust(id, {}) : Outcome();
}

} // namespace carriel::sync

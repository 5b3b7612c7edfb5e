// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The guard against mass removal (I9): what others take away is counted over a run of the feed, and its bytes stay
// until the run is over. A person empties a folder now and then; a broken or stolen device empties everything.
#include "core/sync/Apply.h"
#include "core/sync/Kept.h"
#include "core/sync/Recreate.h"

#include <QHash>
#include <QJsonDocument>

namespace carriel::sync {

namespace {
constexpr int alwaysBelieved = 20;
constexpr int believedPercent = 10;
QString counting()
{
    return QStringLiteral("counting");
}
QByteArray wasInTrash()
{
    return QByteArrayLiteral("\"was\":\"trashed\"");
}
} // namespace

Outcome Apply::noteRemoval(const ItemRow &row, ItemState to, const OpKey &causedBy)
{
    // With the folder that we sent there. What is destroyed with it the person has seen in it and destroyed, too, or has
    // not: then it counts like what others destroy, and its bytes stay while there is something to decide.
    if (to == ItemState::Trashed && !causedBy.isEmpty()) {
        CARRIEL_TRY(const auto ours, m_tx.writer.op(causedBy));
        if (ours)
            return {};
    }
    const QString state = to == ItemState::Trashed ? QStringLiteral("trashed") : QStringLiteral("removed");
    ConflictRow note;
    note.id = ConflictId(m_tx.newId());
    note.item = row.id;
    note.kind = ConflictKind::Removal;
    QJsonObject ours{{QStringLiteral("name"), row.local.name}};
    if (row.local.state == ItemState::Trashed)
        ours.insert(QStringLiteral("was"), QStringLiteral("trashed"));
    note.ours = QJsonDocument(ours).toJson(QJsonDocument::Compact);
    note.theirs = QJsonDocument(QJsonObject{{QStringLiteral("state"), state}}).toJson(QJsonDocument::Compact);
    note.resolution = counting();
    note.createdUtc = m_tx.now();
    return m_tx.writer.putConflict(note);
}

// Others brought it back themselves: nothing is left to ask.
Outcome Apply::backAgain(const ItemId &item)
{
    for (const QString &mark : {counting(), QString()}) {
        CARRIEL_TRY(const QList<ConflictRow> rows,
                    mark.isEmpty() ? m_tx.writer.openConflicts() : m_tx.writer.conflictsMarked(mark));
        for (const ConflictRow &row : rows) {
            if (row.item == item && row.kind == ConflictKind::Removal)
                CARRIEL_CHECK(m_tx.writer.eraseConflict(row.id));
        }
    }
    return {};
}

// One note for each item: what it was first, and what became of it last. An item that is asked about already stays so.
Result<QList<ConflictRow>> Apply::countedRemovals(const QList<ConflictRow> &open)
{
    CARRIEL_TRY(const QList<ConflictRow> rows, m_tx.writer.conflictsMarked(counting()));
    QHash<ItemId, ConflictRow> notes;
    for (const ConflictRow &row : open) {
        if (row.kind == ConflictKind::Removal)
            notes.insert(row.item, row);
    }
    QList<ItemId> fresh;
    for (const ConflictRow &row : rows) {
        const auto known = notes.find(row.item);
        if (known == notes.end()) {
            notes.insert(row.item, row);
            fresh.append(row.item);
            continue;
        }
        known->theirs = row.theirs;
        CARRIEL_CHECK(m_tx.writer.putConflict(*known));
        CARRIEL_CHECK(m_tx.writer.eraseConflict(row.id));
    }
    QList<ConflictRow> out;
    for (const ItemId &item : std::as_const(fresh))
        out.append(notes.value(item));
    return out;
}

// As it was, until the person answers. What the person decided since is no question any more.
Outcome Apply::ask(ConflictRow row)
{
    CARRIEL_TRY(auto item, m_tx.writer.item(row.item));
    CARRIEL_TRY(const QList<OpRow> live, m_tx.writer.liveOpsOf(row.item));
    if (!item || !item->base || item->local.state == ItemState::Active || coverOf(live).state)
        return m_tx.writer.eraseConflict(row.id);
    keepAsItWas(*item, row.ours.contains(wasInTrash()) ? ItemState::Trashed : ItemState::Active);
    CARRIEL_CHECK(m_tx.putItem(*item));
    row.resolution.clear();
    return m_tx.writer.putConflict(row);
}

Outcome Apply::closeRun()
{
    CARRIEL_TRY(const QList<ConflictRow> open, m_tx.writer.openConflicts());
    CARRIEL_TRY(const QList<ConflictRow> rows, countedRemovals(open));
    if (rows.isEmpty())
        return {};
    bool tooMany = false;
    if (rows.size() > alwaysBelieved) {
        CARRIEL_TRY(const QList<ItemId> left, m_tx.writer.remoteItemIds());
        qsizetype total = left.size();
        for (const ConflictRow &row : rows)
            total += row.theirs.contains("removed");
        tooMany = rows.size() * 100 > total * believedPercent;
    }
    QSet<ItemId> disputed;
    for (const ConflictRow &row : open)
        disputed.insert(row.item);
    for (const ConflictRow &row : rows) {
        m_tx.items.insert(row.item);
        if (tooMany) {
            CARRIEL_CHECK(ask(row));
            continue;
        }
        CARRIEL_CHECK(m_tx.writer.eraseConflict(row.id));
        CARRIEL_TRY(const auto item, m_tx.writer.item(row.item));
        if (item && item->local.state == ItemState::Removed && !disputed.contains(row.item))
            CARRIEL_CHECK(freeBytes(m_tx, row.item, false));
    }
    return {};
}

// Some document that the operator shows has these bytes as its head.
Result<bool> Apply::isShown(const BlobId &blob)
{
    CARRIEL_TRY(const QList<VersionRow> holders, m_tx.writer.holders(blob));
    for (const VersionRow &holder : holders) {
        CARRIEL_TRY(const auto item, m_tx.writer.item(holder.item));
        if (item && item->remote && item->remote->state != ItemState::Removed && !item->missingSinceUtc.isValid()
            && item->remote->version == holder.id)
            return true;
    }
    return false;
}

// The operator went back to an earlier state: of this item it has the head it shows; what else it once had is ours to
// keep (I25).
Outcome Apply::distrust(const ItemId &item, const VersionId &confirmed)
{
    CARRIEL_TRY(const QList<VersionRow> versions, m_tx.writer.versions(item));
    for (const VersionRow &version : versions) {
        if (version.id == confirmed)
            continue;
        CARRIEL_TRY(auto blob, m_tx.writer.blob(version.blob));
        if (!blob || !blob->onServer)
            continue;
        CARRIEL_TRY(const bool shown, isShown(blob->id));
        if (shown)
            continue;
        blob->onServer = false;
        blob->remoteId = {};
        CARRIEL_CHECK(m_tx.writer.putBlob(*blob));
    }
    return {};
}

Result<bool> Apply::holdsLostBytes(const ItemId &item)
{
    CARRIEL_TRY(const QList<VersionRow> versions, m_tx.writer.versions(item));
    for (const VersionRow &version : versions) {
        CARRIEL_TRY(const auto blob, m_tx.writer.blob(version.blob));
        if (version.origin == VersionOrigin::Server && blob && !blob->onServer && blob->state == BlobState::Verified)
            return true;
    }
    return false;
}

} // namespace carriel::sync

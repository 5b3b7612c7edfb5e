// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Two wishes met and one had to give way: the person may have the other after all.
#include "core/sync/Decisions.h"
#include "core/sync/EditSupport.h"
#include "core/sync/Held.h"
#include "core/sync/Kept.h"
#include "core/sync/OpPlan.h"
#include "core/sync/Recreate.h"
#include "core/sync/SyncErrors.h"

#include <QJsonDocument>

namespace carriel::sync {

namespace {

Conflict conflictOf(const ConflictRow &row)
{
    return Conflict{row.id,
                    row.item,
                    row.kind,
                    QJsonDocument::fromJson(row.ours).object(),
                    QJsonDocument::fromJson(row.theirs).object(),
                    row.createdUtc};
}

bool isMetaKey(const QString &key)
{
    return key != QLatin1String("name") && key != QLatin1String("parent") && key != QLatin1String("meta") &&
           key != QLatin1String("state") && key != QLatin1String("version") && key != causedByKey();
}

// `row` with what the person once wanted of its name, its place and its meta data.
ItemFields wantedFields(const ItemRow &row, const Conflict &conflict)
{
    ItemFields fields = row.local;
    QJsonObject meta = conflict.ours.value(QStringLiteral("meta")).toObject();
    if (conflict.kind == ConflictKind::Meta) {
        for (auto it = conflict.ours.begin(); it != conflict.ours.end(); ++it) {
            if (isMetaKey(it.key()))
                meta.insert(it.key(), it.value());
        }
        // A key of theirs that ours does not have was taken away by us.
        for (auto it = conflict.theirs.begin(); it != conflict.theirs.end(); ++it) {
            if (isMetaKey(it.key()) && !meta.contains(it.key()))
                meta.insert(it.key(), QJsonValue(QJsonValue::Null));
        }
    }
    fields.meta = fields.meta.patched(meta);
    fields.name = conflict.ours.value(QStringLiteral("name")).toString(fields.name);
    fields.parent = ItemId(conflict.ours.value(QStringLiteral("parent")).toString(fields.parent.text()));
    return fields;
}

Outcome takeFields(Tx &tx, ItemRow row, const ItemFields &wanted)
{
    if (row.local.state == ItemState::Trashed)
        return restoreOne(tx, row, wanted);
    if (row.local.state == ItemState::Removed) {
        CARRIEL_TRY([[maybe_unused]] const ItemRow fresh, recreate(tx, row, wanted, row.local.version));
        return {};
    }
    CARRIEL_CHECK(requireFolder(tx.writer, wanted.parent));
    CARRIEL_CHECK(refuseCycle(tx.writer, row, wanted.parent));
    CARRIEL_TRY(const SyncStateRow state, tx.writer.syncState());
    row.local.parent = wanted.parent;
    row.local.meta = wanted.meta;
    CARRIEL_CHECK(giveName(tx.writer, state.names, row, wanted.name));
    CARRIEL_CHECK(tx.putItem(row));
    return planOps(tx, row, Touched{.fields = true});
}

Outcome takeState(Tx &tx, const ItemRow &row, const Conflict &conflict)
{
    const QString state = conflict.ours.value(QStringLiteral("state")).toString();
    if (state == QLatin1String("trashed"))
        return row.local.state == ItemState::Removed ? Outcome() : trashOne(tx, row);
    if (state == QLatin1String("removed")) {
        if (row.local.state == ItemState::Active)
            CARRIEL_CHECK(trashOne(tx, row));
        CARRIEL_TRY(const auto now, tx.writer.item(row.id));
        return now && now->local.state == ItemState::Trashed ? purgeOne(tx, *now) : Outcome();
    }
    return takeFields(tx, row, wantedFields(row, conflict));
}

Outcome takeContent(Tx &tx, const ItemRow &row, const Conflict &conflict)
{
    const VersionId ours(conflict.ours.value(QStringLiteral("version")).toString());
    CARRIEL_TRY(const auto version, tx.writer.version(ours));
    if (!version)
        return itemError(errors::bytesUnavailable, row.id, row.local.name);
    CARRIEL_TRY(const QList<OpRow> live, tx.writer.liveOpsOf(row.id));
    for (OpRow op : live) {
        if (op.version != ours || isFrozen(op) || op.state != OpState::Queued)
            continue;
        op.base = {}; // it has not left yet: it goes as the newest
        CARRIEL_CHECK(tx.putOp(op));
        VersionRow plain = *version;
        plain.label.clear();
        CARRIEL_CHECK(tx.writer.putVersion(plain));
        ItemRow now = row;
        now.local.version = ours;
        return tx.putItem(now);
    }
    if (row.local.state == ItemState::Removed) {
        CARRIEL_TRY([[maybe_unused]] const ItemRow fresh, recreate(tx, row, row.local, ours));
        return {};
    }
    if (row.local.state != ItemState::Active)
        return itemError(errors::notActive, row.id, row.local.name);
    CARRIEL_TRY([[maybe_unused]] const VersionId fresh, addVersionOne(tx, row, version->blob, version->mediaType));
    return {};
}

// Bytes of an earlier version join the history again; what the person sees stays in front.
Outcome sendBeside(Tx &tx, const ItemRow &row, const VersionRow &lost)
{
    VersionRow again = lost;
    again.id = VersionId(tx.newId());
    again.origin = VersionOrigin::Local;
    again.label = thisComputer();
    again.createdUtc = tx.now();
    CARRIEL_CHECK(tx.writer.putVersion(again));
    CARRIEL_TRY(OpRow op, tx.addOp(OpKind::AddVersion, row, again.id));
    op.base = lost.id; // no head any more: it becomes none
    return tx.putOp(op);
}

// The operator has other bytes than it confirmed, or none: ours go there once more.
Outcome sendBytesAgain(Tx &tx, const ItemRow &row, const Conflict &conflict)
{
    CARRIEL_TRY(auto blob, tx.writer.blob(BlobId(conflict.theirs.value(QStringLiteral("blob")).toString())));
    if (!blob || blob->state != BlobState::Verified)
        return itemError(errors::bytesUnavailable, row.id, row.local.name);
    CARRIEL_TRY(const auto head, tx.writer.version(row.local.version));
    if (row.local.state != ItemState::Active)
        return itemError(errors::notActive, row.id, row.local.name);
    blob->onServer = false;
    blob->remoteId = {};
    CARRIEL_CHECK(tx.writer.putBlob(*blob));
    if (head && head->blob != blob->id && row.remote) {
        CARRIEL_TRY(const QList<VersionRow> holders, tx.writer.holders(blob->id));
        for (const VersionRow &holder : holders) {
            if (holder.item == row.id)
                return sendBeside(tx, row, holder);
        }
    }
    CARRIEL_TRY([[maybe_unused]] const VersionId fresh,
                addVersionOne(tx, row, blob->id, head ? head->mediaType : QString()));
    return {};
}

// Ours as a document of its own beside theirs. It stays in the history, too; without its bytes here, only there.
Outcome putBeside(Tx &tx, const ItemRow &row, const Conflict &conflict)
{
    const VersionId ours(conflict.ours.value(QStringLiteral("version")).toString());
    CARRIEL_TRY(const auto version, tx.writer.version(ours));
    CARRIEL_TRY(const auto blob, version ? tx.writer.blob(version->blob) : Result<std::optional<BlobRow>>(std::nullopt));
    if (!blob || blob->state != BlobState::Verified || row.local.version == ours)
        return {};
    CARRIEL_TRY([[maybe_unused]] const ItemRow beside, recreate(tx, row, row.local, ours, Anew::BesideTheirs));
    return {};
}

Outcome carryOut(Tx &tx, const Conflict &conflict, Choice choice)
{
    CARRIEL_TRY(const auto row, tx.writer.item(conflict.item));
    if (!row)
        return {}; // nothing is left to disagree about
    if (conflict.kind == ConflictKind::Removal)
        return choice == Choice::Theirs ? letGoKept(tx, *row, false) : bringBack(tx, *row);
    if (conflict.kind == ConflictKind::Content && choice == Choice::Both && row->local.state != ItemState::Trashed)
        return putBeside(tx, *row, conflict);
    if (choice != Choice::Mine)
        return row->local.state == ItemState::Removed ? freeBytes(tx, row->id, false) : Outcome();
    switch (conflict.kind) {
    case ConflictKind::Name:
    case ConflictKind::Parent:
    case ConflictKind::Meta:
        return takeFields(tx, *row, wantedFields(*row, conflict));
    case ConflictKind::State:
        return takeState(tx, *row, conflict);
    case ConflictKind::Content:
        return takeContent(tx, *row, conflict);
    case ConflictKind::Fixity:
        return sendBytesAgain(tx, *row, conflict);
    case ConflictKind::Removal:
        break;
    }
    return {};
}

Outcome resolveOne(Store &store, const Clock &clock, Random &random, const ConflictId &id, Choice choice)
{
    return store.transact([&](Writer &writer) -> Outcome {
        Tx tx(writer, clock, random);
        CARRIEL_TRY(auto row, writer.conflict(id));
        if (!row || !row->resolution.isEmpty())
            return Error{errors::itemNotFound, {{QStringLiteral("id"), id.text()}}, QStringLiteral("no open conflict")};
        // Before the rest, because freeing bytes looks whether a conflict still needs them.
        row->resolution = choice == Choice::Both   ? QStringLiteral("both")
                          : choice == Choice::Mine ? QStringLiteral("mine")
                                                   : QStringLiteral("theirs");
        CARRIEL_CHECK(writer.putConflict(*row));
        const Conflict conflict = conflictOf(*row);
        CARRIEL_TRY(const auto item, writer.item(row->item));
        CARRIEL_TRY(const bool held, holdsBack(writer, conflict));
        CARRIEL_CHECK(held ? decideHeld(tx, conflict, choice, carryOut) : carryOut(tx, conflict, choice));
        // What comes back says so itself.
        if (conflict.kind == ConflictKind::Removal && choice != Choice::Theirs)
            return {};
        const QString name = item ? item->local.name : QString();
        return tx.log(conflict.kind == ConflictKind::Removal ? "removal.accepted" : "conflict.resolved", row->item,
                      {{QStringLiteral("choice"), row->resolution}, {QStringLiteral("name"), name}});
    });
}

} // namespace

Result<QList<Conflict>> Decisions::conflicts()
{
    CARRIEL_TRY(const QList<ConflictRow> rows, m_store.openConflicts());
    QList<Conflict> out;
    for (const ConflictRow &row : rows)
        out.append(conflictOf(row));
    return out;
}

Outcome Decisions::resolve(const ConflictId &id, Choice choice)
{
    return resolveOne(m_store, m_clock, m_random, id, choice);
}

Result<int> Decisions::resolveAll(Choice choice, std::optional<ConflictKind> only)
{
    CARRIEL_TRY(const QList<ConflictRow> rows, m_store.openConflicts());
    int done = 0;
    for (const ConflictRow &row : rows) {
        if (only && row.kind != *only)
            continue;
        const Outcome outcome = resolveOne(m_store, m_clock, m_random, row.id, choice);
        const bool refused = !outcome.ok() && outcome.error().codeText().startsWith(QLatin1String("CAR-SYN"));
        if (!outcome.ok() && !refused)
            return outcome.error();
        done += outcome.ok();
    }
    if (done > 0 && only == ConflictKind::Removal && choice != Choice::Theirs) {
        CARRIEL_CHECK(m_store.transact([&](Writer &writer) -> Outcome {
            Tx tx(writer, m_clock, m_random);
            return tx.log("removal.undone", {}, {{QStringLiteral("name"), QString::number(done)}});
        }));
    }
    return done;
}

} // namespace carriel::sync

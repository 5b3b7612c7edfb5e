// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/Edits.h"

#include "core/base/CrashPoint.h"
#include "core/sync/EditSupport.h"
#include "core/sync/Held.h"
#include "core/sync/Kept.h"
#include "core/sync/OpPlan.h"
#include "core/sync/SyncErrors.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace carriel::sync {

namespace {

// The date in Colombia, which has kept UTC-5 without daylight saving since 1993.
QDate today(const Tx &tx)
{
    return tx.now().addSecs(-5 * 3600).date();
}

ItemRow newRow(Tx &tx, ItemType type, const ItemId &parent)
{
    ItemRow row;
    row.id = ItemId(tx.newId());
    row.type = type;
    row.local.parent = parent;
    row.facts.createdUtc = tx.now();
    row.facts.modifiedUtc = row.facts.createdUtc;
    return row;
}

Result<VersionRow> newVersion(Tx &tx, const ItemRow &row, const BlobId &blob, const QString &mediaType)
{
    CARRIEL_TRY(const auto staged, tx.writer.blob(blob));
    if (!staged || staged->state != BlobState::Verified)
        return Error{errors::bytesDamaged, {{QStringLiteral("blob"), blob.text()}}, QStringLiteral("not staged")};
    VersionRow version;
    version.id = VersionId(tx.newId());
    version.item = row.id;
    version.blob = blob;
    version.mediaType = mediaType;
    version.createdUtc = tx.now();
    return version;
}

QJsonObject named(const ItemRow &row)
{
    return {{QStringLiteral("name"), row.local.name}};
}

} // namespace

Edits::Edits(Store &store, const Clock &clock, Random &random, const Hasher *hasher)
    : m_store(store), m_clock(clock), m_random(random), m_hasher(hasher ? *hasher : m_plainHasher)
{
}

Result<QList<Added>> Edits::addDocuments(const QList<NewDocument> &documents)
{
    QList<Added> added;
    const Outcome done = m_store.transact([&](Writer &writer) -> Outcome {
        added.clear();
        Tx tx(writer, m_clock, m_random);
        CARRIEL_TRY(const SyncStateRow state, writer.syncState());
        QHash<ItemId, NameChooser> choosers;
        QHash<ItemId, QList<OpKey>> needs;
        for (const NewDocument &document : documents) {
            auto names = choosers.find(document.parent);
            if (names == choosers.end()) {
                CARRIEL_CHECK(claimFolder(tx, document.parent));
                names = choosers.insert(document.parent, NameChooser(state.names));
                CARRIEL_CHECK(names->load(writer, document.parent));
                CARRIEL_TRY(needs[document.parent], needsOfParent(writer, document.parent));
            }
            ItemRow row = newRow(tx, ItemType::Document, document.parent);
            row.local.name = names->choose(document.name);
            if (row.local.name != document.name)
                row.facts.originalName = document.name;
            row.custody = document.custody;
            CARRIEL_CHECK(requireSealed(writer, row, document.blob));
            row.local.meta = document.meta;
            if (!row.local.meta.incorporatedOn().isValid())
                row.local.meta.setIncorporatedOn(today(tx));
            CARRIEL_TRY(const VersionRow version, newVersion(tx, row, document.blob, document.mediaType));
            row.local.version = version.id;
            CARRIEL_CHECK(tx.putItem(row));
            CARRIEL_CHECK(writer.putVersion(version));
            CARRIEL_TRY(const OpRow op, tx.addOp(OpKind::CreateDocument, row, version.id, needs.value(document.parent)));
            CARRIEL_CHECK(tx.log("document.added", row.id, named(row), op.key));
            added.append(Added{row.id, row.local.name, row.facts.originalName});
        }
        return {};
    });
    if (!done.ok())
        return done.error();
    CARRIEL_CRASHPOINT("w1.queued");
    return added;
}

Result<Added> Edits::addFolder(const ItemId &parent, const QString &name)
{
    Added added;
    const Outcome done = m_store.transact([&](Writer &writer) -> Outcome {
        Tx tx(writer, m_clock, m_random);
        CARRIEL_CHECK(claimFolder(tx, parent));
        CARRIEL_TRY(const SyncStateRow state, writer.syncState());
        ItemRow row = newRow(tx, ItemType::Folder, parent);
        CARRIEL_CHECK(giveName(writer, state.names, row, name));
        CARRIEL_TRY(const QList<OpKey> needs, needsOfParent(writer, parent));
        CARRIEL_CHECK(tx.putItem(row));
        CARRIEL_TRY(const OpRow op, tx.addOp(OpKind::CreateFolder, row, {}, needs));
        CARRIEL_CHECK(tx.log("folder.added", row.id, named(row), op.key));
        added = Added{row.id, row.local.name, row.facts.originalName};
        return {};
    });
    if (!done.ok())
        return done.error();
    CARRIEL_CRASHPOINT("w1.queued");
    return added;
}

// Who gives it a new content does not want it put away or destroyed any more: "mine" would mean the end of both.
static Outcome withdrawRemovalWish(Tx &tx, const ItemRow &row)
{
    CARRIEL_TRY(const QList<OpRow> live, tx.writer.liveOpsOf(row.id));
    CARRIEL_TRY(const QList<ConflictRow> open, tx.writer.openConflicts());
    if (std::any_of(live.begin(), live.end(), isHeld))
        return {}; // the operator went back: it is asked about together with what waits
    for (ConflictRow conflict : open) {
        const QString wish = QJsonDocument::fromJson(conflict.ours).object().value(QStringLiteral("state")).toString();
        if (conflict.item != row.id || conflict.kind != ConflictKind::State || wish.isEmpty() || wish == QLatin1String("active"))
            continue;
        conflict.resolution = QStringLiteral("theirs");
        CARRIEL_CHECK(tx.writer.putConflict(conflict));
        CARRIEL_CHECK(tx.log("conflict.resolved", row.id,
                             {{QStringLiteral("choice"), conflict.resolution}, {QStringLiteral("name"), row.local.name}}));
    }
    return {};
}

Result<VersionId> addVersionOne(Tx &tx, ItemRow row, const BlobId &blob, const QString &mediaType)
{
    if (row.facts.official)
        return itemError(errors::officialLocked, row.id, row.local.name);
    if (row.type != ItemType::Document)
        return itemError(errors::notActive, row.id, row.local.name);
    CARRIEL_TRY(const auto bytes, tx.writer.blob(blob));
    if (!bytes || (bytes->state != BlobState::Verified && !bytes->onServer))
        return itemError(errors::bytesUnavailable, row.id, row.local.name);
    CARRIEL_CHECK(requireOpened(row));
    CARRIEL_CHECK(requireSealed(tx.writer, row, blob));
    VersionRow version;
    version.id = VersionId(tx.newId());
    version.item = row.id;
    version.blob = blob;
    version.mediaType = mediaType;
    version.createdUtc = tx.now();
    row.local.version = version.id;
    row.facts.modifiedUtc = tx.now();
    CARRIEL_CHECK(tx.writer.putVersion(version));
    CARRIEL_CHECK(tx.putItem(row));
    CARRIEL_CHECK(planOps(tx, row, Touched{.version = version.id}));
    CARRIEL_CHECK(tx.log("document.version_added", row.id, named(row)));
    return version.id;
}

Result<VersionId> Edits::addVersion(const ItemId &document, const BlobId &staged, const QString &mediaType)
{
    VersionId id;
    const Outcome done = m_store.transact([&](Writer &writer) -> Outcome {
        Tx tx(writer, m_clock, m_random);
        CARRIEL_TRY(const ItemRow row, claimActive(tx, document));
        CARRIEL_TRY(const auto bytes, writer.blob(staged));
        if (!bytes || bytes->state != BlobState::Verified)
            return Error{errors::bytesDamaged, {{QStringLiteral("blob"), staged.text()}}, QStringLiteral("not staged")};
        CARRIEL_CHECK(withdrawRemovalWish(tx, row));
        CARRIEL_TRY(id, addVersionOne(tx, row, staged, mediaType));
        return {};
    });
    if (!done.ok())
        return done.error();
    return id;
}

Result<VersionId> Edits::restoreVersion(const ItemId &document, const VersionId &version)
{
    VersionId id;
    const Outcome done = m_store.transact([&](Writer &writer) -> Outcome {
        Tx tx(writer, m_clock, m_random);
        CARRIEL_TRY(const ItemRow row, claimActive(tx, document));
        CARRIEL_TRY(const auto old, writer.version(version));
        if (!old || old->item != document)
            return itemError(errors::itemNotFound, document, row.local.name);
        id = version;
        if (row.local.version == version)
            return {}; // it is the newest
        CARRIEL_CHECK(withdrawRemovalWish(tx, row));
        CARRIEL_TRY(id, addVersionOne(tx, row, old->blob, old->mediaType));
        return {};
    });
    if (!done.ok())
        return done.error();
    return id;
}

Result<QString> Edits::rename(const ItemId &id, const QString &name)
{
    QString stored;
    const Outcome done = m_store.transact([&](Writer &writer) -> Outcome {
        Tx tx(writer, m_clock, m_random);
        CARRIEL_TRY(ItemRow row, claimActive(tx, id));
        CARRIEL_CHECK(requireOpened(row));
        CARRIEL_TRY(const SyncStateRow state, writer.syncState());
        const QString before = row.local.name;
        if (before != name) {
            const QString came = row.facts.originalName;
            CARRIEL_CHECK(giveName(writer, state.names, row, name));
            row.facts.originalName = came; // what was typed now is not what it came as
            CARRIEL_CHECK(tx.putItem(row));
            CARRIEL_CHECK(planOps(tx, row, Touched{.fields = true}));
            CARRIEL_CHECK(tx.log("item.renamed", id, {{QStringLiteral("from"), before}, {QStringLiteral("to"), row.local.name}}));
        }
        stored = row.local.name;
        return {};
    });
    if (!done.ok())
        return done.error();
    return stored;
}

Outcome Edits::move(const QList<ItemId> &ids, const ItemId &newParent)
{
    return m_store.transact([&](Writer &writer) -> Outcome {
        Tx tx(writer, m_clock, m_random);
        CARRIEL_CHECK(claimFolder(tx, newParent));
        CARRIEL_TRY(const SyncStateRow state, writer.syncState());
        NameChooser names(state.names);
        CARRIEL_CHECK(names.load(writer, newParent));
        for (const ItemId &id : ids) {
            CARRIEL_TRY(ItemRow row, claimActive(tx, id));
            if (row.local.parent == newParent)
                continue;
            CARRIEL_CHECK(refuseCycle(writer, row, newParent));
            const QString wanted = row.local.name;
            row.local.parent = newParent;
            row.local.name = names.choose(wanted);
            if (row.local.name != wanted && row.facts.originalName.isEmpty())
                row.facts.originalName = wanted;
            CARRIEL_CHECK(tx.putItem(row));
            CARRIEL_CHECK(planOps(tx, row, Touched{.fields = true}));
            CARRIEL_CHECK(tx.log("item.moved", id, named(row)));
        }
        return {};
    });
}

Outcome Edits::editMeta(const QList<ItemId> &ids, const std::function<void(ItemMeta &)> &change)
{
    return m_store.transact([&](Writer &writer) -> Outcome {
        Tx tx(writer, m_clock, m_random);
        for (const ItemId &id : ids) {
            CARRIEL_TRY(ItemRow row, claimActive(tx, id));
            CARRIEL_CHECK(requireOpened(row));
            const ItemMeta before = row.local.meta;
            change(row.local.meta);
            if (row.local.meta == before)
                continue;
            CARRIEL_CHECK(tx.putItem(row));
            CARRIEL_CHECK(planOps(tx, row, Touched{.fields = true}));
            CARRIEL_CHECK(tx.log("item.described", id, named(row)));
        }
        return {};
    });
}

} // namespace carriel::sync

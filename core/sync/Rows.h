// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine remembers, row by row. `vault` keeps these in its tables; a simulator keeps them in maps.
#pragma once

#include "core/domain/Item.h"
#include "core/domain/NameRules.h"

#include <QList>
#include <optional>

namespace carriel::sync {

// What the person wants kept on this computer. A folder says it for all inside, now and later, that say nothing of
// their own.
enum class Keep { Inherit, On, Off };

// One item seen three ways: what the operator last said (remote), what both last agreed on (base), what the person
// wants (local). Intent is the difference local ≠ base; nothing is ever concluded from absence.
struct ItemRow
{
    ItemId id;
    ItemType type = ItemType::Document;
    Custody custody = Custody::Open;
    std::optional<ItemFields> remote; // nothing: the operator does not have it yet
    qint64 remoteRev = 0;
    QString etag;
    std::optional<ItemFields> base;
    qint64 baseRev = 0;
    ItemFields local;
    ServerFacts facts;
    QDateTime missingSinceUtc; // a complete snapshot did not have it; kept, shown, asked
    Keep keep = Keep::Inherit; // of this computer only
};

enum class VersionOrigin { Server, Local };

struct VersionRow {
    VersionId id;
    ItemId item;
    BlobId blob;
    VersionOrigin origin = VersionOrigin::Local;
    QString mediaType;
    QString label; // thisComputer, or empty
    QDateTime createdUtc;
};
// The label of a version that others were faster than: it joined the history beside theirs ("Versión de este equipo").
inline QString thisComputer()
{
    return QStringLiteral("this-computer");
}

enum class BlobState { Absent, Partial, Verified, Corrupt };

struct BlobRow {
    BlobId id;
    RemoteBlobId remoteId;  // empty until the operator has it
    QByteArray sha256;      // 32 raw bytes
    qint64 size = 0;
    BlobState state = BlobState::Absent;
    bool pinned = false; // of vaults made before Keep; not read any more
    bool onServer = false;
    QDateTime verifiedUtc;
    QDateTime lastUsedUtc;
};

enum class Direction { Up, Down };

struct TransferRow {
    BlobId blob;
    Direction direction = Direction::Up;
    QString uploadUrl;       // step 1's Location, relative to the operator's origin
    qint64 offset = 0;       // bytes the other side is known to have; advisory for uploads (HEAD is the truth)
    QString etag;
    QDateTime expiresUtc;
    bool paused = false;
};

enum class OpKind { CreateFolder, CreateDocument, PatchItem, AddVersion, Trash, Restore, Purge };
enum class OpState { Queued, Inflight, Unknown, WaitingUser, Done, Failed, Cancelled };

// "DEVICE-UNIQUE": which computer of the person an operation came from; empty if its key does not say.
inline QString deviceOf(const OpKey &key)
{
    return key.text().left(std::max<qsizetype>(key.text().lastIndexOf(u'-'), 0));
}

// What is on its way to the operator. From the first send on, method, path, ifMatch, contentType and body never change.
struct OpRow {
    qint64 seq = 0;          // given by the store; order within a lane
    OpKey key;               // Idempotency-Key, and caused_by in the feed
    OpKind kind = OpKind::PatchItem;
    ItemId target;
    QString lane;      // FIFO per lane; the item's id
    VersionId version; // CreateDocument, AddVersion: what is sent
    VersionId base; // AddVersion: what it was made from when others were faster; it joins the history then and leaves
                    // the head to them (SYNC 2.4). Empty: it becomes the head
    OpState state = OpState::Queued;
    QByteArray method;
    QString path;            // relative to /folders/{folder}
    QByteArray ifMatch;      // an ETag for If-Match; "*" for If-None-Match: *
    QByteArray contentType;
    QByteArray body;
    QByteArray bodySha256;
    int attempts = 0;
    QDateTime notBeforeUtc;
    QDateTime createdUtc;
    QDateTime firstSentUtc;
    QString lastProblem;     // an error code, empty if none
    QString lastProblemText; // the operator's user_message, for the person
    QList<OpKey> needs;      // these must be done first (folder before child)
};

// Removal: others took more away than a person usually does (I9). Fixity: the operator does not give what it had
// confirmed.
enum class ConflictKind { Name, Parent, Meta, State, Content, Removal, Fixity };

// The member of `theirs` that names the operation of the others; it is no field of the item.
inline QString causedByKey()
{
    return QStringLiteral("caused_by");
}

struct ConflictRow {
    ConflictId id;
    ItemId item;
    ConflictKind kind = ConflictKind::Meta;
    QByteArray ours;   // JSON of the fields that lost their place, kept for "use mine"
    QByteArray theirs;
    QString resolution; // empty: open. "counting": a removal of the feed's present run. Else what was chosen
    QDateTime createdUtc;
};

struct SyncStateRow {
    QString epoch;
    QString cursor;
    QString snapshot;     // a running snapshot: its name,
    QString snapshotPage; // and its next page
    QString snapshotCursor; // where /changes goes on afterwards
    QDateTime lastContactUtc;
    NameRules names; // the operator's, as discovered last
    BlobId audited;  // how far the fixity check has come, in order of ids
};

// A line of the device's own activity log (docs/protocol: activity). Stored byte for byte, chained by the store.
struct ActivityEntry {
    QString kind;         // "document.added", "document.renamed", …
    QString subject;      // id of the item
    OpKey op;
    QJsonObject data;     // goes into the erasable detail
};

} // namespace carriel::sync

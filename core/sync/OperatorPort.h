// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine asks of the operator. Implemented by `remote` over HTTPS and by the simulator's model operator.
// Thread: the engine's only. Every call answers exactly once, later, from the event loop - unless its Call is cancelled or
// destroyed, then never. Wire: docs/protocol/openapi.yaml.
#pragma once

#include "core/base/Result.h"
#include "core/sync/Rows.h"

#include <QUrl>
#include <chrono>
#include <functional>
#include <memory>
#include <variant>

namespace carriel::sync {

// ---- what can come back instead of an answer -------------------------------------------------------------------------

enum class TroubleKind {
    Unreachable,     // no usable answer: network, timeout, 502/503/504 without Retry-After. The outcome is unknown.
    Protocol,        // an answer that breaks the protocol (wrong echo, bad JSON, redirect, captive portal); outcome unknown
    Busy,            // 429, or 503 with Retry-After: leave the operator alone until then
    InProgress,      // 409 operation_in_progress: same key again after retryAfter
    AuthNeeded,      // no valid token and no way to get one without the person
    StepUpNeeded,    // 401 insufficient_user_authentication
    VersionConflict, // 412; `current` tells how the item is now
    AlreadyExists,   // 412 on If-None-Match: *; `current` if the operator said it
    NameTaken,       // 409 name_taken
    ParentMissing,   // 409 parent_missing
    Cycle,           // 409 would_cycle
    Locked,          // 423 official_document_locked
    Gone,            // 404 or 410 of what was asked for
    CursorExpired,   // 410 of the feed; `epochChanged` tells why
    OffsetMismatch,  // 409 of an append; `offset` is the operator's
    DigestMismatch,  // 422 digest_mismatch: nothing was taken
    BlobMissing,     // 409 blob_missing: the bytes an item names are not at the operator (any more)
    QuotaExceeded,   // 507
    Refused          // any other 4xx: final, shown with the operator's words
};

struct RemoteItem;

struct Trouble {
    TroubleKind kind = TroubleKind::Unreachable;
    Error error;                          // for the person (ui/text) and the log
    QString userMessage;                  // the operator's own words, may be empty
    std::chrono::milliseconds retryAfter{0};
    std::shared_ptr<RemoteItem> current;  // VersionConflict, AlreadyExists
    qint64 offset = -1;                   // OffsetMismatch
    bool notSent = false;                 // Unreachable: not a byte left this computer (nobody listens, no such host)
    bool epochChanged = false;            // CursorExpired
    QString epoch;                        // CursorExpired, and of `current`; empty: not said
};

template <typename T> using Answer = std::variant<T, Trouble>;
template <typename T> using Done = std::function<void(Answer<T>)>;

// A call under way. Destroying it cancels it: the callback will not run.
class Call
{
public:
    virtual ~Call() = default;
};
using CallPtr = std::unique_ptr<Call>;

// ---- the operator's state -----------------------------------------------------------------------------------------------

struct RemoteHead {
    VersionId version;
    RemoteBlobId blob;
    qint64 size = 0;
    QByteArray sha256; // 32 raw bytes
    QString mediaType;
    QDateTime createdUtc;
    OpKey causedBy; // what made it; empty if the operator does not say
};

struct RemoteItem {
    ItemId id;
    ItemType type = ItemType::Document;
    Custody custody = Custody::Open;
    qint64 rev = 0;
    QString etag;
    ItemFields fields;
    std::optional<RemoteHead> head; // documents
    ServerFacts facts;
    OpKey causedBy;
};

struct Change {
    ItemId id;
    qint64 rev = 0;
    std::optional<RemoteItem> item; // nothing: removed for good
    OpKey causedBy;
};

// Of another kind than items: kept as it came for whoever knows it.
struct OtherChange {
    QString kind; // notification, consent; "all" after a snapshot: what the feed told before may have been missed
    QString id;
    qint64 rev = 0;
    QByteArray json; // the object itself
};

struct ChangePage {
    QString epoch;
    QString newCursor;
    bool hasMore = false;
    QList<Change> changes;
    QList<OtherChange> others;
};

struct SnapshotPage {
    QString snapshot;
    QString epoch;         // the same on every page; so what answers told before is known to be of another one
    QString cursorAtStart; // first page only
    QString next;          // empty after the last page
    QList<RemoteItem> items;
};

struct ItemCount
{
    qint64 active = 0; // folders included
    qint64 trashed = 0;
    friend bool operator==(const ItemCount &, const ItemCount &) = default;
};

struct FixityRange
{
    RemoteBlobId blob;
    qint64 from = 0;
    qint64 size = 0;
};

struct FixityAnswer
{
    QByteArray digest; // 32 raw bytes; empty: none was given,
    bool lost = false; // because the operator says that it does not have the bytes
};

// ---- what the person's acts become ----------------------------------------------------------------------------------------

struct Intent {
    OpKind kind = OpKind::PatchItem;
    ItemRow item;
    std::optional<VersionRow> version;
    std::optional<BlobRow> blob;
    VersionId base; // AddVersion: not empty: the head stays others', and this says what ours was made from
};

struct FrozenRequest {
    QByteArray method;
    QString path;
    QByteArray ifMatch;
    QByteArray contentType;
    QByteArray body;
};

struct OpResult {
    std::optional<RemoteItem> item; // after the operation; nothing after a purge
    std::optional<RemoteHead> made; // AddVersion: the version itself, which may not be the head
    bool replayed = false;
};

struct UploadCreated {
    RemoteBlobId blob; // not empty: the operator had these bytes already
    QString url;
    qint64 maxAppend = 8388608;
    QDateTime expiresUtc;
};

struct UploadProgress {
    qint64 offset = 0;
    RemoteBlobId blob; // not empty: complete
};

struct BundlePart {
    QByteArray sha256;
    QByteArray bytes;
};

struct BundleResult {
    QByteArray sha256;
    Answer<RemoteBlobId> blob;
};

struct Limits {
    int pageMax = 500;
    qint64 uploadMax = 2147483648;
    qint64 appendMax = 8388608;
    int parallel = 4;
    int requestsPerSecond = 10;
    int batchMax = 50;
    qint64 bundleBytes = 67108864;
    int bundleParts = 500;
    qint64 bundlePartMax = 1048576;
    std::chrono::seconds pollActive{30};
    std::chrono::seconds pollIdle{300};
    std::chrono::seconds pollMin{10};
    bool events = false; // feature "sse"
    bool fixity = false; // feature "fixity"
    bool counts = false; // feature "count"
    NameRules names;
    QString epoch;
};

class OperatorPort
{
public:
    virtual ~OperatorPort() = default;

    // Discovery, cached by the implementation.
    virtual CallPtr limits(Done<Limits> done) = 0;

    virtual CallPtr changes(const QString &cursor, int limit, Done<ChangePage> done) = 0;
    virtual CallPtr snapshotPage(const QString &next, int limit, Done<SnapshotPage> done) = 0; // "" starts a new one
    virtual CallPtr item(const ItemId &id, Done<RemoteItem> done) = 0;

    virtual CallPtr versions(const ItemId &id, Done<QList<RemoteHead>> done) = 0; // all of them, newest first

    // How many items the operator holds at this cursor; nothing if it has moved on since, or does not count.
    virtual CallPtr count(const QString &cursor, Done<std::optional<ItemCount>> done) = 0;
    // SHA-256(nonce ‖ bytes of the range) of each, in the order asked: it proves that the bytes are still there without
    // moving them.
    virtual CallPtr fixity(const QByteArray &nonce, const QList<FixityRange> &ranges,
                           Done<QList<FixityAnswer>> done) = 0;

    // The exact bytes an intent becomes. Pure: no I/O.
    virtual Result<FrozenRequest> freeze(const Intent &intent) = 0;
    virtual CallPtr send(const OpRow &op, Done<OpResult> done) = 0;
    // Each with its own key and its own answer, in the order given. An answer for the whole means that none is known.
    virtual CallPtr sendBatch(const QList<OpRow> &ops, Done<QList<Answer<OpResult>>> done) = 0;

    virtual CallPtr createUpload(const OpKey &key, qint64 size, const QByteArray &sha256, Done<UploadCreated> done) = 0;
    virtual CallPtr append(const QString &url, qint64 offset, const QByteArray &bytes, bool last, Done<UploadProgress> done) = 0;
    virtual CallPtr uploadStatus(const QString &url, Done<UploadProgress> done) = 0;
    virtual CallPtr uploadBundle(const QList<BundlePart> &parts, Done<QList<BundleResult>> done) = 0;

    // Bytes from `offset` to the end, handed over as they come; `sink` answers false to stop.
    virtual CallPtr download(const RemoteBlobId &blob, qint64 offset, qint64 size, std::function<bool(QByteArrayView)> sink,
                             Done<qint64> done) = 0;
    // Whole small documents; a part that the operator does not have comes with a Trouble. Digests are checked by the caller.
    virtual CallPtr downloadBundle(const QList<RemoteBlobId> &blobs,
                                   std::function<void(const RemoteBlobId &, Answer<QByteArray>)> part, Done<int> done) = 0;

    // Paces all bytes of documents together; 0: as fast as it goes.
    virtual void setBandwidth(qint64 upPerSecond, qint64 downPerSecond)
    {
        (void)upPerSecond;
        (void)downPerSecond;
    }

    // Calls `changed` for each hint until it ends; then `ended`, once.
    virtual CallPtr events(std::function<void(QString cursor)> changed, std::function<void(Trouble)> ended) = 0;
};

} // namespace carriel::sync

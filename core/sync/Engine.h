// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Brings the vault and the operator to agree: sends the outbox, reads the feed, moves bytes. Single-threaded, all waiting
// through its ports, so that a simulator can drive it. Thread: the engine's. It must not be destroyed from within a callback
// of its own.
#pragma once

#include "core/base/Clock.h"
#include "core/base/Random.h"
#include "core/sync/Hasher.h"
#include "core/sync/OperatorPort.h"
#include "core/sync/Scheduler.h"
#include "core/sync/Store.h"

#include <functional>
#include <memory>

namespace carriel::sync {

enum class Phase {
    Offline,    // not started, or no operator
    Syncing,    // something is under way
    UpToDate,   // nothing is: the outbox has no live operation, no error, the feed was read within the poll period (I22)
    Waiting,    // for a network or the operator: `nextTryUtc` tells until when
    NeedsLogin, // the outbox waits for the person to log in; nothing is dropped
    Problem     // works, but `problems` are there
};

struct Problem {
    ItemId item;
    OpKey op;
    Error error;
    QString userMessage;
    QDateTime nextTryUtc; // invalid: not by itself
};

struct TransferProgress {
    BlobId blob;
    ItemId item;
    Direction direction = Direction::Up;
    qint64 done = 0;
    qint64 size = 0;
    bool paused = false;
};

struct Status {
    Phase phase = Phase::Offline;
    int pendingOps = 0;
    int waitingOps = 0;
    int failedOps = 0;
    int conflicts = 0;
    int uploads = 0;
    int downloads = 0;
    qint64 uploadBytesLeft = 0;
    qint64 downloadBytesLeft = 0;
    int missing = 0;       // items the operator has lost sight of, to be decided (Decisions)
    int removalsAsked = 0; // removals by others, too many at once to be believed unasked (I9); part of `conflicts`
    int alarms = 0;        // bytes the operator changed or lost; part of `conflicts`
    QDateTime lastContactUtc;
    QDateTime silentSinceUtc; // something is asked, and the operator has said nothing since; invalid: it answers
    QDateTime nextTryUtc;
    QList<Problem> problems;
    QList<TransferProgress> transfers;
};

// What the person allows the transfers. Bytes per second; 0: as fast as it goes.
struct TransferRules
{
    qint64 upPerSecond = 0;
    qint64 downPerSecond = 0;
    bool metered = false; // the network costs: only what was asked for by name travels; changes without bytes go on
};

// What the fixity check looks at: these items with all their versions, or the next `sample` documents in turn (0: the count
// of items alone).
struct Audit
{
    QList<ItemId> items;
    int sample = 20;
    qint64 mostBytes = 64 * 1048576;
};

struct AuditReport
{
    bool complete = false; // false: the way was closed, or another check runs
    int checked = 0;
    qint64 bytes = 0;
    bool countDiffers = false; // the operator counts other items than it has shown: a complete list is read next
    bool uncounted = false;    // the number was wanted, and something was on its way each time
    QList<ItemId> items; // whose bytes the operator changed or lost: open conflicts of kind Fixity now
};

class EngineObserver
{
public:
    virtual ~EngineObserver() = default;
    virtual void statusChanged(const Status &status) = 0;
    virtual void itemsChanged(const QList<ItemId> &ids) = 0; // empty: many, read again
    virtual void loginNeeded() = 0;
    virtual void stepUpNeeded(const OpKey &op) = 0;
};

class Engine
{
public:
    struct Ports {
        Store &store;
        OperatorPort &remote;
        Scheduler &scheduler;
        const Clock &clock;
        Random &random;
        EngineObserver &observer;
        const Hasher *hasher = nullptr; // lives as long as the engine; without one Qt's own does it
    };
    explicit Engine(Ports ports);
    ~Engine();

    void start(); // turns what was in flight into "unknown", then works until stop()
    void stop();  // nothing runs afterwards; what was in flight is settled at the next start

    void wake();                  // something was queued: look at the outbox now
    void networkChanged();        // or the computer woke up: try now, forget the back-off
    void retryNow();              // the person asks: every waiting operation is due
    void loggedIn();
    void setForeground(bool on);  // poll often or seldom
    // Bytes of this document, before all others. Answers when they are verified in the vault, or cannot be had now. Works
    // without start(), too.
    void fetch(const ItemId &document, std::function<void(Outcome)> done);
    void fetchVersion(const VersionId &version, std::function<void(Outcome)> done); // the same, of what it was before
    // All versions the operator has of it: known in the vault afterwards, their bytes fetched when they are wanted.
    void readHistory(const ItemId &document, std::function<void(Outcome)> done);
    // One whole round, started or not: outbox empty or stuck, feed at its end, wanted bytes here. Answers with the status then.
    void syncOnce(std::function<void(Status)> done);

    void pauseTransfers(bool paused);
    void setRules(const TransferRules &rules);
    // One transfer. A pause outlasts the program's end.
    void pauseTransfer(const BlobId &blob, bool paused);
    void prioritise(const BlobId &blob); // before all others, on a metered network too
    // An upload: the document or version stays here, not sent, until the person asks for it again (retryNow()); only
    // before its item was sent. A download: what came is dropped, and it is not begun again unasked while the engine
    // lives.
    void cancelTransfer(const BlobId &blob);
    void cancelUpload(const BlobId &blob) { cancelTransfer(blob); }

    // Asks the operator to prove that it still holds what it has confirmed, and how many items it holds. Bytes that are
    // not here to compare with, or whose proof fails, are fetched and counted over. Works without start(); while
    // started it runs by itself a few times a day.
    void verify(const Audit &what, std::function<void(AuditReport)> done);

    Status status() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace carriel::sync

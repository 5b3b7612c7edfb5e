// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of the engine: its workers, and the order in which they get their turn.
#pragma once

#include "core/sync/Auditor.h"
#include "core/sync/Downloader.h"
#include "core/sync/FeedReader.h"
#include "core/sync/History.h"
#include "core/sync/Outbox.h"
#include "core/sync/Poller.h"
#include "core/sync/Silence.h"
#include "core/sync/StatusKeeper.h"
#include "core/sync/Uploader.h"

namespace carriel::sync {

struct Engine::Private {
    explicit Private(Ports ports);

    void kick();   // a turn soon, outside of any callback
    void turn();
    bool recover(); // at the start: what was in flight is unknown now
    bool askLimits();
    void resetWorkers();
    void mendStore();    // the disk may have room again: look, from the beginning
    void retryRefused(bool asked); // every waiting operation is due; what the person stopped only if the person asks
    void answerRounds();
    // `since`: when this turn began. What became due while it ran was perhaps looked at too early.
    void setWakeUp(std::chrono::milliseconds since, bool wasOpen);
    void auditLater(std::chrono::milliseconds when);
    void tellItems();
    bool isActive() const
    {
        return started || !rounds.empty() || downloader.hasWishes() || auditor.hasReady() || auditor.isBusy() ||
               history.hasWishes();
    }
    bool isBusy() const;
    bool hasReady();
    StatusKeeper::Work work();

    Desk desk;
    Alarm soon;
    Alarm wakeUp;
    Alarm audit;   // the operator is asked for its proofs now and then
    CallBag calls; // discovery
    FeedReader feed;
    Uploader uploader;
    Outbox outbox;
    Downloader downloader;
    Auditor auditor;
    History history;
    Poller poller;
    StatusKeeper keeper;
    Silence silence;
    std::vector<std::function<void(Status)>> rounds;
    quint64 heard = 0; // answers of the operator at the last turn
    bool started = false;
    bool recovered = false;
    bool toldLogin = false;
};

} // namespace carriel::sync

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/Engine.h"

#include "core/sync/BlobMachine.h"
#include "core/sync/EngineCore.h"
#include "core/sync/SyncErrors.h"
#include "core/sync/Withdraw.h"

namespace carriel::sync {

Engine::Engine(Ports ports) : d(std::make_unique<Private>(ports)) {}
Engine::~Engine() = default;

void Engine::start()
{
    if (d->started)
        return;
    d->started = true;
    d->recovered = false;
    d->poller.start();
    d->kick();
}

void Engine::stop()
{
    d->started = false;
    d->poller.stop();
    d->resetWorkers();
    d->soon.stop();
    d->wakeUp.stop();
    d->downloader.giveUp(Error{errors::stopped, {}, {}});
    d->auditor.reset();
    d->history.reset();
    d->audit.stop();
    const auto rounds = std::exchange(d->rounds, {});
    const Status now = status();
    for (const auto &done : rounds)
        done(now);
    d->keeper.publish(d->work());
}

void Engine::wake()
{
    d->desk.bookStale = true;
    d->keeper.conflictsChanged(); // perhaps one was resolved
    d->downloader.lookAgain();
    d->kick();
}

void Engine::networkChanged()
{
    d->desk.line.forget();
    d->desk.book.forgetWaiting();
    d->poller.networkChanged();
    d->kick();
}

void Engine::retryNow()
{
    d->mendStore();
    d->desk.line.forget();
    d->retryRefused(true);
    d->desk.readFeed = true;
    d->kick();
}

void Engine::loggedIn()
{
    d->desk.line.loggedIn();
    d->toldLogin = false;
    d->retryRefused(false);
    d->desk.readFeed = true;
    d->kick();
}

void Engine::setForeground(bool on)
{
    d->poller.setForeground(on);
    if (on)
        d->desk.readFeed = true;
    d->kick();
}

void Engine::fetch(const ItemId &document, std::function<void(Outcome)> done)
{
    d->downloader.want(document, std::move(done));
    d->kick();
}

void Engine::fetchVersion(const VersionId &version, std::function<void(Outcome)> done)
{
    d->downloader.wantVersion(version, std::move(done));
    d->kick();
}

void Engine::readHistory(const ItemId &document, std::function<void(Outcome)> done)
{
    d->history.want(document, std::move(done));
    d->kick();
}

void Engine::syncOnce(std::function<void(Status)> done)
{
    d->rounds.push_back(std::move(done));
    d->mendStore();
    d->desk.line.forget();
    d->desk.readFeed = true;
    d->desk.bookStale = true;
    d->downloader.lookAgain();
    d->kick();
}

void Engine::pauseTransfers(bool paused)
{
    d->uploader.setPaused(paused);
    d->downloader.setPaused(paused);
    d->kick();
}

void Engine::setRules(const TransferRules &rules)
{
    d->desk.metered = rules.metered;
    d->desk.ports.remote.setBandwidth(rules.upPerSecond, rules.downPerSecond);
    d->downloader.lookAgain();
    d->kick();
}

void Engine::pauseTransfer(const BlobId &blob, bool paused)
{
    bool travels = false;
    const bool durable = d->desk.transact([&](Tx &tx) -> Outcome {
        CARRIEL_TRY(const auto row, tx.writer.blob(blob));
        CARRIEL_TRY(auto transfer, tx.writer.transfer(blob));
        const bool done = row && row->onServer && row->state == BlobState::Verified;
        if (!row || (!transfer && (!paused || done)))
            return {};
        if (!transfer) {
            transfer.emplace();
            transfer->blob = blob;
            transfer->direction = row->onServer ? Direction::Down : Direction::Up;
        }
        transfer->paused = paused;
        travels = true;
        return tx.writer.putTransfer(*transfer);
    });
    if (durable && travels && paused) {
        d->desk.paused.insert(blob);
        d->desk.first.removeAll(blob);
        d->uploader.halt(blob);
        d->downloader.halt(blob);
    } else if (durable && !paused) {
        d->desk.paused.remove(blob);
        d->downloader.lookAgain();
    }
    d->kick();
}

void Engine::prioritise(const BlobId &blob)
{
    pauseTransfer(blob, false); // also where this process has not read yet that it is paused
    d->desk.first.removeAll(blob);
    d->desk.first.prepend(blob);
    d->downloader.first(blob);
    d->kick();
}

void Engine::cancelTransfer(const BlobId &blob)
{
    d->downloader.drop(blob);
    const bool done = d->desk.transact([&](Tx &tx) -> Outcome {
        CARRIEL_TRY(auto row, tx.writer.blob(blob));
        if (!row || !row->onServer)
            return stopSending(tx, blob);
        if (const auto state = next(row->state, BlobEvent::Dropped)) {
            CARRIEL_CHECK(tx.writer.dropChunks(blob));
            row->state = *state;
            CARRIEL_CHECK(tx.writer.putBlob(*row));
        }
        return row->state == BlobState::Absent ? tx.writer.dropTransfer(blob) : Outcome();
    });
    if (done) {
        d->desk.paused.remove(blob);
        d->uploader.forget(blob);
    }
    d->kick();
}

void Engine::verify(const Audit &what, std::function<void(AuditReport)> done)
{
    d->auditor.begin(what, std::move(done));
    d->kick();
}

Status Engine::status() const
{
    return d->keeper.status(d->work());
}

} // namespace carriel::sync

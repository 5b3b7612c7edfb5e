// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/Engine.h"

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
    const auto rounds = std::exchange(d->rounds, {});
    const Status now = status();
    for (const auto &done : rounds)
        done(now);
    d->keeper.publish(d->work());
}

void Engine::wake()
{
    d->desk.bookStale = true;
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
    d->retryRefused();
    d->desk.readFeed = true;
    d->kick();
}

void Engine::loggedIn()
{
    d->desk.line.loggedIn();
    d->toldLogin = false;
    d->retryRefused();
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

void Engine::cancelUpload(const BlobId &blob)
{
    if (d->desk.transact([&](Tx &tx) { return withdrawUpload(tx, blob); }))
        d->uploader.forget(blob);
    d->kick();
}

Status Engine::status() const
{
    return d->keeper.status(d->work());
}

} // namespace carriel::sync

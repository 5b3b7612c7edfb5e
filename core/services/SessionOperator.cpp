// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The operator's half of Session: every call runs in the engine's thread and answers by a future.
#include "core/services/AcceptedTerms.h"
#include "core/services/SessionPrivate.h"
#include "core/services/sealed/KeyRing.h"

namespace carriel {

Account Session::account() const
{
    return d->account;
}

QFuture<Result<OperatorInfo>> Session::discover(QUrl url, QString caFile)
{
    return postAsync<Result<OperatorInfo>>(d->host, [host = d->host, url, caFile](auto finish) { host->discover(url, caFile, finish); });
}

QFuture<Outcome> Session::connectOperator(QUrl url, QString caFile)
{
    return d->withAccount<Outcome>(
        [url, caFile](AccountLink &account, auto finish) { account.connectOperator(url, caFile, finish); });
}

QFuture<Outcome> Session::login(QString computerName)
{
    return d->withAccount<Outcome>([computerName = std::move(computerName)](AccountLink &account, auto finish) {
        account.login(computerName, finish);
    });
}

QString Session::defaultComputerName()
{
    return carriel::defaultComputerName();
}

void Session::cancelLogin()
{
    post(d->host, [host = d->host] {
        if (host->isOpen())
            host->account().cancelLogin();
        return true;
    });
}

QFuture<Result<Terms>> Session::terms()
{
    return d->withAccount<Result<Terms>>([](AccountLink &account, auto finish) { account.terms(finish); });
}

QFuture<Outcome> Session::enrol(Terms accepted)
{
    return d->withAccount<Outcome>([accepted](AccountLink &account, auto finish) { account.enrol(accepted, finish); });
}

QFuture<Result<std::optional<AcceptedTerms>>> Session::acceptedTerms()
{
    using Answer = Result<std::optional<AcceptedTerms>>;
    return d->withAccount<Answer>([](AccountLink &account, auto finish) { finish(Answer(account.acceptedTerms())); });
}

QFuture<Outcome> Session::logout()
{
    return d->withAccount<Outcome>([](AccountLink &account, auto finish) { account.logout(finish); });
}

QFuture<Result<QList<DeviceInfo>>> Session::devices()
{
    return d->withAccount<Result<QList<DeviceInfo>>>([](AccountLink &account, auto finish) { account.devices(finish); });
}

QFuture<Outcome> Session::revokeDevice(DeviceId id)
{
    // What it could open it keeps. What is sealed from now on it cannot: there is a next key, which it does not get.
    return d->withAccount<Outcome>([id, host = d->host](AccountLink &account, auto finish) {
        account.revokeDevice(id, [id, host, finish](const Outcome &removed) {
            if (!removed || !host->isOpen())
                return finish(removed);
            host->ring().renewWithout(id.text(), [finish](const Outcome &) { finish(Outcome()); }); // or with the next round
        });
    });
}

SyncStatus Session::status() const
{
    return d->status;
}

QFuture<Result<SyncStatus>> Session::syncOnce()
{
    return postAsync<Result<SyncStatus>>(d->host, [host = d->host](auto finish) {
        if (!host->isOpen())
            return finish(Documents::Private::locked());
        host->syncOnce(finish);
    });
}

QFuture<Outcome> Session::indexAll()
{
    return postAsync<Outcome>(d->host, [host = d->host](auto finish) {
        if (!host->isOpen())
            return finish(Documents::Private::locked());
        host->indexAll([finish] { finish({}); });
    });
}

namespace {
template <typename Work> void withEngine(EngineHost *host, Work work)
{
    QMetaObject::invokeMethod(
        host,
        [host, work] {
            if (host->isOpen() && host->engine())
                work(*host->engine());
        },
        Qt::QueuedConnection);
}
} // namespace

void Session::retryNow()
{
    withEngine(d->host, [](sync::Engine &engine) { engine.retryNow(); });
}

void Session::networkChanged()
{
    withEngine(d->host, [](sync::Engine &engine) { engine.networkChanged(); });
}

void Session::pauseTransfers(bool on)
{
    withEngine(d->host, [on](sync::Engine &engine) { engine.pauseTransfers(on); });
}

void Session::setForeground(bool on)
{
    QMetaObject::invokeMethod(d->host, [host = d->host, on] { host->setForeground(on); }, Qt::QueuedConnection);
}

} // namespace carriel

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The vault's half of Session; the operator's is in SessionOperator.cpp.
#include "core/services/Session.h"

#include "core/base/FreedMemory.h"
#include "core/services/Computers.h"
#include "core/services/DamagedDocuments.h"
#include "core/services/Documents.h"
#include "core/services/Profiles.h"
#include "core/services/SessionPrivate.h"
#include "core/vault/Salvage.h"
#include "core/vault/Settings.h"
#include "core/vault/Vault.h"
#include "core/vault/VaultErrors.h"

namespace carriel {

Session::Session(Options options, QObject *parent) : QObject(parent), d(new Private)
{
    d->q = this;
    d->options = std::move(options);
    const auto openBrowser = [this](const QUrl &url) {
        QMetaObject::invokeMethod(this, [this, url] {
            if (d->options.openBrowser)
                d->options.openBrowser(url);
        }, Qt::QueuedConnection);
    };
    d->host = new EngineHost(d->options.dir, d->options.extractor, openBrowser, d->options.background);
    d->host->countEvery(d->options.countEvery);
    if (d->options.fetch)
        d->host->useFetch(d->options.fetch);
    d->docs = new Documents::Private;
    d->docs->host = d->host;
    d->documents.reset(new Documents(d->docs, nullptr));

    d->docs->onDamage = [this] {
        if (!std::exchange(d->damageTold, true))
            QMetaObject::invokeMethod(this, &Session::damageFound, Qt::QueuedConnection);
    };
    connect(d->host, &EngineHost::changed, d->documents.get(), &Documents::changed);
    connect(d->host, qOverload<const SyncStatus &>(&EngineHost::statusChanged), this, [this](const SyncStatus &status) {
        const bool found = std::exchange(d->status, status).problems.size() != status.problems.size(); // it shows in the lists
        const bool moving = d->options.background && (status.phase == SyncPhase::Syncing || status.phase == SyncPhase::UpToDate ||
                                                      status.phase == SyncPhase::Problem);
        const bool other = std::exchange(d->docs->moving, moving) != moving;
        for (const SyncProblem &problem : status.problems) {
            if (problem.item.isEmpty() && problem.error.code == vault::errors::damaged) // also what the engine's side read
                d->docs->failed(problem.error);
        }
        // Once for each opening, after the first look at the operator: most pages are touched by nothing that is shown.
        if (d->options.background && d->state == VaultState::Unlocked && status.phase != SyncPhase::Syncing &&
            !std::exchange(d->catalogueLooked, true))
            DamagedDocuments::of(*d->documents).catalogue();
        Q_EMIT statusChanged(status);
        if (found || (other && !status.transfers.isEmpty())) // what is on its way stands in the lists
            Q_EMIT d->documents->changed({});
    });
    connect(d->host, &EngineHost::accountChanged, this, [this](const Account &account) {
        const bool other = std::exchange(d->docs->connected, account.connected) != account.connected;
        d->account = account;
        Profiles::noteOwner(d->options.dir, account.holderName);
        if (d->docs->reader) // what the engine's side keeps there: newComputers()
            d->settings.insert(
                computers::news,
                vault::Settings(d->docs->reader->database()).all().valueOr(d->settings).value(computers::news));
        Q_EMIT accountChanged();
        if (other)
            Q_EMIT d->documents->changed({});
    });
    d->thread.setObjectName(QStringLiteral("engine"));
    connect(d->host, &EngineHost::notificationsChanged, this, &Session::notificationsChanged);
    connect(d->host, &EngineHost::waitingCounted, this, [this](int count) {
        d->waiting = d->state == VaultState::Unlocked ? -1 : count;
        Q_EMIT waitingChanged(d->waiting);
    });
    d->host->moveToThread(&d->thread);
    connect(&d->thread, &QThread::finished, d->host, &QObject::deleteLater);
    d->thread.start();
    d->probe();
}

Session::~Session()
{
    d->docs->forget();
    // In its turn, behind what was asked for before: quitting at once would drop an act that the person has just confirmed.
    QMetaObject::invokeMethod(d->host, [thread = &d->thread] { thread->quit(); }, Qt::QueuedConnection);
    d->thread.wait();
}

QString Session::dir() const
{
    return d->options.dir;
}

int Session::waiting() const
{
    return d->waiting;
}

VaultState Session::vaultState() const
{
    return d->state;
}

std::optional<Error> Session::vaultProblem() const
{
    return d->problem;
}

bool Session::keysRestored() const
{
    return d->keysRestored;
}

SalvageCount Session::salvaged() const
{
    return d->salvaged;
}

void Session::lookAgain()
{
    if (d->state != VaultState::Unlocked)
        d->probe();
}

void Session::Private::setState(VaultState next)
{
    if (std::exchange(state, next) != next)
        Q_EMIT q->vaultStateChanged(next);
}

void Session::Private::probe()
{
    static constexpr VaultState states[] = {VaultState::None,  VaultState::Locked,  VaultState::InUse,
                                            VaultState::Newer, VaultState::Foreign, VaultState::Damaged};
    const vault::VaultProbe probed = vault::Vault::probe(options.dir);
    problem = probed.why;
    setState(states[int(probed.presence)]);
}

Outcome Session::Private::adopt(const Result<VaultKeeper::Opened> &opened)
{
    if (!opened) {
        const ErrorCode code = opened.error().code;
        problem = opened.error();
        if (code == vault::errors::newerSchema)
            setState(VaultState::Newer);
        else if (code == vault::errors::damaged || code == vault::errors::otherKeys)
            setState(VaultState::Damaged);
        else if (code == vault::errors::inUse)
            setState(VaultState::InUse);
        return opened.error();
    }
    problem.reset();
    damageTold = false;
    catalogueLooked = false;
    keysRestored = opened.value().keysRestored;
    waiting = -1;
    docs->reader = opened.value().reader;
    settings = vault::Settings(docs->reader->database()).all().valueOr({});
    setState(VaultState::Unlocked);
    Q_EMIT documents->changed({});
    return {};
}

QFuture<Outcome> Session::Private::opened(QFuture<Result<VaultKeeper::Opened>> future)
{
    return future.then(q, [this](const Result<VaultKeeper::Opened> &result) { return adopt(result); });
}

QFuture<Result<UnlockWays>> Session::unlockWays()
{
    return postAsync<Result<UnlockWays>>(d->host, [host = d->host](auto finish) { host->keeper().ways(finish); });
}

QFuture<Result<QString>> Session::keyStoreProblem()
{
    return postAsync<Result<QString>>(d->host, [host = d->host](auto finish) { host->keeper().tryKeyStore(finish); });
}

QFuture<Result<QString>> Session::createVault(UnlockChoice choice)
{
    auto future = postAsync<Result<VaultKeeper::Opened>>(d->host, [host = d->host, choice = std::move(choice)](auto finish) mutable {
        host->keeper().create(std::move(choice), finish);
    });
    return future.then(this, [this](const Result<VaultKeeper::Opened> &opened) -> Result<QString> {
        CARRIEL_CHECK(d->adopt(opened));
        return opened.value().recoveryCode;
    });
}

QFuture<Outcome> Session::discardVault()
{
    d->docs->forget();
    d->settings.clear();
    return postAsync<Outcome>(d->host, [host = d->host](auto finish) {
               const bool unused = host->isOpen() && host->account().account().folder.isEmpty()
                                   && host->store().database().number("SELECT count(*) FROM item").valueOr(1) == 0;
               host->close();
               host->keeper().discard(unused, finish);
           })
        .then(this, [this](const Outcome &outcome) {
            d->probe();
            Q_EMIT accountChanged();
            return outcome;
        });
}

QFuture<Outcome> Session::unlockWithKeyStore()
{
    return d->opened(postAsync<Result<VaultKeeper::Opened>>(
        d->host, [host = d->host](auto finish) { host->keeper().openWithKeyStore(finish); }));
}

QFuture<Outcome> Session::unlockWithPassphrase(SecretBytes passphrase)
{
    return d->opened(postAsync<Result<VaultKeeper::Opened>>(
        d->host, [host = d->host, passphrase = std::move(passphrase)](auto finish) {
            host->keeper().openWithPassphrase(passphrase, finish);
        }));
}

QFuture<Outcome> Session::unlockWithRecoveryCode(QString code)
{
    return d->opened(postAsync<Result<VaultKeeper::Opened>>(
        d->host, [host = d->host, code](auto finish) { host->keeper().openWithRecoveryCode(code, finish); }));
}

QFuture<Outcome> Session::checkOwner(SecretBytes secret)
{
    return post(d->host, [dir = d->options.dir, secret = std::move(secret)]() -> Outcome {
        const auto key = vault::Vault::keyFromPassphrase(dir, secret.view());
        if (key.ok() || vault::Vault::keyFromRecoveryCode(dir, QString::fromUtf8(secret.view())).ok())
            return {};
        return key.error();
    });
}

QFuture<Outcome> Session::changeUnlock(UnlockChoice choice)
{
    return postAsync<Outcome>(d->host, [host = d->host, choice = std::move(choice)](auto finish) mutable {
        host->keeper().change(std::move(choice), finish);
    });
}

QFuture<Result<QString>> Session::newRecoveryCode()
{
    return post(d->host, [host = d->host] {
        auto code = host->keeper().newRecoveryCode();
        if (code.ok() && host->isOpen())
            (void)host->noteAct(QStringLiteral("recovery.renewed"), {});
        return code;
    });
}

QFuture<Outcome> Session::confirmRecoveryCode()
{
    return post(d->host, [host = d->host] { return host->keeper().confirmRecoveryCode(); });
}

QFuture<Outcome> Session::lock()
{
    Q_EMIT aboutToLock();
    // What the window holds goes first: a reader that is still open would keep the log from being emptied.
    d->docs->forget();
    d->settings.clear();
    d->account = {};
    d->status = {};
    return post(d->host, [host = d->host] {
               host->close();
               host->keeper().close();
               return Outcome();
           })
        .then(this, [this](const Outcome &outcome) {
            d->probe();
            Q_EMIT accountChanged();
            Q_EMIT statusChanged(d->status);
            Q_EMIT d->documents->changed({});
            // After what is still to be deleted has been.
            QMetaObject::invokeMethod(
                d->host,
                [] {
                    wipeFreedMemory();
                    wipeMemoryOfEndedThreads();
                },
                Qt::QueuedConnection);
            QMetaObject::invokeMethod(this, &wipeFreedMemory, Qt::QueuedConnection);
            return outcome;
        });
}

QFuture<Outcome> Session::readThrough()
{
    return post(d->host, [host = d->host]() -> Outcome {
               return host->isOpen() ? vault::readThrough(host->store().database()) : Documents::Private::locked();
           })
        .then(this, [this](const Outcome &read) {
            if (read.ok() || read.error().code != vault::errors::damaged)
                return QtFuture::makeReadyFuture(read);
            return lock().then(this, [this, read](const Outcome &) {
                d->problem = read.error();
                d->setState(VaultState::Damaged);
                return read;
            });
        })
        .unwrap();
}

QFuture<Result<QString>> Session::salvage(UnlockChoice choice)
{
    d->docs->forget();
    auto future = postAsync<Result<VaultKeeper::Opened>>(d->host, [host = d->host, choice = std::move(choice)](auto finish) mutable {
        host->close();
        host->keeper().close();
        host->keeper().salvage(std::move(choice), finish);
    });
    return future.then(this, [this](const Result<VaultKeeper::Opened> &opened) -> Result<QString> {
        CARRIEL_CHECK(d->adopt(opened));
        d->salvaged = opened.value().saved;
        return opened.value().setAside;
    });
}

QString Session::setting(const QString &key, const QString &fallback) const
{
    return d->settings.value(key, fallback);
}

QFuture<Outcome> Session::setSetting(QString key, QString value)
{
    d->settings.insert(key, value);
    return post(d->host, [host = d->host, key, value]() -> Outcome {
        if (!host->isOpen())
            return Documents::Private::locked();
        return vault::Settings(host->store().database()).set(key, value);
    });
}

Documents &Session::documents()
{
    return *d->documents;
}

} // namespace carriel

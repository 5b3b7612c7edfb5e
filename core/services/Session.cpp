// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Session.h"

#include "core/services/ServiceErrors.h"
#include "core/services/Documents.h"

namespace carriel {

QString Session::dir() const
{
    return {};
}

VaultState Session::vaultState() const
{
    return VaultState::None;
}

QFuture<Result<UnlockWays>> Session::unlockWays()
{
    return QtFuture::makeReadyFuture<Result<UnlockWays>>(Error{errors::vaultLocked, {}, {}});
}

QFuture<Result<QString>> Session::createVault(UnlockChoice)
{
    return QtFuture::makeReadyFuture<Result<QString>>(Error{errors::vaultLocked, {}, {}});
}

QFuture<Outcome> Session::unlockWithKeyStore()
{
    return QtFuture::makeReadyFuture<Outcome>(Error{errors::vaultLocked, {}, {}});
}

QFuture<Outcome> Session::unlockWithPassphrase(SecretBytes)
{
    return QtFuture::makeReadyFuture<Outcome>(Error{errors::vaultLocked, {}, {}});
}

QFuture<Outcome> Session::unlockWithRecoveryCode(QString)
{
    return QtFuture::makeReadyFuture<Outcome>(Error{errors::vaultLocked, {}, {}});
}

QFuture<Outcome> Session::changeUnlock(UnlockChoice)
{
    return QtFuture::makeReadyFuture<Outcome>(Error{errors::vaultLocked, {}, {}});
}

QFuture<Result<QString>> Session::newRecoveryCode()
{
    return QtFuture::makeReadyFuture<Result<QString>>(Error{errors::vaultLocked, {}, {}});
}

QFuture<Outcome> Session::lock()
{
    return QtFuture::makeReadyFuture<Outcome>(Error{errors::vaultLocked, {}, {}});
}

QFuture<Result<QString>> Session::salvage(UnlockChoice)
{
    return QtFuture::makeReadyFuture<Result<QString>>(Error{errors::vaultLocked, {}, {}});
}

Account Session::account() const
{
    return {};
}

QFuture<Result<OperatorInfo>> Session::discover(QUrl, QString)
{
    return QtFuture::makeReadyFuture<Result<OperatorInfo>>(Error{errors::vaultLocked, {}, {}});
}

QFuture<Outcome> Session::connectOperator(QUrl, QString)
{
    return QtFuture::makeReadyFuture<Outcome>(Error{errors::vaultLocked, {}, {}});
}

QFuture<Outcome> Session::login()
{
    return QtFuture::makeReadyFuture<Outcome>(Error{errors::vaultLocked, {}, {}});
}

void Session::cancelLogin()
{
}

QFuture<Result<Terms>> Session::terms()
{
    return QtFuture::makeReadyFuture<Result<Terms>>(Error{errors::vaultLocked, {}, {}});
}

QFuture<Outcome> Session::enrol(Terms)
{
    return QtFuture::makeReadyFuture<Outcome>(Error{errors::vaultLocked, {}, {}});
}

QFuture<Outcome> Session::logout()
{
    return QtFuture::makeReadyFuture<Outcome>(Error{errors::vaultLocked, {}, {}});
}

QFuture<Result<QList<DeviceInfo>>> Session::devices()
{
    return QtFuture::makeReadyFuture<Result<QList<DeviceInfo>>>(Error{errors::vaultLocked, {}, {}});
}

QFuture<Outcome> Session::revokeDevice(DeviceId)
{
    return QtFuture::makeReadyFuture<Outcome>(Error{errors::vaultLocked, {}, {}});
}

SyncStatus Session::status() const
{
    return {};
}

QFuture<Result<SyncStatus>> Session::syncOnce()
{
    return QtFuture::makeReadyFuture<Result<SyncStatus>>(Error{errors::vaultLocked, {}, {}});
}

void Session::retryNow()
{
}

void Session::setForeground(bool)
{
}

void Session::networkChanged()
{
}

void Session::pauseTransfers(bool)
{
}

QString Session::setting(const QString &, const QString &) const
{
    return {};
}

QFuture<Outcome> Session::setSetting(QString, QString)
{
    return QtFuture::makeReadyFuture<Outcome>(Error{errors::vaultLocked, {}, {}});
}

struct Session::Private {
    Options options;
    std::unique_ptr<Documents> documents;
};

Session::Session(Options options, QObject *parent) : QObject(parent), d(new Private{std::move(options), nullptr})
{
    d->documents.reset(new Documents(nullptr, nullptr));
}

Session::~Session() = default;

Documents &Session::documents()
{
    return *d->documents;
}

} // namespace carriel

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/StoredErrors.h"

#include "core/base/BaseErrors.h"
#include "core/remote/RemoteErrors.h"
#include "core/services/ServiceErrors.h"
#include "core/sync/SyncErrors.h"
#include "core/vault/VaultErrors.h"

#include <array>

namespace carriel {

namespace {
// What an operation can stop with.
constexpr std::array storable = {
    errors::internal,
    errors::cancelled,
    errors::badInput,
    errors::notSupported,
    remote::errors::unreachable,
    remote::errors::protocol,
    remote::errors::deadline,
    remote::errors::untrusted,
    remote::errors::redirected,
    remote::errors::tooLarge,
    remote::errors::busy,
    remote::errors::refused,
    remote::errors::loginNeeded,
    remote::errors::stepUpNeeded,
    remote::errors::otherPerson,
    remote::errors::badStatement,
    remote::errors::gone,
    remote::errors::quota,
    remote::errors::conflict,
    sync::errors::itemNotFound,
    sync::errors::notAFolder,
    sync::errors::wouldCycle,
    sync::errors::officialLocked,
    sync::errors::notActive,
    sync::errors::bytesDamaged,
    sync::errors::goneAtOperator,
    sync::errors::bytesUnavailable,
    sync::errors::frozenAltered,
    sync::errors::digestMismatch,
    sync::errors::badTransition,
    sync::errors::stopped,
    sync::errors::operatorWentBack,
    sync::errors::sendingStopped,
    vault::errors::damaged,
    vault::errors::diskFull,
    vault::errors::readOnly,
    vault::errors::storage,
    vault::errors::bytesMissing,
    vault::errors::bytesDamaged,
};
} // namespace

Error storedError(const QString &code, const QString &itemName)
{
    const QVariantMap params{{QStringLiteral("code"), code}, {QStringLiteral("name"), itemName}};
    for (const ErrorCode known : storable) {
        if (code == QLatin1String(known.text.data(), qsizetype(known.text.size())))
            return Error{known, params, {}};
    }
    return Error{sync::errors::refused, params, code};
}

} // namespace carriel

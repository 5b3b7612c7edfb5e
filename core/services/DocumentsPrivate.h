// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What Documents stands on. Session makes it and gives it the reader of an unlocked vault. Private to core/services.
#pragma once

#include "core/services/Documents.h"
#include "core/services/EngineHost.h"
#include "core/services/Post.h"
#include "core/services/ServiceErrors.h"
#include "core/vault/VaultReader.h"

namespace carriel {

struct Documents::Private {
    EngineHost *host = nullptr; // lives in the engine's thread
    std::shared_ptr<vault::VaultReader> reader; // null while locked
    bool connected = false;                     // an operator is set up; without one nothing is on its way anywhere

    static Error locked() { return Error{errors::vaultLocked, {}, {}}; }

    // Runs `work` on the person's edits in the engine's thread; `ids` are told to the window if it succeeds.
    template <typename T, typename Work> QFuture<Result<T>> edit(QList<ItemId> ids, Work work)
    {
        return post(host, [host = host, ids = std::move(ids), work = std::move(work)]() mutable -> Result<T> {
            if (!host->isOpen())
                return locked();
            Result<T> result = work(*host);
            if (result.ok())
                host->edited(ids);
            return result;
        });
    }
};

} // namespace carriel

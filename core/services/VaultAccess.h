// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the use cases over documents stand on while a vault is open: the reader of this thread and the engine's host.
// Session gives and takes it. Private to core/services.
#pragma once

#include "core/services/EngineHost.h"
#include "core/services/Post.h"
#include "core/services/ServiceErrors.h"
#include "core/sync/Decisions.h"
#include "core/vault/RowReader.h"
#include "core/vault/VaultErrors.h"
#include "core/vault/VaultReader.h"

#include <functional>
#include <optional>

namespace carriel {

struct VaultAccess
{
    EngineHost *host = nullptr;                 // lives in the engine's thread
    std::shared_ptr<vault::VaultReader> reader; // null while locked
    std::shared_ptr<void> kept;                 // what a use case keeps of what it read; goes with the reader
    bool connected = false;                     // an operator is set up; without one nothing is on its way anywhere

    std::optional<Error> unread;                // why the last list or row could not be read; nothing after a list that could

    // An answer of the reader, or `otherwise`: an empty list that comes from a broken disk must be told from one that is empty.
    template <typename T, typename Other = T> T seen(Result<T> answer, Other otherwise = {})
    {
        if (answer.ok())
            return std::move(answer).value();
        failed(answer.error());
        return T(std::move(otherwise));
    }

    void failed(const Error &reading)
    {
        unread = reading;
        if (reading.code == vault::errors::damaged && onDamage)
            onDamage();
    }

    std::function<void()> onDamage; // a page of the vault does not read

    QObject *front = nullptr; // the Documents; the engine's thread ends before it

    void forget()
    {
        kept.reset();
        reader.reset();
    }
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

    // Progress is told in this thread, however the work goes on in the other one.
    ProgressFn toldHere(ProgressFn progress) const
    {
        if (!progress)
            return {};
        return [front = front, progress = std::move(progress)](const Progress &now) {
            QMetaObject::invokeMethod(
                front, [progress, now] { progress(now); }, Qt::QueuedConnection);
        };
    }

    // Runs `work(decisions)` likewise: what only the person can decide.
    template <typename Work> QFuture<Outcome> decide(QList<ItemId> ids, Work work)
    {
        return edit<void>(std::move(ids), [work = std::move(work)](EngineHost &there) mutable -> Outcome {
            sync::Decisions decisions(there.store(), there.clock(), there.random());
            return work(decisions);
        });
    }

    // Runs `work(engine)` in its thread. CAR-SVC-002 or -003 if there is none: nobody is there to send anything to.
    template <typename Work> QFuture<Outcome> withEngine(Work work)
    {
        return post(host, [host = host, work = std::move(work)]() mutable -> Outcome {
            if (!host->isOpen())
                return locked();
            if (!host->engine())
                return Error{host->account().account().connected ? errors::notLoggedIn : errors::noOperator, {}, {}};
            return work(*host->engine());
        });
    }
};

} // namespace carriel

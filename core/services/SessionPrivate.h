// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What Session stands on. Private to core/services.
#pragma once

#include "core/services/DocumentsPrivate.h"
#include "core/services/EngineHost.h"
#include "core/services/Post.h"
#include "core/services/Session.h"
#include "core/services/VaultKeeper.h"

#include <QHash>
#include <QThread>

namespace carriel {

struct Session::Private {
    Session *q = nullptr;
    Options options;
    QThread thread;
    EngineHost *host = nullptr;     // lives in `thread`, ends with it
    bool damageTold = false;
    bool catalogueLooked = false;
    Documents::Private *docs = nullptr; // owned by `documents`
    std::unique_ptr<Documents> documents;
    VaultState state = VaultState::None;
    std::optional<Error> problem;
    SalvageCount salvaged;
    bool keysRestored = false;
    int waiting = -1;
    Account account;
    SyncStatus status;
    QHash<QString, QString> settings;

    void setState(VaultState next);
    void probe();
    // The answer of an opening becomes this session's state.
    QFuture<Outcome> opened(QFuture<Result<VaultKeeper::Opened>> future);
    Outcome adopt(const Result<VaultKeeper::Opened> &opened);
    // Runs `work(account, finish)` in the engine's thread.
    template <typename T, typename Work> QFuture<T> withAccount(Work work)
    {
        return postAsync<T>(host, [host = host, work = std::move(work)](auto finish) {
            if (!host->isOpen())
                return finish(Documents::Private::locked());
            work(host->account(), finish);
        });
    }
};

} // namespace carriel

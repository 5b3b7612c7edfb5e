// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Everything a request may need, built once. Thread: any.
#pragma once

#include "reference-operator/AccessLog.h"
#include "reference-operator/Exchange.h"
#include "reference-operator/Folders.h"
#include "reference-operator/Hub.h"
#include "reference-operator/Items.h"
#include "reference-operator/Metrics.h"
#include "reference-operator/Throttle.h"
#include "reference-operator/Uploads.h"
#include "reference-operator/acts/EntityTokens.h"

#include <atomic>
#include <memory>

namespace carriel::op {

struct Operator {
    explicit Operator(Config configuration)
        : config(std::move(configuration)), database(config.database), store(openFolderBlobStore(config.blobs)), keys(config.keys, database),
          auth(config), entityTokens(config, database, keys), shredder(database, *store), items(config, hub, shredder), uploads(config, database, *store),
          throttle(config.limits.requestsPerSecond, config.limits.parallel, config.limits.streamsPerPerson), log(config.log)
    {
    }

    const Config config;
    Database database;
    std::unique_ptr<BlobStore> store;
    OperatorKeys keys;
    Auth auth;
    EntityTokens entityTokens;
    Hub hub;
    Shredder shredder;
    Items items;
    Uploads uploads;
    InFlight inFlight;
    Throttle throttle;
    Metrics metrics;
    AccessLog log;
    std::atomic<bool> stopping = false;
    std::atomic<qint64> busy = 0; // answers being made or sent

    // Counts as busy while it lives; kept by whatever streams an answer.
    std::shared_ptr<void> work()
    {
        ++busy;
        return std::shared_ptr<void>(nullptr, [this](void *) { --busy; });
    }

    // A read or a write in the exchange's folder, which must be the person's: not_found otherwise.
    template <typename F> auto read(const Exchange &ex, F &&f)
    {
        return database.read([&](Connection &c) {
            needFolderOf(c, ex.folder, ex.who.sub);
            needDeviceInForce(c, ex.who);
            return f(c);
        });
    }
    template <typename F> auto write(const Exchange &ex, F &&f)
    {
        return database.write([&](Connection &c) {
            needFolderOf(c, ex.folder, ex.who.sub);
            needDeviceInForce(c, ex.who);
            return f(c);
        });
    }
    qint64 pageLimit(const Exchange &ex) const
    {
        const qint64 wanted = ex.hasQuery("limit") ? ex.number(ex.query("limit").toLatin1()) : config.limits.pageMax;
        return std::clamp<qint64>(wanted, 1, config.limits.pageMax);
    }
};

} // namespace carriel::op

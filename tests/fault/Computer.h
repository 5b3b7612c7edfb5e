// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One computer of a person: the client as the program puts it together - real vault, engine, transport - with time that
// runs faster for waiting, so that a back-off of a second is over in some milliseconds.
#pragma once

#include "core/remote/OperatorApi.h"
#include "core/sync/Edits.h"
#include "core/sync/Engine.h"
#include "core/vault/Migrations.h"
#include "core/vault/VaultStore.h"

#include <QTemporaryDir>
#include <QTimer>

namespace carriel::test {

inline constexpr int haste = 100; // the engine's seconds in one of ours

// A request's deadlines pass sooner too, but after seconds: one that runs out by itself only because the machine is busy
// makes a case look wrong, or leaves undone what it was to begin with. Where silence is what is tried, after 0.6 s.
inline constexpr int patientDeadlines = 8;
inline constexpr int hastyDeadlines = haste / 2;

class HastyClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc(); }
    std::chrono::milliseconds monotonic() const override { return m_real.monotonic() * haste; }

private:
    SystemClock m_real;
};

class HastyScheduler final : public sync::Scheduler
{
public:
    sync::TimerPtr after(std::chrono::milliseconds delay, std::function<void()> run) override
    {
        return std::make_unique<HastyTimer>((delay + std::chrono::milliseconds(haste - 1)) / haste, std::move(run));
    }

private:
    class HastyTimer final : public sync::Timer
    {
    public:
        HastyTimer(std::chrono::milliseconds delay, std::function<void()> run)
        {
            m_timer.setSingleShot(true);
            QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [run = std::move(run)] {
                const auto copy = run; // what runs may destroy this
                copy();
            });
            m_timer.start(delay);
        }

    private:
        QTimer m_timer;
    };
};

class Quiet final : public sync::EngineObserver
{
public:
    void statusChanged(const sync::Status &) override {}
    void itemsChanged(const QList<ItemId> &) override {}
    void loginNeeded() override { ++logins; }
    void stepUpNeeded(const OpKey &) override { ++stepUps; }
    int logins = 0;
    int stepUps = 0;
};

class Computer
{
public:
    Computer(Random &random, const TestAuthority &authority, remote::Tokens &tokens, const QUrl &api,
             const FolderId &folder, const sync::Limits &limits)
        : transport(random, authority.trust()), eventTransport(random, authority.trust()), client(transport, tokens),
          eventClient(eventTransport, tokens), port(client, eventClient), m_random(random)
    {
        transport.setHaste(patientDeadlines);
        eventTransport.setHaste(hastyDeadlines);
        client.setApi(api);
        eventClient.setApi(api);
        port.configure(folder, limits);
        openStore(vault::Access::Create);
    }

    // Ended and begun again, as by a restart of the program.
    void restart()
    {
        engine.reset();
        edits.reset();
        store.reset();
        openStore(vault::Access::ReadWrite);
    }

    sync::Status sync()
    {
        std::optional<sync::Status> status;
        QEventLoop loop;
        engine->syncOnce([&](const sync::Status &s) {
            status = s;
            loop.quit();
        });
        QTimer::singleShot(60000, &loop, [&loop] { loop.exit(1); });
        if (!status && loop.exec() != 0)
            hung();
        return *status;
    }
    // Rounds until nothing waits; the last status. The person asks again after each.
    sync::Status settle(int rounds = 12)
    {
        sync::Status status = sync();
        while (--rounds > 0 &&
               (status.pendingOps > 0 || status.failedOps > 0 || status.waitingOps > 0 || status.downloads > 0 ||
                status.phase != sync::Phase::Offline || engine->status().problems.size() > 0)) {
            engine->retryNow();
            status = sync();
            if (status.pendingOps + status.failedOps + status.waitingOps + status.downloads == 0 &&
                status.problems.isEmpty())
                break;
        }
        return status;
    }

    std::optional<sync::ItemRow> item(const ItemId &id) { return store->item(id).value(); }
    QByteArray bytesOf(const ItemId &id)
    {
        const auto row = item(id);
        const auto version = row ? store->version(row->local.version).value() : std::nullopt;
        return version ? store->bytes(version->blob).valueOr(QByteArray("not here")) : QByteArray("no version");
    }
    sync::NewDocument staged(const QString &name, const QByteArray &bytes)
    {
        const auto blobs = edits->stageAll({bytes});
        return {rootItem(), name, blobs.value().first().id, QStringLiteral("application/octet-stream"), {}};
    }
    ItemId addFolder(const QString &name) { return edits->addFolder(rootItem(), name).value().id; }
    QList<ItemId> addDocuments(const QString &name, const QList<QByteArray> &contents)
    {
        QList<sync::NewDocument> documents;
        for (qsizetype i = 0; i < contents.size(); ++i)
            documents.append(staged(name + QLatin1Char('-') + QString::number(i), contents.at(i)));
        const auto added = edits->addDocuments(documents).value();
        QList<ItemId> ids;
        for (const sync::Added &one : added)
            ids.append(one.id);
        return ids;
    }

    QString doing; // for the message when it does not end
    HastyClock clock;
    HastyScheduler scheduler;
    Quiet observer;
    remote::HttpTransport transport;
    remote::HttpTransport eventTransport;
    remote::ApiClient client;
    remote::ApiClient eventClient;
    remote::OperatorApi port;
    std::unique_ptr<vault::VaultStore> store;
    std::unique_ptr<sync::Edits> edits;
    std::unique_ptr<sync::Engine> engine;

private:
    [[noreturn]] void hung()
    {
        const sync::Status status = engine->status();
        qFatal("a round did not end within a minute: %s; phase %d, pending %d, up %d, down %d, next try in %lld ms, %d "
               "requests under way",
               qPrintable(doing), int(status.phase), status.pendingOps, status.uploads, status.downloads,
               status.nextTryUtc.isValid() ? QDateTime::currentDateTimeUtc().msecsTo(status.nextTryUtc) : -1,
               int(transport.children().size()));
        std::abort();
    }
    void openStore(vault::Access access)
    {
        const SecretBytes key = SecretBytes::copyOf(QByteArray(32, 'k'));
        auto database = vault::Database::open(m_dir.filePath(QStringLiteral("vault.db")), key, access);
        if (!database.ok() || !vault::migrate(*database.value()).ok())
            qFatal("no vault");
        // A power cut is not what these tests are about, and the disk is slow.
        (void)database.value()->exec("PRAGMA synchronous=OFF");
        store = std::make_unique<vault::VaultStore>(std::move(database).value(), clock, m_random);
        edits = std::make_unique<sync::Edits>(*store, clock, m_random);
        engine =
            std::make_unique<sync::Engine>(sync::Engine::Ports{*store, port, scheduler, clock, m_random, observer});
    }

    QTemporaryDir m_dir;
    Random &m_random;
};

} // namespace carriel::test

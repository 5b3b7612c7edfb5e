// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A person's day in a process of its own, which ends wherever a crash point says and is begun again until it comes to
// the end. Every step is what a person does who looks first whether it was done; "ack N" on standard output is what
// they were told.
#pragma once

#include "core/vault/Salvage.h"
#include "core/vault/Vault.h"
#include "core/vault/VaultErrors.h"
#include "tests/core/remote/OperatorFixture.h"
#include "tests/fault/Computer.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cstdio>

namespace carriel::test {

// position-dependent bytes
inline QByteArray journeyBytes(int seed, int size)
{
    QByteArray out(size, Qt::Uninitialized);
    for (int i = 0; i < size; ++i)
        out[i] = char((i * 31 + i / 251 + seed * 7) & 0xff);
    return out;
}

class CrashJourney
{
public:
    // From the environment: FAULT_DIR, FAULT_API, FAULT_CA, FAULT_TOKEN, FAULT_FOLDER, FAULT_FROM (the first step to
    // do).
    int run()
    {
        const int from = qEnvironmentVariableIntValue("FAULT_FROM");
        const QList<std::function<void()>> all = steps();
        open();
        for (int i = from; i < all.size(); ++i) {
            all.at(i)();
            std::printf("ack %d\n", i + 1);
            std::fflush(stdout);
        }
        std::printf("end %s\n",
                    QJsonDocument(QJsonArray::fromStringList(picture())).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
        return 0;
    }
    static QStringList expected()
    {
        const auto line = [](const char *name, int seed, int size) {
            return QStringLiteral("%1 %2").arg(QLatin1String(name),
                                               QLatin1String(crypto::sha256(journeyBytes(seed, size)).toHex()));
        };
        QStringList out{QStringLiteral("Salud"), line("B.bin", 2, 300000), line("A2.txt", 9, 4000),
                        line("X.txt", 3, 500),   line("suyo-0", 20, 3000), line("suyo-1", 21, 3000),
                        line("suyo-2", 22, 3000)};
        out.sort();
        return out;
    }

private:
    template <typename T> static T must(Result<T> result, const char *what)
    {
        if (!result.ok())
            qFatal("%s: %s %s", what, qPrintable(result.error().codeText()), qPrintable(result.error().detail));
        return std::move(result).value();
    }
    static void must(const Outcome &outcome, const char *what)
    {
        if (!outcome.ok())
            qFatal("%s: %s %s", what, qPrintable(outcome.error().codeText()), qPrintable(outcome.error().detail));
    }

    void open()
    {
        m_dir = qEnvironmentVariable("FAULT_DIR");
        if (vault::Vault::probe(m_dir).presence == vault::VaultPresence::None) {
            vault::Vault::Plan plan = vault::Vault::plan();
            plan.key = key();
            m_vault = must(vault::Vault::create(m_dir, std::move(plan), {true, {}}, m_clock, m_random), "create").vault;
        } else {
            m_vault = must(vault::Vault::open(m_dir, key()), "open");
        }
        openStore();
        const auto trust = must(remote::readCaFile(qEnvironmentVariable("FAULT_CA")), "ca");
        m_transport = std::make_unique<HttpTransport>(m_random, trust);
        m_tokens = std::make_unique<Tokens>(*m_transport, m_noTokens, m_clock);
        LoginResult login;
        login.accessToken = qgetenv("FAULT_TOKEN");
        (void)m_tokens->adopt(login);
        m_client = std::make_unique<ApiClient>(*m_transport, *m_tokens);
        m_client->setApi(QUrl(qEnvironmentVariable("FAULT_API")));
        m_port = std::make_unique<OperatorApi>(*m_client, *m_client);
        sync::Limits limits;
        limits.bundlePartMax = 8192;
        limits.appendMax = 65536;
        m_port->configure(FolderId(qEnvironmentVariable("FAULT_FOLDER")), limits);
        startEngine();
    }
    void openStore()
    {
        m_store = must(m_vault->openStore(m_clock, m_random), "store");
        m_edits = std::make_unique<sync::Edits>(*m_store, m_clock, m_random);
    }
    void startEngine()
    {
        m_engine = std::make_unique<sync::Engine>(
            sync::Engine::Ports{*m_store, *m_port, m_scheduler, m_clock, m_random, m_observer});
    }
    static SecretBytes key() { return SecretBytes::copyOf(QByteArray(32, 'j')); }

    void sync()
    {
        for (int round = 0; round < 10; ++round) {
            QEventLoop loop;
            std::optional<sync::Status> status;
            m_engine->syncOnce([&](const sync::Status &s) {
                status = s;
                loop.quit();
            });
            if (!status)
                loop.exec();
            if (status->pendingOps + status->failedOps + status->waitingOps + status->downloads == 0)
                return;
            m_engine->retryNow();
        }
        qFatal("does not settle");
    }
    ItemId named(const char *name)
    {
        auto row =
            m_store->database().query("SELECT id FROM item WHERE l_name=? AND l_state<>2", QString::fromLatin1(name));
        return row.next().valueOr(false) ? ItemId(row.text(0)) : ItemId();
    }
    sync::ItemRow row(const ItemId &id) { return *must(m_store->item(id), "row"); }
    BlobId stage(const QByteArray &bytes, bool slow)
    {
        if (!slow)
            return must(m_edits->stageAll({bytes}), "stage").first().id;
        QByteArray copy = bytes;
        QBuffer buffer(&copy);
        buffer.open(QIODevice::ReadOnly);
        return must(m_edits->stage(buffer), "stage").id;
    }
    void add(const char *name, const QByteArray &bytes, const ItemId &parent, bool slow = false)
    {
        if (named(name).isEmpty())
            must(m_edits->addDocuments(
                     {{parent, QString::fromLatin1(name), stage(bytes, slow), QStringLiteral("text/plain"), {}}}),
                 "add");
    }
    bool hasBytes(const ItemId &id, const QByteArray &bytes)
    {
        const auto version = must(m_store->version(row(id).local.version), "version");
        return must(m_store->blob(version->blob), "blob")->sha256 == crypto::sha256(bytes);
    }

    QList<std::function<void()>> steps()
    {
        const auto round = [this] { sync(); };
        return {
            [this] {
                if (named("Salud").isEmpty())
                    must(m_edits->addFolder(rootItem(), QStringLiteral("Salud")), "folder");
            },
            [this] {
                if (named("A2.txt").isEmpty())
                    add("A.txt", journeyBytes(1, 3000), named("Salud"));
            },
            round,
            [this] { add("B.bin", journeyBytes(2, 300000), rootItem(), true); },
            round,
            [this] {
                if (named("A2.txt").isEmpty())
                    must(m_edits->rename(named("A.txt"), QStringLiteral("A2.txt")), "rename");
                if (!hasBytes(named("A2.txt"), journeyBytes(9, 4000)))
                    must(m_edits->addVersion(named("A2.txt"), stage(journeyBytes(9, 4000), false),
                                             QStringLiteral("text/plain")),
                         "version");
            },
            round,
            [this] {
                add("X.txt", journeyBytes(3, 500), named("Salud"));
                if (named("P").isEmpty())
                    must(m_edits->addFolder(rootItem(), QStringLiteral("P")), "folder");
            },
            round,
            [this] {
                must(m_edits->trash({named("X.txt")}), "trash");
                must(m_edits->trash({named("P")}), "trash");
            },
            round,
            [this] {
                if (row(named("X.txt")).local.state == ItemState::Trashed)
                    must(m_edits->restore({named("X.txt")}), "restore");
                if (!named("P").isEmpty())
                    must(m_edits->purge({named("P")}), "purge");
            },
            round,
            [this] { (void)must(m_edits->evict(named("B.bin")), "evict"); },
            round,
            [this] {
                must(m_vault->setKeyStore(false), "keys");
                must(m_vault->setKeyStore(true), "keys");
            },
            [this] { // nobody knows why, but the database does not please: all of it into a new one
                m_engine.reset();
                m_edits.reset();
                m_store.reset();
                m_vault.reset();
                must(vault::Vault::renew(m_dir, key(), m_clock, m_random,
                                         [this](vault::VaultStore &into) -> Outcome {
                                             const auto saved =
                                                 vault::salvage(m_dir + QLatin1String("/vault.db"), key(), into);
                                             return saved.ok() ? Outcome() : Outcome(saved.error());
                                         }),
                     "renew");
                m_vault = must(vault::Vault::open(m_dir, key()), "open");
                openStore();
                startEngine();
            },
            [this] { // and everything from the beginning of the feed
                must(m_store->transact([](sync::Writer &writer) -> Outcome {
                    CARRIEL_TRY(sync::SyncStateRow state, writer.syncState());
                    state.cursor.clear();
                    return writer.putSyncState(state);
                }),
                     "cursor");
            },
            round,
        };
    }
    QStringList picture()
    {
        QStringList out;
        auto rows =
            m_store->database().query("SELECT id,l_name,type FROM item WHERE l_state=0 AND id<>?", rootItem().text());
        while (rows.next().valueOr(false)) {
            const sync::ItemRow item = row(ItemId(rows.text(0)));
            if (item.type == ItemType::Folder) {
                out.append(item.local.name);
                continue;
            }
            const auto version = must(m_store->version(item.local.version), "version");
            const QByteArray bytes = m_store->bytes(version->blob).valueOr(QByteArray("not here"));
            out.append(QStringLiteral("%1 %2").arg(item.local.name, QLatin1String(crypto::sha256(bytes).toHex())));
        }
        auto check = m_store->database().query("PRAGMA integrity_check");
        if (!check.next().valueOr(false) || check.text(0) != QLatin1String("ok"))
            out.append(QStringLiteral("damaged"));
        out.sort();
        return out;
    }

    QString m_dir;
    SystemRandom m_random;
    HastyClock m_clock;
    HastyScheduler m_scheduler;
    Quiet m_observer;
    NoTokens m_noTokens;
    std::unique_ptr<vault::Vault> m_vault;
    std::unique_ptr<vault::VaultStore> m_store;
    std::unique_ptr<sync::Edits> m_edits;
    std::unique_ptr<HttpTransport> m_transport;
    std::unique_ptr<Tokens> m_tokens;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<OperatorApi> m_port;
    std::unique_ptr<sync::Engine> m_engine;
};

} // namespace carriel::test

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Works off the signing jobs of a vault, one at a time, or a few where one yes of the person is for several: bytes out
// of the vault into a private folder in memory where the system has one, the signature by the worker, the result back
// into the vault, the folder wiped. Private to core/services. Thread: the engine's.
#pragma once

#include "core/base/Clock.h"
#include "core/base/Random.h"
#include "core/services/SignFolder.h"
#include "core/services/SignWorker.h"
#include "core/sync/Edits.h"
#include "core/vault/SigningStore.h"
#include "core/vault/VaultStore.h"

#include <QHash>
#include <QObject>
#include <QThread>
#include <QTimer>

namespace carriel {

namespace sealed {
class SealedDesk;
}

class SignDesk final : public QObject
{
    Q_OBJECT
public:
    SignDesk(vault::VaultStore &store, sync::Edits &edits, sealed::SealedDesk &sealed, Clock &clock, Random &random,
             std::shared_ptr<HttpFetch> fetch, std::function<void(const QUrl &)> openBrowser = {});
    ~SignDesk() override;

    SignWorker &worker() { return *m_worker; }
    // What an earlier run left half done is settled: its result is there, or it waits for its key again.
    Outcome recover();
    void opened(const SignIdentity &identity) { m_together.insert(identity.handle, identity.together); }
    Result<QStringList> add(const SignRequest &request);
    Outcome resume(const QStringList &jobs, const QString &identity);
    Outcome giveUp(const QString &job);
    Outcome renew(const QList<ItemId> &documents, const QUrl &authority);
    void stampNow();
    void wake();

Q_SIGNALS:
    void moved(const QList<carriel::ItemId> &ids);

private:
    struct Begun
    {
        vault::SigningJobRow row;
        SignWorker::Task task;
        std::shared_ptr<SignFolder> folder;
        QByteArray source; // SHA-256 of what is signed
    };
    Result<Begun> begin(vault::SigningJobRow row);
    void run(const QList<Begun> &begun);
    void ended(const Begun &job, const Result<SignWorker::Made> &made);
    Outcome takeIn(vault::SigningJobRow &row, const Begun &job, const SignWorker::Made &made);
    Outcome finish(const vault::SigningJobRow &row, const vault::SignatureMadeRow &made);
    Outcome failed(vault::SigningJobRow row, const Error &error);
    QString newId();
    Outcome needsKey(vault::SigningJobRow row);
    void planStamps();

    vault::VaultStore &m_store;
    vault::SigningStore m_rows;
    sync::Edits &m_edits;
    sealed::SealedDesk &m_sealed; // what is made of a sealed document is sealed too
    Clock &m_clock;
    Random &m_random;
    QThread m_thread;
    SignWorker *m_worker;
    QHash<QString, QString> m_identities; // job → handle
    QHash<QString, int> m_together;       // handle → documents that are signed side by side
    qsizetype m_running = 0;
    QTimer m_stamps;
};

} // namespace carriel

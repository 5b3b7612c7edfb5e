// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that lives in the engine's thread while a vault is open: the one writer, the person's edits, the account and
// the sync engine. Session and Documents post to it; it answers with signals and values.
// Thread: the engine's, but for construction.
#pragma once

#include "core/base/Clock.h"
#include "core/base/Random.h"
#include "core/services/AccountLink.h"
#include "core/services/Checker.h"
#include "core/services/FastHasher.h"
#include "core/services/Indexer.h"
#include "core/services/QtScheduler.h"
#include "core/services/SignDesk.h"
#include "core/services/Values.h"
#include "core/services/VaultKeeper.h"
#include "core/services/contributions/Contributor.h"
#include "core/services/mail/Opener.h"
#include "core/sync/Edits.h"
#include "core/sync/Engine.h"
#include "core/vault/VaultStore.h"

#include <QElapsedTimer>
#include <QObject>
#include <memory>

namespace carriel::shares {
class Sharer;
}

namespace carriel {

class LockedCount;
class OperatorSearch;

namespace sealed {
class KeyRing;
class SealedDesk;
}

class EngineHost final : public QObject, private sync::EngineObserver
{
    Q_OBJECT
public:
    EngineHost(const QString &dir, std::shared_ptr<TextExtractor> extractor, AccountLink::OpenBrowser openBrowser, bool background);
    ~EngineHost() override;

    // Another way to authorities than the network; before this moves to its thread.
    void useFetch(std::shared_ptr<HttpFetch> fetch)
    {
        m_network = std::make_unique<Network>(fetch);
        m_fetch = std::move(fetch);
    }

    // How often what waits is counted while the vault is closed; before this moves to its thread.
    void countEvery(std::chrono::milliseconds every) { m_countEvery = every; }

    VaultKeeper &keeper() { return m_keeper; }
    // Stops everything, empties the log and closes the connection. The key is the keeper's affair.
    void close();
    bool isOpen() const { return bool(m_store); }

    vault::VaultStore &store() { return *m_store; }
    sync::Edits &edits() { return *m_edits; }
    AccountLink &account() { return *m_account; }
    sync::Engine *engine() { return m_engine.get(); } // null without an operator
    Checker &checker() { return *m_checker; }
    SignDesk &signer() { return *m_signer; }
    mail::Mailbox &mailbox() { return *m_mailbox; }
    mail::Opener &opener() { return *m_opener; }
    papers::Contributor &contributor() { return *m_contributor; }
    shares::Sharer &sharer() { return *m_sharer; }
    sealed::SealedDesk &sealed() { return *m_sealed; }
    sealed::KeyRing &ring() { return *m_ring; }
    Clock &clock() { return m_clock; }
    Random &random() { return m_random; }
    HttpFetch &fetch() { return m_network->fetch(); } // to authorities

    // After every change by the person: wakes the engine and the index, tells the window.
    void edited(const QList<ItemId> &ids);
    void setForeground(bool on);
    void setMetered(bool on); // and the limits as the settings say them now
    bool isMetered() const { return m_metered; }

    // Works without an open vault, too: an address is tried before anything is made for it.
    void discover(const QUrl &url, const QString &caFile, std::function<void(Result<OperatorInfo>)> done);
    // One round; without an operator or a login it says so at once.
    void syncOnce(std::function<void(Result<SyncStatus>)> done);
    // The document's bytes are here and verified when this answers well.
    void fetch(const ItemId &id, std::function<void(Outcome)> done);
    // Writes a copy, 0600, whole or not at all. The bytes are here.
    Outcome exportTo(const ItemId &id, const QString &path, const ProgressFn &progress, const CancelToken &cancel);
    // The same of one version.
    void fetchVersion(const VersionId &id, std::function<void(Outcome)> done);
    Outcome exportVersionTo(const VersionId &id, const QString &path, const ProgressFn &progress, const CancelToken &cancel);
    // Every version the operator has of it is known afterwards. Answers soon when it cannot be asked.
    void readHistory(const ItemId &id, std::function<void(Outcome)> done);
    // An act that changes nothing, for the record of activity.
    Outcome noteAct(const QString &kind, const ItemId &item);
    Result<sync::BlobRow> headBlob(const ItemId &id);
    SyncStatus status() const;
    // Reads the words of every document that lacks them; answers when none is left.
    void indexAll(std::function<void()> done);

Q_SIGNALS:
    void changed(const QList<carriel::ItemId> &ids);
    void statusChanged(const carriel::SyncStatus &status);
    void accountChanged(const carriel::Account &account);
    void notificationsChanged();
    void waitingCounted(int count); // while the vault is closed; -1: not known

private:
    void renewCount();
    // Takes the vault the keeper opened; afterwards edits work, and the engine runs if an operator is set up and
    // `background` was asked.
    Outcome open(std::unique_ptr<vault::VaultStore> store);
    void statusChanged(const sync::Status &status) override;
    void itemsChanged(const QList<ItemId> &ids) override;
    void loginNeeded() override;
    void stepUpNeeded(const OpKey &op) override;
    void listenToOthers();
    void startEngine(); // again after a login: the operator may be another client object now
    void tell();
    SyncStatus seen(const sync::Status &now) const;
    QString nameOf(const ItemId &id) const;
    Outcome writeCopy(const sync::BlobRow &blob, const QString &name, const QString &path, const ProgressFn &progress,
                      const CancelToken &cancel);

    SystemClock m_clock;
    SystemRandom m_random;
    QtScheduler m_scheduler;
    std::shared_ptr<TextExtractor> m_extractor;
    AccountLink::OpenBrowser m_openBrowser;
    bool m_background;
    bool m_foreground = true;
    bool m_metered = false;
    VaultKeeper m_keeper;
    // Destroyed from the last to the first.
    std::unique_ptr<vault::VaultStore> m_store;
    FastHasher m_hasher;
    std::unique_ptr<sync::Edits> m_edits;
    std::unique_ptr<AccountLink> m_account;
    std::unique_ptr<sealed::SealedDesk> m_sealed; // the engine's port goes through it
    std::unique_ptr<sealed::KeyRing> m_ring;
    std::unique_ptr<OperatorSearch> m_search; // while there is no account; made in the engine's thread
    std::unique_ptr<sync::Engine> m_engine;
    bool m_namesAsked = false;
    QElapsedTimer m_anchored; // since the record of activity was anchored last
    std::unique_ptr<Indexer> m_indexer;
    std::unique_ptr<Network> m_network = std::make_unique<Network>();
    std::unique_ptr<Checker> m_checker;
    std::shared_ptr<HttpFetch> m_fetch; // null: the network
    std::unique_ptr<SignDesk> m_signer;
    std::unique_ptr<mail::Mailbox> m_mailbox;
    std::unique_ptr<mail::Opener> m_opener;
    std::unique_ptr<papers::Contributor> m_contributor;
    std::unique_ptr<shares::Sharer> m_sharer;
    std::chrono::milliseconds m_countEvery{300000};
    std::unique_ptr<LockedCount> m_count; // stays when the vault closes; made in the engine's thread
};

} // namespace carriel

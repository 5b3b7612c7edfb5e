// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/EngineHost.h"

#include "core/base/BaseErrors.h"
#include "core/services/CountRound.h"
#include "core/services/DamagedDocuments.h"
#include "core/services/LockedCount.h"
#include "core/services/OperatorSearch.h"
#include "core/services/ServiceErrors.h"
#include "core/services/Transfers.h"
#include "core/services/TrustDesk.h"
#include "core/services/sealed/KeyRing.h"
#include "core/services/sealed/SealedDesk.h"
#include "core/services/shares/Sharer.h"

#include <QFile>
#include <QTimer>

namespace carriel {

namespace {
constexpr int checkAfter = 700; // ms
}

EngineHost::EngineHost(const QString &dir, std::shared_ptr<TextExtractor> extractor,
                       AccountLink::OpenBrowser openBrowser, bool background)
    : m_extractor(std::move(extractor)), m_openBrowser(std::move(openBrowser)), m_background(background),
      m_keeper(dir, m_clock, m_random,
               [this](std::unique_ptr<vault::VaultStore> store) { return open(std::move(store)); })
{
    m_scheduler.setParent(this); // so that it moves to the engine's thread with this
}

EngineHost::~EngineHost()
{
    m_count.reset();
    close();
    m_scheduler.setParent(nullptr);
}

Outcome EngineHost::open(std::unique_ptr<vault::VaultStore> store)
{
    close();
    if (!m_count) {
        m_count = std::make_unique<LockedCount>(m_random, m_countEvery);
        connect(m_count.get(), &LockedCount::counted, this, &EngineHost::waitingCounted);
    }
    m_count->rest();
    m_store = std::move(store);
    m_edits = std::make_unique<sync::Edits>(*m_store, m_clock, m_random, &m_hasher);
    m_account = std::make_unique<AccountLink>(*m_store, m_clock, m_random, m_openBrowser,
                                              m_background ? AccountLink::Refresh::AtOnce : AccountLink::Refresh::No);
    m_sealed = std::make_unique<sealed::SealedDesk>(*m_store, *m_edits);
    m_ring = std::make_unique<sealed::KeyRing>(*m_store, *m_sealed, m_clock, m_random);
    connect(m_ring.get(), &sealed::KeyRing::opened, this, &EngineHost::itemsChanged);
    m_indexer = std::make_unique<Indexer>(*m_store, m_extractor);
    connect(m_indexer.get(), &Indexer::leftChanged, this, &EngineHost::tell);
    m_checker = std::make_unique<Checker>(*m_store, m_clock, *m_network);
    connect(m_checker.get(), &Checker::verdictsChanged, this, &EngineHost::changed);
    m_signer = std::make_unique<SignDesk>(*m_store, *m_edits, *m_sealed, m_clock, m_random, m_fetch, m_openBrowser);
    connect(m_signer.get(), &SignDesk::moved, this, &EngineHost::edited);
    m_mailbox = std::make_unique<mail::Mailbox>(*m_store, m_clock, m_random);
    m_mailbox->setAuthorities([this]() -> Result<mail::Mailbox::Authorities> {
        CARRIEL_TRY(Trusted trusted, trustedIn(m_store->database(), m_clock.nowUtc()));
        return mail::Mailbox::Authorities{std::move(trusted.store), trusted.print};
    });
    (void)m_mailbox->authoritiesMoved(); // a disk that cannot be written to: at the next start
    m_opener = std::make_unique<mail::Opener>(*m_mailbox);
    m_contributor = std::make_unique<papers::Contributor>(*m_store, *m_mailbox, m_random);
    m_sharer = std::make_unique<shares::Sharer>(*m_store, *m_mailbox, m_random);
    connect(m_mailbox.get(), &mail::Mailbox::changed, this, &EngineHost::notificationsChanged);
    if (m_background)
        connect(m_mailbox.get(), &mail::Mailbox::changed, m_indexer.get(), &Indexer::wake);
    connect(m_contributor.get(), &papers::Contributor::changed, this, &EngineHost::notificationsChanged);
    connect(m_sharer.get(), &shares::Sharer::changed, this, &EngineHost::notificationsChanged);
    listenToOthers();
    connect(m_account.get(), &AccountLink::changed, this, [this] {
        startEngine();
        Q_EMIT accountChanged(m_account->account());
    });
    connect(m_account.get(), &AccountLink::devicesChanged, this,
            [this] { Q_EMIT accountChanged(m_account->account()); });
    Q_EMIT accountChanged(m_account->account());
    startEngine();
    if (m_background) {
        m_indexer->wake();
        // What it looks for among all documents must not keep anybody from them.
        QTimer::singleShot(checkAfter, m_checker.get(), &Checker::wake);
        (void)m_signer->recover(); // a disk that cannot be written to: at the next start
        m_signer->wake();
    }
    return {};
}

void EngineHost::close()
{
    if (m_engine)
        m_engine->stop();
    m_engine.reset();
    m_sharer.reset();
    m_contributor.reset();
    m_opener.reset();
    m_mailbox.reset();
    m_signer.reset();
    m_checker.reset();
    m_indexer.reset();
    m_ring.reset();
    m_sealed.reset();
    m_account.reset();
    m_edits.reset();
    if (m_store)
        (void)m_store->checkpoint(); // an unemptied log is read again at the next start
    if (std::exchange(m_store, nullptr) && m_count)
        m_count->begin();
}

void EngineHost::startEngine()
{
    if (m_engine)
        m_engine->stop();
    m_engine.reset();
    m_mailbox->setPort(m_account->mail());
    m_opener->setPort();
    m_contributor->setPort(m_account->contributions());
    m_sharer->setPort(m_account->sharing());
    m_ring->setPort(m_account->keys());
    if (m_background)
        m_mailbox->wake();
    if (sync::OperatorPort *port = m_sealed->around(m_account->port())) {
        m_engine = std::make_unique<sync::Engine>(
            sync::Engine::Ports{*m_store, *port, m_scheduler, m_clock, m_random, *this, &m_hasher});
        m_engine->setForeground(m_foreground);
        applyTransferRules(*this, m_metered);
        if (m_background)
            m_engine->start();
    }
    if (!m_account->port())
        m_count->end();
    renewCount();
    tell();
}

void EngineHost::renewCount()
{
    if (!m_background || !m_count || !m_account->port() ||
        !m_count->wanted()) // the engine's last word comes when it is gone
        return;
    m_account->countTicket(m_count->ticket(), [this](CountTicket ticket) { m_count->keep(std::move(ticket)); });
}

void EngineHost::edited(const QList<ItemId> &ids)
{
    if (m_engine && m_background) // a command asks for a round when it has something for it
        m_engine->wake();
    if (m_checker)
        m_checker->moved(ids);
    if (m_background) {
        m_indexer->wake();
        m_checker->wake();
    }
    Q_EMIT changed(ids);
    tell();
}

void EngineHost::setForeground(bool on)
{
    m_foreground = on;
    if (m_engine)
        m_engine->setForeground(on);
}

void EngineHost::discover(const QUrl &url, const QString &caFile, std::function<void(Result<OperatorInfo>)> done)
{
    if (m_account)
        return m_account->discover(url, caFile, std::move(done));
    const auto ca = readCertificates(caFile);
    if (!ca)
        return done(ca.error());
    if (!m_search)
        m_search = std::make_unique<OperatorSearch>(m_random);
    m_search->find(url, ca.value(), std::nullopt, [done = std::move(done)](Result<KnownOperator> found) {
        if (!found)
            return done(found.error());
        done(OperatorInfo{found.value().url, found.value().op.operatorName, QUrl(found.value().op.issuer)});
    });
}

void EngineHost::setMetered(bool on)
{
    m_metered = on;
    if (m_store)
        applyTransferRules(*this, on);
}

void EngineHost::syncOnce(std::function<void(Result<SyncStatus>)> done)
{
    if (!m_account->account().connected)
        return done(Error{errors::noOperator, {}, {}});
    if (!m_engine)
        return done(Error{errors::notLoggedIn, {}, {}});
    const auto counted = [this, done = std::move(done)](const sync::Status &now) {
        // A record that could not be anchored is no reason to call the documents' round a failure.
        if (now.phase != sync::Phase::NeedsLogin && !m_account->account().removed)
            return m_account->lookAtDevices([this, done, now] {
                m_ring->refreshIfDue(m_account->activityMoved(), [this, done, now](const Outcome &) { // without keys the documents are in step all the same
                    m_account->anchorActivity([this, done, now](const Outcome &) { done(seen(now)); });
                });
            });
        // Why a login is needed is known to the account a moment later: it may be that this computer was removed.
        // The engine's own word is of this round: at rest it would only say that nothing runs.
        QMetaObject::invokeMethod(
            this, [this, done, now] { done(m_engine ? seen(now) : status()); }, Qt::QueuedConnection);
    };
    if (const Outcome room = letDamagedComeAgain(*this); !room)
        return done(room.error());
    m_engine->syncOnce([this, counted](const sync::Status &now) { countIfDue(*this, now, counted); });
}

void EngineHost::readHistory(const ItemId &id, std::function<void(Outcome)> done)
{
    const auto row = m_store->item(id);
    if (!row)
        return done(row.error());
    if (!row.value() || !row.value()->remote)
        return done({}); // the operator does not have it yet: what is here is all
    if (!m_engine)
        return done(Error{errors::notLoggedIn, {}, {}});
    m_engine->readHistory(id, std::move(done));
}

QString EngineHost::nameOf(const ItemId &id) const
{
    const auto item = m_store->item(id);
    return item && item.value() ? item.value()->local.name : QString();
}

void EngineHost::statusChanged(const sync::Status &status)
{
    if (status.conflicts > 0 && !std::exchange(m_namesAsked, true)) // a conflict names the other computer
        m_account->devices([this](const Result<QList<DeviceInfo>> &) { tell(); });
    if (m_background) {
        m_mailbox->wake();
        m_contributor->send([](const Outcome &) {}); // what waits for a network
        m_sharer->send([](const Outcome &) {});
        m_account->lookAtDevices([] {});
        const bool asks = m_ring->state() == sealed::RingState::Unknown || m_ring->state() == sealed::RingState::Waiting ||
                          m_ring->state() == sealed::RingState::StartedOver;
        if (status.phase == sync::Phase::UpToDate && asks)
            m_ring->refresh([](const Outcome &) {});
    }
    renewCount();
    constexpr qint64 often = 10 * 60 * 1000; // ms
    if (m_background && status.phase == sync::Phase::UpToDate &&
        (!m_anchored.isValid() || m_anchored.hasExpired(often) || m_account->activityMoved())) {
        m_anchored.start();
        if (m_ring->state() == sealed::RingState::Ready) // the person's own key, as served now, is still the one that is here
            m_ring->refresh([this](const Outcome &) { Q_EMIT changed({}); });
        m_account->anchorActivity([this](const Outcome &done) {
            if (done.ok())
                Q_EMIT changed({}); // the record of activity says of each line whether it is anchored
        });
    }
    tell();
}

void EngineHost::itemsChanged(const QList<ItemId> &ids)
{
    Q_EMIT changed(ids);
    if (m_checker)
        m_checker->moved(ids);
    if (m_background) {
        m_indexer->wake();
        m_checker->wake();
    }
}

void EngineHost::loginNeeded()
{
    tell();
}

void EngineHost::stepUpNeeded(const OpKey &)
{
    tell();
}

void EngineHost::tell()
{
    Q_EMIT statusChanged(status());
}

void EngineHost::indexAll(std::function<void()> done)
{
    m_indexer->whenDone(std::move(done));
    m_indexer->wake();
}

} // namespace carriel

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The notifications of a vault: takes in what the feed brought, checks it, fetches what is sealed, and finds out what
// became of a receipt whose answer never came. It never opens anything: that is Opener's, on the person's word.
// Private to core/services. Thread: the engine's.
#pragma once

#include "core/base/Clock.h"
#include "core/base/Random.h"
#include "core/services/mail/Envelope.h"
#include "core/services/mail/MailPort.h"
#include "core/vault/VaultStore.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace carriel::mail {

class Mailbox final : public QObject
{
    Q_OBJECT
public:
    Mailbox(vault::VaultStore &store, const Clock &clock, Random &random);

    void setPort(MailPort *port); // null: no login now
    MailPort *port() const { return m_port; }
    vault::NotificationStore &rows() { return m_rows; }
    vault::Database &database() { return m_store.database(); }
    const Clock &clock() const { return m_clock; }
    QString newId() { return newIdText(m_clock.nowUtc().toMSecsSinceEpoch(), m_random); }

    void wake();                              // from outside: what failed before is tried again
    void again();                             // from what runs here: it is not
    void settled(std::function<void()> done); // once nothing is left that can be done now

    // Takes in a newer state of a notification. What contradicts the one before is kept beside it, never instead.
    Outcome upsert(const QByteArray &json);
    // What the evidence in the vault is worth now; stored, and answered.
    Result<evidence::ProofReport> check(const QString &id);
    Result<evidence::Anchors> anchors();
    // Takes back the trust in the keys that sign the directory: what the operator shows next is believed as the first
    // was. For a person to whom the operator has explained a change that its old keys could not sign.
    Outcome forgetKeys();
    // Whose time stamps are believed, and a text that is another one when they are others. What was checked under
    // others is checked again.
    struct Authorities
    {
        signing::TrustStore store;
        QString print;
    };
    void setAuthorities(std::function<Result<Authorities>()> ask) { m_authorities = std::move(ask); }
    Outcome authoritiesMoved();
    void refresh(const QString &id, std::function<void(Outcome)> done); // asks the operator for this one

    // Takes in a directory if it may follow the one before; CAR-NTF-003 otherwise.
    Outcome acceptDirectory(const QByteArray &jws);

    // Who takes in what else the feed brings, by its kind, in the transaction that lets it go here; and who reads all of
    // it anew, when the feed may have missed something: answers whether it has.
    using Taker = std::function<Outcome(const QJsonObject &json)>;
    using Reader = std::function<void(std::function<void(bool whole)>)>;
    void setTaker(const QString &kind, Taker taker, Reader reader)
    {
        m_takers.insert(kind, std::move(taker));
        m_readers.append(std::move(reader));
    }

    // What finds out what became of a receipt whose answer never came; true: it does, and calls again() when it knows.
    void setSettler(std::function<bool(const QString &id)> settler) { m_settler = std::move(settler); }

Q_SIGNALS:
    void changed();

private:
    void step();
    bool takeArrivals();
    Outcome take(const QList<vault::Arrival> &arrived);
    bool isNewPage(const QString &page);
    void listAll(qint64 arrival, const QString &next);
    void listConsents(qint64 arrival, const QString &next);
    void readOthers(qint64 arrival, qsizetype at);
    bool needDirectory();
    bool checkNext();
    bool fetchNext();
    bool sendDispute();
    bool settleNext();
    void rest();

    vault::VaultStore &m_store;
    vault::NotificationStore m_rows;
    const Clock &m_clock;
    Random &m_random;
    MailPort *m_port = nullptr;
    bool m_busy = false, m_directoryAsked = false, m_directoryMissed = false;
    std::function<bool(const QString &id)> m_settler;
    std::function<Result<Authorities>()> m_authorities;
    QHash<QString, Taker> m_takers;
    QList<Reader> m_readers;
    QSet<QString> m_pages;  // of a list that is being read: one that comes back leads nowhere
    QSet<QString> m_failed; // not tried again before the next wake()
    std::vector<std::function<void()>> m_waiting;
    int m_generation = 0; // answers for an earlier port are dropped
};

} // namespace carriel::mail

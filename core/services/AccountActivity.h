// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Anchors this device's record of activity at the operator: takes what the operator wrote since, has the own head
// signed, and takes every checkpoint of the folder. What does not continue what is here is an alarm, and nothing of it
// is kept. Private to core/services. Thread: the engine's.
#pragma once

#include "core/remote/ActivityApi.h"
#include "core/services/AccountLink.h"
#include "core/services/KeptCheckpoints.h"
#include "core/vault/ActivityLog.h"

namespace carriel {

class AccountActivity
{
public:
    AccountActivity(AccountLink::Private &account, vault::Database &database, const Clock &clock, Random &random);

    // Answers at once when there is nothing to anchor, or one is under way. Errors are those of the network, and alarm
    // (said until the person has seen it) when the operator's word does not hold.
    void exchange(AccountLink::Finished done);
    // SEQ:HASH:N:DIGEST, where the operator's record and its checkpoints end, as it says with every page of its feed.
    // What contradicts what is here is an alarm at once.
    void told(const QByteArray &head);
    bool moved() const { return m_moved; } // by what was told, there is something to take or to ask about

private:
    using Answer = sync::Answer<QJsonObject>;
    void takeRecords();
    void tellHead();
    void takeAnswered(const QJsonObject &told);
    void takeCheckpoints();
    Outcome take(const QJsonObject &record);
    Outcome keep(const QJsonObject &told);
    void allTaken();
    bool isOperatorAhead();
    bool isOwnWord(const evidence::LogHead &head, const QByteArray &statement);
    void end(const Outcome &outcome);
    void alarm(const QString &reason);
    Outcome forkHere(int elsewhere);
    template <typename Next> auto unless(Next next);

    AccountLink::Private &d;
    vault::Database &m_db;
    vault::ActivityLog m_log;
    remote::ActivityApi m_api;
    remote::CallPtr m_call;
    crypto::JwkSet m_keys;
    AccountLink::Finished m_done;
    bool m_forked = false;
    bool m_told = false;  // the own head, in this exchange
    bool m_moved = false;
    bool m_tell = false; // the own head has something new
};

} // namespace carriel

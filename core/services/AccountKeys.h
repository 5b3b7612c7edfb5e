// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The person's keys through the account. Private to core/services.
#pragma once

#include "core/remote/PersonKeysApi.h"
#include "core/services/AccountLinkPrivate.h"
#include "core/services/sealed/KeysPort.h"

#include <map>

namespace carriel {

class AccountKeys final : public sealed::KeysPort
{
public:
    explicit AccountKeys(AccountLink::Private &account) : d(account), m_api(account.client) {}

    Result<sealed::OwnDevice> self() override;
    void keys(Done done) override;
    void add(int generation, const QJsonObject &body, Done done) override;
    void copy(int generation, const QString &reader, const QJsonObject &body, Done done) override;
    void device(const QString &id, Done done) override;
    void proveKey(const QString &nonce, std::function<void(Result<QByteArray>)> proven) override;
    void stepUp(std::function<void(Outcome)> done) override;
    void addProof(int generation, const QJsonObject &body, Done done) override;
    void provider(std::function<void(Result<shares::Provider>)> done) override;
    void pairing(const QString &device, Done done) override;
    void step(const QString &device, const QString &step, const QJsonObject &body, Done done) override;

private:
    FolderId folder() const { return d.account.folder; }
    template <typename Begin> void run(Done done, Begin begin)
    {
        const int number = ++m_last;
        m_calls[number] = begin([this, number, done = std::move(done)](sync::Answer<QJsonObject> answer) {
            const auto ended = m_calls.extract(number);
            done(std::move(answer));
        });
    }

    AccountLink::Private &d;
    remote::PersonKeysApi m_api;
    std::map<int, remote::CallPtr> m_calls;
    int m_last = 0;
};

} // namespace carriel

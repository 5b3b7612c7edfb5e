// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the vault remembers of the account: the operator as it was pinned, tokens, device keys, whose folder it is.
// Thread: the engine's. Private to core/services.
#pragma once

#include "core/remote/DeviceKeys.h"
#include "core/remote/Discovery.h"
#include "core/remote/Tokens.h"
#include "core/services/AcceptedTerms.h"
#include "core/vault/Settings.h"

#include <QSslCertificate>

namespace carriel {

// What the operator and its provider said last, so that a start without a network knows them.
struct KnownOperator {
    QUrl url;
    QByteArray caPem; // may be empty
    remote::OperatorDescription op;
    remote::ProviderDescription provider;

    remote::Pin pin() const { return {op.api, op.issuer}; }
};

class AccountStore final : public remote::TokenStore
{
public:
    explicit AccountStore(vault::Database &database) : m_database(database), m_facts(database), m_secrets(database) {}

    Result<std::optional<KnownOperator>> knownOperator() const;
    Outcome save(const KnownOperator &known);

    // Made when they are asked for first; they never leave the vault.
    Result<remote::DeviceKeys> deviceKeys();
    DeviceId deviceId() const { return DeviceId(m_facts.value(QStringLiteral("device"))); }

    // The operator removed this device: what it says from now on is said by another, with new keys.
    bool removed() const { return !m_facts.value(QStringLiteral("device_removed")).isEmpty(); }
    Outcome setRemoved(const QDateTime &when);
    Outcome becomeAnotherDevice(const QString &id);

    // Whether the operator sealed notifications once and no longer says that it does. `features`: what it announces
    // now. Answers true when that is another answer than before.
    bool hear(const QStringList &features);
    bool sealsGone() const { return m_facts.value(QStringLiteral("seals_gone")) == QLatin1String("yes"); }

    struct Holder {
        FolderId folder;
        QString person; // co:CC:…
        QString name;
        QString deviceName;
        QByteArray statement; // of the operator about this device; empty: not registered
        QByteArray acceptance; // of the terms, signed by this device; empty if enrolled elsewhere
    };
    Holder holder() const;
    Outcome save(const Holder &holder);

    // Before the acceptance is sent, so that nothing was accepted whose text is not here.
    Outcome keepTerms(const Terms &terms, const QDateTime &acceptedUtc);
    // Nothing where the folder was opened from another computer.
    std::optional<AcceptedTerms> acceptedTerms() const;

    // The person's computers as the operator tells them now. Answers those that joined since the last time and after
    // this one; `changed`: what newComputers() (Computers.h) answers may have.
    Result<QList<DeviceInfo>> keepDevices(const QList<DeviceInfo> &all, bool &changed);

    Result<std::optional<remote::StoredTokens>> load() override;
    Outcome save(const remote::StoredTokens &tokens) override;
    Outcome clear() override;
    Outcome canSave() override;

    // The refresh token of a logout that the provider could not be told of yet; empty: none.
    QByteArray unrevoked() const;
    Outcome setUnrevoked(const QByteArray &token);

private:
    vault::Database &m_database;
    vault::ProfileFacts m_facts;
    vault::Secrets m_secrets;
};

// The roots of the system and those of `pem`, which may be empty. CAR-BAS-006 if there is text in it but no certificate.
Result<QList<QSslCertificate>> trustWith(const QByteArray &pem);

} // namespace carriel

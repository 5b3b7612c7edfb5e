// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What AccountLink stands on. Private to core/services.
#pragma once

#include "core/remote/AccountApi.h"
#include "core/remote/OperatorApi.h"
#include "core/services/AccountLink.h"
#include "core/services/AccountStore.h"
#include "core/services/OperatorSearch.h"

#include <QElapsedTimer>

namespace carriel {

class AccountActivity;
class AccountKeys;
class AccountMail;

struct AccountLink::Private {
    Private(AccountLink *link, vault::Database &database, const Clock &clock, Random &random, OpenBrowser openBrowser);
    ~Private();

    AccountLink *q;
    vault::Database &database;
    AccountStore store;
    const Clock &clock;
    Random &random;
    OpenBrowser openBrowser;
    Account account;
    std::optional<KnownOperator> known;

    remote::HttpTransport transport;
    OperatorSearch search;
    remote::HttpTransport eventTransport; // an endless stream has its own connections
    remote::Tokens tokens;
    remote::ApiClient client;
    remote::ApiClient eventClient;
    remote::AccountApi api;
    remote::OperatorApi port;
    bool portReady = false;
    std::unique_ptr<AccountMail> mail;
    std::unique_ptr<AccountKeys> personKeys;
    std::unique_ptr<AccountActivity> activity;

    // ---- one login at a time
    std::unique_ptr<remote::Login> login;
    remote::CallPtr loginCall;
    Finished loginDone;
    remote::DeviceBinding binding;
    std::optional<remote::LoginResult> result; // of the login whose nonce is `binding`'s; enrolment needs it
    QString computerName;                      // as the person wants it; of a device to be registered
    bool stepped = false;                      // this login is already a step-up

    std::vector<remote::CallPtr> calls; // all others under way
    bool looking = false;               // at the list of devices
    QElapsedTimer lookedInVain;         // since it could not be read

    void load(Refresh refresh);
    void lookAgain();
    void removed(); // by the operator: this computer is no longer one of the folder's
    void use(const KnownOperator &operatorKnown);
    void refreshAccount();
    void hold(remote::CallPtr call);
    // `word`: the last of the feed's about devices before the list was asked for.
    void devicesCame(const QList<DeviceInfo> &devices, qint64 word);
    QString newId() { return newIdText(clock.nowUtc().toMSecsSinceEpoch(), random); }

    void revokeForgotten();
    void openLogin(QStringList acr, std::optional<std::chrono::seconds> maxAge);
    void loggedIn(const Result<remote::LoginResult> &login);
    void foldersCame(const sync::Answer<QList<remote::FolderInfo>> &answer);
    void bindLogin(const remote::FolderInfo &folder, const remote::RegisteredDevice &device,
                   const QByteArray &acceptance);
    void registerDevice(const remote::FolderInfo &folder);
    void settle(const remote::FolderInfo &folder, const remote::RegisteredDevice &device, const QByteArray &acceptance);
    void noteAct(const char *kind);
    void endLogin(Outcome outcome);
    Result<remote::DeviceRegistration> registration();
};

} // namespace carriel

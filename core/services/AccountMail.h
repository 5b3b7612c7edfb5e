// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The operator's notifications, contributions and shares through the account: its connection, its login, its keys. Private to
// core/services.
#pragma once

#include "core/remote/ContributionApi.h"
#include "core/remote/NetworkFetch.h"
#include "core/remote/NotificationApi.h"
#include "core/remote/ShareApi.h"
#include "core/services/AccountLinkPrivate.h"
#include "core/services/contributions/ContributionPort.h"
#include "core/services/mail/MailPort.h"
#include "core/services/shares/SharePort.h"

#include <map>

namespace carriel {

class AccountMail final : public mail::MailPort, public papers::ContributionPort, public shares::SharePort
{
public:
    using Done = mail::MailPort::Done;
    using BytesDone = mail::MailPort::BytesDone;
    explicit AccountMail(AccountLink::Private &account)
        : d(account), m_api(account.client), m_contributions(account.client), m_shares(account.client), m_fetch(account.transport)
    {
    }

    Result<mail::Identity> identity() override;
    void directory(Done done) override;
    void warnings(Done done) override;
    void procedures(const QString &next, Done done) override;
    void notifications(const QString &next, Done done) override;
    void notification(const QString &id, Done done) override;
    void consents(const QString &next, Done done) override;
    void bytes(const QString &blob, qint64 size, BytesDone done) override;
    void prepareOpening(const QString &id, Done done) override;
    void acknowledge(const QString &id, const QString &key, const QByteArray &body, Done done) override;
    void acknowledgement(const QString &id, const QString &challenge, Done done) override;
    void dispute(const QString &id, const QString &key, const QByteArray &body, Done done) override;
    void giveConsent(const QString &id, const QString &key, const QByteArray &body, Done done) override;
    void withdrawConsent(const QString &id, const QString &key, const QByteArray &body, Done done) override;
    void proveAct(const QString &nonce, const QString &acr, int maxAge, Proven proven) override;

    QString api() const override;
    void publishedRequests(const QString &next, Done done) override;
    void publishedRequest(const QString &id, Done done) override;
    void contributions(const QString &next, Done done) override;
    void contribution(const QString &id, Done done) override;
    void contribute(const QString &id, const QString &key, const QByteArray &body, Done done) override;
    void page(const QUrl &url, PageDone done) override;
    void createUpload(const QString &key, qint64 size, const QByteArray &sha256,
                      std::function<void(sync::Answer<sync::UploadCreated>)> done) override;
    void append(const QString &url, qint64 offset, const QByteArray &bytes, bool last,
                std::function<void(sync::Answer<sync::UploadProgress>)> done) override;
    void uploadStatus(const QString &url, std::function<void(sync::Answer<sync::UploadProgress>)> done) override;

    void recipient(const QString &person, Done done) override;
    void listing(Done done) override;
    void setListing(bool findable, Done done) override;
    void shares(const QString &next, Done done) override;
    void received(const QString &next, Done done) override;
    void share(const QString &id, bool mine, Done done) override;
    void offer(const QString &id, const QString &key, const QByteArray &body, Done done) override;
    void act(const QString &kind, const QString &id, const QString &key, const QByteArray &body, Done done) override;
    void document(const QString &id, int n, qint64 size, BytesDone done) override;

private:
    FolderId folder() const { return d.account.folder; }
    // Keeps the call until it is answered, however many others come: an answer of an opening is never dropped.
    template <typename T, typename Begin> void run(sync::Done<T> done, Begin begin)
    {
        const int number = ++m_last;
        m_calls[number] = begin([this, number, done = std::move(done)](sync::Answer<T> answer) {
            const auto ended = m_calls.extract(number);
            done(std::move(answer));
        });
    }
    AccountLink::Private &d;
    remote::NotificationApi m_api;
    remote::ContributionApi m_contributions;
    remote::ShareApi m_shares;
    remote::NetworkFetch m_fetch;
    std::map<int, remote::CallPtr> m_calls;
    int m_last = 0;
};

} // namespace carriel

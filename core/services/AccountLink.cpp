// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The account as it is: what the vault knows, the operator's description, devices. Logging in is in AccountLogin.cpp.
#include "core/services/AccountLink.h"

#include "core/base/BaseErrors.h"
#include "core/services/AccountLinkPrivate.h"
#include "core/services/AccountActivity.h"
#include "core/services/AccountKeys.h"
#include "core/services/AccountMail.h"
#include "core/services/ServiceErrors.h"
#include "core/vault/VaultStore.h"

#include <QLoggingCategory>
#include <QTimer>

Q_LOGGING_CATEGORY(lcAccount, "carriel.account", QtWarningMsg)

namespace carriel {

namespace {
constexpr std::chrono::milliseconds patience{3000}; // of a person who logs out
}

AccountLink::Private::Private(AccountLink *link, vault::Database &theDatabase, const Clock &theClock, Random &theRandom,
                              OpenBrowser browser)
    : q(link), database(theDatabase), store(theDatabase), clock(theClock), random(theRandom),
      openBrowser(std::move(browser)), transport(random, {}), search(random), eventTransport(random, {}),
      tokens(transport, store, clock), client(transport, tokens), eventClient(eventTransport, tokens), api(client),
      port(client, eventClient)
{
    mail = std::make_unique<AccountMail>(*this);
    personKeys = std::make_unique<AccountKeys>(*this);
    activity = std::make_unique<AccountActivity>(*this, database, clock, random);
    // Not from within the answer that says it: what has asked ends with the engine.
    const auto told = [this] {
        QMetaObject::invokeMethod(
            q, [this] { removed(); }, Qt::QueuedConnection);
    };
    port.onActivityHead = [this](const QByteArray &head) { activity->told(head); };
    client.setOnDeviceRevoked(told);
    eventClient.setOnDeviceRevoked(told);
}

AccountLink::Private::~Private() = default;

AccountLink::AccountLink(vault::VaultStore &store, const Clock &clock, Random &random, OpenBrowser openBrowser, Refresh refresh)
    : d(new Private(this, store.database(), clock, random, std::move(openBrowser)))
{
    d->load(refresh);
}

AccountLink::~AccountLink() = default;

const Account &AccountLink::account() const
{
    return d->account;
}

sync::OperatorPort *AccountLink::port() const
{
    return d->portReady ? &d->port : nullptr;
}

mail::MailPort *AccountLink::mail() const
{
    return d->portReady ? d->mail.get() : nullptr;
}

papers::ContributionPort *AccountLink::contributions() const
{
    return d->portReady ? d->mail.get() : nullptr;
}

shares::SharePort *AccountLink::sharing() const
{
    return d->portReady ? d->mail.get() : nullptr;
}

sealed::KeysPort *AccountLink::keys() const
{
    return d->portReady ? d->personKeys.get() : nullptr;
}

void AccountLink::Private::load(Refresh refresh)
{
    auto stored = store.knownOperator();
    if (!stored) {
        // Written by a version that knew less, or damaged: the person connects again; documents are untouched.
        qCWarning(lcAccount) << "the operator on record cannot be read" << stored.error().codeText();
    } else if (stored.value()) {
        use(*stored.value());
        if (refresh == Refresh::AtOnce)
            lookAgain();
    }
    refreshAccount();
}

void AccountLink::Private::lookAgain()
{
    // What the operator says of itself may have changed; the pin keeps it the same operator.
    search.find(known->url, known->caPem, known->pin(), [this](Result<KnownOperator> found) {
        if (!found) {
            qCWarning(lcAccount) << "discovery" << found.error().codeText() << found.error().detail;
            return;
        }
        if (store.save(found.value()).ok())
            use(found.value());
        if (store.hear(found.value().op.features)) {
            refreshAccount();
            Q_EMIT q->changed();
        }
        revokeForgotten();
    });
}

void AccountLink::Private::use(const KnownOperator &operatorKnown)
{
    known = operatorKnown;
    const auto trust = [pem = known->caPem] { return trustWith(pem).valueOr({}); };
    transport.setTrust(trust);
    eventTransport.setTrust(trust);
    tokens.configure(known->op, known->provider);
    client.setApi(known->op.api);
    client.setPerSecond(known->op.limits.requestsPerSecond);
    eventClient.setApi(known->op.api);
    const AccountStore::Holder holder = store.holder();
    if (!holder.folder.isEmpty())
        port.configure(holder.folder, known->op.limits);
    portReady = !holder.folder.isEmpty() && tokens.loggedIn();
}

void AccountLink::Private::refreshAccount()
{
    const AccountStore::Holder holder = store.holder();
    account = {};
    account.connected = known.has_value();
    if (known)
        account.op = {known->url, known->op.operatorName, QUrl(known->op.issuer)};
    account.loggedIn = portReady;
    account.folder = holder.folder;
    account.holderName = holder.name;
    account.holder = PersonId::parse(holder.person).value_or(PersonId());
    account.device = store.deviceId();
    account.deviceName = holder.deviceName;
    const auto stored = store.load();
    if (stored && stored.value())
        account.assuranceLevel = stored.value()->acr;
    // The person's logging out forgets everything; a login the provider ended leaves who it was.
    account.removed = store.removed();
    account.sealsGone = store.sealsGone();
    account.loggedOut = !account.loggedIn && stored && !stored.value();
}

void AccountLink::Private::removed()
{
    if (store.removed() || !store.setRemoved(clock.nowUtc()).ok())
        return;
    (void)tokens.logout();
    portReady = false;
    refreshAccount();
    Q_EMIT q->changed();
}

void AccountLink::Private::hold(remote::CallPtr call)
{
    // Answered ones are dropped when new ones come; a few at rest cost nothing.
    if (calls.size() > 32)
        calls.erase(calls.begin(), calls.begin() + 16);
    calls.push_back(std::move(call));
}

void AccountLink::discover(const QUrl &url, const QString &caFile, Done<OperatorInfo> done)
{
    const auto ca = readCertificates(caFile);
    if (!ca)
        return done(ca.error());
    // The operator on record is asked with what is trusted for it, and stays the one it was.
    const bool onRecord = d->known && caFile.isEmpty() && url == d->known->url;
    d->search.find(url, onRecord ? d->known->caPem : ca.value(), onRecord ? std::optional(d->known->pin()) : std::nullopt,
                   [this, onRecord, done](Result<KnownOperator> found) {
        if (!found)
            return done(found.error());
        if (onRecord)
            d->revokeForgotten(); // the network is there
        done(OperatorInfo{found.value().url, found.value().op.operatorName, QUrl(found.value().op.issuer)});
    });
}

void AccountLink::connectOperator(const QUrl &url, const QString &caFile, Finished done)
{
    const auto ca = readCertificates(caFile);
    if (!ca)
        return done(ca.error());
    std::optional<remote::Pin> pin;
    if (d->known)
        pin = d->known->pin();
    d->search.find(url, ca.value(), pin, [this, done](Result<KnownOperator> found) {
        if (!found)
            return done(found.error());
        if (const Outcome saved = d->store.save(found.value()); !saved)
            return done(saved);
        d->use(found.value());
        (void)d->store.hear(found.value().op.features);
        d->refreshAccount();
        Q_EMIT changed();
        done({});
    });
}

void AccountLink::terms(Done<Terms> done)
{
    if (!d->known)
        return done(Error{errors::noOperator, {}, {}});
    d->hold(d->api.terms([done](sync::Answer<remote::Terms> answer) {
        if (const auto *trouble = std::get_if<sync::Trouble>(&answer))
            return done(trouble->error);
        const auto &terms = std::get<remote::Terms>(answer);
        done(Terms{terms.id, terms.version, terms.text, terms.sha256});
    }));
}

void AccountLink::logout(Finished done)
{
    if (d->tokens.loggedIn())
        d->noteAct("account.logout");
    // Written first: if this program ends before the provider has heard of it, it is told another day.
    const auto stored = d->store.load();
    if (stored && stored.value() && !stored.value()->refreshToken.isEmpty())
        (void)d->store.setUnrevoked(stored.value()->refreshToken);
    auto waiting = std::make_shared<Finished>(std::move(done));
    auto outcome = std::make_shared<Outcome>();
    const auto finish = [waiting, outcome] {
        if (const Finished once = std::exchange(*waiting, nullptr))
            once(*outcome);
    };
    *outcome = d->tokens.logout([this, finish](bool told) {
        if (told)
            (void)d->store.setUnrevoked({});
        finish();
    });
    d->portReady = false;
    d->refreshAccount();
    Q_EMIT changed();
    QTimer::singleShot(patience, this, finish); // nobody waits for a network that is not there
}

void AccountLink::Private::revokeForgotten()
{
    const QByteArray token = store.unrevoked();
    if (token.isEmpty())
        return;
    tokens.revoke(token, [this, token](bool told) {
        if (told && store.unrevoked() == token)
            (void)store.setUnrevoked({});
    });
}

void AccountLink::anchorActivity(Finished done)
{
    if (!port())
        return done({});
    d->activity->exchange(std::move(done));
}

bool AccountLink::activityMoved() const
{
    return d->activity->moved();
}

std::optional<AcceptedTerms> AccountLink::acceptedTerms() const
{
    return d->store.acceptedTerms();
}

} // namespace carriel

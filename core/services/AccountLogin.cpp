// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Logging in, enrolling and registering this computer, step by step; a step-up where the operator asks for one.
#include "core/services/mail/LoginKeys.h"
#include "core/services/AccountLinkPrivate.h"
#include "core/services/ServiceErrors.h"
#include "core/remote/RemoteErrors.h"
#include "core/vault/ActivityLog.h"

#include <QSysInfo>

namespace carriel {

namespace {
using std::chrono::seconds;
const QString kMedium = QStringLiteral("urn:carpeta:loa:medium");
const QString kHigh = QStringLiteral("urn:carpeta:loa:high");
constexpr seconds stepUpAge{300}; // docs/protocol/KEYS.md, K4

bool isStepUp(const sync::Trouble &trouble)
{
    return trouble.kind == sync::TroubleKind::StepUpNeeded;
}

// What the operator says to the person goes along.
Error errorOf(const sync::Trouble &trouble)
{
    Error error = trouble.error;
    if (!trouble.userMessage.isEmpty())
        error.params.insert(QStringLiteral("operator_words"), trouble.userMessage);
    return error;
}

// The provider need not send a name (OpenID Connect Core §5.1: every claim but "sub" is optional), the operator needs one.
QString nameOf(const crypto::IdToken &identity)
{
    const auto claim = [&](const char *name) { return identity.claims.value(QLatin1String(name)).toString().simplified(); };
    const QString parts = QString(claim("given_name") + QLatin1Char(' ') + claim("family_name")).simplified();
    const QString person = PersonId::parse(identity.subject).value_or(PersonId()).display();
    for (const QString &name : {claim("name"), parts, claim("preferred_username"), person, identity.subject}) {
        if (!name.isEmpty())
            return name.left(200);
    }
    return {};
}
} // namespace

QString defaultComputerName()
{
    const QString host = QSysInfo::machineHostName();
    const QString system = QSysInfo::prettyProductName();
    return host.isEmpty() ? system : QString(host + QStringLiteral(" · ") + system);
}

void AccountLink::login(const QString &computerName, Finished done)
{
    if (!d->known)
        return done(Error{errors::noOperator, {}, {}});
    if (d->loginDone)
        return done(Error{errors::loginRunning, {}, {}});
    if (d->store.removed()) {
        if (const Outcome fresh = d->store.becomeAnotherDevice(d->newId()); !fresh)
            return done(fresh);
    }
    d->computerName = computerName.simplified().left(100);
    d->loginDone = std::move(done);
    d->stepped = false;
    d->openLogin(d->known->op.acrAtLeast(kMedium), std::nullopt);
}

void AccountLink::stepUp(Finished done)
{
    if (!d->known)
        return done(Error{errors::noOperator, {}, {}});
    if (!port())
        return done(Error{errors::notLoggedIn, {}, {}});
    if (d->loginDone)
        return done(Error{errors::loginRunning, {}, {}});
    d->loginDone = std::move(done);
    d->stepped = true;
    d->openLogin(d->known->op.acrAtLeast(kHigh), stepUpAge);
}

void AccountLink::cancelLogin()
{
    if (!d->loginDone)
        return;
    d->login.reset();
    d->endLogin(Error{remote::errors::loginTimeout, {}, QStringLiteral("cancelled")});
}

void AccountLink::Private::openLogin(QStringList acr, std::optional<seconds> maxAge)
{
    auto keys = store.deviceKeys();
    if (!keys)
        return endLogin(keys.error());
    // The ID token will carry this nonce, so the provider itself ties the person to this computer's keys.
    binding = remote::bindingFor(keys.value(), random);
    remote::LoginRequest request;
    request.nonce = binding.nonce;
    request.acrValues = std::move(acr);
    request.maxAge = maxAge;
    const QString person = store.holder().person;
    if (!person.isEmpty())
        request.subject = person;
    login = std::make_unique<remote::Login>(transport, random, known->op, known->provider);
    login->start(request, openBrowser, [this](Result<remote::LoginResult> answer) {
        // The Login that calls must not be destroyed by what it calls.
        login.release()->deleteLater();
        loggedIn(answer);
    });
}

void AccountLink::Private::loggedIn(const Result<remote::LoginResult> &answer)
{
    if (!answer)
        return endLogin(answer.error());
    result = answer.value();
    if (const Outcome adopted = tokens.adopt(*result); !adopted)
        return endLogin(adopted);
    if (const Outcome kept = mail::keepLoginKeys(database, result->keys); !kept)
        return endLogin(kept);
    loginCall = api.folders([this](sync::Answer<QList<remote::FolderInfo>> folders) { foldersCame(folders); });
}

void AccountLink::Private::foldersCame(const sync::Answer<QList<remote::FolderInfo>> &answer)
{
    if (const auto *trouble = std::get_if<sync::Trouble>(&answer))
        return endLogin(errorOf(*trouble));
    for (const remote::FolderInfo &folder : std::get<QList<remote::FolderInfo>>(answer)) {
        if (folder.holderId != result->identity.subject)
            continue; // somebody else's, reached by a mandate: not this profile's
        const AccountStore::Holder holder = store.holder();
        if (!holder.statement.isEmpty() && holder.folder == folder.id) {
            remote::RegisteredDevice same;
            same.statement = holder.statement;
            same.name = holder.deviceName;
            return bindLogin(folder, same, holder.acceptance);
        }
        return registerDevice(folder);
    }
    endLogin(Error{errors::noFolderYet, {}, {}});
}

// So that this login's tokens end with this computer, should it be removed.
void AccountLink::Private::bindLogin(const remote::FolderInfo &folder, const remote::RegisteredDevice &device,
                                     const QByteArray &acceptance)
{
    loginCall = api.bindLogin(
        folder.id, store.deviceId(), binding.r, [this, folder, device, acceptance](sync::Answer<bool> answer) {
            const auto *trouble = std::get_if<sync::Trouble>(&answer);
            if (trouble && trouble->kind != sync::TroubleKind::Gone) // an operator that does not know this step
                return endLogin(errorOf(*trouble));
            settle(folder, device, acceptance);
        });
}

Result<remote::DeviceRegistration> AccountLink::Private::registration()
{
    CARRIEL_TRY(remote::DeviceKeys keys, store.deviceKeys());
    return remote::DeviceRegistration{
        store.deviceId(), computerName.isEmpty() ? defaultComputerName().left(100) : computerName,
        std::move(keys),  binding,
        result->idToken,  result->identity.subject,
        OpKey(newId())};
}

void AccountLink::Private::registerDevice(const remote::FolderInfo &folder)
{
    auto device = registration();
    if (!device)
        return endLogin(device.error());
    loginCall = api.addDevice(folder.id, device.value(), [this, folder](sync::Answer<remote::RegisteredDevice> answer) {
        const auto *trouble = std::get_if<sync::Trouble>(&answer);
        if (!trouble)
            return settle(folder, std::get<remote::RegisteredDevice>(answer), {});
        // There is another computer already: whoever adds one proves more.
        if (isStepUp(*trouble) && !std::exchange(stepped, true))
            return openLogin(known->op.acrAtLeast(kHigh), stepUpAge);
        endLogin(errorOf(*trouble));
    });
}

void AccountLink::enrol(const Terms &accepted, Finished done)
{
    if (!d->result)
        return done(Error{errors::notLoggedIn, {}, {}});
    if (d->loginDone)
        return done(Error{errors::loginRunning, {}, {}});
    auto device = d->registration();
    if (!device)
        return done(device.error());
    const QDateTime now = d->clock.nowUtc();
    if (const Outcome kept = d->store.keepTerms(accepted, now); !kept)
        return done(kept);
    d->loginDone = std::move(done);
    remote::EnrolmentOrder order{FolderId(d->newId()),
                                 nameOf(d->result->identity),
                                 remote::Terms{accepted.id, accepted.version, {}, accepted.text, accepted.sha256},
                                 now,
                                 std::move(device).value()};
    d->loginCall = d->api.enrol(order, [this](sync::Answer<remote::Enrolled> answer) {
        if (const auto *trouble = std::get_if<sync::Trouble>(&answer)) {
            const bool outdated = trouble->error.params.value(QStringLiteral("code")).toString() == u"terms_outdated";
            return d->endLogin(outdated ? Error{errors::termsChanged, {}, trouble->error.detail} : errorOf(*trouble));
        }
        const auto &enrolled = std::get<remote::Enrolled>(answer);
        d->settle(enrolled.folder, enrolled.device, enrolled.acceptance);
    });
}

void AccountLink::Private::settle(const remote::FolderInfo &folder, const remote::RegisteredDevice &device,
                                  const QByteArray &acceptance)
{
    const bool agreed = !acceptance.isEmpty() && acceptance != store.holder().acceptance;
    const AccountStore::Holder holder{folder.id, folder.holderId, folder.holderName, device.name, device.statement, acceptance};
    if (const Outcome saved = store.save(holder); !saved)
        return endLogin(saved);
    if (agreed)
        noteAct("terms.accepted");
    noteAct("account.login");
    use(*known);
    revokeForgotten();
    result.reset();
    endLogin({});
}

// In this computer's record. A disk that is full keeps nobody out of the folder.
void AccountLink::Private::noteAct(const char *kind)
{
    const QString where = known ? known->url.host() : QString();
    (void)database.transact([&] {
        return vault::ActivityLog(database, clock, random)
            .add({QString::fromLatin1(kind), {}, {}, {{QStringLiteral("name"), where}}});
    });
}

void AccountLink::Private::endLogin(Outcome outcome)
{
    const Finished done = std::exchange(loginDone, {});
    refreshAccount();
    Q_EMIT q->changed();
    if (done)
        done(std::move(outcome));
}

void AccountLink::revokeDevice(const DeviceId &id, Finished done)
{
    if (!port())
        return done(Error{errors::notLoggedIn, {}, {}});
    const OpKey key(d->newId());
    d->hold(d->api.revokeDevice(d->account.folder, id, key, [this, id, key, done](sync::Answer<remote::RegisteredDevice> answer) {
        const auto *trouble = std::get_if<sync::Trouble>(&answer);
        if (!trouble)
            return done({});
        if (!isStepUp(*trouble) || d->loginDone)
            return done(errorOf(*trouble));
        d->stepped = true;
        d->loginDone = [this, id, key, done](Outcome stepped) {
            if (!stepped)
                return done(stepped);
            d->hold(d->api.revokeDevice(d->account.folder, id, key, [done](sync::Answer<remote::RegisteredDevice> again) {
                const auto *refused = std::get_if<sync::Trouble>(&again);
                done(refused ? Outcome(errorOf(*refused)) : Outcome());
            }));
        };
        d->openLogin(d->known->op.acrAtLeast(kHigh), stepUpAge);
    }));
}

} // namespace carriel

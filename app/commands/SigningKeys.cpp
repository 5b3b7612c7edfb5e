// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/SigningKeys.h"

#include "app/commands/CommandErrors.h"
#include "core/base/BaseErrors.h"
#include "core/services/SigningDoor.h"
#include "core/signing/Pkcs12Key.h"
#include "core/signing/SigningErrors.h"
#include "ui/text/VerdictWords.h"

#include <QCoreApplication>
#include <algorithm>
#include <cstdlib>

namespace carriel::commands {

using namespace carriel::signing;

namespace {

Error wrong(const QString &what)
{
    return {carriel::errors::badWord,
            {{QStringLiteral("what"), what.left(200)},
             {QStringLiteral("usage"), QStringLiteral("sign FILE… --key p12:FILE|pkcs11:URI|remote -o OUT")}},
            {}};
}

Error needed(const char *what)
{
    return {carriel::errors::optionNeeded, {{QStringLiteral("what"), QString::fromLatin1(what)}}, {}};
}

} // namespace

Outcome SigningKeys::check() const
{
    if (m_request.key.startsWith(QLatin1String("pkcs11:"))) {
        // Every process on this computer could read it there.
        const bool pin = m_request.key.contains(QLatin1String("pin-value=")) ||
                         m_request.key.contains(QLatin1String("pin-source="));
        return pin ? Outcome(Error{carriel::errors::pinInAddress, {}, {}}) : Outcome();
    }
    if (m_request.key.startsWith(QLatin1String("p12:")) && m_request.key.size() > 4)
        return {};
    if (m_request.key == QLatin1String("remote")) {
        if (m_request.service.isEmpty())
            return needed("--service");
        return mayCarrySecrets(m_request.service)
                   ? Outcome()
                   : Outcome(wrong(QStringLiteral("--service ") + m_request.service.toString()));
    }
    return m_request.key.isEmpty() ? needed("--key") : wrong(m_request.key);
}

void SigningKeys::open(Done done)
{
    if (const Outcome checked = check(); !checked.ok())
        return done(checked.error());
    done = [this, done = std::move(done)](Result<std::shared_ptr<KeySource>> key) {
        if (key.ok())
            m_key = key.value();
        done(std::move(key));
    };
    if (m_request.key.startsWith(QLatin1String("pkcs11:")))
        return openToken(std::move(done));
    if (m_request.key == QLatin1String("remote"))
        return openRemote(done);
    openFile(m_request.key.mid(4), std::move(done));
}

void SigningKeys::openRemote(const Done &done)
{
    say(QCoreApplication::translate("Commands", "Log in at the signing service in your browser."));
    const auto show = [this](const QUrl &url) { m_browser.open(url); };
    RemoteService::enter(m_request.service, QStringLiteral("carriel"),
                         std::make_shared<SigningDoor>(m_door.fetch(), show),
                         [this, done](const Result<std::shared_ptr<RemoteService>> &service) {
                             // Not the operator, and nothing waits: what a transport says of those is not so here.
                             if (!service.ok() && service.error().codeText() == QLatin1String("CAR-REM-001"))
                                 return done(Error{signing::errors::serviceSilent,
                                                   {{QStringLiteral("host"), m_request.service.authority()}},
                                                   service.error().detail});
                             service.ok() ? chooseRemote(service.value(), done) : done(service.error());
                         });
}

void SigningKeys::chooseRemote(const std::shared_ptr<RemoteService> &service, const Done &done)
{
    QStringList ids;
    QString text;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const RemoteCredential &one : service->credentials()) {
        // What cannot sign is no choice; if it is asked for by name, its own reason is told.
        if (m_request.credential.isEmpty() ? !one.enabled || !checkSuitable(one.certificate, now).ok()
                                           : one.id != m_request.credential)
            continue;
        ids += one.id;
        text += QCoreApplication::translate("Commands", "%1. %2, issued by %3, until %4\n   %5\n")
                    .arg(QString::number(ids.size()), text::neutral(one.certificate.name()),
                         text::neutral(one.certificate.issuer()),
                         one.certificate.notAfter().toString(QStringLiteral("yyyy-MM-dd")), text::neutral(one.id));
    }
    const auto open = [this, service, done](const QString &id) {
        say(QCoreApplication::translate("Commands", "The service asks you in the browser before it signs."));
        m_remote = service;
        m_remoteKey = id;
        done(service->key(id));
    };
    const Error none{signing::errors::noSuchKey,
                     {{QStringLiteral("what"), ids.join(u' ')}, {QStringLiteral("count"), QString::number(ids.size())}},
                     {}};
    if (ids.isEmpty())
        return done(none);
    if (ids.size() == 1)
        return open(ids.first());
    say(text.trimmed());
    m_console.ask(QCoreApplication::translate("Commands", "Sign with which one? Number: "),
                  [ids, open, none, done](const std::optional<QString> &answer) {
                      const int number = answer ? answer->trimmed().toInt() : 0;
                      number >= 1 && number <= ids.size() ? open(ids.at(number - 1)) : done(none);
                  });
}

int SigningKeys::together() const
{
    return m_remote ? m_remote->together(m_remoteKey) : 1;
}

QList<std::shared_ptr<KeySource>> SigningKeys::keys(int count) const
{
    return m_remote ? m_remote->keys(m_remoteKey, count) : QList<std::shared_ptr<KeySource>>(qsizetype(count), m_key);
}

void SigningKeys::withPin(std::function<void(Result<SecretBytes>)> next)
{
    if (!m_request.pinEnv.isEmpty()) {
        const char *value = std::getenv(m_request.pinEnv.toLocal8Bit().constData());
        return value ? next(SecretBytes::copyOf(QByteArrayView(value)))
                     : next(Error{carriel::errors::noVariable, {{QStringLiteral("name"), m_request.pinEnv}}, {}});
    }
    m_console.askPassphrase(QCoreApplication::translate("Commands", "Password or PIN of the key: "),
                            Console::Purpose::Pin, [next = std::move(next)](std::optional<SecretBytes> pin) {
                                if (!pin) // nobody there to ask, or nothing answered: no PIN was tried
                                    return next(needed("--pin-env"));
                                next(std::move(*pin));
                            });
}

void SigningKeys::openFile(const QString &path, Done done)
{
    withPin([path, done = std::move(done)](Result<SecretBytes> pin) {
        if (!pin.ok())
            return done(pin.error());
        auto key = openPkcs12(path, pin.value());
        if (!key.ok())
            return done(key.error());
        done(std::shared_ptr<KeySource>(std::move(key).value()));
    });
}

void SigningKeys::openToken(Done done)
{
    TokenOptions options;
    options.uri = m_request.key;
    options.mayBeLastTry = m_request.lastTry;
    options.slow = [this] { say(QCoreApplication::translate("Commands", "The card is slow. Still waiting for it…")); };
    listTokenKeys(options, [this, options, done = std::move(done)](const Result<TokenListing> &listing) {
        if (!listing.ok())
            return done(listing.error());
        if (listing.value().tokens.isEmpty())
            return done(Error{signing::errors::tokenGone, {}, {}});
        if (listing.value().keys.size() > 1)
            return choose(listing.value(), options, done);
        enter(listing.value(), options, done);
    });
}

void SigningKeys::choose(const TokenListing &listing, TokenOptions options, Done done)
{
    QString text;
    QStringList uris;
    for (const TokenKeyInfo &key : listing.keys) {
        uris += key.uri;
        text += QStringLiteral("%1. %2 (%3), %4\n   %5\n")
                    .arg(uris.size())
                    .arg(text::neutral(key.certificate.name()), text::neutral(key.token),
                         key.certificate.notAfter().toString(QStringLiteral("yyyy-MM-dd")), text::neutral(key.uri));
    }
    say(text.trimmed());
    m_console.ask(QCoreApplication::translate("Commands", "Sign with which one? Number: "),
                  [this, listing, options, done, uris](const std::optional<QString> &answer) mutable {
                      const int number = answer ? answer->trimmed().toInt() : 0;
                      if (number < 1 || number > listing.keys.size())
                          return done(Error{signing::errors::noSuchKey,
                                            {{QStringLiteral("what"), uris.join(u' ')},
                                             {QStringLiteral("count"), QString::number(uris.size())}},
                                            {}});
                      options.uri = uris.at(number - 1);
                      const QString token = listing.keys.at(number - 1).token;
                      TokenListing one{{}, {listing.keys.at(number - 1)}};
                      std::copy_if(listing.tokens.begin(), listing.tokens.end(), std::back_inserter(one.tokens),
                                   [&](const TokenState &state) { return state.label == token; });
                      enter(one, options, std::move(done));
                  });
}

void SigningKeys::enter(const TokenListing &listing, TokenOptions options, Done done)
{
    // Told before somebody types it in vain.
    const bool locked =
        std::all_of(listing.tokens.begin(), listing.tokens.end(), [](auto &one) { return one.pinLocked; });
    const bool last = std::any_of(listing.tokens.begin(), listing.tokens.end(), [](auto &one) { return one.lastTry; });
    if (locked || (last && !options.mayBeLastTry))
        return done(Error{locked ? signing::errors::pinLocked : signing::errors::pinLastTry, {}, {}});
    if (std::all_of(listing.tokens.begin(), listing.tokens.end(), [](auto &one) { return one.pad; })) {
        say(QCoreApplication::translate("Commands", "Type the PIN on the reader."));
        options.patience = std::chrono::minutes(3);
        return openTokenKey(options, {}, std::move(done));
    }
    withPin([options, done = std::move(done)](Result<SecretBytes> pin) {
        if (!pin.ok())
            return done(pin.error());
        openTokenKey(options, std::move(pin).value(), done);
    });
}

void SigningKeys::say(const QString &text)
{
    m_console.err(text.toUtf8() + '\n');
}

} // namespace carriel::commands

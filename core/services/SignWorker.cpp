// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/SignWorker.h"

#include "core/base/BaseErrors.h"
#include "core/services/ServiceErrors.h"
#include "core/services/VerdictCodec.h"
#include "core/signing/Pkcs12Key.h"
#include "core/signing/SigningErrors.h"

#include <QFile>

namespace carriel {

namespace {
constexpr int keptFor = 10 * 60 * 1000; // ms after the last use
}

bool mayComeLater(const Error &error)
{
    return error.code == signing::errors::timestampRefused || error.code == signing::errors::noRevocation ||
           error.codeText().startsWith(QLatin1String("CAR-REM-"));
}

Result<SignIdentity> SignWorker::open(const IdentityRequest &request)
{
    std::shared_ptr<signing::KeySource> key;
    if (request.kind == QLatin1String("p12")) {
        CARRIEL_TRY(key, signing::openPkcs12(request.place, request.secret));
    } else {
        return Error{errors::notSupported, {{QStringLiteral("what"), request.kind}}, {}};
    }
    SignIdentity identity;
    identity.handle = QString::fromLatin1(m_random.bytes(12).toHex());
    identity.certificate = factsOf(key->certificate());
    if (const Outcome suitable = signing::checkSuitable(key->certificate(), m_clock.nowUtc()); !suitable.ok())
        identity.unsuitable = suitable.error();
    auto until = std::make_shared<QTimer>();
    until->setSingleShot(true);
    until->setInterval(keptFor);
    connect(
        until.get(), &QTimer::timeout, this, [this, handle = identity.handle] { m_keys.remove(handle); },
        Qt::QueuedConnection);
    until->start();
    m_keys.insert(identity.handle, {std::move(key), std::move(until)});
    return identity;
}

void SignWorker::run(Task task, std::function<void(Result<Made>)> done)
{
    std::shared_ptr<signing::KeySource> key;
    if (!task.identity.isEmpty()) {
        const Held held = m_keys.value(task.identity);
        if (!held.key)
            return done(Error{errors::keyClosed, {}, {}});
        held.until->start();
        if (held.key->certificate().sha256() != task.certificate)
            return done(
                Error{signing::errors::keyUnsuitable, {{QStringLiteral("reason"), QStringLiteral("pair")}}, {}});
        key = held.key;
    }
    HttpFetch *fetch = task.options.level == signing::Level::B ? nullptr : &m_network.fetch();
    const QByteArray der = key ? key->certificate().der() : QByteArray();
    const signing::PdfSignOptions options = task.options;
    signing::PdfSignJob::run(
        options, key, fetch, m_clock, [this, options, key, der, done](const Result<signing::SignedFile> &result) {
            if (result.ok())
                return done(Made{options.level, {}, der});
            if (!key || !mayComeLater(result.error()) || options.level == signing::Level::B)
                return done(result.error());
            // Signed now, stamped when somebody answers.
            signing::PdfSignOptions plain = options;
            plain.level = signing::Level::B;
            plain.overwrite = true;
            signing::PdfSignJob::run(plain, key, nullptr, m_clock,
                                     [der, done, why = result.error()](const Result<signing::SignedFile> &signedNow) {
                                         if (!signedNow.ok())
                                             return done(signedNow.error());
                                         done(Made{signing::Level::B, why, der});
                                     });
        });
}

} // namespace carriel

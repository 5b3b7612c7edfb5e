// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The explicit act: opening, by this computer's key or by a certificate of the person.
#include "core/crypto/CertifiedJws.h"
#include "core/services/Notifications.h"
#include "core/services/ServiceErrors.h"
#include "core/services/VaultAccess.h"
#include "core/services/mail/Opener.h"

namespace carriel {

namespace {

using signing::KeySource;

// The key stays with the worker: what goes back and forth are certificates and signatures.
mail::Certified certified(EngineHost *host, const std::shared_ptr<KeySource> &key)
{
    return {crypto::chainFor(key->certificate(), key->chain()),
            [host, key](const QByteArray &toBeSigned, const std::function<void(Result<QByteArray>)> &done) {
                postAsync<Result<QByteArray>>(&host->signer().worker(), [key, toBeSigned](auto finish) {
                    key->sign(toBeSigned, finish);
                }).then(host, done);
            }};
}

} // namespace

QFuture<Outcome> Notifications::open(QString id, QByteArray warningDigest, std::function<void(OpeningPhase)> told,
                                     QString identity)
{
    mail::Opener::Told here;
    if (told)
        here = [front = m_access.front, told = std::move(told)](OpeningPhase phase) {
            QMetaObject::invokeMethod(
                front, [told, phase] { told(phase); }, Qt::QueuedConnection);
        };
    return postAsync<Outcome>(m_access.host, [host = m_access.host, id, warningDigest, here, identity](auto finish) {
        if (!host->isOpen())
            return finish(VaultAccess::locked());
        const auto open = [host, id, warningDigest, here, finish](std::optional<mail::Certified> by) {
            host->opener().open(
                id, warningDigest, [finish](Outcome outcome) { finish(std::move(outcome)); }, here, std::move(by));
        };
        if (identity.isEmpty())
            return open({});
        using Key = Result<std::shared_ptr<KeySource>>;
        SignWorker *worker = &host->signer().worker();
        post(worker, [worker, identity] { return worker->fit(identity); }).then(host, [=](const Key &key) {
            if (!key)
                return finish(key.error());
            host->isOpen() ? open(certified(host, key.value())) : finish(VaultAccess::locked());
        });
    });
}

void Notifications::leaveSealed(QString id)
{
    (void)post(m_access.host, [host = m_access.host, id]() -> Outcome {
        if (host->isOpen())
            host->opener().leave(id);
        return {};
    });
}

} // namespace carriel

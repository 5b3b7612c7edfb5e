// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The ticket for the time when the vault is closed.
#include "core/crypto/StrictJson.h"
#include "core/services/AccountLinkPrivate.h"
#include "core/services/LockedCount.h"
#include "core/services/ServiceErrors.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace carriel {

namespace {

remote::ApiRequest post(const FolderId &folder, const char *path, const QString &key)
{
    remote::ApiRequest request;
    request.method = "POST";
    request.path = QLatin1String("/folders/") + folder.text() + QLatin1String(path);
    request.headers = {{"Content-Type", "application/json"},
                       {"Accept", "application/json"},
                       {"Idempotency-Key", QByteArray('"' + key.toLatin1() + '"')}};
    request.body = "{}";
    return request;
}

} // namespace

void AccountLink::countTicket(const QByteArray &before, std::function<void(CountTicket)> done)
{
    if (!port())
        return;
    const auto came = [this, before, done = std::move(done)](const sync::Answer<remote::HttpResponse> &answer) {
        const auto *response = std::get_if<remote::HttpResponse>(&answer);
        const auto object = response ? crypto::parseStrictObject(response->body, 4096)
                                     : Result<QJsonObject>(Error{errors::notLoggedIn, {}, {}});
        if (!object || !d->known)
            return; // an operator without tickets, or no network: nothing is said while locked
        QByteArray secret = object.value().value(QLatin1String("ticket")).toString().toLatin1();
        const int seconds = object.value().value(QLatin1String("expires_in")).toInt();
        // It becomes part of a header.
        const bool clean = std::all_of(secret.begin(), secret.end(), [](char c) { return c > ' ' && c < 0x7f; });
        if (secret.isEmpty() || secret.size() > 1024 || !clean || seconds <= 0)
            return;
        done({SecretBytes::takeFrom(secret), d->known->op.api, d->known->caPem, seconds});
        if (before.isEmpty())
            return;
        // Not earlier: a lock in between would be left with one that has ended.
        remote::ApiRequest end = post(d->account.folder, "/count-tickets/end", d->newId());
        end.body = QJsonDocument(QJsonObject{{QStringLiteral("ticket"), QString::fromLatin1(before)}})
                       .toJson(QJsonDocument::Compact);
        d->hold(d->client.send(std::move(end), [](const sync::Answer<remote::HttpResponse> &) {}));
    };
    d->hold(d->client.send(post(d->account.folder, "/count-tickets", d->newId()), came));
}

} // namespace carriel

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/SigningDoor.h"

#include "core/crypto/Base64Url.h"
#include "core/remote/Loopback.h"
#include "core/signing/SigningErrors.h"

#include <QTimer>
#include <QUrlQuery>

namespace carriel {

namespace {
Error refused(const char *reason)
{
    return {signing::errors::remoteRefused, {{QStringLiteral("reason"), QString::fromLatin1(reason)}}, {}};
}
} // namespace

SigningDoor::SigningDoor(HttpFetch &fetch, Show show, std::chrono::seconds patience)
    : m_fetch(fetch), m_show(std::move(show)), m_patience(patience)
{
}

SigningDoor::~SigningDoor() = default;

void SigningDoor::authorise(QUrl address, std::function<void(Result<Back>)> done)
{
    const QByteArray state = crypto::toBase64Url(m_random.bytes(24));
    m_loopback = std::make_unique<remote::Loopback>();
    remote::Loopback *const here = m_loopback.get();
    const auto redirect = std::make_shared<QUrl>();
    const auto answer = std::make_shared<std::function<void(Result<Back>)>>(std::move(done));
    // Once, and from the event loop: the port closes itself while it is still telling.
    const auto finish = [answer, here](const Result<Back> &back) {
        if (!*answer)
            return;
        QMetaObject::invokeMethod(
            here, [act = std::exchange(*answer, {}), back] { act(back); }, Qt::QueuedConnection);
    };
    const auto place = here->listen(state, [finish, redirect](const remote::Loopback::Parameters &came) {
        const QString code = came.value(QStringLiteral("code"));
        if (code.isEmpty())
            return finish(
                refused(came.value(QStringLiteral("error")) == QLatin1String("access_denied") ? "denied" : "refused"));
        finish(Back{code, *redirect});
    });
    if (!place.ok())
        return finish(place.error());
    *redirect = place.value();
    QTimer::singleShot(m_patience, here, [finish] { finish(refused("late")); });
    QUrlQuery query(address);
    query.addQueryItem(QStringLiteral("state"), QString::fromLatin1(state));
    query.addQueryItem(QStringLiteral("redirect_uri"),
                       QString::fromLatin1(QUrl::toPercentEncoding(place.value().toString())));
    address.setQuery(query);
    m_show(address);
}

} // namespace carriel

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What entities ask of everybody, as the operator publishes it: what cannot be proven is not shown.
#include "core/services/ServiceErrors.h"
#include "core/services/contributions/Contributor.h"

#include <QJsonArray>

namespace carriel::papers {

namespace {
constexpr qsizetype mostPublished = 5000;
}

void Contributor::published(Done<QList<JudgedRequest>> done)
{
    if (!m_port)
        return done(Error{carriel::errors::notLoggedIn, {}, {}});
    const auto who = m_mailbox.port() ? m_mailbox.port()->identity()
                                      : Result<mail::Identity>(Error{carriel::errors::notLoggedIn, {}, {}});
    if (!who)
        return done(who.error());
    withDirectory([this, done = std::move(done), holder = who.value().holder](Result<evidence::Directory> directory) {
        if (!directory)
            return done(directory.error());
        publishedFrom({}, {}, std::make_shared<evidence::Directory>(std::move(directory).value()), holder, done);
    });
}

void Contributor::publishedFrom(const QString &next, QList<JudgedRequest> so,
                                std::shared_ptr<evidence::Directory> directory, const QString &holder,
                                Done<QList<JudgedRequest>> done)
{
    if (!m_port)
        return done(Error{carriel::errors::notLoggedIn, {}, {}});
    m_port->publishedRequests(next, [this, so = std::move(so), directory, holder, done = std::move(done), next,
                                     generation = m_generation](const sync::Answer<QJsonObject> &answer) mutable {
        if (generation != m_generation)
            return done(Error{carriel::errors::notLoggedIn, {}, {}});
        const auto *page = std::get_if<QJsonObject>(&answer);
        if (!page)
            return done(std::get<sync::Trouble>(answer).error);
        for (const QJsonValue &value : page->value(QLatin1String("requests")).toArray()) {
            const auto request = evidence::readContributionRequest(
                value.toObject().value(QLatin1String("request")).toString().toLatin1());
            if (request && evidence::troubleWith(request.value(), *directory, {holder, m_port->api(), {}, now()}).isEmpty())
                so.append({request.value(), directory->entity(request.value().entity)->name,
                           answered(request.value()).valueOr(std::nullopt)});
        }
        const QString more = page->value(QLatin1String("next")).toString();
        if (more.isEmpty() || more == next || so.size() >= mostPublished)
            return done(std::move(so));
        publishedFrom(more, std::move(so), std::move(directory), holder, std::move(done));
    });
}

} // namespace carriel::papers

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with shares. Reading them is in ShareList.cpp.
#include "core/services/Shares.h"

#include "core/services/Contributions.h"
#include "core/services/Documents.h"
#include "core/services/ShareKeeping.h"
#include "core/services/ShareList.h"
#include "core/services/VaultAccess.h"
#include "core/services/shares/ShareErrors.h"
#include "core/services/sealed/KeyRing.h"
#include "core/services/shares/Sharer.h"
#include "core/services/shares/TheirKey.h"

#include <QJsonObject>

namespace carriel {

namespace {

using Port = shares::SharePort;

// Asks the operator one thing; `read`: T(const QJsonObject &).
template <typename T, typename Begin, typename Read> QFuture<Result<T>> ask(EngineHost *host, Begin begin, Read read)
{
    return postAsync<Result<T>>(host, [host, begin, read](auto finish) {
        if (!host->isOpen())
            return finish(Result<T>(VaultAccess::locked()));
        Port *port = host->sharer().port();
        if (!port)
            return finish(Result<T>(Error{errors::notLoggedIn, {}, {}}));
        begin(*port, [finish, read](const sync::Answer<QJsonObject> &answer) {
            const auto *object = std::get_if<QJsonObject>(&answer);
            finish(object ? Result<T>(read(*object)) : Result<T>(std::get<sync::Trouble>(answer).error));
        });
    });
}

QFuture<Outcome> onSharer(EngineHost *host, void (shares::Sharer::*act)(shares::Sharer::Finished))
{
    return postAsync<Outcome>(host, [host, act](auto finish) {
        if (!host->isOpen())
            return finish(Outcome(VaultAccess::locked()));
        (host->sharer().*act)([finish](const Outcome &done) { finish(done); });
    });
}

Result<ShareInfo> infoOf(EngineHost &host, const QString &id)
{
    CARRIEL_TRY(const auto row, host.sharer().rows().find(id));
    if (!row)
        return Error{shares::errors::noSuchShare, {{QStringLiteral("id"), id}}, {}};
    return shareInfoOf(*row, host.store().database());
}

// The document itself, or what lies below a folder, with the way to it.
Outcome gather(const Documents &documents, const DocumentRow &row, const QString &above, QList<ShareDocument> &into)
{
    if (row.type == ItemType::Folder) {
        DocumentQuery query;
        query.folder = row.id;
        for (const DocumentRow &inside : documents.rows(documents.ids(query)))
            CARRIEL_CHECK(gather(documents, inside, above + row.name + QLatin1Char('/'), into));
        return {};
    }
    const auto details = documents.details(row.id);
    if (!details || details->sha256.size() != 32)
        return Error{shares::errors::nothingToShare, {{QStringLiteral("name"), row.name}}, {}};
    if (std::any_of(into.cbegin(), into.cend(), [&](const ShareDocument &one) { return one.item == row.id; }))
        return {};
    const bool sealed = details->custody == Custody::Private;
    // Half a share would be end to end, and nobody could say which.
    if (!into.isEmpty() && into.first().sealed != sealed)
        return Error{shares::errors::mixedCustody, {{QStringLiteral("name"), sealed ? row.name : into.first().name}}, {}};
    into.append({row.id, int(into.size()), above + row.name, row.mediaType, row.size, details->sha256, true, sealed});
    return {};
}

QString standingName(shares::Standing standing)
{
    static constexpr const char *names[] = {"none", "proven", "unconfirmed", "known", "followed", "changed", "false"};
    return QLatin1String(names[int(standing)]);
}

// With what is known here of his key. An identity provider that does not answer proves nothing, and hides nobody.
void withKey(EngineHost &host, ShareRecipient found, const QJsonObject &told, const std::function<void(Result<ShareRecipient>)> &finish)
{
    auto judged = [&host, found, told, finish](const shares::Provider &provider) mutable {
        if (!host.isOpen())
            return finish(VaultAccess::locked());
        const auto key = shares::judge(host.store().database(), found.id, told, provider, host.clock().nowUtc());
        if (!key)
            return finish(key.error());
        found.key = {standingName(key.value().standing), key.value().kid, key.value().code, key.value().reason};
        finish(found);
    };
    sealed::KeysPort *keys = told.isEmpty() ? nullptr : host.ring().port();
    if (!keys)
        return judged({});
    keys->provider([judged](const Result<shares::Provider> &provider) mutable { judged(provider ? provider.value() : shares::Provider()); });
}

// Every document's bytes are here: what is sealed is shared with the key that lies in them.
void fetchAll(EngineHost &host, QList<ItemId> items, const std::function<void(Outcome)> &done)
{
    if (items.isEmpty())
        return done({});
    const ItemId next = items.takeFirst();
    host.fetch(next, [&host, items, done](const Outcome &here) { here ? fetchAll(host, items, done) : done(here); });
}

} // namespace

Shares::Shares(const Documents &documents) : m_access(documents.contributions().m_access) {}

QFuture<Result<ShareRecipient>> Shares::find(QString person)
{
    using T = Result<ShareRecipient>;
    return postAsync<T>(m_access.host, [host = m_access.host, person](auto finish) {
        if (!host->isOpen())
            return finish(T(VaultAccess::locked()));
        Port *port = host->sharer().port();
        if (!port)
            return finish(T(Error{errors::notLoggedIn, {}, {}}));
        port->recipient(person, [host, person, finish](const sync::Answer<QJsonObject> &answer) {
            if (const auto *trouble = std::get_if<sync::Trouble>(&answer)) {
                const bool unknown = trouble->error.params.value(QStringLiteral("code")).toString() == QLatin1String("recipient_unknown");
                const auto number = PersonId::parse(person);
                return finish(unknown ? T(Error{shares::errors::recipientUnknown, {{QStringLiteral("id"), number ? number->display() : person}}, trouble->error.detail})
                                      : T(trouble->error));
            }
            const QJsonObject &o = std::get<QJsonObject>(answer);
            const ShareRecipient found{o.value(QLatin1String("id")).toString(), o.value(QLatin1String("kind")).toString(),
                                       o.value(QLatin1String("name")).toString(), {}};
            if (found.id != person) // its key would be believed to be somebody's else
                return finish(T(Error{shares::errors::recipientUnknown, {{QStringLiteral("id"), person}}, {}}));
            withKey(*host, found, o.value(QLatin1String("key")).toObject(), finish);
        });
    });
}

QFuture<Outcome> Shares::agree(QString person, QByteArray kid)
{
    return postAsync<Outcome>(m_access.host, [host = m_access.host, person, kid](auto finish) {
        if (!host->isOpen())
            return finish(Outcome(VaultAccess::locked()));
        finish(host->store().transact([&](sync::Writer &writer) -> Outcome {
            CARRIEL_CHECK(shares::agree(host->store().database(), person, kid, host->clock().nowUtc()));
            return writer.addActivity({QStringLiteral("share.key_agreed"), {}, {}, {{QStringLiteral("name"), person}}});
        }));
    });
}

QFuture<Outcome> Shares::lookAtSender(QString id)
{
    const auto share = one(id);
    return find(share ? share->personId : QString()).then([](const Result<ShareRecipient> &found) {
        const auto trouble = found ? found.value().keyTrouble() : std::optional<Error>(found.error());
        const bool lies = found && trouble && trouble->code == shares::errors::keyFalse;
        return found && !lies ? Outcome() : Outcome(*trouble);
    });
}

QFuture<Outcome> Shares::agreeToSender(QString id)
{
    return postAsync<Outcome>(m_access.host, [host = m_access.host, id](auto finish) {
        finish(host->isOpen() ? host->sharer().agreeToSender(id) : Outcome(VaultAccess::locked()));
    });
}

QFuture<Result<bool>> Shares::findable()
{
    return ask<bool>(
        m_access.host, [](Port &port, auto came) { port.listing(came); },
        [](const QJsonObject &o) { return o.value(QLatin1String("findable")).toBool(); });
}

QFuture<Result<bool>> Shares::setFindable(bool on)
{
    return ask<bool>(
        m_access.host, [on](Port &port, auto came) { port.setListing(on, came); },
        [](const QJsonObject &o) { return o.value(QLatin1String("findable")).toBool(); });
}

Result<QList<ShareDocument>> Shares::what(const QList<ItemId> &items, const Documents &documents) const
{
    QList<ShareDocument> out;
    const QList<DocumentRow> rows = documents.rows(items);
    for (const DocumentRow &row : rows) {
        CARRIEL_CHECK(gather(documents, row, {}, out));
        if (out.size() > shares::mostDocuments)
            return Error{shares::errors::tooMany,
                         {{QStringLiteral("count"), out.size()}, {QStringLiteral("limit"), shares::mostDocuments}},
                         {}};
    }
    if (out.isEmpty())
        return Error{shares::errors::nothingToShare, {{QStringLiteral("name"), rows.isEmpty() ? QString() : rows.first().name}}, {}};
    return out;
}

std::optional<Error> Shares::tooLong(const ShareOrder &order)
{
    return shares::Sharer::tooLong(order.purpose, order.message);
}

QFuture<Result<ShareInfo>> Shares::share(ShareOrder order)
{
    using T = Result<ShareInfo>;
    shares::Wish wish{order.to, order.toName, order.purpose, order.message, order.expiresUtc, order.follow, {}};
    QList<ItemId> sealed;
    for (const ShareDocument &one : std::as_const(order.documents)) {
        wish.documents.append({one.item, one.name, one.sha256, one.size, one.mediaType});
        if (one.sealed)
            sealed.append(one.item);
    }
    return postAsync<T>(m_access.host, [host = m_access.host, wish, sealed, kid = order.kid, instead = order.instead, later = order.later](auto finish) mutable {
        if (!host->isOpen())
            return finish(T(VaultAccess::locked()));
        if (!sealed.isEmpty()) {
            if (wish.to.isEmpty() || wish.follow)
                return finish(T(Error{shares::errors::sealedOtherwise, {{QStringLiteral("name"), wish.documents.first().name}}, {}}));
            auto key = shares::usedKey(host->store().database(), wish.to, kid);
            if (!key)
                return finish(T(key.error()));
            wish.key = std::move(key).value();
        }
        fetchAll(*host, sealed, [host, wish, instead, later, finish](const Outcome &here) {
            if (!here || !host->isOpen())
                return finish(T(here ? VaultAccess::locked() : here.error()));
            const auto id = host->sharer().decide(wish, instead);
            if (!id)
                return finish(T(id.error()));
            if (later)
                return finish(infoOf(*host, id.value()));
            host->sharer().send([host, id = id.value(), finish](const Outcome &sent) {
                auto info = infoOf(*host, id);
                // Without a network it waits here, and that is no failure; what the operator refused is.
                if (info && info.value().state == QLatin1String("returned") && !sent)
                    return finish(T(sent.error()));
                finish(std::move(info));
            });
        });
    });
}

QFuture<Outcome> Shares::act(const char *kind, QString id, bool later, QDateTime until)
{
    return postAsync<Outcome>(m_access.host, [host = m_access.host, word = QString::fromLatin1(kind), id, later, until](auto finish) {
        if (!host->isOpen())
            return finish(Outcome(VaultAccess::locked()));
        if (const Outcome decided = host->sharer().act(word, id, until); !decided || later)
            return finish(decided);
        host->sharer().send([host, id, finish](const Outcome &sent) {
            // What was taken back before it left is done, whatever stands in the way of the others.
            const auto row = host->isOpen() ? host->sharer().rows().find(id).valueOr(std::nullopt) : std::nullopt;
            finish(row && row->state == vault::ShareState::Cancelled ? Outcome() : sent);
        });
    });
}

QFuture<Outcome> Shares::revoke(QString id, bool later)
{
    return act("revoke", std::move(id), later);
}

QFuture<Outcome> Shares::extend(QString id, QDateTime untilUtc, bool later)
{
    return act("extend", std::move(id), later, untilUtc);
}

QFuture<Outcome> Shares::accept(QString id, bool later)
{
    return act("accept", std::move(id), later);
}

QFuture<Outcome> Shares::decline(QString id, bool later)
{
    return act("decline", std::move(id), later);
}

QFuture<Outcome> Shares::erasure(const char *kind, QString id, QString why)
{
    return postAsync<Outcome>(m_access.host, [host = m_access.host, word = QString::fromLatin1(kind), id, why](auto finish) {
        if (!host->isOpen())
            return finish(Outcome(VaultAccess::locked()));
        if (const Outcome decided = host->sharer().erasure(word, id, why); !decided)
            return finish(decided);
        host->sharer().send([finish](const Outcome &sent) { finish(sent); });
    });
}

QFuture<Outcome> Shares::askErasure(QString id)
{
    return erasure("erase", std::move(id), {});
}

QFuture<Outcome> Shares::answerErasure(QString id, QString kept)
{
    const bool all = kept.trimmed().isEmpty();
    return erasure(all ? "erased" : "kept", std::move(id), std::move(kept));
}

QFuture<Outcome> Shares::sendWaiting()
{
    return onSharer(m_access.host, &shares::Sharer::send);
}

QFuture<Outcome> Shares::refresh()
{
    return onSharer(m_access.host, &shares::Sharer::refresh);
}

QFuture<Result<QByteArray>> Shares::fetch(QString id, int n)
{
    using T = Result<QByteArray>;
    return postAsync<T>(m_access.host, [host = m_access.host, id, n](auto finish) {
        if (!host->isOpen())
            return finish(T(VaultAccess::locked()));
        host->sharer().fetch(id, n, [finish](T bytes) { finish(std::move(bytes)); });
    });
}

QFuture<Result<QList<AddedDocument>>> Shares::keep(QString id, SharePlace place, QString note)
{
    using T = Result<QList<AddedDocument>>;
    return postAsync<T>(m_access.host, [host = m_access.host, id, place, note](auto finish) {
        if (!host->isOpen())
            return finish(T(VaultAccess::locked()));
        auto info = infoOf(*host, id);
        if (!info)
            return finish(T(info.error()));
        std::make_shared<ShareKeeping>(*host, std::move(info).value(), place, note, [finish](T added) { finish(std::move(added)); })->begin();
    });
}

} // namespace carriel

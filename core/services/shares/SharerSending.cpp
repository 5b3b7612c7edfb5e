// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The way of shares to the operator and back: each request again with the same bytes until its answer is known.
#include "core/base/BaseErrors.h"
#include "core/base/CrashPoint.h"
#include "core/crypto/Digest.h"
#include "core/services/ServiceErrors.h"
#include "core/services/shares/ShareErrors.h"
#include "core/services/shares/Sharer.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace carriel::shares {

using vault::ShareAct;
using vault::ShareRow;
using vault::ShareState;

namespace {

constexpr qsizetype mostPages = 10000;

// Nothing was shared, and the same request would be answered the same.
bool isFinal(const sync::Trouble &trouble)
{
    return trouble.kind == sync::TroubleKind::Refused || trouble.kind == sync::TroubleKind::Locked ||
           trouble.kind == sync::TroubleKind::Gone || trouble.kind == sync::TroubleKind::QuotaExceeded;
}

Error withWords(const sync::Trouble &trouble)
{
    Error error = trouble.error;
    if (!trouble.userMessage.isEmpty())
        error.params.insert(QStringLiteral("operator_words"), trouble.userMessage);
    return error;
}

} // namespace

void Sharer::send(Finished done)
{
    if (!m_port)
        return done(Error{carriel::errors::notLoggedIn, {}, {}});
    m_waiting.push_back(std::move(done));
    if (std::exchange(m_sending, true))
        return;
    m_stood.reset();
    m_notNow.clear();
    m_reached = false;
    sendNext();
}

void Sharer::rest(const std::optional<Error> &error)
{
    m_sending = false;
    const std::optional<Error> told = error ? error : m_stood;
    for (const Finished &done : std::exchange(m_waiting, {}))
        done(told ? Outcome(*told) : Outcome());
}

void Sharer::sendNext()
{
    const auto acts = m_rows.sendable();
    if (!acts)
        return rest(acts.error());
    for (const ShareAct &act : acts.value()) { // an end goes before everything else
        if (!m_notNow.contains(act.op))
            return sendAct(act);
    }
    const auto unsent = m_rows.unsent();
    if (!unsent)
        return rest(unsent.error());
    for (const ShareRow &one : unsent.value()) {
        if (m_notNow.contains(one.id))
            continue;
        if (one.state == ShareState::Sent)
            return submit(one);
        // Not a byte of it has left: it may still come back to the person.
        if (one.madeUtc.secsTo(now()) > patience || wishFrom(one.wish).expires <= now())
            return comeBack(one, QStringLiteral("late"));
        if (!m_reached) // while nobody hears it, it stays with the person, who may cancel it
            return reach();
        if (nobodySeen(wishFrom(one.wish)))
            return askWho(one);
        ShareRow row = one;
        const auto body = signedWish(row);
        if (!body) {
            if (body.error().code == errors::versionChanged)
                return comeBack(row, QStringLiteral("changed"));
            return rest(body.error());
        }
        if (!body.value()) { // its documents are still on their way
            m_notNow.insert(row.id);
            continue;
        }
        row.body = *body.value();
        return submit(row);
    }
    rest();
}

void Sharer::reach()
{
    if (!m_mailbox.port())
        return rest(Error{carriel::errors::notLoggedIn, {}, {}});
    m_mailbox.port()->directory([this, generation = m_generation](const sync::Answer<QJsonObject> &answer) {
        if (generation != m_generation)
            return;
        if (const auto *trouble = std::get_if<sync::Trouble>(&answer); trouble && trouble->kind != sync::TroubleKind::Gone)
            return rest(trouble->error);
        if (const auto *object = std::get_if<QJsonObject>(&answer)) // what proves the answers to come
            (void)m_mailbox.acceptDirectory(object->value(QLatin1String("directory")).toString().toLatin1());
        m_reached = true;
        sendNext();
    });
}

Result<std::optional<QByteArray>> Sharer::signedWish(const ShareRow &row)
{
    using None = std::optional<QByteArray>;
    const Wish wish = wishFrom(row.wish);
    CARRIEL_TRY(const mail::Identity who, m_mailbox.port() ? m_mailbox.port()->identity()
                                                           : Result<mail::Identity>(Error{carriel::errors::notLoggedIn, {}, {}}));
    evidence::ShareGrant grant{{}, {}, row.id, who.holder, wish.to, wish.purpose, wish.message, now(), wish.expires, {}, {}};
    QList<BlobId> blobs;
    if (!row.code.isEmpty())
        grant.codeDigest = evidence::codeDigestOf(row.id, row.code);
    for (const WishedDocument &one : wish.documents) {
        CARRIEL_TRY(const auto item, m_store.item(one.item));
        const Error changed{errors::versionChanged, {{QStringLiteral("name"), one.name}}, {}};
        if (!item || item->local.state != ItemState::Active)
            return changed;
        const auto blobOf = [&](const VersionId &id) -> Result<std::optional<sync::BlobRow>> {
            CARRIEL_TRY(const auto version, m_store.version(id));
            return version ? m_store.blob(version->blob) : Result<std::optional<sync::BlobRow>>(std::nullopt);
        };
        CARRIEL_TRY(const auto here, blobOf(item->local.version));
        if (!here || here->sha256 != one.sha256 || (item->custody == Custody::Private) == wish.key.isEmpty())
            return changed;
        if (!item->remote)
            return None(); // the operator does not have the document yet
        CARRIEL_TRY(const auto there, blobOf(item->remote->version));
        if (!there || there->sha256 != one.sha256)
            return None(); // nor this version
        const qint64 size = wish.key.isEmpty() ? one.size : there->size;
        grant.documents.append({one.item.text(), item->remote->version.text(), one.name, one.mediaType, wish.follow, size, one.sha256});
        blobs.append(here->id);
    }
    QJsonObject body{{QStringLiteral("device"), who.device.text()}};
    if (!wish.key.isEmpty()) {
        CARRIEL_TRY(const auto manifest, sealedFor(wish, blobs, grant));
        if (!manifest)
            return None();
        body.insert(QStringLiteral("manifest"), QString::fromLatin1(*manifest));
    }
    CARRIEL_TRY(const QByteArray jws, evidence::makeGrant(grant, who.keys.sign));
    body.insert(QStringLiteral("statement"), QString::fromLatin1(jws));
    return None(QJsonDocument(body).toJson(QJsonDocument::Compact));
}

void Sharer::comeBack(ShareRow row, const QString &reason)
{
    row.state = ShareState::Returned;
    row.reason = reason;
    row.body.clear();
    const Outcome kept = noted(QStringLiteral("share.returned"), row.id, wishFrom(row.wish).toName, [&]() -> Outcome {
        CARRIEL_CHECK(m_rows.put(row));
        return m_rows.dropActs(row.id); // there is nothing that could be ended
    });
    if (!kept)
        return rest(kept.error());
    Q_EMIT changed();
    sendNext(); // one that comes back stops no other
}

void Sharer::submit(ShareRow row)
{
    row.state = ShareState::Sent; // with its body, before the first byte: from here on it may have arrived
    if (const Outcome kept = m_rows.put(row); !kept)
        return rest(kept.error());
    CARRIEL_CRASHPOINT("share.sent");
    m_port->offer(row.id, row.op, row.body, [this, row, generation = m_generation](const sync::Answer<QJsonObject> &answer) {
        if (generation != m_generation)
            return;
        CARRIEL_CRASHPOINT("share.answered");
        const auto *object = std::get_if<QJsonObject>(&answer);
        if (!object)
            return refused(row, std::get<sync::Trouble>(answer));
        if (const Outcome kept = take(*object, true); !kept)
            return rest(kept.error());
        CARRIEL_CRASHPOINT("share.taken");
        Q_EMIT changed();
        sendNext();
    });
}

void Sharer::refused(ShareRow row, const sync::Trouble &trouble)
{
    Error error = withWords(trouble);
    if (trouble.kind == sync::TroubleKind::AlreadyExists || trouble.kind == sync::TroubleKind::VersionConflict)
        return goOnKnowing(row.id, true, error); // an answer was lost
    if (!isFinal(trouble))
        return rest(error); // the outcome is unknown or it was not its turn: the same bytes again, later
    const QString code = error.params.value(QStringLiteral("code")).toString();
    if (code == QLatin1String("recipient_unknown")) {
        error.code = errors::recipientUnknown;
        error.params.insert(QStringLiteral("id"), wishFrom(row.wish).to);
    } else if (code == QLatin1String("recipient_key_changed")) {
        error = Error{errors::keyChanged, {{QStringLiteral("id"), wishFrom(row.wish).to}}, error.detail};
    } else {
        error.code = errors::shareRefused;
    }
    if (!m_stood)
        m_stood = error;
    comeBack(row, code);
}

void Sharer::sendAct(const ShareAct &act)
{
    m_port->act(act.kind, act.share, act.op, act.body,
                [this, act, generation = m_generation](const sync::Answer<QJsonObject> &answer) {
                    if (generation != m_generation)
                        return;
                    CARRIEL_CRASHPOINT("share.acted");
                    const bool mine = act.kind == QLatin1String("revoke") || act.kind == QLatin1String("extend") || act.kind == QLatin1String("erase");
                    if (const auto *object = std::get_if<QJsonObject>(&answer)) {
                        const Outcome kept = take(*object, mine);
                        const Outcome dropped = kept ? m_rows.dropAct(act.op) : kept;
                        if (!dropped)
                            return rest(dropped.error());
                        Q_EMIT changed();
                        return sendNext();
                    }
                    const sync::Trouble &trouble = std::get<sync::Trouble>(answer);
                    Error error = withWords(trouble);
                    const bool exists = trouble.kind == sync::TroubleKind::AlreadyExists ||
                                        trouble.kind == sync::TroubleKind::VersionConflict;
                    if (!exists && !isFinal(trouble)) {
                        if (!m_stood)
                            m_stood = error;
                        m_notNow.insert(act.op);
                        return trouble.kind == sync::TroubleKind::Unreachable ? rest() : sendNext();
                    }
                    // It is over, answered elsewhere, or never to be: how it stands is asked, and this one goes.
                    if (const Outcome dropped = m_rows.dropAct(act.op); !dropped)
                        return rest(dropped.error());
                    if (error.params.value(QStringLiteral("code")).toString() == QLatin1String("share_ended"))
                        error = Error{mine ? errors::ownEnded : errors::shareEnded, {{QStringLiteral("state"), QString()}}, error.detail};
                    else if (!exists)
                        error.code = errors::changeRefused;
                    if (!exists && !m_stood)
                        m_stood = error;
                    goOnKnowing(act.share, mine, error);
                });
}

void Sharer::goOnKnowing(const QString &id, bool mine, const Error &otherwise)
{
    ask(id, mine, [this, otherwise, generation = m_generation](const Outcome &known) {
        if (generation == m_generation)
            known ? sendNext() : rest(otherwise);
    });
}

void Sharer::ask(const QString &id, bool mine, Finished done)
{
    m_port->share(id, mine, [this, mine, done = std::move(done), generation = m_generation](const sync::Answer<QJsonObject> &answer) {
        if (generation != m_generation)
            return done(Error{carriel::errors::cancelled, {}, {}});
        const auto *object = std::get_if<QJsonObject>(&answer);
        const Outcome kept = object ? take(*object, mine) : Outcome(std::get<sync::Trouble>(answer).error);
        if (kept)
            Q_EMIT changed();
        done(kept);
    });
}

Outcome Sharer::take(const QJsonObject &json, bool mine)
{
    ShareRow row;
    row.id = json.value(QLatin1String("id")).toString();
    if (!isWireId(row.id))
        return Error{carriel::errors::internal, {}, QStringLiteral("a share without an id")};
    CARRIEL_TRY(const auto before, m_rows.find(row.id));
    const QJsonValue grant = json.value(QLatin1String("grant"));
    if (before && before->mine != mine)
        return Error{errors::shareRefused, {{QStringLiteral("code"), QStringLiteral("foreign_statement")}}, {}};
    // What was signed stays what was signed, whatever the operator tells later.
    const QByteArray known = before ? (before->body.isEmpty() ? before->json : before->body) : QByteArray();
    if (!known.isEmpty()) {
        const QJsonObject had = QJsonDocument::fromJson(known).object();
        const QJsonValue was = before->body.isEmpty() ? had.value(QLatin1String("grant")) : had.value(QLatin1String("statement"));
        if (was != grant)
            return Error{errors::shareRefused,
                         {{QStringLiteral("code"), QStringLiteral("foreign_statement")}},
                         QStringLiteral("the operator tells of another grant under this id")};
    }
    const QDateTime made = QDateTime::fromString(json.value(QLatin1String("made")).toString(), Qt::ISODateWithMs);
    row.mine = mine;
    row.madeUtc = made.isValid() ? made : now();
    row.rev = json.value(QLatin1String("rev")).toInteger();
    row.json = QJsonDocument(json).toJson(QJsonDocument::Compact);
    CARRIEL_CHECK(m_rows.take(row));
    seeKeyOf(row);
    return {};
}

void Sharer::withDirectory(std::function<void(Outcome)> done)
{
    if (!m_mailbox.port())
        return done(Error{carriel::errors::notLoggedIn, {}, {}});
    m_mailbox.port()->directory([this, done = std::move(done)](const sync::Answer<QJsonObject> &answer) {
        const auto *object = std::get_if<QJsonObject>(&answer);
        done(object ? m_mailbox.acceptDirectory(object->value(QLatin1String("directory")).toString().toLatin1()) : Outcome());
    });
}

void Sharer::refresh(Finished done)
{
    if (!m_port)
        return done(Error{carriel::errors::notLoggedIn, {}, {}});
    m_odd.reset();
    m_pages.clear();
    withDirectory([this, done = std::move(done), generation = m_generation](const Outcome &read) {
        if (generation != m_generation)
            return done(Error{carriel::errors::cancelled, {}, {}});
        if (!read)
            return done(read);
        refreshFrom(true, {}, [this, done, generation](const Outcome &mine) {
            if (generation != m_generation || !mine)
                return done(mine ? Outcome(Error{carriel::errors::cancelled, {}, {}}) : mine);
            refreshFrom(false, {}, [this, done](const Outcome &theirs) { done(theirs && m_odd ? Outcome(*m_odd) : theirs); });
        });
    });
}

void Sharer::refreshFrom(bool mine, const QString &next, Finished done)
{
    auto came = [this, mine, done = std::move(done), generation = m_generation](const sync::Answer<QJsonObject> &answer) {
        if (generation != m_generation)
            return done(Error{carriel::errors::cancelled, {}, {}});
        const auto *page = std::get_if<QJsonObject>(&answer);
        if (!page)
            return done(std::get<sync::Trouble>(answer).error);
        for (const QJsonValue &one : page->value(QLatin1String("shares")).toArray()) {
            const Outcome kept = take(one.toObject(), mine);
            if (!kept && kept.error().code != errors::shareRefused)
                return done(kept);
            if (!kept && !m_odd)
                m_odd = kept.error();
        }
        const QString more = page->value(QLatin1String("next")).toString();
        if (!more.isEmpty() && !m_pages.contains(more) && m_pages.size() < mostPages) { // one that comes back leads nowhere
            m_pages.insert(more);
            return refreshFrom(mine, more, done);
        }
        Q_EMIT changed();
        done({});
    };
    mine ? m_port->shares(next, std::move(came)) : m_port->received(next, std::move(came));
}

} // namespace carriel::shares

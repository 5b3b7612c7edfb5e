// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The way of a contribution to the operator: package, then the one request, again with the same bytes until its answer
// is known.
#include "core/base/BaseErrors.h"
#include "core/base/CrashPoint.h"
#include "core/crypto/Base64Url.h"
#include "core/crypto/Digest.h"
#include "core/crypto/StrictJson.h"
#include "core/services/ServiceErrors.h"
#include "core/services/contributions/ContributionErrors.h"
#include "core/services/contributions/Contributor.h"
#include "core/services/contributions/Offline.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace carriel::papers {

using vault::ContributionRow;
using vault::ContributionState;

namespace {

// Nothing was given, and the same request would be answered the same.
bool isFinal(const sync::Trouble &trouble)
{
    return trouble.kind == sync::TroubleKind::Refused || trouble.kind == sync::TroubleKind::Locked ||
           trouble.kind == sync::TroubleKind::QuotaExceeded;
}

} // namespace

void Contributor::send(Finished done)
{
    if (!m_port)
        return done(Error{carriel::errors::notLoggedIn, {}, {}});
    m_waiting.push_back(std::move(done));
    if (!std::exchange(m_sending, true))
        sendNext();
}

void Contributor::rest(const Error &error)
{
    m_sending = false;
    Q_EMIT changed();
    for (const Finished &done : std::exchange(m_waiting, {}))
        done(error);
}

void Contributor::rest()
{
    m_sending = false;
    for (const Finished &done : std::exchange(m_waiting, {}))
        done({});
}

// A consent is to the documents as they were seen; if one has changed meanwhile, the person decides anew.
Outcome Contributor::stillAsSeen(const ContributionRow &row)
{
    CARRIEL_TRY(const crypto::Jws jws, crypto::readUnverifiedJws(row.statement));
    CARRIEL_TRY(const QJsonObject said, crypto::parseStrictObject(jws.payload));
    for (const QJsonValue &value : said.value(QLatin1String("documents")).toArray()) {
        const QJsonObject one = value.toObject();
        CARRIEL_TRY(const auto blob, contentOf(ItemId(one.value(QLatin1String("item")).toString())));
        if (!blob ||
            QString::fromLatin1(crypto::toBase64Url(blob->sha256)) != one.value(QLatin1String("sha256")).toString())
            return Error{
                errors::versionChanged, {{QStringLiteral("name"), one.value(QLatin1String("name")).toString()}}, {}};
    }
    return {};
}

void Contributor::sendNext()
{
    const auto all = m_rows.all();
    if (!all)
        return rest(all.error());
    for (auto it = all.value().crbegin(); it != all.value().crend(); ++it) { // the oldest first
        if (it->state > ContributionState::Sent)
            continue;
        auto row = m_rows.find(it->id);
        if (!row || !row.value())
            return rest(row ? Error{carriel::errors::internal, {}, {}} : row.error());
        if (row.value()->state == ContributionState::Sent)
            return submit(*row.value());
        // Not a byte of the request has left: it may still come back to the person.
        if (row.value()->madeUtc.secsTo(now()) > patience)
            return comeBack(*row.value(), QStringLiteral("late"));
        if (const Outcome same = stillAsSeen(*row.value()); !same)
            return same.error().code == errors::versionChanged ? comeBack(*row.value(), QStringLiteral("changed"))
                                                               : rest(same.error());
        if (row.value()->state == ContributionState::Uploaded)
            return submit(*row.value());
        return isOffline(row.value()->reason) ? judgeAgain(*row.value()) : upload(*row.value());
    }
    rest();
}

// Consented to while the operator said nothing: with its word the request must still be what was shown, else the person decides.
void Contributor::judgeAgain(ContributionRow row)
{
    askDirectory([this, row, generation = m_generation](const Result<evidence::Directory> &directory, const std::optional<sync::Trouble> &away) mutable {
        if (generation != m_generation)
            return;
        if (away && away->kind != sync::TroubleKind::Gone)
            return refused(row, *away);
        const auto request = evidence::readContributionRequest(row.request);
        const auto who = m_mailbox.port() ? m_mailbox.port()->identity() : Result<mail::Identity>(Error{carriel::errors::notLoggedIn, {}, {}});
        if (!directory || !request || !who)
            return rest(!directory ? directory.error() : !request ? request.error() : who.error());
        const QString trouble = evidence::troubleWith(request.value(), directory.value(), {who.value().holder, m_port->api(), {}, now()});
        if (!trouble.isEmpty())
            return comeBack(row, trouble == QLatin1String("expired") ? trouble : QStringLiteral("asker"));
        if (directory.value().entity(request.value().entity)->name != shownName(row.reason))
            return comeBack(row, QStringLiteral("asker"));
        row.reason.clear();
        if (const Outcome kept = m_rows.put(row); !kept)
            return rest(kept.error());
        upload(row);
    });
}

void Contributor::comeBack(ContributionRow row, const QString &reason)
{
    row.state = ContributionState::Returned;
    row.reason = reason;
    row.package.clear();
    row.body.clear();
    if (const Outcome kept = end(row, "contribution.returned"); !kept)
        return rest(kept.error());
    Q_EMIT changed();
    sendNext();
}

void Contributor::upload(ContributionRow row)
{
    const qint64 size = row.package.size();
    m_port->createUpload(row.uploadOp, size, crypto::sha256(row.package),
                         [this, row, generation = m_generation](const sync::Answer<sync::UploadCreated> &answer) {
                             if (generation != m_generation)
                                 return;
                             if (const auto *trouble = std::get_if<sync::Trouble>(&answer))
                                 return refused(row, *trouble);
                             const auto &made = std::get<sync::UploadCreated>(answer);
                             if (!made.blob.isEmpty())
                                 return uploaded(row, made.blob.text());
                             // Perhaps begun before: it goes on where it was.
                             m_port->uploadStatus(made.url, [this, row, made, generation](
                                                                const sync::Answer<sync::UploadProgress> &state) {
                                 if (generation != m_generation)
                                     return;
                                 if (const auto *trouble = std::get_if<sync::Trouble>(&state))
                                     return refused(row, *trouble);
                                 const auto &progress = std::get<sync::UploadProgress>(state);
                                 progress.blob.isEmpty() ? append(row, made.url, progress.offset, made.maxAppend)
                                                         : uploaded(row, progress.blob.text());
                             });
                         });
}

void Contributor::append(ContributionRow row, const QString &url, qint64 offset, qint64 piece)
{
    const QByteArray part = row.package.mid(offset, piece);
    const bool last = offset + part.size() == row.package.size();
    m_port->append(
        url, offset, part, last,
        [this, row, url, piece, generation = m_generation](const sync::Answer<sync::UploadProgress> &answer) {
            if (generation != m_generation)
                return;
            if (const auto *trouble = std::get_if<sync::Trouble>(&answer))
                return refused(row, *trouble);
            const auto &progress = std::get<sync::UploadProgress>(answer);
            progress.blob.isEmpty() ? append(row, url, progress.offset, piece) : uploaded(row, progress.blob.text());
        });
}

void Contributor::uploaded(ContributionRow row, const QString &blob)
{
    row.state = ContributionState::Uploaded;
    row.body = QJsonDocument(QJsonObject{{QStringLiteral("request"), QString::fromLatin1(row.request)},
                                         {QStringLiteral("statement"), QString::fromLatin1(row.statement)},
                                         {QStringLiteral("device"), row.device},
                                         {QStringLiteral("blob"), blob}})
                   .toJson(QJsonDocument::Compact);
    if (const Outcome kept = m_rows.put(row); !kept)
        return rest(kept.error());
    CARRIEL_CRASHPOINT("contribution.uploaded");
    submit(row);
}

void Contributor::submit(ContributionRow row)
{
    row.state = ContributionState::Sent; // before the first byte: from here on it may have arrived
    if (const Outcome kept = m_rows.put(row); !kept)
        return rest(kept.error());
    CARRIEL_CRASHPOINT("contribution.sent");
    m_port->contribute(row.id, row.op, row.body,
                       [this, row, generation = m_generation](const sync::Answer<QJsonObject> &answer) {
                           if (generation != m_generation)
                               return;
                           CARRIEL_CRASHPOINT("contribution.answered");
                           if (const auto *object = std::get_if<QJsonObject>(&answer)) {
                               if (const Outcome kept = take(*object); !kept)
                                   return rest(kept.error());
                               CARRIEL_CRASHPOINT("contribution.taken");
                               Q_EMIT changed();
                               return sendNext();
                           }
                           refused(row, std::get<sync::Trouble>(answer));
                       });
}

void Contributor::refused(ContributionRow row, const sync::Trouble &trouble)
{
    // Before anything else is decided: what failed must stay provable, whatever becomes of it.
    if (const Outcome told = noteFailure(row, trouble); !told)
        return rest(told.error());
    Error error = trouble.error;
    if (!trouble.userMessage.isEmpty())
        error.params.insert(QStringLiteral("operator_words"), trouble.userMessage);
    const bool exists =
        trouble.kind == sync::TroubleKind::AlreadyExists || trouble.kind == sync::TroubleKind::VersionConflict;
    if (exists && row.state == ContributionState::Sent) // it has it: an answer was lost
        return m_port->contribution(row.id,
                                    [this, error, generation = m_generation](const sync::Answer<QJsonObject> &answer) {
                                        if (generation != m_generation)
                                            return;
                                        const auto *object = std::get_if<QJsonObject>(&answer);
                                        const Outcome kept = object ? take(*object) : Outcome(error);
                                        kept ? sendNext() : rest(kept.error());
                                    });
    if (trouble.kind == sync::TroubleKind::BlobMissing && row.state == ContributionState::Sent) {
        // The operator let the package go before: it did not take the contribution, so this one is over.
        error.code = errors::contributionRefused;
    } else if (!isFinal(trouble)) {
        return rest(error); // the outcome is unknown or it was not its turn: the same bytes again, later
    }
    row.state = ContributionState::Returned;
    row.reason = error.params.value(QStringLiteral("code")).toString();
    error.code = row.reason == QLatin1String("request_used") ? errors::requestUsed : errors::contributionRefused;
    row.package.clear();
    row.body.clear();
    if (const Outcome kept = end(row, "contribution.returned"); !kept)
        return rest(kept.error());
    rest(error);
}

Outcome Contributor::take(const QJsonObject &json)
{
    const QString id = json.value(QLatin1String("id")).toString();
    if (!isWireId(id))
        return Error{carriel::errors::internal, {}, QStringLiteral("a contribution without an id")};
    CARRIEL_TRY(const auto before, m_rows.find(id));
    const QByteArray statement = json.value(QLatin1String("statement")).toString().toLatin1();
    // What this computer consented to is what it says, whatever the operator tells.
    if (before && before->statement != statement)
        return Error{errors::contributionRefused,
                     {{QStringLiteral("code"), QStringLiteral("foreign_statement")}},
                     QStringLiteral("the operator tells of another statement under this id")};
    const QDateTime received = QDateTime::fromString(json.value(QLatin1String("received")).toString(), Qt::ISODate);
    return m_rows.take(id, qint64(json.value(QLatin1String("rev")).toDouble()),
                       json.value(QLatin1String("request")).toString().toLatin1(), statement,
                       received.isValid() ? received : now(), QJsonDocument(json).toJson(QJsonDocument::Compact));
}

void Contributor::refresh(Finished done)
{
    if (!m_port)
        return done(Error{carriel::errors::notLoggedIn, {}, {}});
    withDirectory([this, done = std::move(done)](const Result<evidence::Directory> &) { refreshFrom({}, done); });
}

void Contributor::refreshFrom(const QString &next, Finished done)
{
    m_port->contributions(
        next, [this, done = std::move(done), generation = m_generation](const sync::Answer<QJsonObject> &answer) {
            if (generation != m_generation)
                return done(Error{carriel::errors::cancelled, {}, {}});
            const auto *page = std::get_if<QJsonObject>(&answer);
            if (!page)
                return done(std::get<sync::Trouble>(answer).error);
            for (const QJsonValue &one : page->value(QLatin1String("contributions")).toArray()) {
                if (const Outcome kept = take(one.toObject()); !kept)
                    return done(kept);
            }
            const QString more = page->value(QLatin1String("next")).toString();
            if (!more.isEmpty())
                return refreshFrom(more, done);
            Q_EMIT changed();
            done({});
        });
}

} // namespace carriel::papers

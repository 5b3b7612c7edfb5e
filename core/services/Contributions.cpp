// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Contributions.h"

#include "core/base/BaseErrors.h"
#include "core/crypto/Base64Url.h"
#include "core/crypto/StrictJson.h"
#include "core/domain/PersonNames.h"
#include "core/services/ActRecord.h"
#include "core/services/Documents.h"
#include "core/services/VaultAccess.h"
#include "core/services/Verification.h"
#include "core/services/contributions/ContributionErrors.h"
#include "core/services/contributions/Offline.h"
#include "core/vault/NotificationStore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QTimer>
#include <QUrlQuery>

#include <algorithm>

namespace carriel {

namespace {

constexpr int patience = 6000; // ms

QString stateName(const vault::ContributionRow &row, const evidence::ContributionOutcome &outcome)
{
    switch (row.state) {
    case vault::ContributionState::Prepared:
    case vault::ContributionState::Uploaded:
        return QStringLiteral("queued");
    case vault::ContributionState::Sent:
        return QStringLiteral("unknown");
    case vault::ContributionState::Taken:
        return outcome.state.toLower();
    case vault::ContributionState::Returned:
        return QStringLiteral("returned");
    case vault::ContributionState::Cancelled:
        break;
    }
    return QStringLiteral("cancelled");
}

QJsonObject payloadOf(const QByteArray &compact)
{
    const auto jws = crypto::readUnverifiedJws(compact);
    return jws ? crypto::parseStrictObject(jws.value().payload).valueOr({}) : QJsonObject();
}

QList<FailedAttempt> attemptsIn(const QByteArray &failure)
{
    QList<FailedAttempt> out;
    const auto told = evidence::readFailure(failure);
    if (!told)
        return out;
    for (const evidence::FailedTry &one : told.value().tries)
        out.append({one.outcome, one.status, one.first, one.last, one.count, one.serverTime});
    return out;
}

ContributionInfo infoOf(const vault::ContributionRow &row, const QByteArray &failure,
                        const evidence::Directory &directory)
{
    ContributionInfo out;
    out.failures = attemptsIn(failure);
    out.provable = !failure.isEmpty() || !row.json.isEmpty();
    const QJsonObject json = QJsonDocument::fromJson(row.json).object();
    const evidence::ContributionOutcome outcome =
        row.json.isEmpty() ? evidence::ContributionOutcome() : evidence::outcomeOf(json, directory);
    out.id = row.id;
    out.state = stateName(row, outcome);
    out.madeUtc = row.madeUtc;
    out.submittedUtc = outcome.submitted;
    out.deliveredUtc = outcome.handedOver;
    out.answeredUtc = outcome.answered;
    out.fetches = outcome.fetches;
    out.filingNumber = outcome.filingNumber;
    out.reason = row.reason.isEmpty() ? outcome.reason : papers::isOffline(row.reason) ? QStringLiteral("offline") : row.reason;
    out.defects = outcome.defects;
    if (const auto request = evidence::readContributionRequest(row.request)) {
        out.entityId = request.value().entity;
        out.procedureId = request.value().procedure;
        out.title = request.value().title;
        out.purpose = request.value().purpose;
        out.caseNumber = request.value().caseNumber;
        out.retention = request.value().retention;
        if (!row.code.isEmpty() && row.state == vault::ContributionState::Taken) {
            out.back = request.value().back;
            QUrlQuery query(out.back);
            query.addQueryItem(QStringLiteral("contribution"), row.id);
            query.addQueryItem(QStringLiteral("code"), QString::fromLatin1(row.code));
            out.back.setQuery(query);
        }
    }
    if (const evidence::Party *entity = directory.entity(out.entityId))
        out.entityName = entity->name;
    const QJsonArray documents = payloadOf(row.statement).value(QLatin1String("documents")).toArray();
    for (const QJsonValue &value : documents) {
        const QJsonObject one = value.toObject();
        out.documents.append(
            {one.value(QLatin1String("ask")).toString(), one.value(QLatin1String("name")).toString(),
             qint64(one.value(QLatin1String("size")).toDouble()),
             crypto::fromBase64Url(one.value(QLatin1String("sha256")).toString().toLatin1()).valueOr({}),
             ItemId(one.value(QLatin1String("item")).toString())});
    }
    return out;
}

evidence::Directory directoryOf(vault::Database &database)
{
    const QByteArray jws = vault::NotificationStore(database).directory().valueOr({});
    auto directory = evidence::readDirectory(jws);
    return directory ? std::move(directory).value() : evidence::Directory();
}

Result<ContributionInfo> infoOf(EngineHost &host, const QString &id)
{
    CARRIEL_TRY(const auto row, host.contributor().rows().find(id));
    if (!row)
        return Error{papers::errors::noSuchContribution, {{QStringLiteral("id"), id}}, {}};
    CARRIEL_TRY(const QByteArray failure, host.contributor().rows().failure(id));
    return infoOf(*row, failure, directoryOf(host.store().database()));
}

// What was found about the signatures, without certificates: those are in the document itself.
QJsonObject reportOf(const std::optional<CheckedFile> &checked)
{
    if (!checked)
        return {};
    QJsonArray signatures;
    for (const SignatureFacts &one : checked->signatures)
        signatures.append(QJsonObject{{QStringLiteral("signer"), one.signer()},
                                      {QStringLiteral("indication"), one.indication},
                                      {QStringLiteral("sub"), one.sub},
                                      {QStringLiteral("level"), one.level},
                                      {QStringLiteral("accredited"), one.accredited},
                                      {QStringLiteral("timestamp"), one.timestamp}});
    return {{QStringLiteral("verdict"), checked->verdict},
            {QStringLiteral("checked"), checked->checkedUtc.toString(Qt::ISODate)},
            {QStringLiteral("online"), checked->online},
            {QStringLiteral("signatures"), signatures}};
}

QFuture<Outcome> onContributor(EngineHost *host, void (papers::Contributor::*act)(papers::Contributor::Finished))
{
    return postAsync<Outcome>(host, [host, act](auto finish) {
        if (!host->isOpen())
            return finish(Outcome(VaultAccess::locked()));
        (host->contributor().*act)([finish](const Outcome &done) { finish(done); });
    });
}

} // namespace

bool bearsSignature(const QString &verdict)
{
    return papers::bearsSignature(verdict);
}

RequestInfo Contributions::requestInfo(const papers::JudgedRequest &judged)
{
    const evidence::ContributionRequest &r = judged.request;
    RequestInfo out;
    out.jws = r.jws;
    out.id = r.id;
    out.entityId = r.entity;
    out.entityName = judged.entityName;
    out.procedureId = r.procedure;
    out.title = r.title;
    out.purpose = r.purpose;
    out.retention = r.retention;
    out.caseNumber = r.caseNumber;
    out.caseHolder = r.caseHolder;
    out.forMe = !r.holder.isEmpty();
    out.expiresUtc = r.expires;
    out.back = r.back;
    out.once = r.once;
    out.offline = judged.offline;
    if (judged.before) {
        out.answeredId = judged.before->id;
        out.answeredUtc = judged.before->madeUtc;
    }
    for (const evidence::AskedDocument &one : r.documents)
        out.documents.append(
            {one.id, one.title, one.required, one.max, one.types, one.issuers, one.mediaTypes, one.notOlderThanDays, one.mustBeSigned});
    return out;
}

QFuture<Result<RequestInfo>> Contributions::read(QString source)
{
    using T = Result<RequestInfo>;
    return postAsync<T>(m_access.host, [host = m_access.host, source](auto finish) {
        if (!host->isOpen())
            return finish(T(VaultAccess::locked()));
        host->contributor().read(source, [finish](const Result<papers::JudgedRequest> &judged) {
            finish(judged ? T(requestInfo(judged.value())) : T(judged.error()));
        });
    });
}

QList<DocumentRow> Contributions::matching(const AskedFor &asked, const Documents &documents) const
{
    DocumentQuery query;
    query.everywhere = true;
    query.sortBy = SortBy::Modified;
    query.order = Qt::DescendingOrder;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<DocumentRow> out;
    for (const DocumentRow &row : documents.rows(documents.ids(query))) {
        const bool expired = row.expires.isValid() && row.expires < now.date();
        if (row.type != ItemType::Document || row.size == 0 || row.signatures == QLatin1String("altered") || expired ||
            (!asked.types.isEmpty() && !asked.types.contains(row.documentType, Qt::CaseInsensitive)) ||
            (!asked.mediaTypes.isEmpty() && !asked.mediaTypes.contains(row.mediaType)))
            continue;
        if (!asked.issuers.isEmpty() || asked.notOlderThanDays > 0) {
            const auto details = documents.details(row.id);
            if (!details || (!asked.issuers.isEmpty() && !asked.issuers.contains(details->facts.issuerId)))
                continue;
            const QDateTime made = details->facts.createdUtc.isValid() ? details->facts.createdUtc : row.modifiedUtc;
            if (asked.notOlderThanDays > 0 && made.daysTo(now) > asked.notOlderThanDays)
                continue;
        }
        out.append(row);
    }
    const QStringList wanted = comparableWords(asked.title);
    const auto said = [&](const DocumentRow &row) -> qsizetype { // how many words of what is asked for
        const QStringList words = comparableWords(row.name + u' ' + row.documentType);
        if (asked.mustBeSigned && bearsSignature(row.signatures))
            return wanted.size() + 1; // what is signed comes first
        return std::count_if(wanted.cbegin(), wanted.cend(),
                             [&](const QString &word) { return word.size() > 2 && words.contains(word); });
    };
    std::stable_sort(out.begin(), out.end(),
                     [&](const DocumentRow &a, const DocumentRow &b) { return said(a) > said(b); });
    return out;
}

QFuture<Result<ContributionInfo>> Contributions::contribute(QByteArray request, QList<ContributionChoice> choices, bool again, QString offline)
{
    using T = Result<ContributionInfo>;
    QList<papers::Choice> chosen;
    const Verification verification(m_access);
    for (const ContributionChoice &one : choices)
        chosen.append({one.ask, one.document, one.sha256, reportOf(verification.of(one.document))});
    return postAsync<T>(m_access.host, [host = m_access.host, request, chosen, again, offline](auto finish) {
        if (!host->isOpen())
            return finish(T(VaultAccess::locked()));
        const auto id = host->contributor().consent(request, chosen, again, offline);
        if (!id)
            return finish(T(id.error()));
        // It is kept: an operator that says nothing is not waited for, and it goes out when it does.
        const auto over = std::make_shared<bool>(false);
        const auto answer = [host, id = id.value(), finish, over](const Outcome &sent) {
            if (std::exchange(*over, true))
                return;
            auto info = host->isOpen() ? infoOf(*host, id) : Result<ContributionInfo>(VaultAccess::locked());
            // Without a network it waits here, and that is no failure; what the operator refused is.
            if (info && info.value().state == QLatin1String("returned") && !sent)
                return finish(T(sent.error()));
            finish(std::move(info));
        };
        QTimer::singleShot(patience, host, [answer] { answer({}); });
        host->contributor().send(answer);
    });
}

QFuture<Outcome> Contributions::sendWaiting()
{
    return onContributor(m_access.host, &papers::Contributor::send);
}

QFuture<Outcome> Contributions::refresh()
{
    return onContributor(m_access.host, &papers::Contributor::refresh);
}

QFuture<Outcome> Contributions::cancel(QString id)
{
    return post(m_access.host, [host = m_access.host, id]() -> Outcome {
        if (!host->isOpen())
            return VaultAccess::locked();
        return host->contributor().cancel(id);
    });
}

QList<ContributionInfo> Contributions::list() const
{
    QList<ContributionInfo> out;
    if (!m_access.reader)
        return out;
    const evidence::Directory directory = directoryOf(m_access.reader->database());
    vault::ContributionStore store(m_access.reader->database());
    for (const vault::ContributionRow &row : m_access.seen(store.all()))
        out.append(infoOf(row, m_access.seen(store.failure(row.id)), directory));
    return out;
}

QFuture<Outcome> Contributions::exportProof(QString id, QString path)
{
    return post(m_access.host, [host = m_access.host, id, path]() -> Outcome {
        if (!host->isOpen())
            return VaultAccess::locked();
        CARRIEL_TRY(const evidence::ContributionProof proof, host->contributor().proofOf(id));
        CARRIEL_TRY(const evidence::EvidencePackage package, evidence::EvidencePackage::of(proof));
        CARRIEL_TRY(const QByteArray bytes, package.bytes({}, host->clock().nowUtc()));
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
            file.write(bytes) != bytes.size() || !file.commit())
            return Error{carriel::errors::fileWrite,
                         {{QStringLiteral("path"), path}, {QStringLiteral("reason"), file.errorString()}},
                         {}};
        (void)recordActAlone(host->store().database(), host->clock(), {QStringLiteral("evidence.saved"), id, {}, {}});
        return {};
    });
}

} // namespace carriel

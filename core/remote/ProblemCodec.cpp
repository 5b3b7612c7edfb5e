// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/ProblemCodec.h"

#include "core/crypto/StrictJson.h"
#include "core/remote/ItemCodec.h"
#include "core/remote/RemoteErrors.h"

#include <QHash>

namespace carriel::remote {

namespace {
QString text(const QJsonObject &o, const char *name)
{
    return o.value(QLatin1String(name)).toString();
}

QJsonObject problemIn(const HttpResponse &response)
{
    return response.isJson() ? crypto::parseStrictObject(response.body, 4 << 20).valueOr({}) : QJsonObject();
}

TroubleKind kindOf(int status, const QString &code, bool waits)
{
    static const QHash<QString, TroubleKind> byCode{
        {QStringLiteral("operation_in_progress"), TroubleKind::InProgress},
        {QStringLiteral("device_revoked"), TroubleKind::AuthNeeded},
        {QStringLiteral("upload_busy"), TroubleKind::InProgress},
        {QStringLiteral("insufficient_user_authentication"), TroubleKind::StepUpNeeded},
        {QStringLiteral("version_conflict"), TroubleKind::VersionConflict},
        {QStringLiteral("already_exists"), TroubleKind::AlreadyExists},
        {QStringLiteral("name_taken"), TroubleKind::NameTaken},
        {QStringLiteral("parent_missing"), TroubleKind::ParentMissing},
        {QStringLiteral("blob_missing"), TroubleKind::BlobMissing},
        {QStringLiteral("cycle"), TroubleKind::Cycle},
        {QStringLiteral("would_cycle"), TroubleKind::Cycle},
        {QStringLiteral("official_document_locked"), TroubleKind::Locked},
        {QStringLiteral("cursor_expired"), TroubleKind::CursorExpired},
        {QStringLiteral("mismatching_upload_offset"), TroubleKind::OffsetMismatch},
        {QStringLiteral("digest_mismatch"), TroubleKind::DigestMismatch},
        {QStringLiteral("quota_exceeded"), TroubleKind::QuotaExceeded},
    };
    if (const auto found = byCode.constFind(code); found != byCode.cend())
        return *found;
    switch (status) {
    case 401:
        return TroubleKind::AuthNeeded;
    case 404:
    case 410:
        return TroubleKind::Gone;
    case 412:
        return TroubleKind::VersionConflict;
    case 423:
        return TroubleKind::Locked;
    case 408:
    case 425:
        return TroubleKind::Unreachable;
    case 429:
        return TroubleKind::Busy;
    case 507:
        return TroubleKind::QuotaExceeded;
    default:
        break;
    }
    if (status == 503 && waits)
        return TroubleKind::Busy;
    if (status >= 500)
        return TroubleKind::Unreachable;
    return status >= 400 ? TroubleKind::Refused : TroubleKind::Protocol;
}

ErrorCode codeFor(TroubleKind kind)
{
    switch (kind) {
    case TroubleKind::Unreachable:
        return errors::unreachable;
    case TroubleKind::Protocol:
        return errors::protocol;
    case TroubleKind::Busy:
    case TroubleKind::InProgress:
        return errors::busy;
    case TroubleKind::AuthNeeded:
        return errors::loginNeeded;
    case TroubleKind::StepUpNeeded:
        return errors::stepUpNeeded;
    case TroubleKind::VersionConflict:
    case TroubleKind::AlreadyExists:
    case TroubleKind::NameTaken:
    case TroubleKind::ParentMissing:
    case TroubleKind::Cycle:
        return errors::conflict;
    case TroubleKind::Gone:
    case TroubleKind::CursorExpired:
    case TroubleKind::BlobMissing:
        return errors::gone;
    case TroubleKind::QuotaExceeded:
        return errors::quota;
    case TroubleKind::Locked:
    case TroubleKind::OffsetMismatch:
    case TroubleKind::DigestMismatch:
    case TroubleKind::Refused:
        break;
    }
    return errors::refused;
}
} // namespace

// Between the exchange and here only; no words need it.
const QString notSent = QStringLiteral("not_sent");

Trouble troubleOf(const Error &error)
{
    Trouble trouble;
    trouble.error = error;
    trouble.notSent = trouble.error.params.take(notSent).toBool();
    if (error.code == errors::protocol || error.code == errors::redirected || error.code == errors::tooLarge)
        trouble.kind = TroubleKind::Protocol;
    else if (error.code == errors::loginNeeded || error.code == errors::otherPerson)
        trouble.kind = TroubleKind::AuthNeeded;
    return trouble;
}

Trouble protocolTrouble(const QString &reason)
{
    return troubleOf(Error{errors::protocol, {{QStringLiteral("reason"), reason}}, reason});
}

Trouble troubleOf(int status, const QJsonObject &problem, std::chrono::milliseconds retryAfter)
{
    Trouble trouble;
    const QString code = text(problem, "code").left(64);
    trouble.kind = kindOf(status, code, retryAfter.count() > 0);
    trouble.userMessage = text(problem, "user_message").left(500);
    trouble.retryAfter = retryAfter;
    trouble.error.code = codeFor(trouble.kind);
    if (code == QLatin1String("device_revoked"))
        trouble.error.code = errors::deviceRevoked;
    trouble.error.params = {{QStringLiteral("status"), status},
                            {QStringLiteral("code"), code},
                            {QStringLiteral("correlation"), text(problem, "correlation_id").left(64)},
                            {QStringLiteral("seconds"), qint64(retryAfter.count() / 1000)}};
    trouble.error.detail = QStringLiteral("%1 %2 %3").arg(status).arg(code, text(problem, "detail").left(200));
    if (problem.value(QLatin1String("current")).isObject()) {
        if (const auto item = readItem(problem.value(QLatin1String("current")).toObject()); item.ok())
            trouble.current = std::make_shared<sync::RemoteItem>(item.value());
    }
    if (const QString reason = text(problem, "reason").left(64); !reason.isEmpty())
        trouble.error.params.insert(QStringLiteral("reason"), reason);
    if (problem.contains(QLatin1String("challenge_alive")))
        trouble.error.params.insert(QStringLiteral("challenge_alive"),
                                    problem.value(QLatin1String("challenge_alive")).toBool());
    trouble.epoch = text(problem, "epoch").left(128);
    if (code == QLatin1String("log_fork"))
        trouble.error.params.insert(QStringLiteral("side"), text(problem, "side").left(16));
    if (trouble.kind == TroubleKind::CursorExpired)
        trouble.epochChanged = text(problem, "reason") == QLatin1String("epoch_changed");
    return trouble;
}

Trouble troubleOf(const HttpResponse &response)
{
    // A day at most, whatever it says: longer would be no pause but an end.
    const qint64 wait = std::min<qint64>(response.number("Retry-After").value_or(0), 86400);
    Trouble trouble = troubleOf(response.status, problemIn(response), std::chrono::seconds(wait));
    if (response.status < 400)
        return protocolTrouble(QStringLiteral("status %1").arg(response.status));
    if (const QDateTime said = response.date(); said.isValid()) // for the evidence of a failure
        trouble.error.params.insert(QStringLiteral("server_time"), said.toSecsSinceEpoch());
    if (trouble.kind == TroubleKind::OffsetMismatch)
        trouble.offset = response.number("Upload-Offset").value_or(-1);
    if (response.status == 401 && response.header("WWW-Authenticate").contains("insufficient_user_authentication")) {
        trouble.kind = TroubleKind::StepUpNeeded;
        trouble.error.code = errors::stepUpNeeded;
    }
    return trouble;
}

} // namespace carriel::remote

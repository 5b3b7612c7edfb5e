// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/activity/Checkpoint.h"

#include "core/crypto/Base64Url.h"
#include "core/crypto/StrictJson.h"
#include "core/evidence/records/Claims.h"
#include "core/evidence/records/Statements.h"

#include <QJsonArray>

namespace carriel::evidence {

namespace {

constexpr QLatin1String event("urn:carpeta:event:Checkpoint");
constexpr qint64 most = 1'000'000'000;

QByteArray raw(const QByteArray &digest)
{
    return crypto::fromBase64Url(digest).valueOr({});
}

Result<Checkpoint> from(const QByteArray &payload, QByteArrayView compact)
{
    CARRIEL_TRY(const QJsonObject object, crypto::parseStrictObject(payload));
    Claims claims(object, "checkpoint");
    Checkpoint out;
    out.digest = digestOf(compact);
    out.folder = claims.text("txn", 64);
    const QJsonObject events = claims.object("events");
    claims.must(events.size() == 1 && events.contains(event), "events");
    CARRIEL_CHECK(claims.outcome());
    Claims inner(events.value(event).toObject(), "checkpoint");
    out.n = inner.number("n", 1, most);
    out.prev = inner.optionalDigest("prev");
    inner.must(out.prev.isEmpty() == (out.n == 1), "prev");
    out.told = {inner.text("log", 100), inner.number("seq", 1, most), raw(inner.digest("head"))};
    out.own = {QStringLiteral("op:") + out.folder, inner.number("op_seq", 0, most), raw(inner.digest("op_head"))};
    for (const QJsonValue &one : inner.array("heads", 1000)) {
        Claims head(one.toObject(), "checkpoint.heads");
        out.heads += LogHead{head.text("log", 100), head.number("seq", 1, most), raw(head.digest("head"))};
        CARRIEL_CHECK(head.outcome());
    }
    CARRIEL_CHECK(inner.outcome());
    return out;
}

} // namespace

Result<Checkpoint> readCheckpoint(QByteArrayView compact)
{
    CARRIEL_TRY(const crypto::Jws jws, crypto::readUnverifiedJws(compact));
    return from(jws.payload, compact);
}

Result<Checkpoint> verifiedCheckpoint(QByteArrayView compact, const crypto::JwkSet &operatorKeys)
{
    CARRIEL_TRY(const crypto::Jws jws, crypto::verifyJws(compact, operatorKeys, "secevent+jwt"));
    return from(jws.payload, compact);
}

} // namespace carriel::evidence

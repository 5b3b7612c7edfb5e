// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/records/Statements.h"

#include "core/crypto/Base64Url.h"
#include "core/crypto/Digest.h"
#include "core/crypto/StrictJson.h"
#include "core/evidence/records/Claims.h"

namespace carriel::evidence {

namespace {

struct Opened
{
    Signer signer;
    QJsonObject payload;
};

Result<Opened> opened(QByteArrayView compact, QLatin1String typ, const char *what)
{
    CARRIEL_TRY(const crypto::Jws jws, crypto::readUnverifiedJws(compact));
    Claims header(jws.header, what);
    header.must(jws.header.value(QLatin1String("typ")).toString() == typ, "typ");
    CARRIEL_CHECK(header.outcome());
    Opened out;
    CARRIEL_TRY(out.signer, signerOf(jws));
    CARRIEL_TRY(out.payload, crypto::parseStrictObject(jws.payload));
    return out;
}

constexpr QLatin1String setType("secevent+jwt");

} // namespace

QByteArray digestOf(QByteArrayView compact)
{
    return crypto::toBase64Url(crypto::sha256(compact));
}

Result<Signer> signerOf(const crypto::Jws &jws)
{
    Signer signer{jws.kid, {}};
    Claims header(jws.header, "header");
    if (jws.header.contains(QLatin1String("x5c"))) {
        for (const QJsonValue &value : header.array("x5c", 10)) {
            const auto der =
                QByteArray::fromBase64Encoding(value.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
            header.must(der.decodingStatus == QByteArray::Base64DecodingStatus::Ok && !der.decoded.isEmpty(), "x5c");
            signer.chain.append(der.decoded);
        }
    }
    header.must(!signer.kid.isEmpty() || !signer.chain.isEmpty(), "kid");
    CARRIEL_CHECK(header.outcome());
    return signer;
}

Result<Seal> readSeal(QByteArrayView compact)
{
    CARRIEL_TRY(const Opened jws, opened(compact, QLatin1String("carpeta-seal+json"), "seal"));
    Claims claims(jws.payload, "seal");
    Seal seal;
    seal.digest = digestOf(compact);
    seal.signer = jws.signer;
    claims.number("v", 1, 1);
    seal.id = claims.text("id", 64);
    seal.entity = claims.text("iss", 64);
    seal.audience = claims.text("aud");
    seal.holder = claims.text("sub", 64);
    seal.issued = claims.time("iat");
    seal.kind = claims.text("class", 40);
    seal.regime = claims.text("regime", 40);
    seal.procedure = claims.text("procedure", 64);
    seal.caseNumber = claims.optional("case", 100);
    seal.title = claims.text("title", 120);
    seal.sensitive = claims.text("sensitivity", 20) != QLatin1String("normal");
    seal.notBefore = claims.time("not_before");
    seal.expires = claims.optionalTime("expires");
    const QJsonValue consent = jws.payload.value(QLatin1String("consent"));
    if (consent.isObject()) {
        Claims inner(consent.toObject(), "seal.consent");
        seal.consent = inner.digest("sha256");
        CARRIEL_CHECK(inner.outcome());
    }
    Claims open(claims.object("open"), "seal.open");
    seal.acr = open.text("acr", 20);
    seal.maxAge = int(open.number("max_age", 1, 86400));
    for (const QJsonValue &value : open.array("signer", 10))
        seal.signers.append(value.toString());
    Claims warning(open.object("warning"), "seal.open.warning");
    seal.warningId = warning.text("id", 100);
    seal.warning = warning.digest("sha256");
    CARRIEL_CHECK(warning.outcome());
    CARRIEL_CHECK(open.outcome());
    Claims content(claims.object("content"), "seal.content");
    seal.profile = content.text("profile", 40);
    seal.cipher = content.digest("cipher_sha256");
    seal.plain = content.digest("plain_sha256");
    seal.cipherSize = content.number("cipher_size", 0, qint64(1) << 40);
    CARRIEL_CHECK(content.outcome());
    Claims key(claims.object("key"), "seal.key");
    seal.keyA = key.digest("a_sha256");
    seal.keyB = key.optionalDigest("b_sha256");
    CARRIEL_CHECK(key.outcome());
    CARRIEL_CHECK(claims.outcome());
    return seal;
}

Result<Record> readRecord(QByteArrayView compact)
{
    CARRIEL_TRY(const Opened jws, opened(compact, setType, "record"));
    Claims claims(jws.payload, "record");
    Record record;
    record.digest = digestOf(compact);
    record.signer = jws.signer;
    record.issuer = claims.text("iss");
    record.id = claims.text("jti", 200);
    record.ingested = claims.time("iat");
    record.happened = claims.time("toe");
    record.notification = claims.text("txn", 64);
    record.seq = int(claims.number("seq", 1, 1000000));
    record.prev = claims.optionalDigest("prev");
    claims.must(record.prev.isEmpty() == (record.seq == 1), "prev");
    for (const QJsonValue &value : claims.array("refs", 100)) {
        Claims ref(value.toObject(), "record.refs");
        record.refs.append({ref.text("type", 40), ref.digest("sha256")});
        CARRIEL_CHECK(ref.outcome());
    }
    const QJsonObject events = claims.object("events");
    claims.must(events.size() == 1 && events.begin().value().isObject(), "events");
    CARRIEL_CHECK(claims.outcome());
    record.eventName = events.begin().key();
    Claims inner(events.begin().value().toObject(), "record.events");
    record.regime = inner.text("regime", 40);
    record.entity = inner.text("entity", 64);
    record.holder = inner.text("recipient", 64);
    record.clockErrorMs = int(inner.number("clock_error_ms", 0, 86400000));
    record.keyA = inner.optionalDigest("a_sha256");
    record.cipher = inner.optionalDigest("cipher_sha256");
    record.openedBy = inner.optional("opened_by", 64);
    record.device = inner.optional("device", 64);
    record.reason = inner.optional("reason");
    CARRIEL_CHECK(inner.outcome());
    return record;
}

Result<Receipt> readReceipt(QByteArrayView compact)
{
    CARRIEL_TRY(const Opened jws, opened(compact, setType, "receipt"));
    Claims claims(jws.payload, "receipt");
    Receipt receipt;
    receipt.digest = digestOf(compact);
    receipt.signer = jws.signer;
    const QString issuer = claims.text("iss", 100);
    const QLatin1String scheme("urn:carpeta:key:");
    claims.must(issuer.startsWith(scheme), "iss");
    receipt.keyThumbprint = issuer.mid(scheme.size()).toLatin1();
    receipt.id = claims.text("jti", 64);
    receipt.holder = claims.text("sub", 64);
    receipt.claimed = claims.time("iat");
    receipt.text = claims.optional("text");
    const QJsonValue act = jws.payload.value(QLatin1String("act"));
    if (!act.isUndefined()) {
        Claims actor(act.toObject(), "receipt.act");
        receipt.actor = actor.text("sub", 64);
        CARRIEL_CHECK(actor.outcome());
    }
    const QJsonObject events = claims.object("events");
    claims.must(events.size() == 1, "events");
    CARRIEL_CHECK(claims.outcome());
    Claims inner(events.value(event::consignment).toObject(), "receipt.events");
    receipt.notification = inner.text("notification", 64);
    receipt.seal = inner.digest("seal_sha256");
    receipt.head = inner.digest("head");
    receipt.challenge = inner.text("challenge");
    receipt.warning = inner.digest("warning_sha256");
    receipt.regime = inner.text("regime", 40);
    CARRIEL_CHECK(inner.outcome());
    return receipt;
}

Result<DeviceStatement> readDevice(QByteArrayView compact)
{
    CARRIEL_TRY(const Opened jws, opened(compact, QLatin1String("carpeta-device+json"), "device"));
    Claims claims(jws.payload, "device");
    const QString issuer = claims.optional("iss");
    const QString holder = claims.text("sub", 64);
    const QString device = claims.text("device", 64);
    const QDateTime issued = claims.time("iat");
    CARRIEL_TRY(crypto::PublicKey key, crypto::PublicKey::fromJwk(claims.object("ds")));
    CARRIEL_CHECK(claims.outcome());
    return DeviceStatement{jws.signer, issuer, holder, device, std::move(key), issued};
}

Result<AccessCertificate> readCertificate(QByteArrayView compact)
{
    CARRIEL_TRY(const Opened jws, opened(compact, QLatin1String("carpeta-certificate+json"), "certificate"));
    Claims claims(jws.payload, "certificate");
    AccessCertificate out;
    out.signer = jws.signer;
    claims.number("v", 1, 1);
    out.notification = claims.text("id", 64);
    out.entity = claims.text("iss", 64);
    out.holder = claims.text("sub", 64);
    out.issued = claims.time("iat");
    out.accessed = claims.time("accessed_at");
    out.evidence = claims.digest("evidence_sha256");
    out.text = claims.optional("text");
    CARRIEL_CHECK(claims.outcome());
    return out;
}

} // namespace carriel::evidence

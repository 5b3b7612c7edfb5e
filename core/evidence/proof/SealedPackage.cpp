// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/proof/SealedPackage.h"

#include "core/crypto/Base64Url.h"
#include "core/crypto/Digest.h"
#include "core/crypto/Ece.h"
#include "core/crypto/StrictJson.h"
#include "core/evidence/EvidenceErrors.h"
#include "core/evidence/records/Claims.h"
#include "core/signing/asic/Zip.h"
#include "core/signing/verify/FileVerifier.h"

#include <algorithm>

namespace carriel::evidence {

namespace {

constexpr qsizetype piece = 1 << 20;
constexpr qsizetype mostPurpose = 400; // characters

Error wrong(DisputeReason reason)
{
    return notShown(name(reason));
}

QByteArray actFile(const QByteArray &content)
{
    const auto zip = signing::ZipReader::open(content);
    const signing::ZipEntry *entry = zip ? zip.value().find(QStringLiteral("act.json")) : nullptr;
    return entry ? zip.value().bytesOf(*entry, 1 << 20).valueOr({}) : QByteArray();
}

Result<Act> readAct(const QByteArray &json, const QString &id)
{
    CARRIEL_TRY(const QJsonObject object, crypto::parseStrictObject(json, 1 << 20));
    Claims claims(object, "act");
    Act act;
    claims.number("v", 1, 1);
    claims.must(claims.text("id", 64) == id, "id");
    act.title = claims.text("title", 1000);
    act.body = claims.optional("body", 100000);
    act.number = claims.optional("number", 200);
    act.date = QDate::fromString(claims.optional("date", 10), Qt::ISODate);
    for (const QJsonValue &value : claims.array("documents", 1000)) {
        Claims inner(value.toObject(), "act.documents");
        const QJsonValue main = inner.all().value(QLatin1String("main"));
        act.documents.append(
            {inner.text("file", 1000), inner.text("name", 1000), inner.optional("media_type", 200), main.toBool()});
        CARRIEL_CHECK(inner.outcome());
    }
    for (const QJsonValue &value : claims.array("actions", 100)) {
        Claims inner(value.toObject(), "act.actions");
        ActAction action{inner.text("kind", 40), inner.text("label", 400), inner.optional("url", 2000), {}, -1};
        action.due = QDate::fromString(inner.optional("due", 10), Qt::ISODate);
        action.amount = qint64(inner.all().value(QLatin1String("amount_cop")).toDouble(-1));
        CARRIEL_CHECK(inner.outcome());
        act.actions.append(action);
    }
    const QJsonObject term = object.value(QLatin1String("term")).toObject();
    if (const QJsonValue days = term.value(QLatin1String("days")); days.isDouble())
        act.termDays = days.toInt(); // a number that cannot be counted: then no last day is told, and not the usual one
    act.termFor = term.value(QLatin1String("for")).toString().left(mostPurpose);
    act.calendarDays = !term.value(QLatin1String("working")).toBool(true);
    CARRIEL_CHECK(claims.outcome());
    return act;
}

bool isEntitys(const crypto::Certificate &certificate, const Seal &seal, const Party *entity)
{
    const auto key = crypto::PublicKey::fromCertificate(certificate.der());
    if (!key)
        return false;
    const QByteArray thumbprint = key.value().thumbprint();
    if (entity)
        return entity->find(thumbprint, QLatin1String("sign"), seal.issued) != nullptr;
    const auto own = seal.signer.chain.isEmpty() ? Result<crypto::PublicKey>(Error{})
                                                 : crypto::PublicKey::fromCertificate(seal.signer.chain.first());
    return own && own.value().thumbprint() == thumbprint;
}

// Whoever sealed it signed every file of it. That its certificate leads to somebody known, the seal answers.
bool signedWhole(const QByteArray &content, const Seal &seal, const Party *entity)
{
    const auto report = signing::verifyFile(content, {}, {}, {}, seal.issued);
    bool found = false;
    for (const signing::SignatureReport &one : report.signatures) {
        if (one.timestamp || !one.certificate)
            continue;
        if (one.indication == signing::Indication::TotalFailed || one.after >= signing::After::B2)
            return false;
        found = found || isEntitys(*one.certificate, seal, entity);
    }
    return found && report.verdict != signing::FileVerdict::Altered &&
           report.verdict != signing::FileVerdict::Invalid && report.verdict != signing::FileVerdict::Unreadable;
}

} // namespace

QByteArray sealedDigest(QByteArrayView salt, QByteArrayView content)
{
    crypto::Sha256 hash;
    hash.add(salt);
    hash.add(content);
    return crypto::toBase64Url(hash.result());
}

Result<Act> openPackage(const QByteArray &content, const Seal &seal, const Party *entity)
{
    if (!signedWhole(content, seal, entity))
        return wrong(DisputeReason::Signature);
    auto act = readAct(actFile(content), seal.id);
    if (!act)
        return wrong(DisputeReason::Package);
    for (const ActDocument &document : std::as_const(act.value().documents)) {
        const auto zip = signing::ZipReader::open(content);
        if (!zip || document.file.startsWith(QLatin1String("META-INF/")) || !zip.value().find(document.file))
            return wrong(DisputeReason::Package);
    }
    return act;
}

Result<Act> readVerified(const QByteArray &salt, const QByteArray &content, const Seal &seal)
{
    if (sealedDigest(salt, content) != seal.plain)
        return wrong(DisputeReason::Plain);
    auto act = readAct(actFile(content), seal.id);
    return act ? std::move(act) : Result<Act>(wrong(DisputeReason::Package));
}

Result<QByteArray> documentOf(QByteArray content, const ActDocument &document)
{
    qint64 from = 0, size = 0;
    {
        CARRIEL_TRY(const signing::ZipReader zip, signing::ZipReader::open(content));
        const signing::ZipEntry *entry = zip.find(document.file);
        if (!entry)
            return wrong(DisputeReason::Package);
        if (entry->method != 0)
            return zip.bytesOf(*entry, maxPackage);
        CARRIEL_CHECK(zip.read(*entry, [](QByteArrayView) {})); // its sum holds
        from = entry->data;
        size = entry->size;
    }
    content.truncate(from + size);
    content.remove(0, from);
    return content;
}

Result<OpenedSeal> openSeal(const Seal &seal, const Party *entity, const SecretBytes &key, const QByteArray &cipher)
{
    return openSeal(seal, entity, key, [&cipher](const CipherSink &sink) -> Outcome {
        for (qsizetype at = 0; at < cipher.size(); at += piece)
            CARRIEL_CHECK(sink(QByteArrayView(cipher).sliced(at, std::min(piece, cipher.size() - at))));
        return {};
    });
}

Result<OpenedSeal> openSeal(const Seal &seal, const Party *entity, const SecretBytes &key,
                            const std::function<Outcome(const CipherSink &)> &read)
{
    if (key.size() != 32 || crypto::toBase64Url(crypto::sha256(key.view())) != seal.keyA)
        return wrong(DisputeReason::Key);
    crypto::EceOpener opener(key.clone());
    crypto::Sha256 cipher;
    qint64 size = 0;
    OpenedSeal out;
    out.content.reserve(qsizetype(std::clamp<qint64>(seal.cipherSize, 0, maxPackage)));
    const auto take = [&out](QByteArrayView plain) {
        const qsizetype salt = std::min(saltSize - out.salt.size(), plain.size());
        out.salt.append(plain.first(salt));
        out.content.append(plain.sliced(salt));
    };
    bool opens = true;
    CARRIEL_CHECK(read([&](QByteArrayView part) -> Outcome {
        cipher.add(part);
        size += part.size();
        if (size > maxPackage)
            return wrong(DisputeReason::Cipher);
        const auto plain = opens ? opener.add(part) : Result<QByteArray>(QByteArray());
        opens = plain.ok();
        if (opens)
            take(plain.value());
        return {};
    }));
    if (size != seal.cipherSize || crypto::toBase64Url(cipher.result()) != seal.cipher)
        return wrong(DisputeReason::Cipher);
    const auto rest = opens ? opener.finish() : Result<QByteArray>(wrong(DisputeReason::Cipher));
    if (rest)
        take(rest.value());
    // A cipher text as sealed that the right key does not open: whoever made it made it wrong.
    if (!rest || out.salt.size() < saltSize)
        return wrong(DisputeReason::Cipher);
    if (sealedDigest(out.salt, out.content) != seal.plain)
        return wrong(DisputeReason::Plain);
    CARRIEL_TRY(out.act, openPackage(out.content, seal, entity));
    return out;
}

Error notShown(const QString &reason)
{
    const bool sealed = reason == name(DisputeReason::Package) || reason == name(DisputeReason::Signature);
    return {sealed ? errors::noAct : errors::wrongContent, {{QStringLiteral("reason"), reason}}, {}};
}

} // namespace carriel::evidence

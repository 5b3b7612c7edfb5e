// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/EvidenceCheck.h"

#include "core/crypto/PublicKeyPem.h"
#include "core/evidence/EvidenceErrors.h"
#include "core/signing/MappedFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace carriel {

namespace {

constexpr qint64 largestKeys = 1 << 20; // bytes

ProofState weightOf(evidence::Weight weight)
{
    return weight == evidence::Weight::Broken ? ProofState::Broken
           : weight == evidence::Weight::Open ? ProofState::Unanchored
                                              : ProofState::Good;
}

ProofState verdictOf(evidence::ProofVerdict verdict)
{
    return verdict == evidence::ProofVerdict::Good         ? ProofState::Good
           : verdict == evidence::ProofVerdict::Unanchored ? ProofState::Unanchored
                                                           : ProofState::Broken;
}

enum class Taken { Nothing, Some, OnlyStampers };

// Authorities, and the keys of certificates that are none's: of whoever signs directories. Stamps are believed by whoever
// issued the certificate of the authority that made them, not by that certificate.
Taken addCertificates(evidence::Anchors &anchors, const QByteArray &bytes)
{
    QList<crypto::Certificate> found;
    if (bytes.contains("-----BEGIN")) {
        found = crypto::Certificate::fromPem(bytes).valueOr({});
    } else if (const auto one = crypto::Certificate::fromDer(bytes); one.ok()) {
        found += one.value();
    }
    Taken taken = Taken::Nothing;
    for (const crypto::Certificate &one : std::as_const(found)) {
        if (!one.isCa() && one.mayMakeTimestamps()) {
            taken = taken == Taken::Some ? taken : Taken::OnlyStampers;
            continue;
        }
        const auto key = crypto::PublicKey::fromCertificate(one.der());
        if (one.isCa() ? one.selfIssued() && !one.signedBy(one) : !key)
            continue;
        if (one.isCa())
            anchors.store.add(signing::TrustAnchor{one, false, {}, {}});
        else
            anchors.keys.append(key.value().thumbprint());
        taken = Taken::Some;
    }
    return taken;
}

} // namespace

Outcome addTrust(evidence::Anchors &anchors, const QString &trust)
{
    if (trust.isEmpty())
        return {};
    QFile file(trust);
    const QByteArray bytes =
        QFileInfo(trust).isFile() && file.open(QIODevice::ReadOnly) ? file.read(largestKeys) : QByteArray();
    const auto refused = [&trust](const ErrorCode &code) {
        return Error{code, {{QStringLiteral("file"), QFileInfo(trust).fileName()}}, {}};
    };
    // A package has keys in it, in clear: named by mistake it would vouch for itself.
    if (bytes.startsWith("PK\x03\x04"))
        return refused(evidence::errors::nothingToTrust);
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    QJsonArray keys = json.value(QLatin1String("keys")).toArray();
    if (json.contains(QLatin1String("kty")))
        keys.append(json);
    bool any = false;
    for (const QJsonValue &value : std::as_const(keys)) {
        if (const auto key = crypto::PublicKey::fromJwk(value.toObject())) {
            anchors.keys.append(key.value().thumbprint());
            any = true;
        }
    }
    // As openssl writes them, and as they lie in keys/ of a package.
    CARRIEL_TRY(const QList<crypto::PublicKey> written, crypto::publicKeysFromPem(bytes));
    for (const crypto::PublicKey &key : written) {
        anchors.keys.append(key.thumbprint());
        any = true;
    }
    // A folder may have both.
    if (QFileInfo(trust).isDir()) {
        const QDir folder(trust);
        for (const QString &name : folder.entryList(
                 {QStringLiteral("*.json"), QStringLiteral("*.jwk"), QStringLiteral("*.jwks")}, QDir::Files)) {
            if (name != QLatin1String("anchors.json"))
                CARRIEL_CHECK(addTrust(anchors, folder.filePath(name)));
        }
        for (const QString &name : folder.entryList({QStringLiteral("*.pem"), QStringLiteral("*.crt"),
                                                     QStringLiteral("*.cer"), QStringLiteral("*.der")}, QDir::Files)) {
            QFile one(folder.filePath(name));
            if (one.open(QIODevice::ReadOnly))
                (void)addCertificates(anchors, one.read(largestKeys));
        }
    }
    const Taken taken = QFileInfo(trust).isDir() ? Taken::Nothing : addCertificates(anchors, bytes);
    if (any || taken == Taken::Some)
        return {};
    if (taken == Taken::OnlyStampers)
        return refused(evidence::errors::trustsNothing);
    signing::TrustStore found;
    if (const Outcome read = found.add(trust, {QDateTime::currentDateTimeUtc()}); !read) {
        const bool other = read.error().params.value(QStringLiteral("reason")).toString() == QLatin1String("no certificate");
        return other ? refused(evidence::errors::nothingToTrust) : read.error();
    }
    for (const signing::TrustAnchor &anchor : found.anchors())
        anchors.store.add(anchor);
    return {};
}

EvidenceInfo evidenceInfo(const evidence::Proof &proof, const evidence::ProofReport &report)
{
    EvidenceInfo out;
    out.verdict = verdictOf(report.verdict);
    out.entityName = report.entityName;
    out.operatorName = report.operatorName;
    out.state = evidence::name(report.state);
    out.content = !proof.content.isEmpty();
    out.disputed = report.disputed;
    if (report.seal) {
        out.id = report.seal->id;
        out.entityId = report.seal->entity;
        out.holder = report.seal->holder;
        out.title = report.seal->title;
        out.caseNumber = report.seal->caseNumber;
        out.regime = report.seal->regime;
    }
    for (const evidence::TimelineEntry &one : report.timeline) {
        EvidenceStep step;
        step.seq = one.seq;
        step.eventName = one.eventName;
        step.by = one.by;
        step.happenedUtc = one.happened;
        step.ingestedUtc = one.ingested;
        step.stampedUtc = one.stamped.value_or(QDateTime());
        for (const evidence::ProofRecord &raw : proof.records) {
            const auto record = evidence::readRecord(raw.jws);
            if (!record || record.value().seq != one.seq)
                continue;
            step.reason = record.value().reason;
            step.by = record.value().openedBy;
            step.clockErrorMs = record.value().clockErrorMs;
            step.digest = record.value().digest;
            step.previous = record.value().prev;
            step.id = record.value().id;
            step.issuer = record.value().issuer;
        }
        out.steps.append(step);
    }
    for (const evidence::Finding &one : report.findings)
        out.findings.append({weightOf(one.weight), one.defect, one.where});
    if (const auto certificate = evidence::readCertificate(proof.certificate))
        out.certificate = CertificateInfo{certificate.value().entity, certificate.value().text,
                                          certificate.value().issued, certificate.value().accessed};
    const auto receipt = evidence::readReceipt(proof.receipt);
    if (receipt)
        out.claimedUtc = receipt.value().claimed;
    const auto certificate = [&receipt](qsizetype at) {
        const bool there = receipt && receipt.value().signer.chain.size() > at;
        return there ? crypto::Certificate::fromDer(receipt.value().signer.chain.at(at)) : Result<crypto::Certificate>(Error{});
    };
    if (const auto own = certificate(0)) {
        const auto above = certificate(1);
        out.receiptBy = own.value().name();
        out.receiptIssuer = above ? above.value().name() : own.value().issuer();
    }
    return out;
}

Result<EvidenceInfo> evidenceInFile(const QString &path, const evidence::Anchors &anchors)
{
    CARRIEL_TRY(const auto file, signing::MappedFile::open(path));
    CARRIEL_TRY(const evidence::CheckedPackage checked, evidence::checkEvidence(file->bytes(), anchors));
    EvidenceInfo out = evidenceInfo(checked.proof, checked.report);
    out.stampedUtc = checked.stamped.value_or(QDateTime());
    return out;
}

} // namespace carriel

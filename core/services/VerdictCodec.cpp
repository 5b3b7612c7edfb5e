// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/VerdictCodec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace carriel {

namespace {

QJsonValue timeJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

QDateTime timeFrom(const QJsonValue &value)
{
    return value.isString() ? QDateTime::fromString(value.toString(), Qt::ISODate).toUTC() : QDateTime();
}

QStringList stringsFrom(const QJsonValue &value)
{
    QStringList out;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &one : array)
        out += one.toString();
    return out;
}

QJsonObject toObject(const SignatureFacts &one)
{
    QJsonArray path;
    for (const CertificateFacts &certificate : one.path)
        path += QString::fromLatin1(certificate.der.toBase64());
    return {{QStringLiteral("field"), one.field},
            {QStringLiteral("timestamp"), one.timestamp},
            {QStringLiteral("indication"), one.indication},
            {QStringLiteral("sub"), one.sub},
            {QStringLiteral("after"), one.after},
            {QStringLiteral("level"), one.level},
            {QStringLiteral("path"), path},
            {QStringLiteral("accredited"), one.accredited},
            {QStringLiteral("reason"), one.reason},
            {QStringLiteral("place"), one.place},
            {QStringLiteral("claimed"), timeJson(one.claimedUtc)},
            {QStringLiteral("certified"), timeJson(one.certifiedUtc)},
            {QStringLiteral("covers"), one.covers},
            {QStringLiteral("findings"), QJsonArray::fromStringList(one.findings)},
            {QStringLiteral("notes"), QJsonArray::fromStringList(one.notes)}};
}

SignatureFacts signatureFrom(const QJsonObject &object)
{
    SignatureFacts out;
    const auto text = [&object](const char *key) { return object.value(QLatin1String(key)).toString(); };
    out.field = text("field");
    out.timestamp = object.value(QLatin1String("timestamp")).toBool();
    out.indication = text("indication");
    out.sub = text("sub");
    out.after = text("after");
    out.level = text("level");
    const QJsonArray path = object.value(QLatin1String("path")).toArray();
    for (const QJsonValue &der : path) {
        if (const auto one = crypto::Certificate::fromDer(QByteArray::fromBase64(der.toString().toLatin1())); one.ok())
            out.path += carriel::factsOf(one.value());
    }
    out.accredited = object.value(QLatin1String("accredited")).toBool();
    out.reason = text("reason");
    out.place = text("place");
    out.claimedUtc = timeFrom(object.value(QLatin1String("claimed")));
    out.certifiedUtc = timeFrom(object.value(QLatin1String("certified")));
    out.covers = object.value(QLatin1String("covers")).toInteger();
    out.findings = stringsFrom(object.value(QLatin1String("findings")));
    out.notes = stringsFrom(object.value(QLatin1String("notes")));
    return out;
}

SignatureFacts factsOf(const signing::SignatureReport &report)
{
    SignatureFacts out;
    out.field = report.field;
    out.timestamp = report.timestamp;
    out.indication = signing::name(report.indication);
    out.sub = signing::name(report.sub);
    out.after = signing::name(report.after);
    out.level = report.level;
    for (const crypto::Certificate &one : report.path)
        out.path += carriel::factsOf(one);
    if (out.path.isEmpty() && report.certificate)
        out.path += carriel::factsOf(*report.certificate);
    out.accredited = report.accredited;
    out.reason = report.reason;
    out.place = report.place;
    out.claimedUtc = report.claimedTime.value_or(QDateTime());
    out.certifiedUtc = report.certifiedTime.value_or(QDateTime());
    out.covers = report.covers;
    out.findings = report.findings;
    out.notes = report.notes;
    return out;
}

// Until when a signature can be proven: its own certificate's end, or that of a later document timestamp that holds and
// of everyone who vouches for it.
QDateTime proofEnds(const QList<SignatureFacts> &signatures)
{
    QDateTime archive;
    QDateTime ends;
    for (auto it = signatures.rbegin(); it != signatures.rend(); ++it) {
        if (it->path.isEmpty() || it->indication != QLatin1String("TOTAL-PASSED"))
            continue;
        QDateTime own = it->path.first().notAfterUtc;
        if (it->timestamp) {
            // Once an authority above it has ended, nobody can tell any more whether the stamp's was revoked.
            for (const CertificateFacts &above : it->path)
                own = qMin(own, above.notAfterUtc);
            archive = archive.isValid() ? qMax(archive, own) : own;
            continue;
        }
        const QDateTime until = archive.isValid() ? qMax(archive, own) : own;
        ends = ends.isValid() ? qMin(ends, until) : until;
    }
    return ends;
}

} // namespace

CertificateFacts factsOf(const crypto::Certificate &certificate)
{
    CertificateFacts out;
    out.name = certificate.name();
    out.subject = certificate.subject();
    out.issuer = certificate.issuer();
    out.serial = QString::fromLatin1(certificate.serialHex());
    const auto kind = certificate.keyKind();
    if (kind != crypto::Certificate::KeyKind::Other)
        out.key = QStringLiteral("%1 %2")
                      .arg(QLatin1String(kind == crypto::Certificate::KeyKind::Rsa ? "RSA" : "EC"))
                      .arg(certificate.keyBits());
    out.notBeforeUtc = certificate.notBefore();
    out.notAfterUtc = certificate.notAfter();
    out.sha256 = certificate.sha256();
    out.der = certificate.der();
    out.authority = certificate.isCa();
    return out;
}

std::optional<CertificateFacts> certificateFacts(const QByteArray &der)
{
    const auto certificate = crypto::Certificate::fromDer(der);
    return certificate.ok() ? std::optional(factsOf(certificate.value())) : std::nullopt;
}

CheckedFile factsOf(const signing::VerificationReport &report)
{
    CheckedFile out;
    out.verdict = signing::name(report.verdict);
    for (const signing::SignatureReport &one : report.signatures)
        out.signatures += factsOf(one);
    out.findings = report.findings;
    out.moreToAsk = !report.wanted.isEmpty();
    out.proofEndsUtc = proofEnds(out.signatures);
    return out;
}

QByteArray toJson(const CheckedFile &file)
{
    QJsonArray signatures;
    for (const SignatureFacts &one : file.signatures)
        signatures += toObject(one);
    return QJsonDocument(QJsonObject{{QStringLiteral("v"), 1},
                                     {QStringLiteral("verdict"), file.verdict},
                                     {QStringLiteral("format"), file.format},
                                     {QStringLiteral("content"), file.content},
                                     {QStringLiteral("signatures"), signatures},
                                     {QStringLiteral("findings"), QJsonArray::fromStringList(file.findings)},
                                     {QStringLiteral("checked"), timeJson(file.checkedUtc)},
                                     {QStringLiteral("proof_ends"), timeJson(file.proofEndsUtc)},
                                     {QStringLiteral("size"), file.size},
                                     {QStringLiteral("online"), file.online},
                                     {QStringLiteral("more"), file.moreToAsk},
                                     {QStringLiteral("anchors"), file.anchors}})
        .toJson(QJsonDocument::Compact);
}

CheckedFile checkedFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    CheckedFile out;
    out.verdict = object.value(QLatin1String("verdict")).toString();
    out.format = object.value(QLatin1String("format")).toString();
    out.content = object.value(QLatin1String("content")).toString();
    const QJsonArray signatures = object.value(QLatin1String("signatures")).toArray();
    for (const QJsonValue &one : signatures)
        out.signatures += signatureFrom(one.toObject());
    out.findings = stringsFrom(object.value(QLatin1String("findings")));
    out.checkedUtc = timeFrom(object.value(QLatin1String("checked")));
    out.proofEndsUtc = timeFrom(object.value(QLatin1String("proof_ends")));
    out.size = object.value(QLatin1String("size")).toInteger();
    out.online = object.value(QLatin1String("online")).toBool();
    out.moreToAsk = object.value(QLatin1String("more")).toBool();
    out.anchors = object.value(QLatin1String("anchors")).toInt();
    return out;
}

QDateTime dueAfter(const CheckedFile &file, bool online)
{
    if (file.signatures.isEmpty())
        return {};
    QDateTime due;
    const auto notLater = [&due](const QDateTime &time) { due = due.isValid() ? qMin(due, time) : time; };
    for (const SignatureFacts &one : file.signatures) {
        for (const CertificateFacts &certificate : one.path) {
            if (certificate.notAfterUtc > file.checkedUtc)
                notLater(certificate.notAfterUtc.addSecs(1));
            if (certificate.notBeforeUtc > file.checkedUtc)
                notLater(certificate.notBeforeUtc.addSecs(1));
        }
    }
    // What it signs may have gone on under another name.
    if (file.format == QLatin1String("cades"))
        notLater(file.checkedUtc.addSecs(60 * 60));
    if (online)
        notLater(file.checkedUtc.addDays(file.moreToAsk ? 1 : 7));
    return due;
}

} // namespace carriel

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/trust/AnchorList.h"

#include "core/signing/SigningErrors.h"
#include "core/signing/trust/CertificateFiles.h"
#include "core/signing/verify/CadesCheck.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace carriel::signing {

namespace {

Error refused(const QString &folder, const char *reason)
{
    return {errors::listRefused,
            {{QStringLiteral("file"), folder}, {QStringLiteral("reason"), QString::fromLatin1(reason)}},
            {}};
}

// An end that cannot be read is no reason to have none: with its zone, or the list is not understood.
Result<QDateTime> endIn(const QJsonObject &object, const char *key, const QString &folder)
{
    const QJsonValue value = object.value(QLatin1String(key));
    if (value.isUndefined())
        return QDateTime();
    static const QRegularExpression whole(QStringLiteral("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)$"));
    const QDateTime end = QDateTime::fromString(value.toString(), Qt::ISODate).toUTC();
    if (!end.isValid() || !whole.match(value.toString()).hasMatch())
        return badAnchor(folder, "anchors.json is not understood");
    return end;
}

Result<TrustAnchor> anchorIn(const QJsonObject &one, const QString &name, const QString &folder)
{
    if (name.isEmpty() || name.contains(u'/') || name.contains(u'\\'))
        return badAnchor(name, "not a file beside the list");
    CARRIEL_TRY(const QByteArray bytes, contentOf(folder + u'/' + name));
    const auto certificates = certificatesIn(bytes);
    if (!certificates.ok() || certificates.value().size() != 1)
        return badAnchor(name, "not one certificate");
    TrustAnchor anchor{certificates.value().first(), one.value(QStringLiteral("accredited")).toBool(),
                       one.value(QStringLiteral("source")).toString(), {}, {}};
    if (anchor.source.isEmpty())
        anchor.source = folder;
    if (anchor.id() != one.value(QStringLiteral("sha256")).toString().toLower())
        return badAnchor(name, "another certificate than listed");
    if (anchor.certificate.selfIssued() && !anchor.certificate.signedBy(anchor.certificate))
        return badAnchor(name, "its own signature is wrong");
    if (!anchor.certificate.isCa())
        return badAnchor(name, "not an authority's certificate");
    const QJsonArray hosts = one.value(QStringLiteral("revocation_hosts")).toArray();
    for (const QJsonValue &host : hosts)
        anchor.revocationHosts += host.toString();
    CARRIEL_TRY(anchor.until, endIn(one, "until", folder));
    return anchor;
}

// Whose signature it is, if it is one of these bytes and its certificate holds now.
Outcome readSigner(AnchorList &list, const QByteArray &json, const QByteArray &signature, const QString &folder,
                   const TrustStore &known, const QDateTime &now)
{
    QList<FetchWanted> wanted;
    CheckContext context{known, {}, {}, {}, now, wanted, std::nullopt};
    const SignatureReport report = checkCades(
        signature, {}, [&json](crypto::HashKind kind) { return crypto::hashOf(kind, json); }, context);
    if (report.sub == SubIndication::HashFailure)
        return refused(folder, "list changed");
    if (report.indication == Indication::TotalFailed || !report.certificate)
        return refused(folder, "list signature");
    // Of a stranger's certificate nobody asks whether it had ended; a list is of today, and so is who answers for it.
    const bool open = report.sub == SubIndication::NoCertificateChainFound || report.sub == SubIndication::TryLater;
    const crypto::Certificate &signer = *report.certificate;
    const bool holds = signer.notBefore() <= now && now <= signer.notAfter() && signer.mayMakeSignatures();
    if ((report.indication != Indication::TotalPassed && !open) || !holds)
        return refused(folder, "list signature");
    list.signer = signer;
    list.signerKnown = report.indication == Indication::TotalPassed;
    return {};
}

} // namespace

Result<AnchorList> anchorList(const QByteArray &json, const QByteArray &signature, const QString &folder,
                              const TrustStore &known, const QDateTime &now)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.value(QStringLiteral("version")).toInt() != 1 || !object.value(QStringLiteral("anchors")).isArray())
        return badAnchor(folder, "anchors.json is not understood");
    AnchorList list;
    CARRIEL_TRY(list.expires, endIn(object, "expires", folder));
    if (!signature.isEmpty())
        CARRIEL_CHECK(readSigner(list, json, signature, folder, known, now));
    if (list.expires.isValid() && !(now.isValid() && now <= list.expires)) // without a clock it cannot be told that it still holds
        return refused(folder, "list ended");
    const QJsonArray anchors = object.value(QStringLiteral("anchors")).toArray();
    for (const QJsonValue &value : anchors) {
        const QString name = value.toObject().value(QStringLiteral("file")).toString();
        CARRIEL_TRY(TrustAnchor anchor, anchorIn(value.toObject(), name, folder));
        if (list.expires.isValid() && (!anchor.until.isValid() || list.expires < anchor.until))
            anchor.until = list.expires;
        list.files += name;
        list.anchors += std::move(anchor);
    }
    return list;
}

Result<std::optional<AnchorList>> anchorListIn(const QString &folder, const TrustStore &known, const QDateTime &now)
{
    const QString path = QDir(folder).filePath(QStringLiteral("anchors.json"));
    if (!QFileInfo(folder).isDir() || !QFileInfo::exists(path))
        return std::optional<AnchorList>();
    CARRIEL_TRY(const QByteArray json, contentOf(path));
    QByteArray signature;
    if (const QString beside = path + QStringLiteral(".p7s"); QFileInfo::exists(beside)) {
        CARRIEL_TRY(signature, contentOf(beside));
        if (signature.isEmpty()) // cut off is not unsigned
            return refused(folder, "list signature");
    }
    CARRIEL_TRY(AnchorList list, anchorList(json, signature, folder, known, now));
    return std::optional(std::move(list));
}

} // namespace carriel::signing

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/trust/TrustStore.h"

#include "core/signing/SigningErrors.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace carriel::signing {

namespace {

constexpr qint64 maxFile = 50 * 1024 * 1024;

Error bad(const QString &file, const char *reason)
{
    return {errors::badAnchor,
            {{QStringLiteral("file"), file}, {QStringLiteral("reason"), QString::fromLatin1(reason)}},
            {}};
}

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() && QFileInfo::exists(path)) // a pipe: reading would wait for ever
        return bad(path, "cannot be read");
    if (file.size() > maxFile || !file.open(QIODevice::ReadOnly))
        return bad(path, "cannot be read");
    return file.readAll();
}

Result<QList<crypto::Certificate>> certificatesIn(const QByteArray &bytes)
{
    if (bytes.contains("-----BEGIN"))
        return crypto::Certificate::fromPem(bytes);
    CARRIEL_TRY(const crypto::Certificate one, crypto::Certificate::fromDer(bytes));
    return QList<crypto::Certificate>{one};
}

QByteArray listIn(const QByteArray &bytes)
{
    const qsizetype begin = bytes.indexOf("-----BEGIN X509 CRL-----");
    if (begin < 0)
        return bytes;
    const qsizetype end = bytes.indexOf("-----END", begin);
    return QByteArray::fromBase64(bytes.mid(begin + 24, end - begin - 24));
}

} // namespace

Result<TrustStore> TrustStore::shipped()
{
    TrustStore store;
    QFile file(QStringLiteral(":/trust/anchors.json"));
    if (!file.open(QIODevice::ReadOnly))
        return bad(file.fileName(), "cannot be read");
    CARRIEL_CHECK(store.addJson(file.readAll(), QStringLiteral(":/trust"), Accredited::Accepted));
    return store;
}

void TrustStore::add(TrustAnchor anchor)
{
    if (!anchor.certificate.isCa())
        return;
    for (TrustAnchor &known : m_anchors) {
        if (known.certificate == anchor.certificate) {
            if (anchor.accredited && !known.accredited) {
                known.accredited = true;
                known.source = anchor.source; // it is whose word that is
            }
            known.revocationHosts += anchor.revocationHosts;
            return;
        }
    }
    m_anchors += std::move(anchor);
}

Outcome TrustStore::addFile(const QString &path, Others others)
{
    CARRIEL_TRY(const QByteArray bytes, contentOf(path));
    const bool onlyList = bytes.contains("-----BEGIN X509 CRL-----") && !bytes.contains("CERTIFICATE-----");
    if (path.endsWith(QLatin1String(".crl")) || onlyList) {
        m_lists += listIn(bytes);
        return {};
    }
    const auto certificates = certificatesIn(bytes);
    if (!certificates.ok())
        return bad(path, "no certificate");
    for (const crypto::Certificate &one : certificates.value()) {
        if (one.selfIssued() && !one.signedBy(one))
            return bad(path, "its own signature is wrong");
        if (others == Others::Refused && !one.isCa())
            return bad(path, "not an authority's certificate");
        add(TrustAnchor{one, false, path, {}});
    }
    return {};
}

Outcome TrustStore::addJson(const QByteArray &json, const QString &folder, Accredited accredited)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.value(QStringLiteral("version")).toInt() != 1 || !object.value(QStringLiteral("anchors")).isArray())
        return bad(folder, "anchors.json is not understood");
    const QJsonArray anchors = object.value(QStringLiteral("anchors")).toArray();
    for (const QJsonValue &value : anchors) {
        const QJsonObject one = value.toObject();
        const QString name = one.value(QStringLiteral("file")).toString();
        if (name.isEmpty() || name.contains(u'/') || name.contains(u'\\'))
            return bad(name, "not a file beside the list");
        CARRIEL_TRY(const QByteArray bytes, contentOf(folder + u'/' + name));
        const auto certificates = certificatesIn(bytes);
        if (!certificates.ok() || certificates.value().size() != 1)
            return bad(name, "not one certificate");
        TrustAnchor anchor{certificates.value().first(),
                           accredited == Accredited::Accepted && one.value(QStringLiteral("accredited")).toBool(),
                           one.value(QStringLiteral("source")).toString(),
                           {}};
        if (anchor.source.isEmpty())
            anchor.source = folder;
        if (anchor.id() != one.value(QStringLiteral("sha256")).toString().toLower())
            return bad(name, "another certificate than listed");
        if (anchor.certificate.selfIssued() && !anchor.certificate.signedBy(anchor.certificate))
            return bad(name, "its own signature is wrong");
        if (!anchor.certificate.isCa())
            return bad(name, "not an authority's certificate");
        const QJsonArray hosts = one.value(QStringLiteral("revocation_hosts")).toArray();
        for (const QJsonValue &host : hosts)
            anchor.revocationHosts += host.toString();
        add(std::move(anchor));
    }
    return {};
}

Outcome TrustStore::add(const QString &folderOrFile, Accredited accredited)
{
    const QFileInfo info(folderOrFile);
    if (!info.exists())
        return bad(folderOrFile, "is not there");
    if (!info.isDir())
        return addFile(folderOrFile, Others::Refused);
    const QDir folder(folderOrFile);
    const QString list = folder.filePath(QStringLiteral("anchors.json"));
    if (QFileInfo::exists(list)) {
        CARRIEL_TRY(const QByteArray json, contentOf(list));
        CARRIEL_CHECK(addJson(json, folderOrFile, accredited));
    }
    const QStringList kinds{QStringLiteral("*.pem"), QStringLiteral("*.crt"), QStringLiteral("*.cer"),
                            QStringLiteral("*.der"), QStringLiteral("*.crl")};
    for (const QString &name : folder.entryList(kinds, QDir::Files, QDir::Name)) {
        const QString path = folder.filePath(name);
        CARRIEL_TRY(const QByteArray bytes, contentOf(path));
        // A key or a request among them is no reason to refuse the folder, and no anchor.
        const bool foreign = bytes.contains("-----BEGIN") && !bytes.contains("-----BEGIN CERTIFICATE-----") &&
                             !bytes.contains("-----BEGIN X509 CRL-----") &&
                             !bytes.contains("-----BEGIN TRUSTED CERTIFICATE-----");
        if (!foreign)
            CARRIEL_CHECK(addFile(path, Others::PassedOver));
    }
    return {};
}

QList<crypto::Certificate> TrustStore::certificates() const
{
    QList<crypto::Certificate> all;
    for (const TrustAnchor &anchor : m_anchors)
        all += anchor.certificate;
    return all;
}

const TrustAnchor *TrustStore::find(const crypto::Certificate &certificate) const
{
    for (const TrustAnchor &anchor : m_anchors) {
        if (anchor.certificate == certificate)
            return &anchor;
    }
    return nullptr;
}

} // namespace carriel::signing

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/trust/TrustStore.h"

#include "core/signing/SigningErrors.h"
#include "core/signing/trust/AnchorList.h"
#include "core/signing/trust/CertificateFiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace carriel::signing {

namespace {

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
        return badAnchor(file.fileName(), "cannot be read");
    // Who answers for it is whoever made the program. That it ended is told when it is used.
    CARRIEL_TRY(const AnchorList list, anchorList(file.readAll(), {}, QStringLiteral(":/trust"), {}, QDateTime::fromSecsSinceEpoch(0, Qt::UTC)));
    for (const TrustAnchor &anchor : list.anchors)
        store.add(anchor);
    return store;
}

void TrustStore::add(TrustAnchor anchor)
{
    if (!anchor.certificate.isCa())
        return;
    for (TrustAnchor &known : m_anchors) {
        if (known.certificate == anchor.certificate) {
            const bool later = known.until.isValid() && (!anchor.until.isValid() || known.until < anchor.until);
            if (anchor.accredited && !known.accredited) {
                known.accredited = true;
                known.source = anchor.source; // it is whose word that is
                known.until = anchor.until;   // and it does not outlive that
            } else if (anchor.accredited == known.accredited && later) {
                known.until = anchor.until;
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
        return badAnchor(path, "no certificate");
    for (const crypto::Certificate &one : certificates.value()) {
        if (one.selfIssued() && !one.signedBy(one))
            return badAnchor(path, "its own signature is wrong");
        if (others == Others::Refused && !one.isCa())
            return badAnchor(path, "not an authority's certificate");
        add(TrustAnchor{one, false, path, {}});
    }
    return {};
}

Outcome TrustStore::add(const QString &folderOrFile, const ListTerms &terms)
{
    const QFileInfo info(folderOrFile);
    if (!info.exists())
        return badAnchor(folderOrFile, "is not there");
    if (!info.isDir())
        return addFile(folderOrFile, Others::Refused);
    const QDir folder(folderOrFile);
    CARRIEL_TRY(const std::optional<AnchorList> list, anchorListIn(folderOrFile, *this, terms.now));
    if (list) {
        const auto refused = [&](const char *reason) {
            return Error{errors::listRefused, {{QStringLiteral("file"), folderOrFile}, {QStringLiteral("reason"), QString::fromLatin1(reason)}}, {}};
        };
        const bool words = terms.accredited && std::any_of(list->anchors.begin(), list->anchors.end(), [](const TrustAnchor &one) { return one.accredited; });
        if (words && !list->signer)
            return refused("unsigned list");
        if (words && !list->expires.isValid())
            return refused("endless list");
        if (words && !list->signerKnown && list->signer->sha256() != terms.signer)
            return Error{errors::listStranger,
                         {{QStringLiteral("file"), folderOrFile},
                          {QStringLiteral("name"), list->signer->name()},
                          {QStringLiteral("print"), QString::fromLatin1(list->signer->sha256().toHex())}},
                         {}};
        for (TrustAnchor anchor : list->anchors) {
            anchor.accredited &= terms.accredited;
            add(std::move(anchor));
        }
    }
    const QStringList kinds{QStringLiteral("*.pem"), QStringLiteral("*.crt"), QStringLiteral("*.cer"),
                            QStringLiteral("*.der"), QStringLiteral("*.crl")};
    for (const QString &name : folder.entryList(kinds, QDir::Files, QDir::Name)) {
        if (list && list->files.contains(name))
            continue; // as the list says, and no longer than that
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

TrustStore TrustStore::inForce(const QDateTime &now) const
{
    TrustStore store = *this;
    store.m_anchors.removeIf([&](const TrustAnchor &one) { return !one.inForce(now); });
    return store;
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

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/CertifiedJws.h"

#include "core/crypto/Base64Url.h"
#include "core/crypto/CryptoErrors.h"
#include "core/crypto/OpenSsl.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace carriel::crypto {

namespace {

constexpr qsizetype longest = 10;

// RFC 7518 §3.4; empty if it is no ECDSA value.
QByteArray rawPair(const QByteArray &der)
{
    const unsigned char *at = bytesOf(der.constData());
    const EcdsaSigPtr pair(d2i_ECDSA_SIG(nullptr, &at, long(der.size())));
    QByteArray out(64, '\0');
    const bool whole = pair && at == bytesOf(der.constData()) + der.size() &&
                       BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), bytesOf(out.data()), 32) == 32 &&
                       BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), bytesOf(out.data()) + 32, 32) == 32;
    return whole ? out : QByteArray();
}

} // namespace

QList<Certificate> chainFor(const Certificate &leaf, const QList<Certificate> &pool)
{
    QList<Certificate> out{leaf};
    while (out.size() < longest && !out.last().selfIssued()) {
        const auto issuer = std::find_if(pool.begin(), pool.end(), [&out](const Certificate &one) {
            return one.subjectDer() == out.last().issuerDer() && !one.selfIssued() && out.last().signedBy(one) &&
                   !out.contains(one);
        });
        if (issuer == pool.end())
            break;
        out.append(*issuer);
    }
    return out;
}

Result<QByteArray> jwsToSign(const QList<Certificate> &chain, QByteArrayView typ, QByteArrayView payload)
{
    CARRIEL_TRY(const PublicKey key, PublicKey::fromCertificate(chain.first().der()));
    QJsonArray x5c;
    for (const Certificate &one : chain)
        x5c.append(QString::fromLatin1(one.der().toBase64()));
    const QJsonObject header{
        {QStringLiteral("alg"), key.type() == KeyType::Rsa ? QStringLiteral("RS256") : QStringLiteral("ES256")},
        {QStringLiteral("typ"), QString::fromLatin1(typ.data(), typ.size())},
        {QStringLiteral("kid"), QString::fromLatin1(key.thumbprint())},
        {QStringLiteral("x5c"), x5c}};
    return QByteArray(toBase64Url(QJsonDocument(header).toJson(QJsonDocument::Compact)) + '.' + toBase64Url(payload));
}

Result<QByteArray> jwsSigned(QByteArrayView toBeSigned, const Certificate &leaf, const QByteArray &value)
{
    CARRIEL_TRY(const PublicKey key, PublicKey::fromCertificate(leaf.der()));
    const QByteArray signature = key.type() == KeyType::Rsa ? value : rawPair(value);
    CARRIEL_CHECK(verifySignature(key, toBeSigned, signature));
    return QByteArray(toBeSigned.toByteArray() + '.' + toBase64Url(signature));
}

QString subjectNumber(const Certificate &certificate)
{
    const X509_NAME *subject = X509_get_subject_name(certificate.handle());
    const int at = X509_NAME_get_index_by_NID(subject, NID_serialNumber, -1);
    if (at < 0 || X509_NAME_get_index_by_NID(subject, NID_serialNumber, at) >= 0)
        return {};
    unsigned char *utf8 = nullptr;
    const int size = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at)));
    const QString text = size > 0 ? QString::fromUtf8(reinterpret_cast<char *>(utf8), size) : QString();
    OPENSSL_free(utf8);
    return text;
}

} // namespace carriel::crypto

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/OwnCertificate.h"

#include "core/crypto/CryptoErrors.h"
#include "core/crypto/OpenSsl.h"

#include <openssl/x509v3.h>

namespace carriel::crypto {

namespace {

using TimePtr = Owned<ASN1_TIME, ASN1_TIME_free>;
using ExtensionPtr = Owned<X509_EXTENSION, X509_EXTENSION_free>;

Error notP256()
{
    return {errors::badKey, {{QStringLiteral("what"), QStringLiteral("P-256 is needed")}}, {}};
}

} // namespace

Result<Certificate> ownCertificate(const PrivateKey &key, const QString &name, const QDateTime &from)
{
    if (key.type() != KeyType::P256)
        return notP256();
    X509Ptr certificate(X509_new());
    X509 *c = certificate.get();
    const QByteArray common = name.left(64).toUtf8();
    const qint64 start = from.toSecsSinceEpoch() - 3600;
    const TimePtr begins(ASN1_TIME_set(nullptr, start)), ends(ASN1_TIME_set(nullptr, start + 90000));
    X509_NAME *subject = c ? X509_get_subject_name(c) : nullptr;
    const ExtensionPtr usage(X509V3_EXT_conf_nid(nullptr, nullptr, NID_key_usage, "critical,digitalSignature"));
    const bool made = c && begins && ends && usage && X509_set_version(c, X509_VERSION_3) == 1 &&
                      ASN1_INTEGER_set_int64(X509_get_serialNumber(c), from.toMSecsSinceEpoch()) == 1 &&
                      X509_set1_notBefore(c, begins.get()) == 1 && X509_set1_notAfter(c, ends.get()) == 1 &&
                      X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, bytesOf(common.constData()),
                                                 int(common.size()), -1, 0) == 1 &&
                      X509_set_issuer_name(c, subject) == 1 && X509_set_pubkey(c, key.handle()) == 1 &&
                      X509_add_ext(c, usage.get(), -1) == 1 && X509_sign(c, key.handle(), EVP_sha256()) > 0;
    if (!made)
        return libraryError("certificate");
    return Certificate::adopt(certificate.release());
}

Result<QByteArray> signDer(const PrivateKey &key, QByteArrayView message)
{
    if (key.type() != KeyType::P256)
        return notP256();
    const MdCtxPtr ctx(EVP_MD_CTX_new());
    QByteArray der(80, '\0');
    std::size_t size = std::size_t(der.size());
    if (!ctx || EVP_DigestSignInit(ctx.get(), nullptr, EVP_sha256(), nullptr, key.handle()) != 1 ||
        EVP_DigestSign(ctx.get(), bytesOf(der.data()), &size, bytesOf(message.data()), std::size_t(message.size())) !=
            1)
        return libraryError("signature");
    der.truncate(qsizetype(size));
    return der;
}

} // namespace carriel::crypto

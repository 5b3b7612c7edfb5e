// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Certificate.h"

#include "core/crypto/CryptoErrors.h"
#include "core/crypto/Digest.h"
#include "core/crypto/X509Tools.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace carriel::crypto {

namespace {

Error badCertificate()
{
    (void)libraryError("certificate");
    return {errors::badEncoding, {{QStringLiteral("what"), QStringLiteral("certificate")}}, {}};
}

QString nameText(const X509_NAME *name)
{
    const BioPtr bio(BIO_new(BIO_s_mem()));
    X509_NAME_print_ex(bio.get(), name, 0, (XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB) | ASN1_STRFLGS_UTF8_CONVERT);
    return QString::fromUtf8(bytesIn(bio.get()));
}

QString entryText(const X509_NAME *name, int nid)
{
    const int at = X509_NAME_get_index_by_NID(name, nid, -1);
    if (at < 0)
        return {};
    unsigned char *utf8 = nullptr;
    const int size = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    const QString text = size > 0 ? QString::fromUtf8(reinterpret_cast<char *>(utf8), size) : QString();
    OPENSSL_free(utf8);
    return text;
}

void addUrl(const GENERAL_NAME *name, QList<QUrl> &urls)
{
    if (name->type != GEN_URI)
        return;
    const ASN1_IA5STRING *uri = name->d.uniformResourceIdentifier;
    const QUrl url = QUrl::fromEncoded(
        {reinterpret_cast<const char *>(ASN1_STRING_get0_data(uri)), ASN1_STRING_length(uri)}, QUrl::StrictMode);
    if (url.isValid() && urls.size() < 8)
        urls += url;
}

PathStatus statusOf(int error)
{
    switch (error) {
    case X509_V_OK:
        return PathStatus::Complete;
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return PathStatus::Expired;
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return PathStatus::NotYetValid;
    case X509_V_ERR_EE_KEY_TOO_SMALL:
    case X509_V_ERR_CA_KEY_TOO_SMALL:
    case X509_V_ERR_CA_MD_TOO_WEAK:
        return PathStatus::Weak;
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_CERT_UNTRUSTED:
        return PathStatus::NoAnchor;
    default:
        return PathStatus::BrokenRules;
    }
}

} // namespace

Certificate Certificate::adopt(X509 *certificate)
{
    auto data = std::make_shared<Data>();
    data->handle = std::shared_ptr<X509>(certificate, X509_free);
    data->der = derOf(certificate, i2d_X509);
    data->sha256 = crypto::sha256(data->der);
    data->subjectDer = derOf(X509_get_subject_name(certificate), i2d_X509_NAME);
    data->issuerDer = derOf(X509_get_issuer_name(certificate), i2d_X509_NAME);
    data->notBefore = utcOf(X509_get0_notBefore(certificate));
    data->notAfter = utcOf(X509_get0_notAfter(certificate));
    X509_check_purpose(certificate, -1, 0); // fills its cache now, so that later readers only read
    ERR_clear_error();
    Certificate result;
    result.m_data = std::move(data);
    return result;
}

Result<Certificate> Certificate::fromDer(QByteArrayView der)
{
    const unsigned char *at = bytesOf(der.data());
    X509 *certificate = d2i_X509(nullptr, &at, long(der.size()));
    if (!certificate)
        return badCertificate();
    Certificate result = adopt(certificate);
    if (at != bytesOf(der.data()) + der.size())
        return badCertificate();
    return result;
}

Result<QList<Certificate>> Certificate::fromPem(QByteArrayView pem)
{
    const BioPtr bio(BIO_new_mem_buf(pem.data(), int(pem.size())));
    QList<Certificate> all;
    ERR_clear_error();
    while (X509 *one = PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr))
        all += adopt(one);
    const bool onlyTheEnd = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
    ERR_clear_error();
    if (all.isEmpty() || !onlyTheEnd)
        return badCertificate();
    return all;
}

QString Certificate::name() const
{
    const X509_NAME *subject = X509_get_subject_name(handle());
    for (const int nid : {NID_commonName, NID_organizationName}) {
        if (const QString text = entryText(subject, nid); !text.isEmpty())
            return text;
    }
    return nameText(subject);
}

QString Certificate::subject() const
{
    return nameText(X509_get_subject_name(handle()));
}

QString Certificate::issuer() const
{
    return nameText(X509_get_issuer_name(handle()));
}

QByteArray Certificate::serialHex() const
{
    const ASN1_INTEGER *serial = X509_get0_serialNumber(handle());
    return QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(serial)), ASN1_STRING_length(serial))
        .toHex();
}

bool Certificate::signedBy(const Certificate &issuer) const
{
    EVP_PKEY *key = X509_get0_pubkey(issuer.handle());
    const bool good = key && X509_verify(handle(), key) == 1;
    ERR_clear_error();
    return good;
}

bool Certificate::isCa() const
{
    return X509_check_ca(handle()) > 0;
}

namespace {
// RFC 5280 §4.2.1.12: what is listed is all that the key may be used for.
bool isForServicesAlone(X509 *certificate)
{
    const auto free = [](EXTENDED_KEY_USAGE *uses) { EXTENDED_KEY_USAGE_free(uses); };
    const std::unique_ptr<EXTENDED_KEY_USAGE, decltype(free)> uses(
        static_cast<EXTENDED_KEY_USAGE *>(X509_get_ext_d2i(certificate, NID_ext_key_usage, nullptr, nullptr)), free);
    for (int i = 0; i < (uses ? sk_ASN1_OBJECT_num(uses.get()) : 0); ++i) {
        const int use = OBJ_obj2nid(sk_ASN1_OBJECT_value(uses.get(), i));
        if (use != NID_server_auth && use != NID_time_stamp && use != NID_OCSP_sign && use != NID_code_sign)
            return false;
    }
    return uses != nullptr;
}
} // namespace

bool Certificate::mayMakeSignatures() const
{
    const std::uint32_t usage = X509_get_key_usage(handle()); // all bits if there is no such extension
    return (usage & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0 && !isForServicesAlone(handle());
}

bool Certificate::mayMakeTimestamps() const
{
    return (X509_get_extension_flags(handle()) & EXFLAG_XKUSAGE) &&
           X509_get_extended_key_usage(handle()) == XKU_TIMESTAMP;
}

bool Certificate::mayAnswerOcsp() const
{
    return (X509_get_extension_flags(handle()) & EXFLAG_XKUSAGE) &&
           (X509_get_extended_key_usage(handle()) & XKU_OCSP_SIGN);
}

bool Certificate::needsNoRevocation() const
{
    return X509_get_ext_by_NID(handle(), NID_id_pkix_OCSP_noCheck, -1) >= 0;
}

Certificate::KeyKind Certificate::keyKind() const
{
    const EVP_PKEY *key = X509_get0_pubkey(handle());
    if (!key)
        return KeyKind::Other;
    const int id = EVP_PKEY_get_base_id(key);
    return id == EVP_PKEY_RSA || id == EVP_PKEY_RSA_PSS ? KeyKind::Rsa
                                                        : (id == EVP_PKEY_EC ? KeyKind::Ec : KeyKind::Other);
}

int Certificate::keyBits() const
{
    const EVP_PKEY *key = X509_get0_pubkey(handle());
    return key ? EVP_PKEY_get_bits(key) : 0;
}

QList<QUrl> Certificate::ocspUrls() const
{
    QList<QUrl> urls;
    const Owned<AUTHORITY_INFO_ACCESS, AUTHORITY_INFO_ACCESS_free> access(
        static_cast<AUTHORITY_INFO_ACCESS *>(X509_get_ext_d2i(handle(), NID_info_access, nullptr, nullptr)));
    for (int i = 0; access && i < sk_ACCESS_DESCRIPTION_num(access.get()); ++i) {
        const ACCESS_DESCRIPTION *one = sk_ACCESS_DESCRIPTION_value(access.get(), i);
        if (OBJ_obj2nid(one->method) == NID_ad_OCSP)
            addUrl(one->location, urls);
    }
    return urls;
}

QList<QUrl> Certificate::crlUrls() const
{
    QList<QUrl> urls;
    const Owned<CRL_DIST_POINTS, CRL_DIST_POINTS_free> points(
        static_cast<CRL_DIST_POINTS *>(X509_get_ext_d2i(handle(), NID_crl_distribution_points, nullptr, nullptr)));
    for (int i = 0; points && i < sk_DIST_POINT_num(points.get()); ++i) {
        const DIST_POINT *point = sk_DIST_POINT_value(points.get(), i);
        if (!point->distpoint || point->distpoint->type != 0)
            continue;
        const GENERAL_NAMES *names = point->distpoint->name.fullname;
        for (int j = 0; j < sk_GENERAL_NAME_num(names); ++j)
            addUrl(sk_GENERAL_NAME_value(names, j), urls);
    }
    return urls;
}

CertificatePath certificatePath(const Certificate &leaf, const QList<Certificate> &pool,
                                const QList<Certificate> &anchors, const QDateTime &at)
{
    CertificatePath result;
    result.certificates = {leaf};
    const X509StorePtr store(X509_STORE_new());
    const CertificateStack untrusted = stackOf(pool);
    const StoreCtxPtr ctx(X509_STORE_CTX_new());
    for (const Certificate &anchor : anchors)
        X509_STORE_add_cert(store.get(), anchor.handle());
    if (!ctx || X509_STORE_CTX_init(ctx.get(), store.get(), leaf.handle(), untrusted.get()) != 1) {
        (void)libraryError("certificate path");
        return result;
    }
    X509_VERIFY_PARAM *parameters = X509_STORE_CTX_get0_param(ctx.get());
    // An anchor need not be self-signed; weak digests and short keys are refused (level 1).
    X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_PARTIAL_CHAIN);
    X509_VERIFY_PARAM_set_auth_level(parameters, 1);
    X509_VERIFY_PARAM_set_depth(parameters, 10);
    X509_VERIFY_PARAM_set_time(parameters, time_t(at.toSecsSinceEpoch()));
    const bool good = X509_verify_cert(ctx.get()) == 1;
    result.status = good ? PathStatus::Complete : statusOf(X509_STORE_CTX_get_error(ctx.get()));
    ERR_clear_error();
    if (!good && result.status == PathStatus::Complete)
        result.status = PathStatus::BrokenRules;
    if (const STACK_OF(X509) *chain = X509_STORE_CTX_get0_chain(ctx.get())) {
        result.certificates.clear();
        for (int i = 0; i < sk_X509_num(chain); ++i) {
            X509 *one = sk_X509_value(chain, i);
            X509_up_ref(one);
            result.certificates += Certificate::adopt(one);
        }
    }
    return result;
}

} // namespace carriel::crypto

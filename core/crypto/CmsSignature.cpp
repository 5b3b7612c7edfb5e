// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Cades.h"
#include "core/crypto/Cms.h"
#include "core/crypto/CryptoErrors.h"
#include "core/crypto/X509Tools.h"

#include <algorithm>
#include <openssl/err.h>
#include <openssl/ess.h>

namespace carriel::crypto {

namespace {

using EssPtr = Owned<ESS_SIGNING_CERT, ESS_SIGNING_CERT_free>;
using EssV2Ptr = Owned<ESS_SIGNING_CERT_V2, ESS_SIGNING_CERT_V2_free>;

Error badCms(const char *what)
{
    (void)libraryError("CMS");
    return {errors::badEncoding, {{QStringLiteral("what"), QString::fromLatin1(what)}}, {}};
}

QByteArray oidText(const ASN1_OBJECT *object)
{
    char text[128];
    const int size = OBJ_obj2txt(text, sizeof text, object, 1);
    return size > 0 && size < int(sizeof text) ? QByteArray(text, size) : QByteArray();
}

// The only value of the only attribute of that kind.
const ASN1_TYPE *onlyValue(const CMS_SignerInfo *info, int nid, bool &twice)
{
    const int at = CMS_signed_get_attr_by_NID(info, nid, -1);
    if (at < 0)
        return nullptr;
    X509_ATTRIBUTE *attribute = CMS_signed_get_attr(info, at);
    if (CMS_signed_get_attr_by_NID(info, nid, at) >= 0 || X509_ATTRIBUTE_count(attribute) != 1) {
        twice = true;
        return nullptr;
    }
    return X509_ATTRIBUTE_get0_type(attribute, 0);
}

CmsSignature::Binding bindingV2(const ASN1_TYPE *value, const Certificate &signer)
{
    const unsigned char *at = value->value.sequence->data;
    const EssV2Ptr ess(d2i_ESS_SIGNING_CERT_V2(nullptr, &at, value->value.sequence->length));
    const QByteArray whole = ess ? derOf(ess.get(), i2d_ESS_SIGNING_CERT_V2) : QByteArray();
    // OpenSSL keeps the structure closed; the first ESSCertIDv2 is read from its DER: SEQ{ SEQ{ SEQ{ [SEQ alg] OCTETS …
    const unsigned char *p = bytesOf(whole.constData());
    const unsigned char *end = p + whole.size();
    HashKind kind = HashKind::Sha256; // the default
    for (int level = 0; level < 3; ++level) {
        long size = 0;
        int tag = 0, cls = 0;
        if (p >= end || (ASN1_get_object(&p, &size, &tag, &cls, end - p) & 0x80) || tag != V_ASN1_SEQUENCE)
            return CmsSignature::Binding::Other;
    }
    if (p < end && *p == (V_ASN1_SEQUENCE | V_ASN1_CONSTRUCTED)) {
        const Owned<X509_ALGOR, X509_ALGOR_free> algorithm(d2i_X509_ALGOR(nullptr, &p, end - p));
        const auto named = algorithm ? hashKindOf(OBJ_obj2nid(algorithm->algorithm)) : std::nullopt;
        if (!named)
            return CmsSignature::Binding::Other;
        kind = *named;
    }
    const Owned<ASN1_OCTET_STRING, ASN1_OCTET_STRING_free> hash(d2i_ASN1_OCTET_STRING(nullptr, &p, end - p));
    return hash && octets(hash.get()) == hashOf(kind, signer.der()) ? CmsSignature::Binding::Fits
                                                                    : CmsSignature::Binding::Other;
}

CmsSignature::Binding bindingV1(const ASN1_TYPE *value, const Certificate &signer)
{
    // SEQ{ SEQ{ SEQ{ OCTETS sha1 …
    const unsigned char *p = value->value.sequence->data;
    const unsigned char *end = p + value->value.sequence->length;
    for (int level = 0; level < 3; ++level) {
        long size = 0;
        int tag = 0, cls = 0;
        if (p >= end || (ASN1_get_object(&p, &size, &tag, &cls, end - p) & 0x80) || tag != V_ASN1_SEQUENCE)
            return CmsSignature::Binding::Other;
    }
    const Owned<ASN1_OCTET_STRING, ASN1_OCTET_STRING_free> hash(d2i_ASN1_OCTET_STRING(nullptr, &p, end - p));
    return hash && octets(hash.get()) == hashOf(HashKind::Sha1, signer.der()) ? CmsSignature::Binding::Fits
                                                                              : CmsSignature::Binding::Other;
}

} // namespace

Result<CmsSignature> CmsSignature::parse(QByteArrayView der, Padding padding)
{
    const unsigned char *at = bytesOf(der.data());
    CmsPtr cms(d2i_CMS_ContentInfo(nullptr, &at, long(der.size())));
    if (!cms)
        return badCms("CMS");
    const qsizetype used = at - bytesOf(der.data());
    const QByteArrayView rest = der.sliced(used);
    if (!rest.isEmpty() &&
        (padding == Padding::None || std::any_of(rest.begin(), rest.end(), [](char c) { return c != 0; })))
        return badCms("bytes behind the CMS");
    if (OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed)
        return badCms("not signed data");
    CmsSignature result;
    result.m_derSize = used;
    ASN1_OCTET_STRING **content = CMS_get0_content(cms.get());
    result.m_detached = !content || !*content;
    if (!result.m_detached)
        result.m_content = octets(*content);
    result.m_contentType = oidText(CMS_get0_eContentType(cms.get()));
    const CertificateStack certificates(CMS_get1_certs(cms.get()));
    for (int i = 0; certificates && i < sk_X509_num(certificates.get()) && i < 64; ++i) {
        X509 *one = sk_X509_value(certificates.get(), i);
        X509_up_ref(one);
        result.m_certificates += Certificate::adopt(one);
    }
    const CrlStack crls(CMS_get1_crls(cms.get()));
    for (int i = 0; crls && i < sk_X509_CRL_num(crls.get()) && i < 64; ++i)
        result.m_crls += derOf(sk_X509_CRL_value(crls.get(), i), i2d_X509_CRL);
    result.m_ocsp = keptOcsp(der.first(used));
    STACK_OF(CMS_SignerInfo) *signers = CMS_get0_SignerInfos(cms.get());
    result.m_signers = signers ? sk_CMS_SignerInfo_num(signers) : 0;
    if (result.m_signers == 1)
        result.readSigner(sk_CMS_SignerInfo_value(signers, 0));
    ERR_clear_error();
    result.m_cms = std::shared_ptr<CMS_ContentInfo>(cms.release(), CMS_ContentInfo_free);
    return result;
}

void CmsSignature::readSigner(CMS_SignerInfo *info)
{
    for (const Certificate &one : std::as_const(m_certificates)) {
        if (CMS_SignerInfo_cert_cmp(info, one.handle()) == 0) {
            m_signer = one;
            break;
        }
    }
    X509_ALGOR *digest = nullptr;
    CMS_SignerInfo_get0_algs(info, nullptr, nullptr, &digest, nullptr);
    if (digest)
        m_digest = hashKindOf(OBJ_obj2nid(digest->algorithm));
    m_value = octets(CMS_SignerInfo_get0_signature(info));
    m_hasSignedAttributes = CMS_signed_get_attr_count(info) > 0;
    readAttributes(info);
    readUnsigned(info);
}

void CmsSignature::readAttributes(CMS_SignerInfo *info)
{
    if (const ASN1_TYPE *value = onlyValue(info, NID_pkcs9_messageDigest, m_attributesTwice);
        value && value->type == V_ASN1_OCTET_STRING)
        m_messageDigest = octets(value->value.octet_string);
    if (const ASN1_TYPE *value = onlyValue(info, NID_pkcs9_contentType, m_attributesTwice);
        value && value->type == V_ASN1_OBJECT)
        m_contentTypeFits = oidText(value->value.object) == m_contentType;
    if (const ASN1_TYPE *value = onlyValue(info, NID_pkcs9_signingTime, m_attributesTwice);
        value && (value->type == V_ASN1_UTCTIME || value->type == V_ASN1_GENERALIZEDTIME)) {
        if (const QDateTime time = utcOf(value->value.utctime); time.isValid())
            m_claimedTime = time;
    }
    if (!m_signer)
        return;
    const ASN1_TYPE *v2 = onlyValue(info, NID_id_smime_aa_signingCertificateV2, m_attributesTwice);
    const ASN1_TYPE *v1 = onlyValue(info, NID_id_smime_aa_signingCertificate, m_attributesTwice);
    if (v2)
        m_binding = v2->type == V_ASN1_SEQUENCE ? bindingV2(v2, *m_signer) : Binding::Other;
    if (v1 && m_binding != Binding::Other) {
        const Binding one = v1->type == V_ASN1_SEQUENCE ? bindingV1(v1, *m_signer) : Binding::Other;
        m_binding = one;
    }
    // Adobe's revocation archive (1.2.840.113583.1.1.8): RevocationInfoArchival ::= SEQ { crl [0], ocsp [1], other [2]
    // }
    const Owned<ASN1_OBJECT, ASN1_OBJECT_free> archive(OBJ_txt2obj("1.2.840.113583.1.1.8", 1));
    const int at = CMS_signed_get_attr_by_OBJ(info, archive.get(), -1);
    const ASN1_TYPE *value = at < 0 ? nullptr : X509_ATTRIBUTE_get0_type(CMS_signed_get_attr(info, at), 0);
    if (!value || value->type != V_ASN1_SEQUENCE)
        return;
    const unsigned char *p = value->value.sequence->data;
    const unsigned char *end = p + value->value.sequence->length;
    long size = 0;
    int tag = 0, cls = 0;
    if (ASN1_get_object(&p, &size, &tag, &cls, end - p) & 0x80)
        return;
    while (p < end && !(ASN1_get_object(&p, &size, &tag, &cls, end - p) & 0x80) && size <= end - p) {
        const unsigned char *next = p + size;
        const unsigned char *inner = p;
        long listSize = 0;
        int listTag = 0;
        if (ASN1_get_object(&inner, &listSize, &listTag, &cls, next - inner) & 0x80)
            return;
        while (inner < next) {
            const unsigned char *first = inner;
            if ((ASN1_get_object(&inner, &listSize, &listTag, &cls, next - inner) & 0x80) || listSize > next - inner)
                return;
            inner += listSize;
            const QByteArray one(reinterpret_cast<const char *>(first), inner - first);
            if (tag == 0)
                m_crls += one;
            else if (tag == 1)
                m_ocsp += one;
        }
        p = next;
    }
}

void CmsSignature::readUnsigned(CMS_SignerInfo *info)
{
    for (int at = -1; (at = CMS_unsigned_get_attr_by_NID(info, NID_id_smime_aa_timeStampToken, at)) >= 0;) {
        X509_ATTRIBUTE *attribute = CMS_unsigned_get_attr(info, at);
        for (int i = 0; i < X509_ATTRIBUTE_count(attribute) && m_tokens.size() < 32; ++i) {
            const ASN1_TYPE *value = X509_ATTRIBUTE_get0_type(attribute, i);
            if (value && value->type == V_ASN1_SEQUENCE)
                m_tokens += octets(value->value.sequence);
        }
    }
}

CmsSignature::Value CmsSignature::checkValue(const QByteArray &contentDigest) const
{
    if (m_signers != 1 || !m_signer || !m_digest)
        return Value::Unknown;
    if (m_signer->keyKind() == Certificate::KeyKind::Other)
        return Value::Unknown; // Ed25519: OpenSSL 3.0 cannot check it in CMS
    CMS_SignerInfo *info = sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(m_cms.get()), 0);
    EVP_PKEY *key = X509_get0_pubkey(m_signer->handle());
    if (m_hasSignedAttributes) {
        CMS_SignerInfo_set1_signer_cert(info, m_signer->handle());
        const int good = CMS_SignerInfo_verify(info);
        ERR_clear_error();
        return good == 1 ? Value::Good : Value::Bad;
    }
    const PkeyCtxPtr ctx(EVP_PKEY_CTX_new(key, nullptr));
    const bool ready = ctx && EVP_PKEY_verify_init(ctx.get()) == 1 &&
                       EVP_PKEY_CTX_set_signature_md(ctx.get(), digestOf(*m_digest)) == 1;
    const bool good =
        ready && EVP_PKEY_verify(ctx.get(), bytesOf(m_value.constData()), std::size_t(m_value.size()),
                                 bytesOf(contentDigest.constData()), std::size_t(contentDigest.size())) == 1;
    ERR_clear_error();
    return !ready ? Value::Unknown : (good ? Value::Good : Value::Bad);
}

} // namespace carriel::crypto

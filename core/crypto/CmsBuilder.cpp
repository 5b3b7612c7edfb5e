// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Cms.h"
#include "core/crypto/CryptoErrors.h"
#include "core/crypto/X509Tools.h"

#include <algorithm>
#include <openssl/err.h>

namespace carriel::crypto {

namespace {

QByteArray derLength(qsizetype size)
{
    if (size < 128)
        return QByteArray(1, char(size));
    QByteArray digits;
    for (; size > 0; size >>= 8)
        digits.prepend(char(size & 0xff));
    return QByteArray(1, char(0x80 | digits.size())) + digits;
}

// SET OF in DER: the encodings sorted (X.690 §11.6). This is what is signed (RFC 5652 §5.4).
QByteArray encodedAttributes(const CMS_SignerInfo *signer)
{
    QByteArrayList all;
    for (int i = 0; i < CMS_signed_get_attr_count(signer); ++i)
        all += derOf(CMS_signed_get_attr(signer, i), i2d_X509_ATTRIBUTE);
    std::sort(all.begin(), all.end(), [](const QByteArray &a, const QByteArray &b) {
        return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                            [](char x, char y) { return uchar(x) < uchar(y); });
    });
    const QByteArray joined = all.join();
    return "\x31" + derLength(joined.size()) + joined;
}

CMS_SignerInfo *onlySigner(CMS_ContentInfo *cms)
{
    STACK_OF(CMS_SignerInfo) *signers = CMS_get0_SignerInfos(cms);
    return signers && sk_CMS_SignerInfo_num(signers) == 1 ? sk_CMS_SignerInfo_value(signers, 0) : nullptr;
}

} // namespace

Result<CmsBuilder> CmsBuilder::start(const Certificate &signer, const QByteArray &messageDigest, const Options &options)
{
    if (signer.keyKind() == Certificate::KeyKind::Other)
        return Error{errors::badKey, {{QStringLiteral("what"), QStringLiteral("algorithm")}}, {}};
    constexpr unsigned flags = CMS_PARTIAL | CMS_BINARY | CMS_DETACHED;
    std::shared_ptr<CMS_ContentInfo> cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, flags), CMS_ContentInfo_free);
    // The public half is enough: CMS_PARTIAL leaves the signing to us, and so the key may be in a card or far away.
    CMS_SignerInfo *info = cms ? CMS_add1_signer(cms.get(), signer.handle(), X509_get0_pubkey(signer.handle()),
                                                 EVP_sha256(), flags | CMS_CADES | CMS_NOSMIMECAP)
                               : nullptr;
    if (!info)
        return libraryError("CMS signer");
    for (const Certificate &one : options.chain) {
        if (!(one == signer))
            CMS_add1_cert(cms.get(), one.handle());
    }
    ERR_clear_error(); // a certificate given twice is no trouble
    // CMS_SignerInfo_sign would add signingTime whether wanted or not, so the attributes are made here.
    bool good =
        CMS_signed_add1_attr_by_NID(info, NID_pkcs9_contentType, V_ASN1_OBJECT, OBJ_nid2obj(NID_pkcs7_data), -1) == 1 &&
        CMS_signed_add1_attr_by_NID(info, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING, messageDigest.constData(),
                                    int(messageDigest.size())) == 1;
    if (options.signingTime) {
        const Owned<ASN1_TIME, ASN1_TIME_free> time(X509_time_adj_ex(nullptr, 0, 0, nullptr));
        good = good && ASN1_TIME_set(time.get(), time_t(options.signingTime->toSecsSinceEpoch())) &&
               CMS_signed_add1_attr_by_NID(info, NID_pkcs9_signingTime, time->type, time.get(), -1) == 1;
    }
    if (!good)
        return libraryError("CMS attributes");
    CmsBuilder builder;
    builder.m_toBeSigned = encodedAttributes(info);
    builder.m_cms = std::move(cms);
    return builder;
}

Result<QByteArray> CmsBuilder::finish(const QByteArray &signature)
{
    CMS_SignerInfo *info = onlySigner(m_cms.get());
    if (!info ||
        ASN1_STRING_set(CMS_SignerInfo_get0_signature(info), signature.constData(), int(signature.size())) != 1)
        return libraryError("CMS signature");
    QByteArray der = derOf(m_cms.get(), i2d_CMS_ContentInfo);
    CARRIEL_TRY(const CmsSignature check, CmsSignature::parse(der));
    if (check.checkValue() != CmsSignature::Value::Good)
        return Error{errors::badSignature, {}, {}};
    return der;
}

Result<QByteArray> withSignatureTimestamp(const QByteArray &cms, const QByteArray &token)
{
    const unsigned char *at = bytesOf(cms.constData());
    const CmsPtr parsed(d2i_CMS_ContentInfo(nullptr, &at, long(cms.size())));
    CMS_SignerInfo *info = parsed ? onlySigner(parsed.get()) : nullptr;
    if (!info || CMS_unsigned_add1_attr_by_NID(info, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE, token.constData(),
                                               int(token.size())) != 1)
        return libraryError("CMS timestamp");
    return derOf(parsed.get(), i2d_CMS_ContentInfo);
}

} // namespace carriel::crypto

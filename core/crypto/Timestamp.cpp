// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Timestamp.h"

#include "core/crypto/CryptoErrors.h"
#include "core/crypto/X509Tools.h"

#include <openssl/err.h>

namespace carriel::crypto {

namespace {

using RequestPtr = Owned<TS_REQ, TS_REQ_free>;
using ResponsePtr = Owned<TS_RESP, TS_RESP_free>;
using InfoPtr = Owned<TS_TST_INFO, TS_TST_INFO_free>;
using ImprintPtr = Owned<TS_MSG_IMPRINT, TS_MSG_IMPRINT_free>;
using AlgorPtr = Owned<X509_ALGOR, X509_ALGOR_free>;
using IntegerPtr = Owned<ASN1_INTEGER, ASN1_INTEGER_free>;

Error bad(const char *what)
{
    (void)libraryError("timestamp");
    return {errors::badEncoding, {{QStringLiteral("what"), QString::fromLatin1(what)}}, {}};
}

} // namespace

QByteArray timestampRequest(const QByteArray &imprint, const QByteArray &nonce)
{
    const RequestPtr request(TS_REQ_new());
    const ImprintPtr message(TS_MSG_IMPRINT_new());
    const AlgorPtr algorithm(X509_ALGOR_new());
    X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr);
    TS_MSG_IMPRINT_set_algo(message.get(), algorithm.get());
    TS_MSG_IMPRINT_set_msg(message.get(), const_cast<unsigned char *>(bytesOf(imprint.constData())),
                           int(imprint.size()));
    const BignumPtr number(BN_bin2bn(bytesOf(nonce.constData()), int(nonce.size()), nullptr));
    const IntegerPtr integer(BN_to_ASN1_INTEGER(number.get(), nullptr));
    TS_REQ_set_version(request.get(), 1);
    TS_REQ_set_msg_imprint(request.get(), message.get());
    TS_REQ_set_nonce(request.get(), integer.get());
    TS_REQ_set_cert_req(request.get(), 1);
    return derOf(request.get(), i2d_TS_REQ);
}

Result<QByteArray> Timestamp::tokenOf(const QByteArray &response)
{
    const unsigned char *at = bytesOf(response.constData());
    const ResponsePtr parsed(d2i_TS_RESP(nullptr, &at, long(response.size())));
    if (!parsed)
        return bad("timestamp response");
    const TS_STATUS_INFO *status = TS_RESP_get_status_info(parsed.get());
    const long code = ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(status));
    if (code != TS_STATUS_GRANTED && code != TS_STATUS_GRANTED_WITH_MODS) {
        const STACK_OF(ASN1_UTF8STRING) *texts = TS_STATUS_INFO_get0_text(status);
        const QString text = texts && sk_ASN1_UTF8STRING_num(texts) > 0
                                 ? QString::fromUtf8(octets(sk_ASN1_UTF8STRING_value(texts, 0))).left(200)
                                 : QString::number(code);
        return Error{errors::badParameters, {{QStringLiteral("what"), text}}, {}};
    }
    PKCS7 *token = TS_RESP_get_token(parsed.get());
    if (!token)
        return bad("timestamp response");
    return derOf(token, i2d_PKCS7);
}

Result<Timestamp> Timestamp::parse(QByteArrayView token, CmsSignature::Padding padding)
{
    CARRIEL_TRY(CmsSignature cms, CmsSignature::parse(token, padding));
    static const QByteArray tstInfo("1.2.840.113549.1.9.16.1.4");
    if (cms.signers() != 1 || !cms.signer() || cms.detached() || cms.contentType() != tstInfo ||
        !cms.contentTypeFits() || !cms.digest() || cms.attributesTwice() ||
        cms.signingCertificate() != CmsSignature::Binding::Fits)
        return bad("timestamp token");
    if (cms.messageDigest() != std::optional(hashOf(*cms.digest(), cms.content())))
        return bad("timestamp digest");
    if (cms.checkValue() != CmsSignature::Value::Good)
        return Error{errors::badSignature, {}, {}};
    const QByteArray content = cms.content();
    const unsigned char *at = bytesOf(content.constData());
    const InfoPtr info(d2i_TS_TST_INFO(nullptr, &at, long(content.size())));
    if (!info || at != bytesOf(content.constData()) + content.size())
        return bad("timestamp content");
    Timestamp result(std::move(cms));
    TS_MSG_IMPRINT *message = TS_TST_INFO_get_msg_imprint(info.get());
    const auto kind = hashKindOf(OBJ_obj2nid(TS_MSG_IMPRINT_get_algo(message)->algorithm));
    result.m_time = utcOf(TS_TST_INFO_get_time(info.get()));
    if (!kind || !result.m_time.isValid())
        return bad("timestamp content");
    result.m_digest = *kind;
    result.m_imprint = octets(TS_MSG_IMPRINT_get_msg(message));
    if (const ASN1_INTEGER *nonce = TS_TST_INFO_get_nonce(info.get())) {
        const BignumPtr number(ASN1_INTEGER_to_BN(nonce, nullptr));
        result.m_nonce.resize(BN_num_bytes(number.get()));
        BN_bn2bin(number.get(), bytesOf(result.m_nonce.data()));
    }
    ERR_clear_error();
    return result;
}

} // namespace carriel::crypto

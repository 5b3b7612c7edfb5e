// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Revocation.h"

#include "core/crypto/Hash.h"
#include "core/crypto/X509Tools.h"

#include <openssl/err.h>
#include <openssl/x509v3.h>

namespace carriel::crypto {

namespace {

using OcspResponsePtr = Owned<OCSP_RESPONSE, OCSP_RESPONSE_free>;
using OcspBasicPtr = Owned<OCSP_BASICRESP, OCSP_BASICRESP_free>;
using OcspRequestPtr = Owned<OCSP_REQUEST, OCSP_REQUEST_free>;
using OcspIdPtr = Owned<OCSP_CERTID, OCSP_CERTID_free>;
using DistributionPtr = Owned<ISSUING_DIST_POINT, ISSUING_DIST_POINT_free>;

OcspBasicPtr basicOf(const QByteArray &der)
{
    const unsigned char *at = bytesOf(der.constData());
    const OcspResponsePtr response(d2i_OCSP_RESPONSE(nullptr, &at, long(der.size())));
    if (response && OCSP_response_status(response.get()) == OCSP_RESPONSE_STATUS_SUCCESSFUL)
        return OcspBasicPtr(OCSP_response_get1_basic(response.get()));
    at = bytesOf(der.constData());
    return OcspBasicPtr(d2i_OCSP_BASICRESP(nullptr, &at, long(der.size())));
}

bool signedBy(OCSP_BASICRESP *basic, const Certificate &responder)
{
    const ASN1_BIT_STRING *signature = OCSP_resp_get0_signature(basic);
    EVP_PKEY *key = X509_get0_pubkey(responder.handle());
    return key && ASN1_item_verify(ASN1_ITEM_rptr(OCSP_RESPDATA), OCSP_resp_get0_tbs_sigalg(basic),
                                   const_cast<ASN1_BIT_STRING *>(signature),
                                   const_cast<OCSP_RESPDATA *>(OCSP_resp_get0_respdata(basic)), key) == 1;
}

bool named(OCSP_BASICRESP *basic, const Certificate &candidate)
{
    const ASN1_OCTET_STRING *keyHash = nullptr;
    const X509_NAME *name = nullptr;
    if (OCSP_resp_get0_id(basic, &keyHash, &name) != 1)
        return false;
    if (name)
        return X509_NAME_cmp(name, X509_get_subject_name(candidate.handle())) == 0;
    unsigned char hash[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    return keyHash && X509_pubkey_digest(candidate.handle(), EVP_sha1(), hash, &size) == 1 &&
           octets(keyHash) == QByteArray(reinterpret_cast<char *>(hash), int(size));
}

// The issuer itself, or somebody whom the issuer appointed for this (RFC 6960 §4.2.2.2).
std::optional<Certificate> responderOf(OCSP_BASICRESP *basic, const Certificate &issuer)
{
    if (named(basic, issuer) && signedBy(basic, issuer))
        return issuer;
    const STACK_OF(X509) *certificates = OCSP_resp_get0_certs(basic);
    for (int i = 0; certificates && i < sk_X509_num(certificates) && i < 16; ++i) {
        X509 *one = sk_X509_value(certificates, i);
        X509_up_ref(one);
        const Certificate candidate = Certificate::adopt(one);
        const ASN1_GENERALIZEDTIME *produced = OCSP_resp_get0_produced_at(basic);
        const QDateTime at = utcOf(produced);
        if (named(basic, candidate) && candidate.mayAnswerOcsp() && candidate.issuerDer() == issuer.subjectDer() &&
            candidate.signedBy(issuer) && candidate.notBefore() <= at && at <= candidate.notAfter() &&
            signedBy(basic, candidate))
            return candidate;
    }
    return std::nullopt;
}

bool sameCertificate(OCSP_SINGLERESP *single, const Certificate &subject, const Certificate &issuer)
{
    const OCSP_CERTID *id = OCSP_SINGLERESP_get0_id(single);
    ASN1_OBJECT *algorithm = nullptr;
    if (OCSP_id_get0_info(nullptr, &algorithm, nullptr, nullptr, const_cast<OCSP_CERTID *>(id)) != 1)
        return false;
    const auto kind = hashKindOf(OBJ_obj2nid(algorithm));
    if (!kind)
        return false;
    const OcspIdPtr expected(OCSP_cert_to_id(digestOf(*kind), subject.handle(), issuer.handle()));
    return expected && OCSP_id_cmp(id, expected.get()) == 0;
}

bool isWholeList(const X509_CRL *list)
{
    for (int i = 0; i < X509_CRL_get_ext_count(list); ++i) {
        X509_EXTENSION *extension = X509_CRL_get_ext(list, i);
        const int nid = OBJ_obj2nid(X509_EXTENSION_get_object(extension));
        if (nid == NID_delta_crl)
            return false;
        if (X509_EXTENSION_get_critical(extension) && nid != NID_issuing_distribution_point)
            return false;
    }
    int critical = 0;
    const DistributionPtr point(static_cast<ISSUING_DIST_POINT *>(
        X509_CRL_get_ext_d2i(list, NID_issuing_distribution_point, &critical, nullptr)));
    if (!point)
        return critical == -1; // not there at all
    return point->onlyattr <= 0 && point->indirectCRL <= 0 && !point->onlysomereasons;
}

} // namespace

std::optional<RevocationStatement> fromOcsp(const QByteArray &der, const Certificate &subject,
                                            const Certificate &issuer)
{
    const OcspBasicPtr basic = basicOf(der);
    std::optional<RevocationStatement> result;
    for (int i = 0; basic && i < OCSP_resp_count(basic.get()) && i < 64 && !result; ++i) {
        OCSP_SINGLERESP *single = OCSP_resp_get0(basic.get(), i);
        if (!sameCertificate(single, subject, issuer))
            continue;
        ASN1_GENERALIZEDTIME *revoked = nullptr, *now = nullptr, *next = nullptr;
        int reason = 0;
        const int status = OCSP_single_get0_status(single, &reason, &revoked, &now, &next);
        if (status != V_OCSP_CERTSTATUS_GOOD && status != V_OCSP_CERTSTATUS_REVOKED)
            break;
        const auto responder = responderOf(basic.get(), issuer);
        if (!responder)
            break;
        RevocationStatement statement;
        statement.says =
            status == V_OCSP_CERTSTATUS_GOOD ? RevocationStatement::Says::Good : RevocationStatement::Says::Revoked;
        statement.revokedAt = utcOf(revoked);
        statement.thisUpdate = utcOf(now);
        statement.nextUpdate = utcOf(next);
        statement.der = der;
        if (!(*responder == issuer))
            statement.responder = responder;
        if (statement.thisUpdate.isValid())
            result = statement;
    }
    ERR_clear_error();
    return result;
}

std::optional<RevocationStatement> fromList(const QByteArray &der, const Certificate &subject,
                                            const Certificate &issuer)
{
    const unsigned char *at = bytesOf(der.constData());
    const CrlPtr list(d2i_X509_CRL(nullptr, &at, long(der.size())));
    std::optional<RevocationStatement> result;
    EVP_PKEY *key = X509_get0_pubkey(issuer.handle());
    const std::uint32_t usage = X509_get_key_usage(issuer.handle());
    if (list && key && (usage & KU_CRL_SIGN) && subject.issuerDer() == issuer.subjectDer() &&
        X509_NAME_cmp(X509_CRL_get_issuer(list.get()), X509_get_subject_name(issuer.handle())) == 0 &&
        X509_CRL_verify(list.get(), key) == 1 && isWholeList(list.get())) {
        const DistributionPtr point(static_cast<ISSUING_DIST_POINT *>(
            X509_CRL_get_ext_d2i(list.get(), NID_issuing_distribution_point, nullptr, nullptr)));
        const bool covers =
            !point || !((point->onlyuser > 0 && subject.isCa()) || (point->onlyCA > 0 && !subject.isCa()));
        RevocationStatement statement;
        statement.source = RevocationStatement::Source::List;
        statement.thisUpdate = utcOf(X509_CRL_get0_lastUpdate(list.get()));
        statement.nextUpdate = utcOf(X509_CRL_get0_nextUpdate(list.get()));
        statement.der = der;
        X509_REVOKED *entry = nullptr;
        const int found = X509_CRL_get0_by_cert(list.get(), &entry, subject.handle());
        if (found == 1) {
            statement.says = RevocationStatement::Says::Revoked;
            statement.revokedAt = utcOf(X509_REVOKED_get0_revocationDate(entry));
        }
        if (covers && statement.thisUpdate.isValid() && found != 2) // 2: taken off again
            result = statement;
    }
    ERR_clear_error();
    return result;
}

QByteArray ocspRequest(const Certificate &subject, const Certificate &issuer)
{
    const OcspRequestPtr request(OCSP_REQUEST_new());
    OCSP_request_add0_id(request.get(), OCSP_cert_to_id(EVP_sha1(), subject.handle(), issuer.handle()));
    return derOf(request.get(), i2d_OCSP_REQUEST);
}

QList<Certificate> certificatesIn(const QByteArray &ocspResponse)
{
    QList<Certificate> all;
    const OcspBasicPtr basic = basicOf(ocspResponse);
    const STACK_OF(X509) *certificates = basic ? OCSP_resp_get0_certs(basic.get()) : nullptr;
    for (int i = 0; certificates && i < sk_X509_num(certificates) && i < 16; ++i) {
        X509 *one = sk_X509_value(certificates, i);
        X509_up_ref(one);
        all += Certificate::adopt(one);
    }
    ERR_clear_error();
    return all;
}

} // namespace carriel::crypto

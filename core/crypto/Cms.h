// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// CMS signed data (RFC 5652) as CAdES and PAdES use it (EN 319 122-1, EN 319 142-1): exactly one signer. Thread-safe
// per object.
#pragma once

#include "core/crypto/Certificate.h"
#include "core/crypto/Hash.h"

#include <memory>
#include <optional>

struct CMS_ContentInfo_st;
struct CMS_SignerInfo_st;

namespace carriel::crypto {

// A signature under way: the attributes are made, the key may be anywhere. SHA-256.
class CmsBuilder
{
public:
    struct Options
    {
        QList<Certificate> chain;             // put beside the signer's own
        std::optional<QDateTime> signingTime; // CAdES has it; PAdES must not (EN 319 142-1 §6.3)
    };
    // `messageDigest` is of the detached content. badKey for a certificate whose key cannot sign this way.
    static Result<CmsBuilder> start(const Certificate &signer, const QByteArray &messageDigest, const Options &options);

    const QByteArray &toBeSigned() const { return m_toBeSigned; } // DER of the signed attributes
    // `signature` as the algorithm has it: RSA PKCS#1 v1.5, or ECDSA in DER. It is checked. Gives the ContentInfo in
    // DER.
    Result<QByteArray> finish(const QByteArray &signature);

private:
    std::shared_ptr<CMS_ContentInfo_st> m_cms;
    QByteArray m_toBeSigned;
};

// Puts a time-stamp token (RFC 3161) into the unsigned attributes of a signature that has one signer.
Result<QByteArray> withSignatureTimestamp(const QByteArray &cms, const QByteArray &token);

class CmsSignature
{
public:
    // `der` may be followed by zeros if `padded`. badEncoding for everything that is no signed data in DER or BER.
    enum class Padding { None, Zeros };
    static Result<CmsSignature> parse(QByteArrayView der, Padding padding = Padding::None);

    qsizetype derSize() const { return m_derSize; }
    int signers() const { return m_signers; }
    bool detached() const { return m_detached; }
    const QByteArray &content() const { return m_content; }         // if it is not
    const QByteArray &contentType() const { return m_contentType; } // OID in dots
    const QList<Certificate> &certificates() const { return m_certificates; }
    const QList<QByteArray> &crls() const { return m_crls; } // DER
    const QList<QByteArray> &ocspResponses() const { return m_ocsp; }

    // Of the only signer; empty or false if there are none or several.
    std::optional<HashKind> digest() const { return m_digest; }
    const std::optional<Certificate> &signer() const { return m_signer; }
    bool hasSignedAttributes() const { return m_hasSignedAttributes; }
    bool attributesTwice() const { return m_attributesTwice; } // a signed attribute of a kind that may stand once
    const std::optional<QByteArray> &messageDigest() const { return m_messageDigest; }
    bool contentTypeFits() const { return m_contentTypeFits; } // the attribute is there and says what the content is
    enum class Binding { Missing, Other, Fits };               // signing-certificate (v2) attribute against the signer
    Binding signingCertificate() const { return m_binding; }
    const std::optional<QDateTime> &claimedTime() const { return m_claimedTime; }
    const QList<QByteArray> &timestampTokens() const { return m_tokens; } // signature timestamps
    const QByteArray &signatureValue() const { return m_value; }
    enum class Value { Good, Bad, Unknown }; // Unknown: an algorithm that cannot be checked here
    // Without signed attributes the digest of the content is needed.
    Value checkValue(const QByteArray &contentDigest = {}) const;

private:
    void readSigner(CMS_SignerInfo_st *signer);
    void readAttributes(CMS_SignerInfo_st *signer);
    void readUnsigned(CMS_SignerInfo_st *signer);

    std::shared_ptr<CMS_ContentInfo_st> m_cms;
    qsizetype m_derSize = 0;
    int m_signers = 0;
    bool m_detached = false;
    bool m_hasSignedAttributes = false;
    bool m_attributesTwice = false;
    bool m_contentTypeFits = false;
    Binding m_binding = Binding::Missing;
    QByteArray m_content, m_contentType, m_value;
    QList<Certificate> m_certificates;
    QList<QByteArray> m_crls, m_ocsp, m_tokens;
    std::optional<HashKind> m_digest;
    std::optional<Certificate> m_signer;
    std::optional<QByteArray> m_messageDigest;
    std::optional<QDateTime> m_claimedTime;
};

} // namespace carriel::crypto

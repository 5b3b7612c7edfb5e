// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// An X.509 certificate (RFC 5280) and the path from it to a trusted one. Cheap to copy, immutable, thread-safe.
// Revocation is not part of the path: OpenSSL refuses, at a past time, a list that was published later.
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QUrl>
#include <memory>

struct x509_st;

namespace carriel::crypto {

class Certificate
{
public:
    static Result<Certificate> fromDer(QByteArrayView der); // badEncoding; nothing may follow
    static Result<QList<Certificate>>
    fromPem(QByteArrayView pem);                    // all blocks; badEncoding if one is broken or there is none
    static Certificate adopt(x509_st *certificate); // for core/crypto; takes it over

    const QByteArray &der() const { return m_data->der; }
    const QByteArray &sha256() const { return m_data->sha256; }
    const QByteArray &subjectDer() const { return m_data->subjectDer; }
    const QByteArray &issuerDer() const { return m_data->issuerDer; }
    const QDateTime &notBefore() const { return m_data->notBefore; } // UTC
    const QDateTime &notAfter() const { return m_data->notAfter; }
    QString
    name() const; // common name; else organisation; else the whole subject. As in the certificate, not neutralised
    QString subject() const; // RFC 2253
    QString issuer() const;
    QByteArray serialHex() const;

    bool selfIssued() const { return subjectDer() == issuerDer(); }
    bool signedBy(const Certificate &issuer) const; // the signature value alone
    bool isCa() const;
    bool
    mayMakeSignatures() const; // keyUsage has digitalSignature or nonRepudiation, or there is none; and it is no CA,
                               // nor meant for servers, time stamps, OCSP or programs alone (extendedKeyUsage)
    bool mayMakeTimestamps() const; // extendedKeyUsage is timeStamping alone (RFC 3161 §2.3)
    bool mayAnswerOcsp() const;     // extendedKeyUsage has OCSPSigning
    bool needsNoRevocation() const; // id-pkix-ocsp-nocheck
    enum class KeyKind { Rsa, Ec, Other };
    KeyKind keyKind() const;
    int keyBits() const;
    QList<QUrl> ocspUrls() const; // as written in it: whoever fetches, judges them first
    QList<QUrl> crlUrls() const;

    x509_st *handle() const { return m_data->handle.get(); } // for core/crypto
    friend bool operator==(const Certificate &a, const Certificate &b) { return a.der() == b.der(); }

private:
    struct Data
    {
        std::shared_ptr<x509_st> handle;
        QByteArray der, sha256, subjectDer, issuerDer;
        QDateTime notBefore, notAfter;
    };
    std::shared_ptr<const Data> m_data;
};

enum class PathStatus { Complete, NoAnchor, Expired, NotYetValid, Weak, BrokenRules };

struct CertificatePath
{
    PathStatus status = PathStatus::NoAnchor;
    QList<Certificate> certificates; // the leaf first; the anchor last if complete
};

// `at` is the moment for which validity is asked. `pool` helps, it is not trusted. At most 10 certificates long.
CertificatePath certificatePath(const Certificate &leaf, const QList<Certificate> &pool,
                                const QList<Certificate> &anchors, const QDateTime &at);

} // namespace carriel::crypto

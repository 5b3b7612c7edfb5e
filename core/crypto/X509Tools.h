// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Private to core/crypto: what certificates, CMS, time stamps and revocation share of OpenSSL.
#pragma once

#include "core/crypto/Certificate.h"
#include "core/crypto/OpenSsl.h"

#include <openssl/cms.h>
#include <openssl/ocsp.h>
#include <openssl/ts.h>
#include <openssl/x509_vfy.h>

namespace carriel::crypto {

using BioPtr = Owned<BIO, BIO_free_all>;
using X509StorePtr = Owned<X509_STORE, X509_STORE_free>;
using StoreCtxPtr = Owned<X509_STORE_CTX, X509_STORE_CTX_free>;
using CmsPtr = Owned<CMS_ContentInfo, CMS_ContentInfo_free>;
using CrlPtr = Owned<X509_CRL, X509_CRL_free>;

inline void freeCertificates(STACK_OF(X509) * stack)
{
    sk_X509_pop_free(stack, X509_free);
}
inline void freeCrls(STACK_OF(X509_CRL) * stack)
{
    sk_X509_CRL_pop_free(stack, X509_CRL_free);
}
using CertificateStack = Owned<STACK_OF(X509), freeCertificates>;
using CrlStack = Owned<STACK_OF(X509_CRL), freeCrls>;

template <typename T, typename I2d> QByteArray derOf(T *object, I2d i2d)
{
    unsigned char *der = nullptr;
    const int size = object ? i2d(object, &der) : -1;
    QByteArray out = size > 0 ? QByteArray(reinterpret_cast<char *>(der), size) : QByteArray();
    OPENSSL_free(der);
    return out;
}

inline CertificateStack stackOf(const QList<Certificate> &certificates)
{
    CertificateStack stack(sk_X509_new_null());
    for (const Certificate &one : certificates) {
        X509_up_ref(one.handle());
        sk_X509_push(stack.get(), one.handle());
    }
    return stack;
}

inline QByteArray bytesIn(BIO *memory)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    return {data, qsizetype(size)};
}

// Fractions of a second are cut off. Invalid if it is no time.
inline QDateTime utcOf(const ASN1_TIME *time)
{
    tm parts{};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return {QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
            QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC};
}

inline QByteArray octets(const ASN1_STRING *string)
{
    return string
               ? QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(string)), ASN1_STRING_length(string))
               : QByteArray();
}

} // namespace carriel::crypto

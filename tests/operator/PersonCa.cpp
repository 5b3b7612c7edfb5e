// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/operator/PersonCa.h"

#include "reference-operator/Encoding.h"
#include "tests/operator/Pki.h"

#include <QFile>
#include <memory>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace carriel::op::test {

namespace {

using Cert = std::unique_ptr<X509, decltype(&X509_free)>;

void extend(X509 *cert, int nid, const char *value)
{
    X509_EXTENSION *one = X509V3_EXT_conf_nid(nullptr, nullptr, nid, value);
    X509_add_ext(cert, one, -1);
    X509_EXTENSION_free(one);
}

void name(X509_NAME *of, const char *field, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    X509_NAME_add_entry_by_txt(of, field, MBSTRING_UTF8, reinterpret_cast<const unsigned char *>(utf8.constData()), -1, -1,
                               0);
}

QByteArray derOf(X509 *cert)
{
    unsigned char *der = nullptr;
    const int size = i2d_X509(cert, &der);
    const QByteArray out(reinterpret_cast<char *>(der), size);
    OPENSSL_free(der);
    return out;
}

Cert read(const QByteArray &der)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    return {d2i_X509(nullptr, &at, der.size()), X509_free};
}

Cert begun(const KeyPtr &key, long serial, int days)
{
    Cert cert(X509_new(), X509_free);
    X509_set_version(cert.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(cert.get()), serial);
    X509_gmtime_adj(X509_getm_notBefore(cert.get()), -10 * 86400);
    X509_gmtime_adj(X509_getm_notAfter(cert.get()), days * 86400L);
    X509_set_pubkey(cert.get(), key.get());
    return cert;
}

} // namespace

QJsonArray PersonCertificate::x5c() const
{
    return {QString::fromLatin1(b64(der))};
}

PersonCa::PersonCa() : m_key(makeKey())
{
    const Cert cert = begun(m_key, 1, 365);
    name(X509_get_subject_name(cert.get()), "CN", QStringLiteral("Autoridad de prueba"));
    X509_set_issuer_name(cert.get(), X509_get_subject_name(cert.get()));
    extend(cert.get(), NID_basic_constraints, "critical,CA:TRUE");
    extend(cert.get(), NID_key_usage, "critical,keyCertSign,cRLSign");
    X509_sign(cert.get(), m_key.get(), EVP_sha256());
    m_der = derOf(cert.get());
}

PersonCertificate PersonCa::issue(const QString &number, int days, const char *usage)
{
    PersonCertificate out{makeKey(), {}, ++m_serial};
    const Cert cert = begun(out.key, out.serial, days);
    name(X509_get_subject_name(cert.get()), "serialNumber", number);
    name(X509_get_subject_name(cert.get()), "CN", QStringLiteral("Persona de prueba"));
    const Cert own = read(m_der);
    X509_set_issuer_name(cert.get(), X509_get_subject_name(own.get()));
    extend(cert.get(), NID_basic_constraints, "critical,CA:FALSE");
    extend(cert.get(), NID_key_usage, usage);
    X509_sign(cert.get(), m_key.get(), EVP_sha256());
    out.der = derOf(cert.get());
    return out;
}

void PersonCa::write(const QString &file, const QList<long> *revoked) const
{
    BIO *bio = BIO_new(BIO_s_mem());
    const Cert own = read(m_der);
    PEM_write_bio_X509(bio, own.get());
    if (revoked) {
        X509_CRL *list = X509_CRL_new();
        X509_CRL_set_version(list, 1);
        X509_CRL_set_issuer_name(list, X509_get_subject_name(own.get()));
        ASN1_TIME *time = X509_gmtime_adj(nullptr, -3600);
        X509_CRL_set1_lastUpdate(list, time);
        for (const long serial : *revoked) {
            X509_REVOKED *one = X509_REVOKED_new();
            ASN1_INTEGER *number = ASN1_INTEGER_new();
            ASN1_INTEGER_set(number, serial);
            X509_REVOKED_set_serialNumber(one, number);
            X509_REVOKED_set_revocationDate(one, time);
            ASN1_INTEGER_free(number);
            X509_CRL_add0_revoked(list, one);
        }
        X509_gmtime_adj(time, 86400);
        X509_CRL_set1_nextUpdate(list, time);
        ASN1_TIME_free(time);
        X509_CRL_sort(list);
        X509_CRL_sign(list, m_key.get(), EVP_sha256());
        PEM_write_bio_X509_CRL(bio, list);
        X509_CRL_free(list);
    }
    char *text = nullptr;
    const long size = BIO_get_mem_data(bio, &text);
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(text, size) != size)
        qFatal("%s", qPrintable(out.errorString()));
    BIO_free(bio);
}

} // namespace carriel::op::test

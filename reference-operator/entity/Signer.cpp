// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Encoding.h"
#include "reference-operator/entity/Package.h"

#include <QFile>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509v3.h>
#include <stdexcept>

namespace carriel::entity {

using namespace Qt::StringLiterals;

namespace {

constexpr long validity = 2L * 365 * 86400; // seconds

QByteArray bytesOf(const QString &file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        throw std::runtime_error(QString(file + u": "_s + in.errorString()).toStdString());
    return in.readAll();
}

op::KeyPtr own(EVP_PKEY *key)
{
    if (!key)
        throw std::runtime_error("the key cannot be read");
    return op::KeyPtr(key, [](EVP_PKEY *k) { EVP_PKEY_free(k); });
}

CertPtr own(X509 *cert)
{
    if (!cert)
        throw std::runtime_error("the certificate cannot be read");
    return CertPtr(cert, [](X509 *c) { X509_free(c); });
}

QByteArray der(const CertPtr &cert)
{
    unsigned char *bytes = nullptr;
    const int size = i2d_X509(cert.get(), &bytes);
    const QByteArray out(reinterpret_cast<char *>(bytes), std::max(size, 0));
    OPENSSL_free(bytes);
    return out;
}

template <typename Write> void toFile(const QString &name, QFile::Permissions permissions, Write &&write)
{
    BIO *bio = BIO_new(BIO_s_mem());
    write(bio);
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    QFile file(name);
    const bool ok =
        file.open(QIODevice::WriteOnly) && file.setPermissions(permissions) && file.write(data, size) == size;
    BIO_free(bio);
    if (!ok)
        throw std::runtime_error(QString(name + u": "_s + file.errorString()).toStdString());
}

QJsonValue number(EVP_PKEY *key, const char *name)
{
    BIGNUM *bn = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &bn) != 1)
        return {};
    QByteArray bytes(BN_num_bytes(bn), '\0');
    BN_bn2bin(bn, reinterpret_cast<unsigned char *>(bytes.data()));
    BN_free(bn);
    return QString::fromLatin1(op::b64u(bytes));
}

} // namespace

QJsonArray Signer::x5c() const
{
    QJsonArray out{QString::fromLatin1(op::b64(der(certificate)))};
    for (const CertPtr &above : chain)
        out.append(QString::fromLatin1(op::b64(der(above))));
    return out;
}

QJsonObject Signer::jwk() const
{
    if (EVP_PKEY_get_base_id(key.get()) == EVP_PKEY_EC)
        return op::jwkOf(key);
    return {{u"kty"_s, u"RSA"_s},
            {u"n"_s, number(key.get(), OSSL_PKEY_PARAM_RSA_N)},
            {u"e"_s, number(key.get(), OSSL_PKEY_PARAM_RSA_E)}};
}

QString Signer::kid() const
{
    return QString::fromLatin1(op::thumbprint(jwk()).value_or(QByteArray()));
}

Signer signerFromPkcs12(const QString &file, const QByteArray &password)
{
    const QByteArray bytes = bytesOf(file);
    const auto *at = reinterpret_cast<const unsigned char *>(bytes.constData());
    PKCS12 *p12 = d2i_PKCS12(nullptr, &at, bytes.size());
    EVP_PKEY *key = nullptr;
    X509 *cert = nullptr;
    STACK_OF(X509) *others = nullptr;
    const bool ok = p12 && PKCS12_parse(p12, password.constData(), &key, &cert, &others) == 1;
    PKCS12_free(p12);
    if (!ok)
        throw std::runtime_error("the PKCS#12 file does not open; is the password right?");
    Signer signer{own(key), own(cert), {}};
    for (int i = 0; others && i < sk_X509_num(others); ++i) {
        X509 *above = sk_X509_value(others, i);
        if (X509_check_issued(above, above) == X509_V_OK) // a root is known or it is not; it is not sent
            continue;
        X509_up_ref(above);
        signer.chain.append(own(above));
    }
    sk_X509_pop_free(others, X509_free);
    return signer;
}

Signer signerFromPem(const QString &keyFile, const QString &certificateFile)
{
    const QByteArray key = bytesOf(keyFile);
    const QByteArray certificates = bytesOf(certificateFile);
    BIO *bio = BIO_new_mem_buf(key.constData(), int(key.size()));
    Signer signer{own(PEM_read_bio_PrivateKey(bio, nullptr, nullptr, nullptr)), {}, {}};
    BIO_free(bio);
    bio = BIO_new_mem_buf(certificates.constData(), int(certificates.size()));
    while (X509 *cert = PEM_read_bio_X509(bio, nullptr, nullptr, nullptr)) {
        if (!signer.certificate)
            signer.certificate = own(cert);
        else
            signer.chain.append(own(cert));
    }
    BIO_free(bio);
    if (!signer.certificate)
        throw std::runtime_error("there is no certificate");
    return signer;
}

void makeSigner(const QString &keyFile, const QString &certificateFile, const QString &name, const QString &id)
{
    const op::KeyPtr key = own(EVP_EC_gen("P-256"));
    const CertPtr cert = own(X509_new());
    X509_set_version(cert.get(), 2);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(cert.get()), quint64(op::nowSeconds()));
    X509_gmtime_adj(X509_getm_notBefore(cert.get()), -300);
    X509_gmtime_adj(X509_getm_notAfter(cert.get()), validity);
    X509_NAME *subject = X509_get_subject_name(cert.get());
    const auto part = [&](const char *field, const QString &value) {
        const QByteArray utf8 = value.toUtf8();
        X509_NAME_add_entry_by_txt(subject, field, MBSTRING_UTF8,
                                   reinterpret_cast<const unsigned char *>(utf8.constData()), -1, -1, 0);
    };
    part("C", u"CO"_s);
    part("O", name.left(64));
    part("serialNumber", QString(u"NIT "_s + id.section(u':', 2)));
    part("CN", QString(u"Sello de "_s + name).left(64));
    X509_set_issuer_name(cert.get(), subject);
    X509_set_pubkey(cert.get(), key.get());
    X509_sign(cert.get(), key.get(), EVP_sha256());
    toFile(keyFile, QFile::ReadOwner | QFile::WriteOwner,
           [&](BIO *bio) { PEM_write_bio_PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
    toFile(certificateFile, QFile::ReadOwner | QFile::WriteOwner,
           [&](BIO *bio) { PEM_write_bio_X509(bio, cert.get()); });
}

} // namespace carriel::entity

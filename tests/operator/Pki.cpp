// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/operator/Pki.h"

#include "reference-operator/Encoding.h"

#include <QFile>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace carriel::op::test {

using namespace Qt::StringLiterals;

namespace {

void extension(X509 *cert, int nid, const char *value)
{
    X509V3_CTX ctx;
    X509V3_set_ctx_nodb(&ctx);
    X509V3_set_ctx(&ctx, cert, cert, nullptr, nullptr, 0);
    X509_EXTENSION *e = X509V3_EXT_conf_nid(nullptr, &ctx, nid, value);
    X509_add_ext(cert, e, -1);
    X509_EXTENSION_free(e);
}

template <typename Write> void toFile(const QString &name, Write &&write)
{
    BIO *bio = BIO_new(BIO_s_mem());
    write(bio);
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    QFile file(name);
    if (file.open(QIODevice::WriteOnly))
        file.write(data, size);
    BIO_free(bio);
}

} // namespace

KeyPtr makeKey()
{
    return KeyPtr(EVP_EC_gen("P-256"), [](EVP_PKEY *k) { EVP_PKEY_free(k); });
}

QJsonObject x25519Jwk()
{
    return {{u"kty"_s, u"OKP"_s}, {u"crv"_s, u"X25519"_s}, {u"x"_s, QString::fromLatin1(b64u(randomBytes(32)))}};
}

void writeCertificate(const QString &certFile, const QString &keyFile)
{
    const KeyPtr key = makeKey();
    X509 *cert = X509_new();
    X509_set_version(cert, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(cert), 1);
    X509_gmtime_adj(X509_getm_notBefore(cert), -3600);
    X509_gmtime_adj(X509_getm_notAfter(cert), 86400);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(cert), "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char *>("Prueba"), -1, -1, 0);
    X509_set_issuer_name(cert, X509_get_subject_name(cert));
    X509_set_pubkey(cert, key.get());
    extension(cert, NID_subject_alt_name, "IP:127.0.0.1,DNS:localhost");
    extension(cert, NID_basic_constraints, "critical,CA:TRUE");
    X509_sign(cert, key.get(), EVP_sha256());
    toFile(certFile, [&](BIO *bio) { PEM_write_bio_X509(bio, cert); });
    toFile(keyFile, [&](BIO *bio) { PEM_write_bio_PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
    X509_free(cert);
}

} // namespace carriel::op::test

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/operator/Pki.h"

#include "reference-operator/Encoding.h"

#include <QFile>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/param_build.h>
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

KeyPtr keyFromPrivateJwk(const QJsonObject &jwk)
{
    const auto member = [&](const char *name) { return fromB64u(jwk.value(QLatin1StringView(name)).toString().toLatin1()).value_or(QByteArray()); };
    const auto own = [](EVP_PKEY *k) { return KeyPtr(k, [](EVP_PKEY *key) { EVP_PKEY_free(key); }); };
    const QByteArray d = member("d");
    const auto *bytes = reinterpret_cast<const unsigned char *>(d.constData());
    if (jwk.value("kty"_L1).toString() == u"OKP")
        return own(EVP_PKEY_new_raw_private_key(EVP_PKEY_X25519, nullptr, bytes, size_t(d.size())));
    const QByteArray point = QByteArray("\x04" + member("x") + member("y"));
    OSSL_PARAM_BLD *b = OSSL_PARAM_BLD_new();
    BIGNUM *secret = BN_bin2bn(bytes, int(d.size()), nullptr);
    OSSL_PARAM_BLD_push_utf8_string(b, OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0);
    OSSL_PARAM_BLD_push_octet_string(b, OSSL_PKEY_PARAM_PUB_KEY, point.constData(), size_t(point.size()));
    OSSL_PARAM_BLD_push_BN(b, OSSL_PKEY_PARAM_PRIV_KEY, secret);
    OSSL_PARAM *params = OSSL_PARAM_BLD_to_param(b);
    EVP_PKEY_CTX *ctx = EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr);
    EVP_PKEY *key = nullptr;
    EVP_PKEY_fromdata_init(ctx);
    EVP_PKEY_fromdata(ctx, &key, EVP_PKEY_KEYPAIR, params);
    EVP_PKEY_CTX_free(ctx);
    OSSL_PARAM_free(params);
    OSSL_PARAM_BLD_free(b);
    BN_free(secret);
    return own(key);
}

KeyPtr makeX25519()
{
    return KeyPtr(EVP_PKEY_Q_keygen(nullptr, nullptr, "X25519"), [](EVP_PKEY *k) { EVP_PKEY_free(k); });
}

QJsonObject x25519JwkOf(const KeyPtr &key)
{
    QByteArray x(32, '\0');
    size_t size = 32;
    EVP_PKEY_get_raw_public_key(key.get(), reinterpret_cast<unsigned char *>(x.data()), &size);
    return {{u"kty"_s, u"OKP"_s}, {u"crv"_s, u"X25519"_s}, {u"x"_s, QString::fromLatin1(b64u(x))}};
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

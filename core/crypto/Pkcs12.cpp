// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Pkcs12.h"

#include "core/crypto/CryptoErrors.h"
#include "core/crypto/X509Tools.h"

#include <openssl/err.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>

namespace carriel::crypto {

namespace {
using Pkcs12Ptr = Owned<PKCS12, PKCS12_free>;

Error badFile(ErrorCode code, const char *what)
{
    Error error = libraryError("PKCS#12");
    return {code, {{QStringLiteral("what"), QString::fromLatin1(what)}}, error.detail};
}
struct Parts
{
    std::shared_ptr<EVP_PKEY> key;
    QList<QByteArray> certificates; // DER; the key's own first, empty if there is none
};

// Many authorities still hand out files protected with RC2-40, and a citizen cannot have them made anew. OpenSSL keeps
// such algorithms in a provider of its own: it is loaded for this one file, in a context that nothing else uses, and what
// was inside leaves it as plain DER. How the file was protected says nothing about the signatures of its key.
std::optional<Parts> openedByLegacy(QByteArrayView bytes, const char *phrase)
{
    const Owned<OSSL_LIB_CTX, OSSL_LIB_CTX_free> context(OSSL_LIB_CTX_new());
    if (!context)
        return std::nullopt;
    const auto unload = [](OSSL_PROVIDER *provider) { OSSL_PROVIDER_unload(provider); };
    const std::shared_ptr<OSSL_PROVIDER> usual(OSSL_PROVIDER_load(context.get(), "default"), unload);
    const std::shared_ptr<OSSL_PROVIDER> legacy(OSSL_PROVIDER_load(context.get(), "legacy"), unload);
    if (!usual || !legacy)
        return std::nullopt;
    PKCS12 *file = PKCS12_init_ex(NID_pkcs7_data, context.get(), nullptr);
    const unsigned char *at = bytesOf(bytes.data());
    if (file && !d2i_PKCS12(&file, &at, long(bytes.size()))) // frees it if it fails
        file = nullptr;
    const Pkcs12Ptr owned(file);
    EVP_PKEY *key = nullptr;
    X509 *certificate = nullptr;
    STACK_OF(X509) *others = nullptr;
    if (!owned || PKCS12_parse(owned.get(), phrase, &key, &certificate, &others) != 1)
        return std::nullopt;
    const Owned<EVP_PKEY, EVP_PKEY_free> ownedKey(key);
    const Owned<X509, X509_free> ownedCertificate(certificate);
    const CertificateStack stack(others);
    Parts parts;
    parts.certificates += certificate ? derOf(certificate, i2d_X509) : QByteArray();
    for (int i = 0; stack && i < sk_X509_num(stack.get()) && i < 64; ++i)
        parts.certificates += derOf(sk_X509_value(stack.get(), i), i2d_X509);
    unsigned char *der = nullptr;
    const int size = key ? i2d_PrivateKey(key, &der) : 0;
    const unsigned char *begin = der;
    if (size > 0)
        parts.key.reset(d2i_AutoPrivateKey(nullptr, &begin, size), EVP_PKEY_free);
    OPENSSL_clear_free(der, std::size_t(std::max(size, 0)));
    return parts;
}

} // namespace

Result<Pkcs12> Pkcs12::open(QByteArrayView bytes, const SecretBytes &password)
{
    const unsigned char *at = bytesOf(bytes.data());
    const Pkcs12Ptr file(d2i_PKCS12(nullptr, &at, long(bytes.size())));
    if (!file)
        return badFile(errors::badEncoding, "PKCS#12");
    SecretBytes text(password.size() + 1); // ended by zero
    std::copy_n(password.data(), password.size(), text.data());
    const char *phrase = reinterpret_cast<const char *>(text.data());
    if (PKCS12_mac_present(file.get()) && PKCS12_verify_mac(file.get(), phrase, int(password.size())) != 1)
        return badFile(errors::notAuthentic, "PKCS#12");
    EVP_PKEY *key = nullptr;
    X509 *certificate = nullptr;
    STACK_OF(X509) *others = nullptr;
    if (PKCS12_parse(file.get(), phrase, &key, &certificate, &others) != 1) {
        const auto parts = openedByLegacy(bytes, phrase);
        if (!parts || parts->certificates.isEmpty() || parts->certificates.first().isEmpty())
            return badFile(errors::badEncoding, "PKCS#12 protection");
        CARRIEL_TRY(const Certificate own, Certificate::fromDer(parts->certificates.first()));
        Pkcs12 result(own);
        if (!parts->key || X509_check_private_key(own.handle(), parts->key.get()) != 1)
            return badFile(errors::badKey, "no key for its certificate");
        result.m_key = parts->key;
        for (const QByteArray &der : parts->certificates.mid(1)) {
            CARRIEL_TRY(const Certificate one, Certificate::fromDer(der));
            result.m_others += one;
        }
        ERR_clear_error();
        return result;
    }
    const CertificateStack stack(others);
    const std::shared_ptr<EVP_PKEY> ownedKey(key, EVP_PKEY_free);
    if (!certificate)
        return badFile(errors::badKey, "no certificate");
    Pkcs12 result(Certificate::adopt(certificate));
    if (!key || X509_check_private_key(certificate, key) != 1)
        return badFile(errors::badKey, "no key for its certificate");
    result.m_key = ownedKey;
    for (int i = 0; stack && i < sk_X509_num(stack.get()) && i < 64; ++i) {
        X509 *one = sk_X509_value(stack.get(), i);
        X509_up_ref(one);
        result.m_others += Certificate::adopt(one);
    }
    ERR_clear_error();
    return result;
}

Result<QByteArray> Pkcs12::sign(QByteArrayView toBeSigned) const
{
    const MdCtxPtr ctx(EVP_MD_CTX_new());
    std::size_t size = 0;
    if (!ctx || EVP_DigestSignInit(ctx.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) != 1 ||
        EVP_DigestSign(ctx.get(), nullptr, &size, bytesOf(toBeSigned.data()), std::size_t(toBeSigned.size())) != 1)
        return libraryError("signature");
    QByteArray out(qsizetype(size), '\0');
    if (EVP_DigestSign(ctx.get(), bytesOf(out.data()), &size, bytesOf(toBeSigned.data()),
                       std::size_t(toBeSigned.size())) != 1)
        return libraryError("signature");
    out.truncate(qsizetype(size));
    return out;
}

Result<QByteArray> ecdsaToDer(QByteArrayView rs)
{
    const qsizetype half = rs.size() / 2;
    if (half == 0 || rs.size() % 2 != 0)
        return Error{errors::badEncoding, {{QStringLiteral("what"), QStringLiteral("ECDSA")}}, {}};
    const EcdsaSigPtr pair(ECDSA_SIG_new());
    ECDSA_SIG_set0(pair.get(), BN_bin2bn(bytesOf(rs.data()), int(half), nullptr),
                   BN_bin2bn(bytesOf(rs.data()) + half, int(half), nullptr));
    return derOf(pair.get(), i2d_ECDSA_SIG);
}

QByteArray sha256DigestInfo(const QByteArray &digest)
{
    return QByteArray::fromHex("3031300d060960864801650304020105000420") + digest;
}

} // namespace carriel::crypto

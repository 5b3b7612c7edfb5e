// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The store "MY" of the person who is logged in, signed with through CNG (ncrypt).
#include "core/base/BaseErrors.h"
#include "core/crypto/Digest.h"
#include "core/crypto/Pkcs12.h"
#include "core/signing/SigningErrors.h"
#include "core/signing/store/SystemStore.h"

#include <windows.h>

#include <ncrypt.h>
#include <wincrypt.h>

namespace carriel::signing {

namespace {

Error trouble(const char *what, long code)
{
    return {errors::tokenTrouble,
            {{QStringLiteral("what"), QString::fromLatin1(what)}},
            QStringLiteral("0x") + QString::number(quint32(code), 16)};
}

using Store = std::unique_ptr<void, decltype([](HCERTSTORE store) { CertCloseStore(store, 0); })>;
using Context = std::unique_ptr<const CERT_CONTEXT, decltype([](PCCERT_CONTEXT one) { CertFreeCertificateContext(one); })>;

Store openStore()
{
    return Store(CertOpenStore(CERT_STORE_PROV_SYSTEM_W, 0, 0,
                               CERT_SYSTEM_STORE_CURRENT_USER | CERT_STORE_READONLY_FLAG | CERT_STORE_OPEN_EXISTING_FLAG,
                               L"MY"));
}

// Calls `each` until it answers false. What has no private key, or is for something else, is passed over.
template <typename Each> Outcome walk(const Store &store, Each each)
{
    PCCERT_CONTEXT one = nullptr;
    while ((one = CertFindCertificateInStore(store.get(), X509_ASN_ENCODING, 0, CERT_FIND_HAS_PRIVATE_KEY, nullptr, one))) {
        const QByteArrayView der(reinterpret_cast<const char *>(one->pbCertEncoded), qsizetype(one->cbCertEncoded));
        const auto certificate = crypto::Certificate::fromDer(der);
        if (certificate.ok() && certificate.value().mayMakeSignatures() && !each(one, certificate.value())) {
            CertFreeCertificateContext(one);
            return {};
        }
    }
    return {};
}

class WindowsKey final : public KeySource
{
public:
    WindowsKey(Context context, crypto::Certificate certificate)
        : m_context(std::move(context)), m_certificate(std::move(certificate))
    {
    }
    crypto::Certificate certificate() const override { return m_certificate; }
    QList<crypto::Certificate> chain() const override { return {}; } // paths are built from what the program trusts
    void sign(const QByteArray &toBeSigned, Signed done) override { done(value(toBeSigned)); }

private:
    Result<QByteArray> value(const QByteArray &toBeSigned) const
    {
        HCRYPTPROV_OR_NCRYPT_KEY_HANDLE key = 0;
        DWORD kind = 0;
        BOOL ours = FALSE;
        // Only CNG: a key of an older provider could not sign with SHA-256 everywhere.
        if (!CryptAcquireCertificatePrivateKey(m_context.get(), CRYPT_ACQUIRE_ONLY_NCRYPT_KEY_FLAG, nullptr, &key, &kind, &ours))
            return trouble("CryptAcquireCertificatePrivateKey", long(GetLastError()));
        const auto close = [&] {
            if (ours)
                NCryptFreeObject(key);
        };
        QByteArray digest = crypto::sha256(toBeSigned);
        const bool ec = m_certificate.keyKind() == crypto::Certificate::KeyKind::Ec;
        BCRYPT_PKCS1_PADDING_INFO padding{BCRYPT_SHA256_ALGORITHM};
        QByteArray signature(1024, Qt::Uninitialized);
        DWORD size = 0;
        const SECURITY_STATUS status =
            NCryptSignHash(key, ec ? nullptr : &padding, reinterpret_cast<BYTE *>(digest.data()), DWORD(digest.size()),
                           reinterpret_cast<BYTE *>(signature.data()), DWORD(signature.size()), &size,
                           ec ? 0 : BCRYPT_PAD_PKCS1);
        close();
        if (status == SCARD_W_CANCELLED_BY_USER || status == NTE_USER_CANCELLED)
            return Error{carriel::errors::cancelled, {}, {}};
        if (status == SCARD_W_CHV_BLOCKED)
            return Error{errors::pinLocked, {}, {}};
        if (status == SCARD_W_REMOVED_CARD || status == SCARD_E_NO_SMARTCARD)
            return Error{errors::tokenGone, {}, {}};
        if (status != ERROR_SUCCESS)
            return trouble("NCryptSignHash", status);
        signature.truncate(qsizetype(size));
        return ec ? crypto::ecdsaToDer(signature) : Result<QByteArray>(signature);
    }

    Context m_context;
    crypto::Certificate m_certificate;
};

} // namespace

bool hasSystemStore()
{
    return true;
}

Result<QList<StoredKeyInfo>> systemKeys()
{
    const Store store = openStore();
    if (!store)
        return trouble("CertOpenStore", long(GetLastError()));
    QList<StoredKeyInfo> found;
    CARRIEL_CHECK(walk(store, [&](PCCERT_CONTEXT, const crypto::Certificate &one) {
        found += StoredKeyInfo{one.sha256(), one};
        return true;
    }));
    return found;
}

Result<std::shared_ptr<KeySource>> openSystemKey(const QByteArray &sha256)
{
    const Store store = openStore();
    if (!store)
        return trouble("CertOpenStore", long(GetLastError()));
    std::shared_ptr<KeySource> key;
    CARRIEL_CHECK(walk(store, [&](PCCERT_CONTEXT context, const crypto::Certificate &one) {
        if (one.sha256() != sha256)
            return true;
        key = std::make_shared<WindowsKey>(Context(CertDuplicateCertificateContext(context)), one);
        return false;
    }));
    if (!key)
        return Error{errors::noSuchKey, {{QStringLiteral("what"), QString::fromLatin1(sha256.toHex())}}, {}};
    return key;
}

} // namespace carriel::signing

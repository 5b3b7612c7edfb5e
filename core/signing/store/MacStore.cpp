// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Identities in the person's keychains and on cards with a token extension, by the Security framework.
#include "core/base/BaseErrors.h"
#include "core/signing/SigningErrors.h"
#include "core/signing/store/SystemStore.h"

#include <Security/Security.h>

namespace carriel::signing {

namespace {

template <typename T> using Owned = std::unique_ptr<std::remove_pointer_t<T>, decltype([](T one) { CFRelease(one); })>;

Error trouble(const char *what, OSStatus status)
{
    return {errors::tokenTrouble, {{QStringLiteral("what"), QString::fromLatin1(what)}}, QString::number(status)};
}

QByteArray bytesOf(CFDataRef data)
{
    return {reinterpret_cast<const char *>(CFDataGetBytePtr(data)), qsizetype(CFDataGetLength(data))};
}

// Calls `each` with the private key and its certificate until it answers false.
template <typename Each> Outcome walk(Each each)
{
    const void *names[] = {kSecClass, kSecMatchLimit, kSecReturnRef};
    const void *values[] = {kSecClassIdentity, kSecMatchLimitAll, kCFBooleanTrue};
    const Owned<CFDictionaryRef> query(CFDictionaryCreate(nullptr, names, values, 3, &kCFTypeDictionaryKeyCallBacks,
                                                          &kCFTypeDictionaryValueCallBacks));
    CFTypeRef answer = nullptr;
    const OSStatus status = SecItemCopyMatching(query.get(), &answer);
    if (status == errSecItemNotFound)
        return {};
    if (status != errSecSuccess)
        return trouble("SecItemCopyMatching", status);
    const Owned<CFArrayRef> identities(static_cast<CFArrayRef>(answer));
    for (CFIndex i = 0; i < CFArrayGetCount(identities.get()); ++i) {
        auto *identity = static_cast<SecIdentityRef>(const_cast<void *>(CFArrayGetValueAtIndex(identities.get(), i)));
        SecCertificateRef found = nullptr;
        SecKeyRef key = nullptr;
        if (SecIdentityCopyCertificate(identity, &found) != errSecSuccess)
            continue;
        const Owned<SecCertificateRef> ownedCertificate(found);
        if (SecIdentityCopyPrivateKey(identity, &key) != errSecSuccess)
            continue;
        Owned<SecKeyRef> ownedKey(key);
        const Owned<CFDataRef> der(SecCertificateCopyData(found));
        const auto certificate = crypto::Certificate::fromDer(bytesOf(der.get()));
        if (certificate.ok() && certificate.value().mayMakeSignatures() && !each(std::move(ownedKey), certificate.value()))
            return {};
    }
    return {};
}

class MacKey final : public KeySource
{
public:
    MacKey(Owned<SecKeyRef> key, crypto::Certificate certificate)
        : m_key(std::move(key)), m_certificate(std::move(certificate))
    {
    }
    crypto::Certificate certificate() const override { return m_certificate; }
    QList<crypto::Certificate> chain() const override { return {}; } // paths are built from what the program trusts
    void sign(const QByteArray &toBeSigned, Signed done) override
    {
        const bool ec = m_certificate.keyKind() == crypto::Certificate::KeyKind::Ec;
        const Owned<CFDataRef> data(CFDataCreate(nullptr, reinterpret_cast<const UInt8 *>(toBeSigned.constData()),
                                                 CFIndex(toBeSigned.size())));
        CFErrorRef error = nullptr;
        const Owned<CFDataRef> value(SecKeyCreateSignature(m_key.get(),
                                                           ec ? kSecKeyAlgorithmECDSASignatureMessageX962SHA256
                                                              : kSecKeyAlgorithmRSASignatureMessagePKCS1v15SHA256,
                                                           data.get(), &error));
        if (value)
            return done(bytesOf(value.get())); // ECDSA is in DER already
        const OSStatus code = error ? OSStatus(CFErrorGetCode(error)) : errSecInternalError;
        if (error)
            CFRelease(error);
        done(code == errSecUserCanceled ? Error{carriel::errors::cancelled, {}, {}}
                                        : trouble("SecKeyCreateSignature", code));
    }

private:
    Owned<SecKeyRef> m_key;
    crypto::Certificate m_certificate;
};

} // namespace

bool hasSystemStore()
{
    return true;
}

Result<QList<StoredKeyInfo>> systemKeys()
{
    QList<StoredKeyInfo> found;
    CARRIEL_CHECK(walk([&](Owned<SecKeyRef>, const crypto::Certificate &one) {
        found += StoredKeyInfo{one.sha256(), one};
        return true;
    }));
    return found;
}

Result<std::shared_ptr<KeySource>> openSystemKey(const QByteArray &sha256)
{
    std::shared_ptr<KeySource> key;
    CARRIEL_CHECK(walk([&](Owned<SecKeyRef> ref, const crypto::Certificate &one) {
        if (one.sha256() != sha256)
            return true;
        key = std::make_shared<MacKey>(std::move(ref), one);
        return false;
    }));
    if (!key)
        return Error{errors::noSuchKey, {{QStringLiteral("what"), QString::fromLatin1(sha256.toHex())}}, {}};
    return key;
}

} // namespace carriel::signing

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Key pairs: P-256 (ES256 signatures, ECDH), X25519 (ECDH), and RSA public keys to check other people's RS256 signatures.
// Cheap to copy (shared, immutable); thread-safe.
#pragma once

#include "core/base/Result.h"
#include "core/base/SecretBytes.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <memory>

struct evp_pkey_st;

namespace carriel::crypto {

enum class KeyType { P256, X25519, Rsa };

class PublicKey
{
public:
    // RFC 7517/7518/8037, strictly: exact sizes, on the curve, RSA 2048 to 8192 bits, no private member (badKey).
    // `kid`, `use`, `alg` and other members are ignored here; JwkSet reads them.
    static Result<PublicKey> fromJwk(const QJsonObject &jwk);
    static Result<PublicKey> fromCertificate(QByteArrayView der); // X.509; nothing is verified but the form

    KeyType type() const { return m_type; }
    QJsonObject toJwk() const;     // required members and `kid` = thumbprint
    QByteArray thumbprint() const; // RFC 7638 with SHA-256, base64url
    QByteArray toSpki() const;     // DER SubjectPublicKeyInfo (RFC 5280 §4.1)

    evp_pkey_st *handle() const { return m_key.get(); } // for core/crypto

    static Result<PublicKey> adopt(std::shared_ptr<evp_pkey_st> key); // for core/crypto

private:
    PublicKey() = default;
    std::shared_ptr<evp_pkey_st> m_key;
    KeyType m_type = KeyType::P256;
    QList<QByteArray> m_numbers; // P-256: x, y. X25519: x. RSA: n, e. Big-endian
};

class PrivateKey
{
public:
    static Result<PrivateKey> generate(KeyType type);          // P256 or X25519
    static Result<PrivateKey> fromPkcs8(QByteArrayView der);   // unencrypted PrivateKeyInfo (RFC 5208)
    static Result<PrivateKey> fromX25519(QByteArrayView raw);  // 32 bytes (RFC 7748)

    KeyType type() const { return m_public.type(); }
    Result<SecretBytes> toPkcs8() const;
    const PublicKey &publicKey() const { return m_public; }

    evp_pkey_st *handle() const { return m_public.handle(); } // for core/crypto

private:
    explicit PrivateKey(PublicKey both) : m_public(std::move(both)) {}
    PublicKey m_public; // its handle holds the private half too; the class never gives that out
};

// r ‖ s, 64 bytes (RFC 7518 §3.4).
Result<QByteArray> signEs256(const PrivateKey &key, QByteArrayView message);
// ES256 for P-256, RS256 for RSA, chosen by the key alone. badSignature, or badKey for a key that cannot sign.
Outcome verifySignature(const PublicKey &key, QByteArrayView message, QByteArrayView signature);

// A published set of keys (RFC 7517 §5). Keys of a kind that is not known here are left out, as the standard asks.
class JwkSet
{
public:
    static Result<JwkSet> parse(QByteArrayView json);
    void add(const QByteArray &kid, PublicKey key);

    // By `kid`. Without one, the only key of that type, if there is only one.
    const PublicKey *find(QByteArrayView kid, KeyType type) const;
    bool isEmpty() const { return m_keys.isEmpty(); }

private:
    struct Entry {
        QByteArray kid;
        PublicKey key;
    };
    QList<Entry> m_keys;
};

} // namespace carriel::crypto

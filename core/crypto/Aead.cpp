// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Aead.h"

#include "core/crypto/CryptoErrors.h"
#include "core/crypto/Digest.h"
#include "core/crypto/Gcm.h"
#include "core/crypto/OpenSsl.h"

namespace carriel::crypto {

namespace {
Outcome checkKey(QByteArrayView key)
{
    if (key.size() != 32)
        return Error{errors::badKey, {{QStringLiteral("what"), QStringLiteral("AES-256")}}, {}};
    return {};
}
} // namespace

Result<QByteArray> aesGcmSeal(QByteArrayView key, QByteArrayView plain, QByteArrayView context)
{
    CARRIEL_CHECK(checkKey(key));
    const SecretBytes nonce = randomSecret(gcmNonceSize);
    QByteArray out(gcmNonceSize + plain.size() + gcmTagSize, Qt::Uninitialized);
    std::copy(nonce.view().begin(), nonce.view().end(), out.begin());
    unsigned char *body = bytesOf(out.data()) + gcmNonceSize;
    CARRIEL_CHECK(gcmEncrypt(key, nonce.view(), context, plain, body, body + plain.size()));
    return out;
}

Result<SecretBytes> aesGcmOpen(QByteArrayView key, QByteArrayView sealed, QByteArrayView context)
{
    CARRIEL_CHECK(checkKey(key));
    if (sealed.size() < gcmNonceSize + gcmTagSize)
        return Error{errors::notAuthentic, {}, {}};
    const QByteArrayView body = sealed.sliced(gcmNonceSize, sealed.size() - gcmNonceSize - gcmTagSize);
    SecretBytes out{std::size_t(body.size())};
    CARRIEL_CHECK(gcmDecrypt(key, sealed.first(gcmNonceSize), context, body, sealed.last(gcmTagSize), out.data()));
    return out;
}

} // namespace carriel::crypto

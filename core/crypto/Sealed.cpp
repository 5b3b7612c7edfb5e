// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Sealed.h"

#include "core/crypto/Base64Url.h"
#include "core/crypto/CryptoErrors.h"
#include "core/crypto/Digest.h"
#include "core/crypto/Ecdh.h"

#include <QtEndian>

namespace carriel::crypto {

namespace {
constexpr qsizetype fixedHeader = 21;
constexpr qsizetype kidSize = 32;
constexpr qsizetype wrappedSize = 40;
constexpr qint64 overhead = sealedRecordSize - sealedPlainPerRecord; // delimiter and tag
static_assert(sealedHeaderSize == fixedHeader + kidSize + wrappedSize);

Error badKey()
{
    return {errors::badKey, {{QStringLiteral("what"), QStringLiteral("person key")}}, {}};
}
} // namespace

Result<SealingKey> SealingKey::of(const PrivateKey &person)
{
    if (person.type() != KeyType::X25519)
        return badKey();
    CARRIEL_TRY(const SecretBytes pkcs8, person.toPkcs8()); // RFC 8410: the key is its last 32 bytes
    if (pkcs8.size() < 32)
        return badKey();
    return SealingKey{person.publicKey().thumbprint(),
                      hkdfSha256(pkcs8.view().last(32), {}, "carpeta/sealed/1", 32)};
}

qint64 sealedSizeOf(qint64 plainSize)
{
    const qint64 records = std::max<qint64>(1, (plainSize + sealedPlainPerRecord - 1) / sealedPlainPerRecord);
    return sealedHeaderSize + plainSize + records * overhead;
}

qint64 plainSizeOf(qint64 sealedSize)
{
    const qint64 body = sealedSize - sealedHeaderSize;
    if (body < overhead)
        return -1;
    const qint64 records = (body + sealedRecordSize - 1) / sealedRecordSize;
    const qint64 plain = body - records * overhead;
    return plain >= 0 && sealedSizeOf(plain) == sealedSize ? plain : -1;
}

QByteArray sealedWith(QByteArrayView header)
{
    if (header.size() < sealedHeaderSize || qFromBigEndian<quint32>(header.data() + 16) != sealedRecordSize ||
        quint8(header.at(20)) != kidSize + wrappedSize)
        return {};
    return toBase64Url(header.sliced(fixedHeader, kidSize));
}

Result<EceSealer> sealWith(const SealingKey &key)
{
    CARRIEL_TRY(const QByteArray kid, fromBase64Url(key.kid));
    if (kid.size() != kidSize || key.key.size() != 32)
        return badKey();
    const SecretBytes contentKey = randomSecret(32);
    CARRIEL_TRY(const QByteArray wrapped, wrapKey(key.key.view(), contentKey.view()));
    return EceSealer::start(contentKey.view(), {quint32(sealedRecordSize), kid + wrapped, 32});
}

Result<EceRecords> recordsOf(QByteArrayView header, const SealingKey &key)
{
    header = header.first(std::min(header.size(), sealedHeaderSize));
    const QByteArray kid = sealedWith(header);
    if (kid.isEmpty() || kid != key.kid)
        return Error{errors::badCipherText,
                     {{QStringLiteral("reason"), kid.isEmpty() ? QStringLiteral("not sealed") : QStringLiteral("another key")}},
                     {}};
    CARRIEL_TRY(const SecretBytes contentKey, unwrapKey(key.key.view(), header.last(wrappedSize)));
    return EceRecords::start(header, contentKey.view(),
                             {quint32(sealedRecordSize), header.sliced(fixedHeader).toByteArray(), 32});
}

} // namespace carriel::crypto

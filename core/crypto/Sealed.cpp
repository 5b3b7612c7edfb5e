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

Error notOpened(const char *reason)
{
    return {errors::badCipherText, {{QStringLiteral("reason"), QString::fromLatin1(reason)}}, {}};
}

Result<EceRecords> recordsWith(QByteArrayView header, QByteArrayView contentKey)
{
    header = header.first(sealedHeaderSize);
    return EceRecords::start(header, contentKey, {quint32(sealedRecordSize), header.sliced(fixedHeader).toByteArray(), 32});
}

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

Result<SecretBytes> contentKeyOf(QByteArrayView header, const SealingKey &key)
{
    header = header.first(std::min(header.size(), sealedHeaderSize));
    const QByteArray kid = sealedWith(header);
    if (kid.isEmpty() || kid != key.kid)
        return notOpened(kid.isEmpty() ? "not sealed" : "another key");
    return unwrapKey(key.key.view(), header.last(wrappedSize));
}

Result<EceRecords> recordsOf(QByteArrayView header, const SealingKey &key)
{
    CARRIEL_TRY(const SecretBytes contentKey, contentKeyOf(header, key));
    return recordsWith(header, contentKey.view());
}

Result<QByteArray> openedWith(QByteArrayView cipher, QByteArrayView contentKey)
{
    const qint64 size = plainSizeOf(cipher.size());
    if (size < 0 || sealedWith(cipher).isEmpty() || contentKey.size() != 32)
        return notOpened("not sealed");
    CARRIEL_TRY(const EceRecords records, recordsWith(cipher, contentKey));
    QByteArray out;
    out.reserve(size);
    QByteArrayView left = cipher.sliced(sealedHeaderSize);
    for (quint64 number = 0; !left.isEmpty(); ++number) {
        const qsizetype take = std::min(left.size(), qsizetype(sealedRecordSize));
        CARRIEL_TRY(const QByteArray piece, records.open(number, left.first(take), take == left.size()));
        out += piece;
        left = left.sliced(take);
    }
    return out;
}

} // namespace carriel::crypto

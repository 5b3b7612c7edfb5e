// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Ece.h"

#include "core/crypto/CryptoErrors.h"
#include "core/crypto/Digest.h"
#include "core/crypto/Gcm.h"

#include <QtEndian>

namespace carriel::crypto {

namespace {
constexpr int saltSize = 16;
constexpr int fixedHeaderSize = saltSize + 4 + 1;
constexpr char moreFollows = 1;
constexpr char lastRecord = 2;

Error badCipherText(const char *reason)
{
    const QString text = QString::fromLatin1(reason);
    return {errors::badCipherText, {{QStringLiteral("reason"), text}}, text};
}

Outcome checkProfile(qsizetype keySize, const EceProfile &profile)
{
    if (keySize != profile.keySize || profile.recordSize < 18 || profile.keyId.size() > 255)
        return Error{errors::badKey, {{QStringLiteral("what"), QStringLiteral("content key")}}, {}};
    return {};
}

// RFC 8188 §2.2, §2.3. The info strings end with a zero byte, which sizeof counts.
SecretBytes contentKey(QByteArrayView key, QByteArrayView salt)
{
    static constexpr char info[] = "Content-Encoding: aes128gcm";
    return hkdfSha256(key, salt, QByteArrayView(info, sizeof info), 16);
}

QByteArray nonceBase(QByteArrayView key, QByteArrayView salt)
{
    static constexpr char info[] = "Content-Encoding: nonce";
    return hkdfSha256(key, salt, QByteArrayView(info, sizeof info), gcmNonceSize).view().toByteArray();
}

QByteArray nonceOf(const QByteArray &base, quint64 record)
{
    QByteArray nonce = base;
    for (int i = 0; i < 8; ++i)
        nonce[gcmNonceSize - 1 - i] = char(nonce.at(gcmNonceSize - 1 - i) ^ char(record >> (8 * i)));
    return nonce;
}

// What stands between the fixed header and the records is the key id.
bool isHeaderOf(QByteArrayView header, const EceProfile &profile)
{
    return header.size() == fixedHeaderSize + profile.keyId.size() &&
           qFromBigEndian<quint32>(header.data() + saltSize) == profile.recordSize &&
           header.sliced(saltSize + 4) == QByteArray(char(profile.keyId.size()) + profile.keyId);
}

Result<QByteArray> openRecord(QByteArrayView contentKey, const QByteArray &nonceBase, quint64 number, QByteArrayView record, bool last)
{
    if (record.size() < 1 + gcmTagSize)
        return badCipherText("cut");
    QByteArray plain(record.size() - gcmTagSize, Qt::Uninitialized);
    CARRIEL_CHECK(gcmDecrypt(contentKey, nonceOf(nonceBase, number), {}, record.first(plain.size()), record.last(gcmTagSize),
                             reinterpret_cast<unsigned char *>(plain.data())));
    qsizetype end = plain.size() - 1;
    while (last && end > 0 && plain.at(end) == 0)
        --end;
    if (plain.at(end) != (last ? lastRecord : moreFollows))
        return badCipherText(last ? "cut" : "content after the end");
    plain.truncate(end);
    return plain;
}
} // namespace

Result<EceSealer> EceSealer::start(QByteArrayView key, const EceProfile &profile)
{
    CARRIEL_CHECK(checkProfile(key.size(), profile));
    EceSealer sealer;
    const SecretBytes salt = randomSecret(saltSize);
    sealer.m_contentKey = contentKey(key, salt.view());
    sealer.m_nonceBase = nonceBase(key, salt.view());
    sealer.m_plainPerRecord = qsizetype(profile.recordSize) - 1 - gcmTagSize;
    const quint32 size = qToBigEndian(profile.recordSize);
    sealer.m_header = salt.view().toByteArray();
    sealer.m_header.append(reinterpret_cast<const char *>(&size), 4);
    sealer.m_header.append(char(profile.keyId.size()));
    sealer.m_header.append(profile.keyId);
    return sealer;
}

Outcome EceSealer::seal(bool last, QByteArray &out)
{
    QByteArray plain = m_held.left(m_plainPerRecord);
    m_held.remove(0, plain.size());
    plain.append(last ? lastRecord : moreFollows);
    const qsizetype at = out.size();
    out.resize(at + plain.size() + gcmTagSize);
    auto *to = reinterpret_cast<unsigned char *>(out.data()) + at;
    return gcmEncrypt(m_contentKey.view(), nonceOf(m_nonceBase, m_record++), {}, plain, to, to + plain.size());
}

Result<QByteArray> EceSealer::add(QByteArrayView plain)
{
    QByteArray out = std::exchange(m_header, {});
    // One record at a time, so that memory does not grow with what the caller hands over.
    while (!plain.isEmpty()) {
        if (m_held.size() == m_plainPerRecord)
            CARRIEL_CHECK(seal(false, out)); // more follows, so the held record is not the last
        const qsizetype take = std::min(plain.size(), m_plainPerRecord - m_held.size());
        m_held.append(plain.data(), take);
        plain = plain.sliced(take);
    }
    return out;
}

Result<QByteArray> EceSealer::finish()
{
    QByteArray out = std::exchange(m_header, {});
    CARRIEL_CHECK(seal(true, out));
    return out;
}

EceOpener::EceOpener(SecretBytes key, EceProfile profile) : m_key(std::move(key)), m_profile(std::move(profile)) {}

Outcome EceOpener::readHeader()
{
    CARRIEL_CHECK(checkProfile(qsizetype(m_key.size()), m_profile));
    if (!isHeaderOf(m_held, m_profile))
        return badCipherText("another record size or key id");
    const QByteArray salt = m_held.left(saltSize);
    m_contentKey = contentKey(m_key.view(), salt);
    m_nonceBase = nonceBase(m_key.view(), salt);
    m_key.wipe();
    m_held.clear();
    return {};
}

Outcome EceOpener::open(qsizetype size, bool last, QByteArray &out)
{
    const QByteArray record = m_held.left(size);
    m_held.remove(0, size);
    CARRIEL_TRY(const QByteArray plain, openRecord(m_contentKey.view(), m_nonceBase, m_record++, record, last));
    out.append(plain);
    return {};
}

Result<QByteArray> EceOpener::add(QByteArrayView cipher)
{
    QByteArray out;
    const qsizetype headerSize = fixedHeaderSize + m_profile.keyId.size();
    while (!cipher.isEmpty()) {
        const bool header = m_contentKey.isEmpty();
        const qsizetype room = header ? headerSize : qsizetype(m_profile.recordSize);
        if (!header && m_held.size() == room)
            CARRIEL_CHECK(open(room, false, out)); // more follows, so the held record is not the last
        const qsizetype take = std::min(cipher.size(), room - m_held.size());
        m_held.append(cipher.data(), take);
        cipher = cipher.sliced(take);
        if (header && m_held.size() == headerSize)
            CARRIEL_CHECK(readHeader());
    }
    return out;
}

Result<QByteArray> EceOpener::finish()
{
    if (m_contentKey.isEmpty())
        return badCipherText("cut");
    QByteArray out;
    CARRIEL_CHECK(open(m_held.size(), true, out));
    return out;
}

Result<EceRecords> EceRecords::start(QByteArrayView header, QByteArrayView key, const EceProfile &profile)
{
    CARRIEL_CHECK(checkProfile(key.size(), profile));
    if (!isHeaderOf(header, profile))
        return badCipherText("another record size or key id");
    EceRecords records;
    records.m_contentKey = contentKey(key, header.first(saltSize));
    records.m_nonceBase = nonceBase(key, header.first(saltSize));
    return records;
}

Result<QByteArray> EceRecords::open(quint64 record, QByteArrayView cipher, bool last) const
{
    return openRecord(m_contentKey.view(), m_nonceBase, record, cipher, last);
}

} // namespace carriel::crypto

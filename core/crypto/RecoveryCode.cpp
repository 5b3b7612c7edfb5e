// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/RecoveryCode.h"

#include "core/crypto/CryptoErrors.h"
#include "core/crypto/Digest.h"
#include "core/crypto/Jwe.h"

#include <cstring>

namespace carriel::crypto {

namespace {
constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t digitCount = 26;
constexpr std::size_t totalCount = 28;
constexpr unsigned checkModulus = 1021;

unsigned checkOf(const std::uint8_t *digits)
{
    unsigned rest = 0;
    for (std::size_t i = 0; i < digitCount; ++i)
        rest = (rest * 32 + digits[i]) % checkModulus;
    return rest;
}

int digitOf(QChar c)
{
    switch (const char16_t upper = c.toUpper().unicode()) {
    case u'O':
        return 0;
    case u'I':
    case u'L':
        return 1;
    default: {
        const char *at = upper > 0 && upper < 128 ? std::strchr(alphabet, char(upper)) : nullptr;
        return at ? int(at - alphabet) : -1;
    }
    }
}

bool isSeparator(QChar c)
{
    return c.isSpace() || c.category() == QChar::Punctuation_Dash;
}

Error badCode(const char *reason)
{
    return {errors::badRecoveryCode, {{QStringLiteral("reason"), QString::fromLatin1(reason)}}, {}};
}

constexpr char vaultKeyLabel[] = "carpeta/vault-key/1"; // with its zero byte it separates label and id
constexpr std::size_t vaultKeySize = 32;

SecretBytes vaultKeyPlain(QByteArrayView vaultId, const std::uint8_t *key)
{
    SecretBytes plain(sizeof vaultKeyLabel + std::size_t(vaultId.size()) + vaultKeySize);
    std::memcpy(plain.data(), vaultKeyLabel, sizeof vaultKeyLabel);
    std::copy(vaultId.begin(), vaultId.end(), plain.data() + sizeof vaultKeyLabel);
    std::memcpy(plain.data() + plain.size() - vaultKeySize, key, vaultKeySize);
    return plain;
}
} // namespace

RecoveryCode RecoveryCode::generate()
{
    SecretBytes digits = randomSecret(digitCount);
    for (std::size_t i = 0; i < digitCount; ++i)
        digits.data()[i] &= 31;
    return RecoveryCode(std::move(digits));
}

Result<RecoveryCode> RecoveryCode::parse(QStringView text)
{
    SecretBytes digits(totalCount);
    std::size_t n = 0;
    for (const QChar c : text) {
        if (isSeparator(c))
            continue;
        const int digit = digitOf(c);
        if (digit < 0)
            return badCode("character");
        if (n == totalCount)
            return badCode("length");
        digits.data()[n++] = std::uint8_t(digit);
    }
    if (n != totalCount)
        return badCode("length");
    const std::uint8_t *d = digits.data();
    if (checkOf(d) != d[26] * 32u + d[27])
        return badCode("check");
    return RecoveryCode(SecretBytes::copyOf(digits.view().first(digitCount)));
}

QString RecoveryCode::display() const
{
    const unsigned check = checkOf(m_digits.data());
    QString out;
    for (std::size_t i = 0; i < totalCount; ++i) {
        if (i > 0 && i % 4 == 0)
            out += QLatin1Char('-');
        const unsigned digit = i < digitCount ? m_digits.data()[i] : i == digitCount ? check / 32 : check % 32;
        out += QLatin1Char(alphabet[digit]);
    }
    return out;
}

Result<PrivateKey> RecoveryCode::key() const
{
    SecretBytes bits(17); // 136 bits: six zero bits, then the 130
    for (std::size_t digit = 0; digit < digitCount; ++digit) {
        for (std::size_t bit = 0; bit < 5; ++bit) {
            const std::size_t at = 6 + digit * 5 + bit;
            if (m_digits.data()[digit] >> (4 - bit) & 1)
                bits.data()[at / 8] |= std::uint8_t(0x80 >> at % 8);
        }
    }
    const SecretBytes raw = hkdfSha256(bits.view(), {}, "carpeta/recovery/1", 32);
    return PrivateKey::fromX25519(raw.view());
}

Result<QByteArray> wrapVaultKey(const PublicKey &recovery, QByteArrayView vaultId, const SecretBytes &vaultKey)
{
    if (vaultKey.size() != vaultKeySize)
        return Error{errors::badKey, {{QStringLiteral("what"), QStringLiteral("vault key")}}, {}};
    return encryptJwe(recovery, vaultKeyPlain(vaultId, vaultKey.data()).view());
}

Result<SecretBytes> unwrapVaultKey(const PrivateKey &recovery, QByteArrayView vaultId, QByteArrayView jwe)
{
    CARRIEL_TRY(const SecretBytes plain, decryptJwe(recovery, jwe));
    if (plain.size() < sizeof vaultKeyLabel + vaultKeySize)
        return Error{errors::notAuthentic, {}, {}};
    const std::uint8_t *key = plain.data() + plain.size() - vaultKeySize;
    if (!constantTimeEqual(vaultKeyPlain(vaultId, key).view(), plain.view()))
        return Error{errors::notAuthentic, {}, QStringLiteral("wrapped for another vault")};
    return SecretBytes::copyOf(plain.view().last(vaultKeySize));
}

} // namespace carriel::crypto

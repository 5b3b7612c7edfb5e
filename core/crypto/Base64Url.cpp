// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Base64Url.h"

#include "core/crypto/CryptoErrors.h"

namespace carriel::crypto {

namespace {
int valueOf(char c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    return c == '-' ? 62 : c == '_' ? 63 : -1;
}

// Writes to `out`, which has room for size * 3 / 4 bytes.
bool decode(QByteArrayView text, std::uint8_t *out)
{
    if (text.size() % 4 == 1)
        return false;
    unsigned bits = 0;
    int held = 0;
    for (const char c : text) {
        const int value = valueOf(c);
        if (value < 0)
            return false;
        bits = (bits << 6 | unsigned(value)) & 0xffffff;
        held += 6;
        if (held >= 8) {
            held -= 8;
            *out++ = std::uint8_t(bits >> held);
        }
    }
    return (bits & ((1u << held) - 1)) == 0;
}

Error notBase64Url()
{
    return {errors::badEncoding, {{QStringLiteral("what"), QStringLiteral("base64url")}}, {}};
}
} // namespace

QByteArray toBase64Url(QByteArrayView bytes)
{
    return QByteArray::fromRawData(bytes.data(), bytes.size())
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

Result<QByteArray> fromBase64Url(QByteArrayView text)
{
    QByteArray out(text.size() * 3 / 4, Qt::Uninitialized);
    if (!decode(text, reinterpret_cast<std::uint8_t *>(out.data())))
        return notBase64Url();
    return out;
}

Result<SecretBytes> secretFromBase64Url(QByteArrayView text)
{
    SecretBytes out(std::size_t(text.size() * 3 / 4));
    if (!decode(text, out.data()))
        return notBase64Url();
    return out;
}

} // namespace carriel::crypto

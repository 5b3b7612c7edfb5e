// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Encoding.h"

#include <QDateTime>
#include <QJsonDocument>
#include <algorithm>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <stdexcept>

namespace carriel::op {

void Sha256::Free::operator()(evp_md_ctx_st *ctx) const
{
    EVP_MD_CTX_free(ctx);
}

Sha256::Sha256() : m_ctx(EVP_MD_CTX_new())
{
    if (!m_ctx || EVP_DigestInit_ex(m_ctx.get(), EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("SHA-256 is not available");
}

Sha256::Sha256(const Sha256 &other) : m_ctx(EVP_MD_CTX_new())
{
    if (!m_ctx || EVP_MD_CTX_copy_ex(m_ctx.get(), other.m_ctx.get()) != 1)
        throw std::runtime_error("SHA-256 cannot be copied");
}

Sha256::~Sha256() = default;

void Sha256::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(m_ctx.get(), bytes.data(), size_t(bytes.size()));
}

QByteArray Sha256::result() const
{
    Sha256 copy(*this);
    QByteArray out(32, '\0');
    EVP_DigestFinal_ex(copy.m_ctx.get(), reinterpret_cast<unsigned char *>(out.data()), nullptr);
    return out;
}

QByteArray sha256(QByteArrayView bytes)
{
    Sha256 digest;
    digest.add(bytes);
    return digest.result();
}

QByteArray hmacSha256(QByteArrayView key, QByteArrayView bytes)
{
    QByteArray out(32, '\0');
    HMAC(EVP_sha256(), key.data(), int(key.size()), reinterpret_cast<const unsigned char *>(bytes.data()),
         size_t(bytes.size()), reinterpret_cast<unsigned char *>(out.data()), nullptr);
    return out;
}

QByteArray randomBytes(int count)
{
    QByteArray out(count, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char *>(out.data()), count) != 1)
        throw std::runtime_error("no randomness");
    return out;
}

QByteArray b64(const QByteArray &bytes)
{
    return bytes.toBase64();
}

QByteArray b64u(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

std::optional<QByteArray> fromB64(const QByteArray &text)
{
    auto r = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (!r || r.decoded.toBase64() != text)
        return std::nullopt; // one spelling only
    return r.decoded;
}

std::optional<QByteArray> fromB64u(const QByteArray &text)
{
    auto r = QByteArray::fromBase64Encoding(
        text, QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors);
    if (!r || b64u(r.decoded) != text)
        return std::nullopt;
    return r.decoded;
}

std::optional<QByteArray> fromDigestField(const QByteArray &field)
{
    for (QByteArray member : field.split(',')) {
        member = member.trimmed();
        if (!member.startsWith("sha-256=:") || !member.endsWith(':') || member.size() < 11)
            continue;
        auto raw = fromB64(member.mid(9, member.size() - 10));
        if (raw && raw->size() == 32)
            return raw;
    }
    return std::nullopt;
}

QByteArray digestField(const QByteArray &raw)
{
    return QByteArray("sha-256=:" + raw.toBase64() + ":");
}

QString newId()
{
    QByteArray bytes = randomBytes(16);
    const quint64 ms = quint64(QDateTime::currentMSecsSinceEpoch());
    for (int i = 0; i < 6; ++i)
        bytes[i] = char(ms >> (40 - 8 * i));
    bytes[6] = char((bytes[6] & 0x0f) | 0x70);
    bytes[8] = char((bytes[8] & 0x3f) | 0x80);
    QByteArray hex = bytes.toHex();
    for (int at : {20, 16, 12, 8})
        hex.insert(at, '-');
    return QString::fromLatin1(hex);
}

bool isId(QStringView text)
{
    return !text.isEmpty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](QChar c) {
        const char16_t u = c.unicode();
        return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9') || u == u'-' || u == u'_';
    });
}

QString timeText(qint64 msSinceEpoch)
{
    return QDateTime::fromMSecsSinceEpoch(msSinceEpoch, Qt::UTC).toString(Qt::ISODateWithMs);
}

QString nowText()
{
    return timeText(QDateTime::currentMSecsSinceEpoch());
}

qint64 nowSeconds()
{
    return QDateTime::currentSecsSinceEpoch();
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace carriel::op

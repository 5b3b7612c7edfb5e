// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/entity/Ece.h"

#include "reference-operator/Encoding.h"

#include <QtEndian>
#include <memory>
#include <openssl/evp.h>
#include <stdexcept>

namespace carriel::entity {

namespace {

constexpr qsizetype plainPerRecord = 262144;
constexpr quint32 recordSize = 262161; // with delimiter and tag

struct FreeCipher
{
    void operator()(EVP_CIPHER_CTX *c) const { EVP_CIPHER_CTX_free(c); }
};

const unsigned char *in(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

QByteArray sealRecord(const QByteArray &key, const QByteArray &nonce, const QByteArray &plain)
{
    const std::unique_ptr<EVP_CIPHER_CTX, FreeCipher> ctx(EVP_CIPHER_CTX_new());
    QByteArray out(plain.size() + 16, '\0');
    auto *to = reinterpret_cast<unsigned char *>(out.data());
    int size = 0;
    if (EVP_EncryptInit_ex(ctx.get(), EVP_aes_128_gcm(), nullptr, in(key), in(nonce)) != 1 ||
        EVP_EncryptUpdate(ctx.get(), to, &size, in(plain), int(plain.size())) != 1 ||
        EVP_EncryptFinal_ex(ctx.get(), to + size, &size) != 1 ||
        EVP_CIPHER_CTX_ctrl(ctx.get(), EVP_CTRL_GCM_GET_TAG, 16, out.data() + plain.size()) != 1)
        throw std::runtime_error("the content cannot be encrypted");
    return out;
}

} // namespace

QByteArray sealContent(const QByteArray &key, const QByteArray &plain)
{
    const QByteArray salt = op::randomBytes(16);
    const QByteArray prk = op::hmacSha256(salt, key);
    const auto expand = [&](const char *info, qsizetype size) {
        QByteArray text(info);
        text.append('\0').append('\x01');
        return op::hmacSha256(prk, text).left(size);
    };
    const QByteArray contentKey = expand("Content-Encoding: aes128gcm", 16);
    const QByteArray nonceBase = expand("Content-Encoding: nonce", 12);
    QByteArray out = salt;
    QByteArray size(4, '\0');
    qToBigEndian(recordSize, size.data());
    out.reserve(out.size() + 5 + plain.size() + 17 * (plain.size() / plainPerRecord + 1));
    out.append(size).append('\0');
    quint64 number = 0;
    for (qsizetype at = 0; at == 0 || at < plain.size(); at += plainPerRecord, ++number) {
        const bool last = at + plainPerRecord >= plain.size();
        QByteArray nonce = nonceBase;
        const quint64 low = qFromBigEndian<quint64>(nonce.constData() + 4) ^ number;
        qToBigEndian(low, nonce.data() + 4);
        out.append(sealRecord(contentKey, nonce, plain.mid(at, plainPerRecord).append(last ? '\x02' : '\x01')));
    }
    return out;
}

} // namespace carriel::entity

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdf/PdfCrypt.h"

#include "core/base/Random.h"
#include "core/crypto/OldCiphers.h"

namespace carriel::signing {

using Method = Encryption::Method;

QByteArray PdfCrypt::keyFor(PdfRef object, Method method) const
{
    if (method == Method::AesV3)
        return m_encryption.key;
    QByteArray seed = m_encryption.key;
    for (const int part :
         {object.number, object.number >> 8, object.number >> 16, object.generation, object.generation >> 8})
        seed += char(part & 0xff);
    if (method == Method::AesV2)
        seed += "sAlT";
    return crypto::md5(seed).left(std::min<qsizetype>(m_encryption.key.size() + 5, 16));
}

QByteArray PdfCrypt::encrypted(PdfRef object, const QByteArray &plain, Method method) const
{
    if (method == Method::None)
        return plain;
    const QByteArray key = keyFor(object, method);
    if (method == Method::Rc4)
        return crypto::rc4(key, plain);
    return crypto::aesCbcEncrypt(key, plain, SystemRandom().bytes(16)).valueOr({});
}

Result<QByteArray> PdfCrypt::decrypted(PdfRef object, QByteArrayView stored, Method method) const
{
    if (method == Method::None)
        return stored.toByteArray();
    const QByteArray key = keyFor(object, method);
    if (method == Method::Rc4)
        return crypto::rc4(key, stored);
    return crypto::aesCbcDecrypt(key, stored);
}

QByteArray PdfCrypt::string(PdfRef object, const QByteArray &plain) const
{
    return encrypted(object, plain, m_encryption.strings);
}

QByteArray PdfCrypt::stream(PdfRef object, const QByteArray &plain) const
{
    return encrypted(object, plain, m_encryption.streams);
}

Result<QByteArray> PdfCrypt::plainStream(const PdfObject &stream) const
{
    if (stream.value["Type"].isName("XRef"))
        return stream.data.toByteArray();
    return decrypted(stream.ref, stream.data, m_encryption.streams);
}

Result<QByteArray> PdfCrypt::plainString(PdfRef object, const QByteArray &stored) const
{
    return decrypted(object, stored, m_encryption.strings);
}

} // namespace carriel::signing

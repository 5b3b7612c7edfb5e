// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/PublicKeyPem.h"

#include "core/crypto/CryptoErrors.h"

#include <openssl/x509.h>

namespace carriel::crypto {

Result<QList<PublicKey>> publicKeysFromPem(QByteArrayView pem)
{
    const QByteArray text = pem.toByteArray(), begin = "-----BEGIN PUBLIC KEY-----", end = "-----END PUBLIC KEY-----";
    const Error bad{errors::badKey, {{QStringLiteral("what"), QStringLiteral("PEM")}}, {}};
    QList<PublicKey> out;
    for (qsizetype at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at)) {
        const qsizetype until = text.indexOf(end, at);
        if (until < 0)
            return bad;
        const qsizetype from = at + begin.size();
        QByteArray base64 = text.mid(from, until - from);
        base64 = base64.simplified().replace(' ', "");
        const auto der = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
        at = until + end.size();
        if (!der)
            return bad;
        const auto *bytes = reinterpret_cast<const unsigned char *>(der.decoded.constData());
        const unsigned char *const last = bytes + der.decoded.size();
        std::shared_ptr<evp_pkey_st> key(d2i_PUBKEY(nullptr, &bytes, long(der.decoded.size())), EVP_PKEY_free);
        if (!key || bytes != last)
            return bad;
        CARRIEL_TRY(PublicKey one, PublicKey::adopt(std::move(key)));
        out.append(std::move(one));
    }
    return out;
}

} // namespace carriel::crypto

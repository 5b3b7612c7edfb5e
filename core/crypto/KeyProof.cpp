// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/KeyProof.h"

#include "core/crypto/Base64Url.h"
#include "core/crypto/Digest.h"

namespace carriel::crypto {

QString keyProofNonce(const QByteArray &r, const PublicKey &receive, const PublicKey &sign)
{
    return QString::fromLatin1(toBase64Url(sha256(QByteArray(r + receive.thumbprint() + sign.thumbprint()))));
}

QString compareCode(const QByteArray &ownHalves, const QByteArray &theirHalves)
{
    constexpr int digits = 40, group = 5;
    const bool first = ownHalves < theirHalves;
    QByteArray number = sha256(first ? QByteArray(ownHalves + theirHalves) : QByteArray(theirHalves + ownHalves)).first(17);
    for (qsizetype i = number.size() - 1; i >= 0; --i) { // 136 bits less the last four
        const unsigned above = i > 0 ? static_cast<unsigned char>(number.at(i - 1)) : 0U;
        number[i] = char((above << 4U) | (static_cast<unsigned char>(number.at(i)) >> 4U));
    }
    QString out;
    for (int i = 0; i < digits; ++i) { // long division: the last digit first
        unsigned rest = 0;
        for (char &byte : number) {
            const unsigned value = rest * 256 + static_cast<unsigned char>(byte);
            byte = char(value / 10);
            rest = value % 10;
        }
        if (i > 0 && i % group == 0)
            out.prepend(u' ');
        out.prepend(QLatin1Char(char('0' + rest)));
    }
    return out;
}

} // namespace carriel::crypto

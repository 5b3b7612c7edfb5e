// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Private to core/crypto: one AES-GCM call with everything given; the key's size chooses AES-128 or AES-256.
#pragma once

#include "core/base/Result.h"

#include <QByteArrayView>

namespace carriel::crypto {

inline constexpr int gcmNonceSize = 12;
inline constexpr int gcmTagSize = 16;

// `out` has room for `plain`; `tag` for gcmTagSize.
Outcome gcmEncrypt(QByteArrayView key, QByteArrayView nonce, QByteArrayView context, QByteArrayView plain, unsigned char *out,
                   unsigned char *tag);
// `out` has room for `cipher`; what it holds is worthless after notAuthentic (it is zeroed).
Outcome gcmDecrypt(QByteArrayView key, QByteArrayView nonce, QByteArrayView context, QByteArrayView cipher, QByteArrayView tag,
                   unsigned char *out);

} // namespace carriel::crypto

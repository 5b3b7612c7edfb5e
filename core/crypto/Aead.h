// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// AES-256-GCM (NIST SP 800-38D) for small secrets: a key wrapped by a key. Content streams through Ece.h.
#pragma once

#include "core/base/Result.h"
#include "core/base/SecretBytes.h"

#include <QByteArray>

namespace carriel::crypto {

// nonce (12, random) ‖ cipher text ‖ tag (16). `key` is 32 bytes; `context` is bound to it but not contained.
// At most 2^32 calls with one key.
Result<QByteArray> aesGcmSeal(QByteArrayView key, QByteArrayView plain, QByteArrayView context);

// notAuthentic: wrong key, wrong context, or altered.
Result<SecretBytes> aesGcmOpen(QByteArrayView key, QByteArrayView sealed, QByteArrayView context);

} // namespace carriel::crypto

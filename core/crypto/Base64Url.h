// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// base64url without padding (RFC 4648 §5, as RFC 7515 §2 uses it). Decoding accepts exactly one spelling of each value.
#pragma once

#include "core/base/Result.h"
#include "core/base/SecretBytes.h"

#include <QByteArray>

namespace carriel::crypto {

QByteArray toBase64Url(QByteArrayView bytes);

// Refuses padding, white space, foreign characters and non-zero spare bits (badEncoding).
Result<QByteArray> fromBase64Url(QByteArrayView text);

// The same for a secret; nothing is left behind in a Qt buffer.
Result<SecretBytes> secretFromBase64Url(QByteArrayView text);

} // namespace carriel::crypto

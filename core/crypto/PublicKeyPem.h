// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Public keys as openssl writes them. Pure; thread-safe.
#pragma once

#include "core/crypto/Keys.h"

namespace carriel::crypto {

// Every "PUBLIC KEY" block of a PEM text (RFC 7468); other blocks are left alone. badKey: one that cannot be read.
Result<QList<PublicKey>> publicKeysFromPem(QByteArrayView pem);

} // namespace carriel::crypto

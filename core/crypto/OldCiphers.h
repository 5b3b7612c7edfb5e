// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What encrypted PDFs use (ISO 32000-1 §7.6.2): for reading and adding to other people's files. Never for anything of
// ours.
#pragma once

#include "core/base/Result.h"

#include <QByteArray>

namespace carriel::crypto {

QByteArray md5(QByteArrayView bytes);
QByteArray rc4(QByteArrayView key, QByteArrayView bytes);
// CBC with PKCS#7 padding, 16 or 32 bytes of key; the vector stands in front of the result.
Result<QByteArray> aesCbcEncrypt(QByteArrayView key, QByteArrayView plain, const QByteArray &vector);
Result<QByteArray> aesCbcDecrypt(QByteArrayView key, QByteArrayView vectorAndBytes);

} // namespace carriel::crypto

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// RFC 8188 `aes128gcm` as the protocol fixes it (docs/protocol/KEYS.md, K1): rs = 262161, no key id, no padding.
#pragma once

#include <QByteArray>

namespace carriel::entity {

// `key`: 32 bytes, used once. Throws std::runtime_error.
QByteArray sealContent(const QByteArray &key, const QByteArray &plain);

} // namespace carriel::entity

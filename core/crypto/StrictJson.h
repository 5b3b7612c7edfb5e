// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// JSON from somebody we do not trust. Two readers of one text must not see two things, so duplicate keys are refused
// (RFC 8259 §4 leaves them undefined), and size and depth are bounded.
#pragma once

#include "core/base/Result.h"

#include <QByteArrayView>
#include <QJsonArray>
#include <QJsonObject>

namespace carriel::crypto {

// One UTF-8 object and nothing behind it; at most `maxBytes` long and 64 levels deep (badJson).
Result<QJsonObject> parseStrictObject(QByteArrayView text, qsizetype maxBytes = 256 * 1024);

} // namespace carriel::crypto

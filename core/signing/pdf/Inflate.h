// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The one filter that cross-reference and object streams use (ISO 32000-1 §7.4.4), with a limit on what comes out.
#pragma once

#include "core/base/Result.h"
#include "core/signing/pdf/PdfValue.h"

namespace carriel::signing {

inline constexpr qsizetype maxInflated = 256 * 1024 * 1024;

// zlib data (RFC 1950). tooLarge past `limit`; badPdf if it ends early or its sum is wrong.
Result<QByteArray> inflated(QByteArrayView data, qsizetype limit = maxInflated);

// Applies /Filter and /DecodeParms of a stream's dictionary: none, or FlateDecode with PNG predictors. badPdf for
// others.
Result<QByteArray> decodedStream(const PdfDict &dict, QByteArrayView data, qsizetype limit = maxInflated);

} // namespace carriel::signing

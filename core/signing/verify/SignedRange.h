// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Which bytes a signature signs, and that they are exactly all but its own value (ISO 32000-1 §12.8.1). The attacks
// that move, widen or duplicate the gap end here.
#pragma once

#include "core/signing/pdf/FormFields.h"

namespace carriel::signing {

struct SignedRange
{
    QString wrong;                   // empty: everything fits
    qint64 end = 0;                  // the signed version is the first so many bytes
    std::optional<PdfFile> revision; // it, opened by its own table; views into the whole file
    SignatureValue value; // the signature as the signed version has it: names and reasons are read from there
};

// `found` is the signature as the whole file has it. `decryptor` opens object streams of encrypted files, or is empty.
SignedRange signedRange(QByteArrayView whole, const SignatureValue &found, const PdfFile::Decryptor &decryptor);

} // namespace carriel::signing

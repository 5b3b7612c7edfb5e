// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// QPDF: the parser of everything irregular when signing, and the second opinion when verifying.
#pragma once

#include "core/signing/pdf/PdfFile.h"

#include <QStringList>

namespace carriel::signing {

// A table that QPDF made by looking through the whole file, for one whose own cannot be used. The file is still only
// read. damagedPdf if QPDF finds no document either; encryptedPdf if a password is needed.
Result<PdfFile> rescued(QByteArrayView bytes);

struct SecondOpinion
{
    bool readable = false; // a document with a root
    bool passwordNeeded = false;
    QStringList warnings; // after every object was touched: QPDF reads lazily. At most 20
};
// QPDF without its repairs.
SecondOpinion secondOpinion(QByteArrayView bytes);
// The same where there are so many objects that QPDF, which keeps all of them, would need hundreds of megabytes: its
// table against ours, and only the objects `numbers` touched.
SecondOpinion secondOpinionOfMany(const PdfFile &ours, const std::vector<int> &numbers);

// What opens an encrypted file (ISO 32000-1 §7.6), as QPDF found it with the empty user password or with `password`.
struct Encryption
{
    enum class Method { None, Rc4, AesV2, AesV3 };
    Method strings = Method::None;
    Method streams = Method::None;
    QByteArray key;
    bool owner = false;   // opened by the owner password: everything is allowed
    bool maySign = false; // permissions to modify or to fill forms (Table 22, bits 4, 6, 9)
};
Result<Encryption> encryptionOf(QByteArrayView bytes, const QByteArray &password = {});

} // namespace carriel::signing

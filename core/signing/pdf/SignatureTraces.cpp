// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdf/SignatureTraces.h"

#include "core/signing/pdf/PdfLexer.h"

#include <algorithm>

namespace carriel::signing {

bool hasSignatureTraces(QByteArrayView bytes)
{
    // What stands in every signature dictionary; which of them comes before the cut is anybody's choice.
    for (const char *name : {"/ByteRange", "/ETSI.CAdES", "/ETSI.RFC3161", "/adbe.pkcs7", "/adbe.x509", "/Adobe.PPK"}) {
        if (bytes.indexOf(name) >= 0)
            return true;
    }
    for (const char *type : {"/Type/Sig", "/Type /Sig"}) {
        const qsizetype length = qsizetype(qstrlen(type));
        for (qsizetype at = bytes.indexOf(type); at >= 0; at = bytes.indexOf(type, at + 1)) {
            const char next = at + length < bytes.size() ? bytes[at + length] : '/';
            if (PdfLexer::isSpace(next) || next == '/' || next == '>') // not /SigFieldLock
                return true;
        }
    }
    return false;
}

} // namespace carriel::signing

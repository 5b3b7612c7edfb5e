// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/sign/BoxOver.h"

#include "core/signing/pdf/FormFields.h"
#include "core/signing/sign/PageSpace.h"
#include "core/signing/verify/SignedRange.h"

#include <algorithm>

namespace carriel::signing {

namespace {

// The box of a signature is decoration; all else was signed.
Cover::Of worseOf(Cover::Of a, Cover::Of b)
{
    const bool drawn = a == Cover::Of::Drawn || b == Cover::Of::Drawn;
    const Cover::Of most = std::max(a, b);
    return drawn && most == Cover::Of::Signature ? Cover::Of::Drawn : most;
}

} // namespace

Cover::Of boxOver(QByteArrayView bytes, const OpenDocument &document, const VisibleBox &box)
{
    const PdfFile &file = *document.file;
    const std::vector<PdfRef> pages = pagesOf(file, box.page);
    if (box.page < 1 || int(pages.size()) < box.page)
        return Cover::Of::Nothing;
    const PdfRef page = pages.back();
    const QRectF place = pageSpace(file, page).value_or(PageSpace{{0, 0, 612, 792}, 0}).onPage(box.rect);
    PdfFile::Decryptor plain;
    if (document.crypt)
        plain = [crypt = document.crypt.get()](const PdfObject &stream) { return crypt->plainStream(stream); };
    Cover::Of worst = Cover::Of::Nothing;
    for (const SignatureValue &one : signatureValues(file, formFields(file))) {
        const SignedRange range = signedRange(bytes, one, plain);
        if (range.wrong.isEmpty()) // else it does not hold as it is
            worst = worseOf(worst, Cover(*range.revision, *range.revision).byPaper(place, page));
    }
    return worst;
}

} // namespace carriel::signing

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/sign/PageFacts.h"

#include "core/signing/SigningErrors.h"
#include "core/signing/pdf/SignatureTraces.h"
#include "core/signing/sign/SignatureField.h"

namespace carriel::signing {

namespace {

constexpr int mostPages = 10'000;

QSizeF sizeOf(const PdfFile &file, PdfRef page)
{
    PdfValue node = file.resolved(PdfValue::ref(page)).valueOr({});
    for (int depth = 0; depth < 32; ++depth) { // inherited (ISO 32000-1 §7.7.3.4)
        const PdfValue found = file.resolved(node["MediaBox"]).valueOr({});
        const PdfArray &box = found.items();
        if (box.size() == 4) {
            double corner[4];
            for (std::size_t i = 0; i < 4; ++i)
                corner[i] = file.resolved(box[i]).valueOr({}).toNumber();
            return {qAbs(corner[2] - corner[0]), qAbs(corner[3] - corner[1])};
        }
        node = file.resolved(node["Parent"]).valueOr({});
    }
    return {};
}

} // namespace

PageFacts pageFacts(QByteArrayView bytes)
{
    PageFacts out;
    const auto opened = PdfFile::open(bytes);
    if (!opened.ok()) {
        if (opened.error().code == errors::notPdf)
            out.maySign = opened.error();
        else if (hasSignatureTraces(bytes))
            out.maySign = Error{errors::signedIrregular, {}, {}};
        return out;
    }
    out.maySign = maySign(opened.value());
    const std::vector<PdfRef> pages = pagesOf(opened.value(), mostPages);
    out.pages = int(pages.size());
    if (!pages.empty())
        out.firstPage = sizeOf(opened.value(), pages.front());
    return out;
}

} // namespace carriel::signing

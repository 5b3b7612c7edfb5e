// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/sign/PageFacts.h"

#include "core/signing/SigningErrors.h"
#include "core/signing/pdf/SignatureTraces.h"
#include "core/signing/sign/PageSpace.h"
#include "core/signing/sign/SignatureField.h"

namespace carriel::signing {

namespace {

constexpr int mostPages = 10'000;

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
        out.firstPage = pageSpace(opened.value(), pages.front()).value_or(PageSpace()).shown();
    return out;
}

} // namespace carriel::signing

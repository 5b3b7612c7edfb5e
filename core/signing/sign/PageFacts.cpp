// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/sign/PageFacts.h"

#include "core/signing/sign/BoxOver.h"
#include "core/signing/sign/ChainsOf.h"
#include "core/signing/sign/OpenDocument.h"
#include "core/signing/sign/PageSpace.h"
#include "core/signing/sign/SignatureField.h"

namespace carriel::signing {

namespace {
constexpr int mostPages = 10'000;
} // namespace

PageFacts pageFacts(QByteArrayView bytes, const QDateTime &now, const QByteArray &password,
                    const std::optional<VisibleBox> &box)
{
    PageFacts out;
    const auto document = openDocument(bytes, password);
    if (!document.ok()) {
        out.maySign = document.error();
        return out;
    }
    const PdfFile &file = *document.value().file;
    out.maySign = mayAdd(file, Addition::Signature);
    const std::vector<PdfRef> pages = pagesOf(file, mostPages);
    out.pages = int(pages.size());
    if (!pages.empty())
        out.firstPage = pageSpace(file, pages.front()).value_or(PageSpace()).shown();
    if (box)
        out.boxOver = boxOver(bytes, document.value(), *box);
    PdfUpdate update(file, document.value().crypt.get());
    FieldOptions field;
    field.claimedTime = now;
    if (addSignatureField(file, update, field).ok())
        (void)update.finish();
    (void)chainsOf(file, {}, now);
    return out;
}

} // namespace carriel::signing

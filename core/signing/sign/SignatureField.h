// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The objects of a new signature or document timestamp (ISO 32000-1 §12.7.4.5, §12.8.1), and whether the file allows
// one.
#pragma once

#include "core/signing/pdf/PdfUpdate.h"

#include <QDateTime>
#include <QRectF>
#include <optional>

namespace carriel::signing {

struct VisibleBox
{
    int page = 1; // from 1
    QRectF rect;  // points from the lower left corner of the page as it is shown, turned and cropped
    QStringList lines;
};

struct FieldOptions
{
    enum class Kind { Signature, Timestamp };
    Kind kind = Kind::Signature;
    QDateTime claimedTime; // UTC; of a signature
    QString reason;
    QString place;
    std::optional<VisibleBox> box; // invisible without
    QString field; // an empty signature field of the document, by its full name; then `box` says only the lines
    qsizetype contentsBytes = 16384;
};

// certifiedPdf if a certification with P=1, or a lock of the whole document, forbids it. Asked before any key is.
Outcome maySign(const PdfFile &file);

// True if the document has a filled signature field.
Result<bool> isSigned(const PdfFile &file);

// Puts the objects into the update. fieldUnusable for a `field` that cannot be signed. An error leaves the update
// unusable. badPdf for what cannot be read, boxOffPage for a page that is not there, or a box that is not on it or too
// small to be read.
Outcome addSignatureField(const PdfFile &file, PdfUpdate &update, const FieldOptions &options);

// The first so many leaves of the page tree, walked with a visited set; a broken tree gives what was found.
std::vector<PdfRef> pagesOf(const PdfFile &file, int most);

} // namespace carriel::signing

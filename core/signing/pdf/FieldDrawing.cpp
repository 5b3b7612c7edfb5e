// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdf/FieldDrawing.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFAcroFormDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <new>

namespace carriel::signing {

namespace {
constexpr qsizetype largest = 64 * 1024 * 1024; // it is written once more in memory
constexpr std::size_t mostObjects = 100'000;
} // namespace

QByteArray withDrawnFields(const QByteArray &pdf, const QByteArray &password)
{
    // A form's name in the clear, or objects that are compressed and may hold one.
    if (pdf.size() > largest || !(pdf.contains("/AcroForm") || pdf.contains("/ObjStm")))
        return {};
    try {
        QPDF document;
        document.setSuppressWarnings(true);
        document.processMemoryFile("document", pdf.constData(), std::size_t(pdf.size()), password.constData());
        if (!document.getRoot().hasKey("/AcroForm") || document.getObjectCount() > mostObjects)
            return {};
        QPDFAcroFormDocumentHelper(document).generateAppearancesIfNeeded();
        bool any = false;
        for (QPDFPageObjectHelper &page : QPDFPageDocumentHelper(document).getAllPages()) {
            for (QPDFAnnotationObjectHelper &field : page.getAnnotations("/Widget")) {
                field.getObjectHandle().replaceKey("/Subtype", QPDFObjectHandle::newName("/Stamp"));
                any = true;
            }
        }
        if (!any)
            return {};
        QPDFWriter writer(document);
        writer.setOutputMemory();
        writer.setStreamDataMode(qpdf_s_preserve);
        writer.setPreserveEncryption(false);
        writer.setStaticID(true);
        writer.write();
        const auto written = writer.getBufferSharedPointer();
        return {reinterpret_cast<const char *>(written->getBuffer()), qsizetype(written->getSize())};
    } catch (const std::bad_alloc &) {
        throw;
    } catch (const std::exception &) {
        return {};
    }
}

} // namespace carriel::signing

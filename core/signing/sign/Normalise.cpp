// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/sign/Normalise.h"

#include "core/base/BaseErrors.h"
#include "core/signing/SigningErrors.h"
#include "core/signing/pdf/SignatureTraces.h"
#include "core/signing/sign/OpenDocument.h"
#include "core/signing/sign/SignatureField.h"

#include <QFile>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFSystemError.hh>
#include <qpdf/QPDFWriter.hh>

namespace carriel::signing {

Result<bool> normalise(QByteArrayView bytes, const QString &target, const QByteArray &password)
{
    CARRIEL_TRY(const OpenDocument document, openDocument(bytes, password));
    const PdfFile &file = *document.file;
    if (!file.rebuilt() && bytes.startsWith("%PDF-"))
        return false;
    const auto already = isSigned(file);
    if (!already.ok() || already.value() || hasSignatureTraces(bytes))
        return Error{errors::signedIrregular, {}, {}};
    try {
        QPDF qpdf;
        qpdf.setSuppressWarnings(true);
        qpdf.processMemoryFile("document", bytes.data(), std::size_t(bytes.size()), password.constData());
        QPDFWriter writer(qpdf, QFile::encodeName(target).constData());
        writer.write();
        return true;
    } catch (const QPDFSystemError &e) {
        return Error{carriel::errors::fileWrite, {{QStringLiteral("path"), target}}, QString::fromUtf8(e.what())};
    } catch (const std::exception &e) {
        return Error{errors::damagedPdf, {{QStringLiteral("what"), QString::fromUtf8(e.what()).left(200)}}, {}};
    }
}

} // namespace carriel::signing

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/sign/OpenDocument.h"

#include "core/signing/SigningErrors.h"
#include "core/signing/pdf/FormFields.h"
#include "core/signing/pdf/QpdfOpinion.h"
#include "core/signing/pdf/SignatureTraces.h"
#include "core/signing/sign/SignatureField.h"

namespace carriel::signing {

Result<OpenDocument> openDocument(QByteArrayView bytes, const QByteArray &password)
{
    OpenDocument document;
    auto own = PdfFile::open(bytes);
    // Only what the signature touches must be readable here.
    bool usable = own.ok();
    if (usable) {
        const PdfFile &file = own.value();
        const auto root = file.resolved(file.trailer()["Root"]);
        const bool locked = file.trailer().contains("Encrypt"); // object streams open below, with the key
        usable = locked || (root.ok() && root.value().isDict() && !pagesOf(file, 1).empty() && isSigned(file).ok());
    }
    if (usable) {
        document.file = std::move(own).value();
    } else if (!own.ok() && own.error().code == errors::notPdf) {
        return own.error();
    } else {
        auto rebuilt = rescued(bytes);
        if (!rebuilt.ok() && !own.ok())
            return rebuilt.error();
        document.file = rebuilt.ok() ? std::move(rebuilt).value() : std::move(own).value();
    }
    if (document.file->trailer().contains("Encrypt")) {
        CARRIEL_TRY(Encryption encryption, encryptionOf(bytes, password));
        if (encryption.key.isEmpty() || !encryption.maySign)
            return Error{errors::encryptedPdf, {}, {}};
        document.crypt = std::make_unique<PdfCrypt>(std::move(encryption));
        document.file->setDecryptor(
            [crypt = document.crypt.get()](const PdfObject &stream) { return crypt->plainStream(stream); });
    }
    return document;
}

namespace {

bool hidesSignature(const PdfFile &file)
{
    const auto already = isSigned(file);
    if (file.rebuilt())
        return !already.ok() || already.value() || hasSignatureTraces(file.bytes());
    const QByteArrayView bytes = file.bytes();
    return already.ok() && !already.value() &&
           hasSignatureTraces(bytes.sliced(std::max<qsizetype>(0, bytes.lastIndexOf("%%EOF"))));
}

} // namespace

Outcome mayAdd(const PdfFile &file, Addition what)
{
    if (what == Addition::Signature)
        CARRIEL_CHECK(maySign(file));
    if (hidesSignature(file))
        return Error{errors::signedIrregular, {}, {}};
    if (const QStringList troubles = formFields(file).troubles; !troubles.isEmpty())
        return Error{errors::unclearForm, {{QStringLiteral("what"), troubles.first()}}, {}};
    return {};
}

} // namespace carriel::signing

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Strings and streams of an encrypted file (ISO 32000-1 §7.6.2, ISO 32000-2 §7.6.3), one object at a time.
#pragma once

#include "core/signing/pdf/PdfUpdate.h"
#include "core/signing/pdf/QpdfOpinion.h"

namespace carriel::signing {

class PdfCrypt final : public PdfEncryptor
{
public:
    explicit PdfCrypt(Encryption encryption) : m_encryption(std::move(encryption)) {}
    QByteArray string(PdfRef object, const QByteArray &plain) const override;
    QByteArray stream(PdfRef object, const QByteArray &plain) const override;
    Result<QByteArray> plainStream(const PdfObject &stream) const;
    Result<QByteArray> plainString(PdfRef object, const QByteArray &stored) const;

private:
    QByteArray keyFor(PdfRef object, Encryption::Method method) const;
    QByteArray encrypted(PdfRef object, const QByteArray &plain, Encryption::Method method) const;
    Result<QByteArray> decrypted(PdfRef object, QByteArrayView stored, Encryption::Method method) const;
    Encryption m_encryption;
};

} // namespace carriel::signing

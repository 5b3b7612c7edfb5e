// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of a form (ISO 32000-1 §12.7.3), and the signatures among them.
#pragma once

#include "core/signing/pdf/PdfFile.h"

#include <QStringList>
#include <array>

namespace carriel::signing {

struct FormField
{
    PdfRef ref;      // 0 for one that stands directly in its list
    QString name;    // full, with dots
    QByteArray type; // FT, inherited; empty if none
    PdfDict dict;
    PdfValue value;              // V as it stands (perhaps a reference), inherited
    std::vector<PdfRef> widgets; // itself, or its kids that are widgets alone
};

struct FormFields
{
    std::vector<FormField> fields;
    QStringList troubles; // loops, unreadable kids: such a form cannot be relied on
};
FormFields formFields(const PdfFile &file);

struct SignatureValue
{
    FormField field;
    PdfRef ref; // of the signature dictionary; 0 if it stands directly in the field
    PdfDict dict;
    bool readable = false; // a dictionary with /Contents and a well formed /ByteRange
    QByteArray subFilter;
    QByteArray contents; // with its padding
    std::array<qint64, 4> byteRange{};
    bool timestamp = false; // a document timestamp
};
// Filled signature fields of the form, by the end of what they sign, then as listed.
std::vector<SignatureValue> signatureValues(const PdfFile &file, const FormFields &form);

// How many signatures of the document's program are in it, which allow a reader to save a form (ISO 32000-1 §12.8.2.3):
// they are nobody's, and belong to no field.
int usageRights(const PdfFile &file);

} // namespace carriel::signing

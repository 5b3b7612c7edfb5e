// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Signing the empty signature field that a document's author left (ISO 32000-1 §12.7.4.5).
#pragma once

#include "core/signing/pdf/FormFields.h"
#include "core/signing/pdf/PdfUpdate.h"

#include <QRectF>

namespace carriel::signing {

struct EmptyField
{
    QString name;        // full, with dots
    int page = 0;        // from 1; 0 if it is on none that can be found
    QRectF rect;         // points, from the lower left; empty if it is invisible
    bool locked = false; // an earlier signature closed it
};
QList<EmptyField> emptySignatureFields(const PdfFile &file);

// fieldUnusable with `reason`: missing, filled, locked, or seed (its author asks for something we do not make).
Result<FormField> usableField(const PdfFile &file, const QString &name, const QString &reason);

// What the field's lock asks the signature to carry: /Reference with FieldMDP; null without a lock.
PdfValue lockReference(const PdfFile &file, const FormField &field);

// Puts the signature into the field, draws `lines` if it is visible, and marks the form as signed.
Outcome fillField(const PdfFile &file, PdfUpdate &update, const FormField &field, PdfRef signature,
                  const QStringList &lines);

} // namespace carriel::signing

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the visible box of a signature says: on a page that others signed it should be no more than who signs. Private to
// core/signing/verify. Pure.
#pragma once

#include "core/signing/pdf/PdfFile.h"

#include <QStringList>

namespace carriel::signing {

// Its letters as a person reads them; those that nobody can tell are question marks.
QString wordsOfBox(const PdfFile &file, const PdfDict &widget);
// Whether it says the name in the certificate of the signature that is `contents`: every word of it.
bool saysWhoSigned(const QString &words, const QByteArray &contents);

} // namespace carriel::signing

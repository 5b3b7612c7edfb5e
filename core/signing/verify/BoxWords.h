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
// Whether that is all it shows: letters that are seen and certain, a frame, pale decoration, one small picture beside words.
bool isReadable(const PdfFile &file, const PdfDict &widget);

// As the signature has them.
struct Claims
{
    QString reason, place, time;
};
// What the box of a signature may say.
struct SignedBy
{
    QStringList name; // in the certificate, in words
    QString subject;  // whatever else is there of who it is
    Claims claims;
};
// `contents`: the signature's value.
SignedBy signedBy(const QByteArray &contents, const Claims &claims);
// Every word of the name.
bool saysWhoSigned(const QString &words, const SignedBy &by);
// Than who signed, why, where and when, and the words with which programs say so.
bool saysNothingElse(const QString &words, const SignedBy &by);
// Who signed, and a whole date at most: where a signature was expected to stand beside what was signed.
bool saysNameAndDate(const QString &words, const SignedBy &by);
// What of it is written larger than the rest and is not the name: a label in tiny print does not make a reason of it.
QString saysLouder(const PdfFile &file, const PdfDict &widget, const SignedBy &by);

} // namespace carriel::signing

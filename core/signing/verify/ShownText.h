// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person reads where a field of a form is drawn, as far as that is certain: letters that are seen, in the order
// in which they stand. Pure.
#pragma once

#include "core/signing/pdf/PageMarks.h"

#include <QString>
#include <functional>

namespace carriel::signing {

// Which letter a mark is (UTF-32); 0 if nobody can tell.
using LetterOf = std::function<char32_t(const Mark &)>;

// Where a letter stands for who reads it: to the right, and lines downwards.
QPointF asRead(const Mark &mark);

struct ShownLine
{
    QString text;
    QRectF at; // what holds its letters
    bool cut = false;
};
// Nothing if it cannot be told: letters unknown, too small, of the colour of paper beside others, or out of the order in
// which one reads. Without spaces.
std::optional<std::vector<ShownLine>> shownLines(const PageMarks &look, const LetterOf &letterOf);
// All of them in one. Nothing either if some are cut off and others are seen after them.
std::optional<QString> shownText(const PageMarks &look, const LetterOf &letterOf);

// Letters, and digits with the points between them and a minus before: programs break lines, and add signs of their own.
QString plainLetters(const QString &text);

// Two ways to write one number: 1234.5 and $ 1.234,50, rounded to what is shown; 0.5 and 50 %. Not if either is none.
bool isSameNumber(const QString &value, const QString &shown);

// Two ways to write one day or hour: 2026-01-05 and 5 de enero de 2026, 14:30 and 2:30 p. m. What is shown may leave out
// parts, and says nothing else. In which order days and months stand nobody can tell.
bool isSameMoment(const QString &value, const QString &shown);

// What stands for the letters of a password.
bool isMask(const QString &shown);

} // namespace carriel::signing

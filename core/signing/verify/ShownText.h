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

// Nothing if it cannot be told: letters unknown, too small, of the colour of paper beside others, out of the order in
// which one reads, or seen again after some that are cut off. Without spaces.
std::optional<QString> shownText(const PageMarks &look, const LetterOf &letterOf);

// Letters, and digits with the points between them and a minus before: programs break lines, and add signs and accents of their own.
QString plainLetters(const QString &text);

// Two ways to write one number: 1234.5 and $ 1.234,50, rounded to what is shown; 0.5 and 50 %. Not if either is none.
bool isSameNumber(const QString &value, const QString &shown);

} // namespace carriel::signing

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person is to see of a form: the library that draws pages leaves out fields and visible signatures, and draws
// every other kind of note. Pure; may throw std::bad_alloc.
#pragma once

#include <QByteArray>

namespace carriel::signing {

// A copy for drawing alone, in which the fields' own pictures are those of stamps. Null if there are no fields, or if
// the document is too large or too broken for it, or not opened by the password: then it is drawn as it is.
QByteArray withDrawnFields(const QByteArray &pdf, const QByteArray &password);

} // namespace carriel::signing

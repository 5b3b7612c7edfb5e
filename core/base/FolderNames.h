// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Names in a folder that are not text: bytes that are no UTF-8, as old archives leave them. Qt's listings pass over them
// without a word, so whoever takes in a whole folder asks here what it did not see. Thread: any.
#pragma once

#include <QStringList>

namespace carriel {

// With replacement characters, by which nothing can be opened; sorted. Empty where every name is text, and for a folder
// that cannot be read.
QStringList namesThatAreNotText(const QString &folder);

} // namespace carriel

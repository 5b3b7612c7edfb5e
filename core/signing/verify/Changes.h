// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Which objects of a signed version say something else in a later one. Objects are compared as values, wherever they
// lie.
#pragma once

#include "core/signing/pdf/PdfFile.h"

#include <QStringList>
#include <set>

namespace carriel::signing {

struct Changes
{
    std::set<int> changed;  // had a value, has another or none
    std::set<int> appeared; // had none, has one
    QStringList troubles;   // something that must be compared cannot be read
};
Changes changesBetween(const PdfFile &before, const PdfFile &after);

// The references in every object of `file` to one of `targets`: target → numbers of the objects that refer to it; 0 is
// the trailer. `troubles` gets what cannot be read.
std::map<int, std::set<int>> referrers(const PdfFile &file, const std::set<int> &targets, QStringList &troubles);

} // namespace carriel::signing

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Why a search found a document, as far as its row tells: so that nobody wonders what it has to do with the words.
#pragma once

#include "core/services/Values.h"

namespace carriel::text {

enum class Matched { Name, Label, Type, Inside }; // Inside: in its text or its note

// Of the words of the search, all or the beginning of one stand there; accents and case do not matter.
Matched matchedIn(const DocumentRow &row, const QString &search);
QString matchedName(Matched where); // "name", … ; stable, for scripts
QString matchedWords(Matched where);

} // namespace carriel::text

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Why a search found a document, as far as its row tells: so that nobody wonders what it has to do with the words.
#pragma once

#include "core/services/Values.h"

namespace carriel::text {

// Inside: none of what the row tells, so its details are needed. Several: some words here, some there.
enum class Matched { Name, Label, Type, Inside, Note, FirstName, Text, Several };

// Of the words of the search, all or the beginning of one stand there; accents and case do not matter.
Matched matchedIn(const DocumentRow &row, const QString &search);
// The same, known exactly: what is in neither of its facts is in its text. Never Inside.
Matched matchedIn(const DocumentDetails &details, const QString &search);
QString matchedName(Matched where); // "name", … ; stable, for scripts
QString matchedWords(Matched where);

} // namespace carriel::text

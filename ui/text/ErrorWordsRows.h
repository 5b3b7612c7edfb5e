// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The table of words, one part for each module of core. Private to ui/text.
#pragma once

#include <QCoreApplication>
#include <span>

namespace carriel::text {

// English source strings; {name} stands for a param of the error. Translated in the context "ErrorWords".
struct WordsRow {
    const char *code;
    const char *title;
    const char *meaning;
    const char *remedy;
};
using WordsRows = std::span<const WordsRow>;

WordsRows baseWords();
WordsRows cryptoWords();
WordsRows vaultWords();
WordsRows remoteWords();
WordsRows syncWords();
WordsRows servicesWords();
WordsRows commandWords();
WordsRows signingWords();
WordsRows evidenceWords();
WordsRows mailWords();
WordsRows contributionWords();
WordsRows shareWords();

} // namespace carriel::text

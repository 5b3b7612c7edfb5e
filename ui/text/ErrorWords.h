// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Turns an error code into words a person can use: what happened, what it means, what to do. Core never translates; this
// is the one place that does, for the window and for the command line alike. Thread: any, once the translator is set.
#pragma once

#include "core/base/Error.h"

#include <QStringList>

namespace carriel::text {

struct Words {
    QString title;    // what happened, one sentence
    QString meaning;  // what it means for the person's documents
    QString remedy;   // the one next step; never empty

    // The three in one paragraph, for a place that shows plain text only.
    QString paragraph() const;
};

// The words of a code with the error's params filled in. A code without words (a bug that a test finds) gets those of
// CAR-BAS-001 with the code named.
Words wordsFor(const Error &error);
Words wordsFor(const QString &code, const QVariantMap &params = {});
bool hasWords(const QString &code);
QStringList codesWithWords();

} // namespace carriel::text

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Names of people as they are written in papers: with and without accents, second names and second surnames.
#pragma once

#include <QStringList>

namespace carriel {

// The words of a text for comparing: no accents, no capitals, no signs; "Pérez-Gómez" has two.
QStringList comparableWords(const QString &text);

// Whether both may be one person: all words of the shorter name stand in the longer one. An empty name may be anybody's.
bool mayBeSamePerson(const QString &one, const QString &other);

} // namespace carriel

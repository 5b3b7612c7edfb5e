// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Why an entity's request is not to be answered, each cause in its own plain words, and what to do about it. Sources of
// ErrorWords, not translated yet. Pure.
#pragma once

#include <QString>

namespace carriel::text {

struct RequestWords
{
    const char *meaning, *remedy; // null: a cause of which no more is known than its word
};
RequestWords requestWords(const QString &reason);

} // namespace carriel::text

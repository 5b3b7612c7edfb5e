// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A moment in a column: wider where it has to say of which place its hour is.
#pragma once

#include <QString>

namespace carriel::commands {

inline QString moment(const QString &words)
{
    return words.leftJustified(words.endsWith(QLatin1Char(')')) ? 43 : 24);
}

} // namespace carriel::commands

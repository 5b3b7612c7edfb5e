// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QStringList>

namespace carriel::commands {

// Splits a command as a POSIX shell splits words: spaces, 'single' and "double" quotes, backslash. Nothing is expanded and
// nothing is run by a shell. CAR-CLI-001 if a quote is left open or there is no word.
Result<QStringList> shellWords(const QString &command);

} // namespace carriel::commands

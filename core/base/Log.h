// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The program's log: off by default, one category per concept, and nothing a person would mind being read.
#pragma once

#include <QLoggingCategory>
#include <QString>

namespace carriel {

// Puts "…" over what must not be logged: bearer and refresh tokens, JWTs, long base64 and hex runs, query strings.
// The message handler applies it to every line, so a careless log call leaks nothing.
QString redacted(const QString &line);

// Writes lines through `redacted` to stderr, and to the file named by CARRIEL_LOG if that is set. Call once, in main().
void installLog();

} // namespace carriel

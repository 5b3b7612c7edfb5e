// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace carriel::text {

// What a person who is about to sign should know of a PDF; `kind` as signing::name(SafetyNote::Kind) says it. Empty for
// an unknown one.
QString safetyWords(const QString &kind, int count);

} // namespace carriel::text

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in words: what to know before, what each level means, how a job stands. Thread: any, once the translator is
// set.
#pragma once

#include "core/services/Signing.h"

namespace carriel::text {

QString findingWords(const SafetyFinding &finding); // one sentence; empty for what needs none
QString levelTitle(SignLevel level);
QString levelMeaning(SignLevel level); // what it adds, and what it needs
QString formatTitle(SignFormat format);
QString formatMeaning(SignFormat format);
QString jobWords(const SignJob &job, const QDateTime &nowUtc);

} // namespace carriel::text

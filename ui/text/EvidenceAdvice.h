// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person can do about what a check of evidence found. Pure; thread: GUI (translations).
#pragma once

#include "core/services/NotificationValues.h"

namespace carriel::text {

// Empty: nothing can be done, or nothing need be. Where the whole does not hold there is none: nothing that can be added
// mends it, and that something does not speak against it would be a second verdict.
QString findingAdvice(const EvidenceFinding &finding, ProofState verdict);
// The file was saved before the operator's time stamp over the opening came.
QString stampStillComing();

} // namespace carriel::text

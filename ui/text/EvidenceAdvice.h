// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person can do about what a check of evidence found. Pure; thread: GUI (translations).
#pragma once

#include "core/services/NotificationValues.h"

namespace carriel::text {

QString findingAdvice(const EvidenceFinding &finding); // empty: nothing can be done, or nothing need be
// The file was saved before the operator's time stamp over the opening came.
QString stampStillComing();

} // namespace carriel::text

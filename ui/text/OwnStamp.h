// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a file of evidence that was written without a time stamp of its own. Thread: any.
#pragma once

#include <QString>

namespace carriel::text {

// `chosen`: a time-stamping authority is, and it did not answer.
QString withoutOwnStamp(bool chosen);

} // namespace carriel::text

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What an entry of the record says of a share whose documents and person are known here. Pure; thread: GUI (translations).
#pragma once

#include "core/services/Activity.h"

namespace carriel::text {

QString shareActivityWords(const ActivityRecord &record); // empty: not about a share, or nothing is known of it

} // namespace carriel::text

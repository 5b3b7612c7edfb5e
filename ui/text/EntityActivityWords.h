// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The entries of the record about entities that are known here: which entity, what it sent, in which procedure. Pure; thread: GUI.
#pragma once

#include "core/services/Activity.h"

namespace carriel::text {

QString entityActivityWords(const ActivityRecord &record); // empty: not about one, or not known which

} // namespace carriel::text

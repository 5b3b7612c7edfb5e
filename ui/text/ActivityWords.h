// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What happened, in plain words. Pure; thread: GUI (translations).
#pragma once

#include "core/services/Activity.h"

namespace carriel::text {

QString activityWords(const ActivityRecord &record); // "“Diploma.pdf” was added"
QString activityKind(const QString &kind);           // "Documents signed": a heading for many
QString activityIcon(const QString &kind);

} // namespace carriel::text

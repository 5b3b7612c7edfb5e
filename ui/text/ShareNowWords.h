// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What changed of a share that waits to be confirmed: the version that was decided, and the one that is there now. Pure; thread: GUI
// (translations).
#pragma once

#include "core/services/ShareNow.h"

#include <QStringList>

namespace carriel::text {

QStringList shareSince(const QList<ShareDocumentNow> &documents); // empty: everything is as it was decided

} // namespace carriel::text

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of the feed and of a snapshot as JSON.
#pragma once

#include "core/sync/OperatorPort.h"

namespace carriel::remote {

inline constexpr qsizetype maxPageBytes = 33 << 20; // 500 items with all the meta data that is allowed

// `since` is the cursor that was asked for: a page that does not move it and promises more would never end.
Result<sync::ChangePage> readChanges(QByteArrayView json, const QString &since);
Result<sync::SnapshotPage> readSnapshot(QByteArrayView json);

} // namespace carriel::remote

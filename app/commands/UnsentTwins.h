// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A put that was cut off leaves its document here, to be sent. Whoever types the same line again means that document, not a copy
// of it: same folder, same name, same bytes, and nothing of it is with the operator yet. Thread: main.
#pragma once

#include "core/services/Documents.h"

#include <QFuture>
#include <QHash>

namespace carriel::commands {

// By path of the file; those that have no such twin are not in it. Reads a file only where name and size are one.
QFuture<QHash<QString, ItemId>> unsentTwins(const Documents &documents, const QList<AddRequest> &files);

} // namespace carriel::commands

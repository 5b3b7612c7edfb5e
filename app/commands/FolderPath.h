// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Folders by their path, made where they are missing.
#pragma once

#include "core/services/Documents.h"

#include <functional>

namespace carriel::commands {

// "a/b/c" → its parts; "/" and "." are the root, which has none.
QStringList pathParts(const QString &path);

// Answers once, in the thread of `context`, with the folder that `parts` lead to. CAR-BAS-006 if a document is in the way.
void ensureFolder(Documents &documents, QObject *context, const QStringList &parts, std::function<void(Result<ItemId>)> done);

} // namespace carriel::commands

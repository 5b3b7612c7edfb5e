// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Folders by their path, made where they are missing.
#pragma once

#include "core/services/Documents.h"

#include <functional>

namespace carriel::commands {

// "a/b/c" → its parts; "/" is the root, which has none. "." and ".." mean nothing in a folder that is not a disk's: they stay,
// and whoever makes folders of them is told.
QStringList pathParts(const QString &path);

// Answers once, in the thread of `context`, with the folder that `parts` lead to. Nothing is made if one of them cannot be:
// CAR-CLI-017 if a document is in the way, CAR-SVC-030 to -032 for names and depth.
void ensureFolder(Documents &documents, QObject *context, const QStringList &parts, std::function<void(Result<ItemId>)> done);

// The same for one folder inside another. One that the operator's rules have given another name is found under that.
void ensureFolderIn(Documents &documents, QObject *context, const ItemId &parent, const QString &name,
                    std::function<void(Result<ItemId>)> done);

} // namespace carriel::commands

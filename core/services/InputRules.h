// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person may type, looked at before anything is queued: an operator's refusal would come hours later and nobody could
// correct it then. Thread: that of the reader. Errors: CAR-SVC-030 to -037 and the reader's.
#pragma once

#include "core/base/Result.h"
#include "core/sync/Store.h"

#include <QStringList>

namespace carriel {

class InputRules
{
public:
    explicit InputRules(sync::Reader &reader) : m_reader(reader) {}

    Outcome name(const QString &name);                          // typed: it is not cut silently
    Outcome path(const QStringList &parts);                     // of folders, from the top
    Result<QString> stored(const QString &name);                // what the operator's rules make of it; without a number
    Outcome fileName(const QString &name);                      // of a file on the disk: it may be made to fit
    Outcome folderIn(const ItemId &parent);                     // a new folder
    Outcome moved(const QList<ItemId> &ids, const ItemId &folder);
    Outcome facts(const ItemId &item, const ItemMeta &after);

private:
    Result<int> mostDepth();
    Result<int> depthOf(const ItemId &folder);                  // the root: 0
    Result<int> heightOf(const ItemId &item);                   // a document: 0, an empty folder: 1
    sync::Reader &m_reader;
};

} // namespace carriel

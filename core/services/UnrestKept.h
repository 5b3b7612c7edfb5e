// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What of each folder's content, at any depth, is not as it should be. Read again only when the vault has changed; and where
// that takes long, with thousands under way, for a tenth of the time at most: the window's thread has more to do. Thread: that
// of the reader.
#pragma once

#include "core/vault/Unrest.h"

#include <QElapsedTimer>

#include <memory>

namespace carriel {

class UnrestKept
{
public:
    // Nothing: all that lies in the folder is at rest.
    Result<vault::Unrest> in(const std::shared_ptr<vault::VaultReader> &reader, const ItemId &folder);

    // ms until what was answered last may be read anew; nothing if it is of now.
    std::optional<qint64> behind() const;

private:
    std::weak_ptr<vault::VaultReader> m_of; // another vault, another answer
    qint64 m_change = -1;
    qint64 m_cost = 0; // ms of the last reading
    bool m_behind = false;
    QElapsedTimer m_since;
    QHash<ItemId, vault::Unrest> m_folders;
};

} // namespace carriel

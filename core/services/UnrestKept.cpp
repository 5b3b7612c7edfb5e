// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/UnrestKept.h"

namespace carriel {

namespace {
constexpr qint64 noticed = 20; // ms; what takes less is read as often as it is asked for
constexpr qint64 restFor = 10;
} // namespace

std::optional<qint64> UnrestKept::behind() const
{
    return m_behind ? std::optional(qMax<qint64>(1, m_cost * restFor - m_since.elapsed())) : std::nullopt;
}

Result<vault::Unrest> UnrestKept::in(const std::shared_ptr<vault::VaultReader> &reader, const ItemId &folder)
{
    // Asked for before the rows are read: what is committed in between is only found once more.
    CARRIEL_TRY(const qint64 change, reader->changeNumber());
    const bool other = m_of.lock() != reader;
    const bool tooSoon = !other && m_cost >= noticed && m_since.elapsed() < m_cost * restFor;
    m_behind = !other && change != m_change && tooSoon;
    if ((other || change != m_change) && !m_behind) {
        QElapsedTimer reading;
        reading.start();
        CARRIEL_TRY(m_folders, vault::unrestByFolder(*reader));
        m_of = reader;
        m_change = change;
        m_cost = reading.elapsed();
        m_since.start();
    }
    return m_folders.value(folder);
}

} // namespace carriel

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/Line.h"

namespace carriel::sync {

bool Line::note(const Trouble &trouble)
{
    switch (trouble.kind) {
    case TroubleKind::Unreachable:
    case TroubleKind::Protocol:
        // Several calls that were under way fall together: that is one failure.
        if (isOpen())
            m_until = m_clock.monotonic() + backoff(m_failures++, {}, m_random);
        m_busyUntil = std::max(m_busyUntil, m_clock.monotonic() + trouble.retryAfter);
        m_unheard = trouble.kind == TroubleKind::Unreachable;
        m_error = trouble.error;
        return true;
    case TroubleKind::Busy:
        m_busyUntil = std::max(m_busyUntil, m_clock.monotonic() + std::max<std::chrono::milliseconds>(trouble.retryAfter, std::chrono::seconds(1)));
        ++m_later;
        m_unheard = false;
        m_error = trouble.error;
        return true;
    case TroubleKind::AuthNeeded:
        m_needsLogin = true;
        m_unheard = false;
        m_error = trouble.error;
        return true;
    default:
        answered();
        return false;
    }
}

} // namespace carriel::sync

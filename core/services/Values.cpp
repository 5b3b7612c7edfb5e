// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Values.h"

#include <array>

namespace carriel {

QString itemStatusName(ItemStatus status)
{
    static constexpr std::array names = {"synced",   "pending", "uploading",         "downloading", "online_only",
                                         "conflict", "error",   "missing_on_server", "trashed",     "local_only"};
    return QString::fromLatin1(names.at(std::size_t(status)));
}

CancelToken::CancelToken() : m_flag(std::make_shared<std::atomic_bool>(false)) {}
void CancelToken::cancel() const { m_flag->store(true); }
bool CancelToken::isCancelled() const { return m_flag->load(); }

} // namespace carriel

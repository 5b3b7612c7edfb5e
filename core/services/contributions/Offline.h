// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// How a contribution says that it was consented to without the operator's word about who asks: with the name that was shown. Pure.
#pragma once

#include <QString>

namespace carriel::papers {

inline QString offlineReason(const QString &name)
{
    return QLatin1String("offline:") + name;
}
inline bool isOffline(const QString &reason)
{
    return reason.startsWith(QLatin1String("offline:"));
}
inline QString shownName(const QString &reason)
{
    return reason.section(u':', 1);
}

} // namespace carriel::papers

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Of what was opened and is not shown: whether it came as it was sealed, and is no act all the same. Pure; thread-safe.
#pragma once

#include <QString>

namespace carriel::text {

inline bool isAsSealed(const QString &reason)
{
    return reason == QLatin1String("package") || reason == QLatin1String("signature");
}

} // namespace carriel::text

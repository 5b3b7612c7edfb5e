// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace carriel {

// What a visible box would show if `name` signed now.
QStringList boxLines(const QString &name, const QString &reason, const QString &place);

} // namespace carriel

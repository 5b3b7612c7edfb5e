// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the computers of a folder are called where several stand side by side. Two of one make are given the same name by default:
// the later one gets a number, the same in every place, because it counts in the order in which they joined.
#pragma once

#include "core/services/Values.h"

namespace carriel::text {

// The name of each, in the order of `all`; names that stand there once are left as they are. Removed ones count too.
QStringList computerNames(const QList<DeviceInfo> &all);

// A computer that is told of alone, on one that is called `here`.
QString computerName(const QString &name, const QString &here);

} // namespace carriel::text

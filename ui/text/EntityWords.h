// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// How an entity is called so that nobody takes another one of the same name for it. Foreign names go in neutralised.
#pragma once

#include "core/services/NotificationValues.h"

namespace carriel::text {

QString entityWords(const NotificationEntry &entry);                    // with its number where another has its name
QString entityWithNumber(const QString &name, const QString &entityId); // "Alcaldía (NIT 900100302)"

} // namespace carriel::text

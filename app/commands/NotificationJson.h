// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Notifications as scripts read them; the names are stable.
#pragma once

#include "core/services/NotificationValues.h"

#include <QJsonObject>

namespace carriel::commands {

QString iso(QDate date);
QJsonObject entryJson(const NotificationEntry &one);
QJsonValue termJson(const std::optional<TermInfo> &term);

} // namespace carriel::commands

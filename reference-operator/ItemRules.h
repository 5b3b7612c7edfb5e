// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Where an item may stand and what may be said of it. Inside a transaction; throws Problem.
#pragma once

#include "reference-operator/Config.h"
#include "reference-operator/Item.h"

namespace carriel::op {

// name_invalid unless it may stand.
void checkName(const QString &name, const Limits &limits);

// Puts `item` under `parent` as `name`: parent_missing, cycle, depth_exceeded; name_taken unless `rename`, then a number is added.
void place(Connection &c, const QString &folder, Item &item, const QString &parent, const QString &name, bool rename,
           const Limits &limits);

// RFC 7396, checked: invalid_request, field_read_only, meta_too_large.
void mergeMeta(Item &item, const QJsonObject &patch, const Limits &limits);

QString checkedOriginalName(const QJsonValue &value); // null QString for null and absent
QString checkedSealed(const QJsonValue &value);       // JSON; invalid_request

} // namespace carriel::op

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// JSON from outside. Two readers of one text must see the same, and what is stored must be storable: a member twice and
// U+0000 in a string (which PostgreSQL cannot keep) are refused.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <optional>

namespace carriel::op {

std::optional<QJsonObject> strictObject(const QByteArray &json); // nothing: not JSON, no object, or one of those

} // namespace carriel::op

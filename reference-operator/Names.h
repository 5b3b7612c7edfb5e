// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Which names an item may have, and how one gives way to a namesake. Thread: any.
#pragma once

#include <QJsonObject>
#include <QString>

namespace carriel::op {

QJsonObject namesAnnounced(); // `names` of discovery

// Empty when the name may stand; else why not (`reason` of name_invalid).
QString nameFault(const QString &name, qint64 maxBytes);

// Two names clash in one folder when this is equal.
QString nameKey(const QString &name);

// "acta.pdf", 2 → "acta (2).pdf"; the stem loses its end, at a character border, when the whole is too long.
QString numberedName(const QString &name, int number, qint64 maxBytes);

} // namespace carriel::op

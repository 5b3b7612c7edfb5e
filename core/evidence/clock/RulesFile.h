// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the data files of the legal clock have in common: format number, validity dates, strictness.
#pragma once

#include "core/base/Result.h"
#include "core/evidence/EvidenceErrors.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>

namespace carriel::evidence {

Error badRulesFile(const QString &file, const char *reason);
Result<QByteArray> rulesFile(const QString &path);
Result<QJsonObject> rulesRoot(const QByteArray &json, const QString &name); // format 1 only
// `from` must be there; `until` null or a date not before it. Both inclusive.
Outcome readValidity(const QJsonObject &json, const QString &name, QDate &from, QDate &until);

inline bool within(QDate date, QDate from, QDate until)
{
    return date.isValid() && date >= from && (!until.isValid() || date <= until);
}
inline bool overlap(QDate fromA, QDate untilA, QDate fromB, QDate untilB)
{
    return within(fromA, fromB, untilB) || within(fromB, fromA, untilA);
}

} // namespace carriel::evidence

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the members of a signed statement: each must be there and of its kind. What does not fit is remembered, so that
// a reader asks once at the end. Private to core/evidence.
#pragma once

#include "core/base/Result.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

namespace carriel::evidence {

class Claims
{
public:
    Claims(QJsonObject object, const char *what) : m_object(std::move(object)), m_what(what) {}

    QString text(const char *name, qsizetype limit = 4000);     // not empty
    QString optional(const char *name, qsizetype limit = 4000); // absent or null: empty
    qint64 number(const char *name, qint64 least, qint64 most);
    QDateTime time(const char *name);         // NumericDate
    QDateTime optionalTime(const char *name); // absent or null: invalid
    QByteArray digest(const char *name);      // base64url of 32 bytes
    QByteArray optionalDigest(const char *name);
    QJsonObject object(const char *name);
    QJsonArray array(const char *name, qsizetype limit);
    void must(bool holds, const char *name);

    Outcome outcome() const; // badStatement with what and the first member that does not fit
    const QJsonObject &all() const { return m_object; }

private:
    QJsonObject m_object;
    const char *m_what;
    QByteArray m_wrong;
};

} // namespace carriel::evidence

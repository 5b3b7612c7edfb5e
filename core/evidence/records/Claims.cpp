// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/records/Claims.h"

#include "core/crypto/Base64Url.h"
#include "core/evidence/EvidenceErrors.h"

#include <cmath>

namespace carriel::evidence {

namespace {
constexpr qint64 latest = 253402300799; // the last second of the year 9999
}

void Claims::must(bool holds, const char *name)
{
    if (!holds && m_wrong.isEmpty())
        m_wrong = name;
}

QString Claims::optional(const char *name, qsizetype limit)
{
    const QJsonValue value = m_object.value(QLatin1String(name));
    must(value.isUndefined() || value.isNull() || (value.isString() && value.toString().size() <= limit), name);
    return value.toString().left(limit);
}

QString Claims::text(const char *name, qsizetype limit)
{
    const QString value = optional(name, limit);
    must(!value.isEmpty(), name);
    return value;
}

qint64 Claims::number(const char *name, qint64 least, qint64 most)
{
    const QJsonValue value = m_object.value(QLatin1String(name));
    const double number = value.toDouble(-1e300);
    const bool good =
        value.isDouble() && number >= double(least) && number <= double(most) && std::floor(number) == number;
    must(good, name);
    return good ? qint64(number) : least;
}

QDateTime Claims::time(const char *name)
{
    return QDateTime::fromSecsSinceEpoch(number(name, 0, latest), Qt::UTC);
}

QDateTime Claims::optionalTime(const char *name)
{
    const QJsonValue value = m_object.value(QLatin1String(name));
    return value.isUndefined() || value.isNull() ? QDateTime() : time(name);
}

QByteArray Claims::optionalDigest(const char *name)
{
    const QByteArray value = optional(name, 43).toLatin1();
    const auto raw = crypto::fromBase64Url(value);
    must(value.isEmpty() || (raw && raw.value().size() == 32), name);
    return value;
}

QByteArray Claims::digest(const char *name)
{
    const QByteArray value = optionalDigest(name);
    must(!value.isEmpty(), name);
    return value;
}

QJsonObject Claims::object(const char *name)
{
    const QJsonValue value = m_object.value(QLatin1String(name));
    must(value.isObject(), name);
    return value.toObject();
}

QJsonArray Claims::array(const char *name, qsizetype limit)
{
    const QJsonValue value = m_object.value(QLatin1String(name));
    must(value.isArray() && value.toArray().size() <= limit, name);
    return value.toArray();
}

Outcome Claims::outcome() const
{
    if (m_wrong.isEmpty())
        return {};
    return Error{errors::badStatement,
                 {{QStringLiteral("what"), QString::fromLatin1(m_what)},
                  {QStringLiteral("member"), QString::fromLatin1(m_wrong)}},
                 {}};
}

} // namespace carriel::evidence

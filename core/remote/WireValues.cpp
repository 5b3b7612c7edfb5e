// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/WireValues.h"

#include "core/base/Id.h"
#include "core/remote/RemoteErrors.h"

namespace carriel::remote::wire {

namespace {
Error wrong(const char *name)
{
    return protocolError(QLatin1String("member ") + QLatin1String(name));
}

bool absent(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined();
}

std::optional<QByteArray> digest(const QByteArray &base64)
{
    const auto decoded = QByteArray::fromBase64Encoding(base64, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    // Written again it must be the same: one spelling only.
    if (!decoded || decoded.decoded.size() != 32 || decoded.decoded.toBase64() != base64)
        return std::nullopt;
    return decoded.decoded;
}
} // namespace

Error protocolError(const QString &reason)
{
    return {errors::protocol, {{QStringLiteral("reason"), reason}}, reason};
}

Result<QString> text(const QJsonObject &o, const char *name, qsizetype maxChars)
{
    const QJsonValue value = o.value(QLatin1String(name));
    if (!value.isString() || value.toString().isEmpty() || value.toString().size() > maxChars)
        return wrong(name);
    return value.toString();
}

Result<QString> optionalText(const QJsonObject &o, const char *name, qsizetype maxChars)
{
    const QJsonValue value = o.value(QLatin1String(name));
    if (absent(value))
        return QString();
    if (!value.isString() || value.toString().size() > maxChars)
        return wrong(name);
    return value.toString();
}

Result<QString> id(const QJsonObject &o, const char *name)
{
    const QJsonValue value = o.value(QLatin1String(name));
    if (!value.isString() || !isWireId(value.toString()))
        return wrong(name);
    return value.toString();
}

Result<qint64> number(const QJsonObject &o, const char *name, qint64 least)
{
    const QJsonValue value = o.value(QLatin1String(name));
    // What JSON numbers hold exactly (RFC 8259 §6): 2^53.
    const qint64 n = value.toInteger(-1);
    if (!value.isDouble() || n < least || n > (qint64(1) << 53))
        return wrong(name);
    return n;
}

Result<bool> boolean(const QJsonObject &o, const char *name)
{
    const QJsonValue value = o.value(QLatin1String(name));
    if (!value.isBool())
        return wrong(name);
    return value.toBool();
}

Result<QDateTime> time(const QJsonObject &o, const char *name)
{
    const QJsonValue value = o.value(QLatin1String(name));
    if (absent(value))
        return QDateTime();
    const QDateTime t = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    if (!t.isValid() || t.timeSpec() != Qt::UTC)
        return wrong(name);
    return t;
}

Result<QDate> date(const QJsonObject &o, const char *name)
{
    const QJsonValue value = o.value(QLatin1String(name));
    if (absent(value))
        return QDate();
    const QDate d = QDate::fromString(value.toString(), Qt::ISODate);
    if (!d.isValid())
        return wrong(name);
    return d;
}

Result<QByteArray> sha256(const QJsonObject &o, const char *name)
{
    const auto raw = digest(o.value(QLatin1String(name)).toString().toLatin1());
    if (!raw)
        return wrong(name);
    return *raw;
}

QString sha256Text(const QByteArray &raw)
{
    return QString::fromLatin1(raw.toBase64());
}

QByteArray digestField(const QByteArray &raw)
{
    return "sha-256=:" + raw.toBase64() + ':';
}

std::optional<QByteArray> fromDigestField(const QByteArray &field)
{
    if (!field.startsWith("sha-256=:") || !field.endsWith(':'))
        return std::nullopt;
    return digest(field.mid(9).chopped(1));
}

} // namespace carriel::remote::wire

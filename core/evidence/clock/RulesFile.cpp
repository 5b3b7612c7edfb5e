// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/clock/RulesFile.h"

#include "core/crypto/StrictJson.h"

#include <QFile>

namespace carriel::evidence {

Error badRulesFile(const QString &file, const char *reason)
{
    return {errors::badRules,
            {{QStringLiteral("file"), file}, {QStringLiteral("reason"), QString::fromLatin1(reason)}},
            {}};
}

Result<QByteArray> rulesFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return badRulesFile(path, "cannot be read");
    return file.readAll();
}

Result<QJsonObject> rulesRoot(const QByteArray &json, const QString &name)
{
    const auto parsed = crypto::parseStrictObject(json);
    if (!parsed)
        return badRulesFile(name, "not JSON");
    if (parsed.value().value(QLatin1String("format")).toInt() != 1)
        return badRulesFile(name, "another format");
    return parsed.value();
}

Outcome readValidity(const QJsonObject &json, const QString &name, QDate &from, QDate &until)
{
    const QJsonValue end = json.value(QLatin1String("until"));
    from = QDate::fromString(json.value(QLatin1String("from")).toString(), Qt::ISODate);
    until = QDate::fromString(end.toString(), Qt::ISODate);
    if (!from.isValid() || (!end.isNull() && !until.isValid()) || (until.isValid() && until < from))
        return badRulesFile(name, "validity dates");
    return {};
}

} // namespace carriel::evidence

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/shares/Wish.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace carriel::shares {

QByteArray wishText(const Wish &wish)
{
    QJsonArray documents;
    for (const WishedDocument &one : wish.documents)
        documents.append(QJsonObject{{QStringLiteral("item"), one.item.text()},
                                     {QStringLiteral("name"), one.name},
                                     {QStringLiteral("sha256"), QString::fromLatin1(one.sha256.toHex())},
                                     {QStringLiteral("size"), one.size},
                                     {QStringLiteral("media_type"), one.mediaType}});
    QJsonObject out{{QStringLiteral("to"), wish.to},
                    {QStringLiteral("to_name"), wish.toName},
                    {QStringLiteral("purpose"), wish.purpose},
                    {QStringLiteral("message"), wish.message},
                    {QStringLiteral("expires"), wish.expires.toSecsSinceEpoch()},
                    {QStringLiteral("follow"), wish.follow},
                    {QStringLiteral("documents"), documents}};
    if (!wish.key.isEmpty())
        out.insert(QStringLiteral("key"), QString::fromUtf8(wish.key));
    return QJsonDocument(out).toJson(QJsonDocument::Compact);
}

Wish wishFrom(const QByteArray &text)
{
    const QJsonObject o = QJsonDocument::fromJson(text).object();
    const auto string = [](const QJsonObject &of, const char *name) { return of.value(QLatin1String(name)).toString(); };
    Wish out;
    out.to = string(o, "to");
    out.toName = string(o, "to_name");
    out.purpose = string(o, "purpose");
    out.message = string(o, "message");
    out.expires = QDateTime::fromSecsSinceEpoch(o.value(QLatin1String("expires")).toInteger(), Qt::UTC);
    out.key = string(o, "key").toUtf8();
    out.follow = o.value(QLatin1String("follow")).toBool();
    for (const QJsonValue &value : o.value(QLatin1String("documents")).toArray()) {
        const QJsonObject one = value.toObject();
        out.documents.append({ItemId(string(one, "item")), string(one, "name"),
                              QByteArray::fromHex(string(one, "sha256").toLatin1()),
                              one.value(QLatin1String("size")).toInteger(), string(one, "media_type")});
    }
    return out;
}

} // namespace carriel::shares

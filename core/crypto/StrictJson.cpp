// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/StrictJson.h"

#include "core/crypto/CryptoErrors.h"

#include <QJsonDocument>

namespace carriel::crypto {

namespace {
Error badJson(const QString &reason)
{
    return {errors::badJson, {{QStringLiteral("reason"), reason}}, reason};
}

struct Shape {
    qsizetype members = 0; // colons outside strings: in valid JSON, one for each member of an object
    int depth = 0;
};

Shape shapeOf(QByteArrayView text)
{
    Shape shape;
    int depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == ':') {
            ++shape.members;
        } else if (c == '{' || c == '[') {
            shape.depth = std::max(shape.depth, ++depth);
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return shape;
}

qsizetype membersIn(const QJsonValue &value);

qsizetype membersIn(const QJsonObject &object)
{
    qsizetype n = object.size();
    for (auto it = object.begin(); it != object.end(); ++it)
        n += membersIn(it.value());
    return n;
}

qsizetype membersIn(const QJsonValue &value)
{
    if (value.isObject())
        return membersIn(value.toObject());
    qsizetype n = 0;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &element : array)
            n += membersIn(element);
    }
    return n;
}
} // namespace

Result<QJsonObject> parseStrictObject(QByteArrayView text, qsizetype maxBytes)
{
    if (text.size() > maxBytes)
        return badJson(QStringLiteral("too long"));
    const Shape shape = shapeOf(text);
    if (shape.depth > 64)
        return badJson(QStringLiteral("too deep"));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), text.size()), &error);
    if (error.error != QJsonParseError::NoError)
        return badJson(error.errorString());
    if (!document.isObject())
        return badJson(QStringLiteral("not an object"));
    QJsonObject object = document.object();
    // The parser keeps one of several equal keys, so a difference in number is a duplicate, however it was spelled.
    if (membersIn(object) != shape.members)
        return badJson(QStringLiteral("duplicate key"));
    return object;
}

} // namespace carriel::crypto

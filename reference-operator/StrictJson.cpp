// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/StrictJson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <vector>

namespace carriel::op {

namespace {

// Of JSON that was parsed already: only strings and braces are looked at.
bool isUnambiguous(const QByteArray &json)
{
    struct Level
    {
        bool object = false;
        bool nameNext = false;
        QSet<QString> names;
    };
    std::vector<Level> levels;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (c == '\0')
            return false;
        if (c == '{' || c == '[') {
            levels.push_back({c == '{', c == '{', {}});
        } else if (c == '}' || c == ']') {
            if (levels.empty())
                return false;
            levels.pop_back();
        } else if (c == ',' && !levels.empty()) {
            levels.back().nameNext = levels.back().object;
        } else if (c == '"') {
            const qsizetype from = i;
            bool escaped = false;
            for (++i; i < json.size() && json[i] != '"'; ++i) {
                if (json[i] == '\0')
                    return false;
                if (json[i] != '\\')
                    continue;
                escaped = true;
                if (qstrncmp(json.constData() + i, "\\u0000", 6) == 0)
                    return false;
                ++i;
            }
            if (levels.empty() || !levels.back().nameNext)
                continue;
            Level &level = levels.back();
            level.nameNext = false;
            const QString name = escaped ? QJsonDocument::fromJson(QByteArray('[' + json.mid(from, i + 1 - from) + ']'))
                                               .array()
                                               .at(0)
                                               .toString()
                                         : QString::fromUtf8(QByteArrayView(json).sliced(from + 1, i - from - 1));
            if (level.names.contains(name))
                return false;
            level.names.insert(name);
        }
    }
    return true;
}

} // namespace

std::optional<QJsonObject> strictObject(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject() || !isUnambiguous(json))
        return std::nullopt;
    return document.object();
}

} // namespace carriel::op

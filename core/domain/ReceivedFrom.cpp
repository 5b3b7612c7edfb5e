// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/ReceivedFrom.h"

namespace carriel {

namespace {
const QString key = QStringLiteral("received_from");
constexpr int mostName = 200;
} // namespace

std::optional<ReceivedFrom> receivedFrom(const ItemMeta &meta)
{
    const QJsonObject said = meta.fields().value(key).toObject();
    const auto text = [&said](const char *name) { return said.value(QLatin1String(name)).toString().left(mostName); };
    const ReceivedFrom out{text("share"), text("person"), text("name"), QDateTime::fromString(text("shared"), Qt::ISODate), text("key")};
    return out.share.isEmpty() ? std::nullopt : std::optional(out);
}

ItemMeta withOrigin(const ItemMeta &meta, const ReceivedFrom &from)
{
    QJsonObject fields = meta.fields();
    QJsonObject said{{QStringLiteral("share"), from.share},
                     {QStringLiteral("person"), from.person},
                     {QStringLiteral("name"), from.name.left(mostName)},
                     {QStringLiteral("shared"), from.sharedUtc.toUTC().toString(Qt::ISODate)}};
    if (!from.key.isEmpty())
        said.insert(QStringLiteral("key"), from.key);
    fields.insert(key, said);
    return ItemMeta(fields);
}

} // namespace carriel

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/acts/SharedContent.h"

#include "reference-operator/Encoding.h"
#include "reference-operator/Item.h"

namespace carriel::op {

using namespace Qt::StringLiterals;

std::optional<SharedContent> contentOf(Connection &c, const QString &folder, const QJsonObject &document, const QString &custody)
{
    const auto item = findItem(c, folder, document.value("item"_L1).toString());
    if (!item || item->state != u"active" || item->custody != custody || !item->head)
        return std::nullopt;
    const QString version =
        document.value("follow"_L1).toBool() ? item->head->version : document.value("version"_L1).toString();
    QSqlQuery &row =
        c.run(u"SELECT id, blob, media_type, sha256, size FROM versions WHERE folder = ? AND id = ? AND item = ?"_s,
              {folder, version, item->id});
    if (!row.next())
        return std::nullopt;
    const SharedContent content{row.value(0).toString(), row.value(1).toString(), row.value(2).toString(),
                          QString::fromLatin1(b64u(QByteArray::fromBase64(row.value(3).toString().toLatin1()))),
                                row.value(4).toLongLong()};
    row.finish();
    return content;
}

} // namespace carriel::op

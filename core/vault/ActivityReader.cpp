// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/ActivityReader.h"

#include <QJsonDocument>

namespace carriel::vault {

namespace {
// A log's later epoch (after a salvage) has the longer or greater name.
constexpr const char *newestFirst =
    "SELECT log,seq,bytes,detail FROM activity WHERE log NOT LIKE 'op:%' ORDER BY length(log) DESC,log DESC,seq DESC";

ActivityReader::Raw rawFrom(const Statement &row)
{
    return {row.text(0), row.integer(1), row.bytes(2), row.isNull(3) ? std::nullopt : std::optional(row.bytes(3))};
}

ActivityRow rowFrom(const Statement &row)
{
    return ActivityReader::rowOf(rawFrom(row));
}
} // namespace

ActivityRow ActivityReader::rowOf(const Raw &raw)
{
    ActivityRow out;
    out.log = raw.log;
    out.seq = raw.seq;
    const QJsonObject record = QJsonDocument::fromJson(raw.bytes).object();
    out.kind = record.value(QLatin1String("kind")).toString();
    out.actor = record.value(QLatin1String("actor")).toString();
    out.subject = record.value(QLatin1String("subject")).toString();
    out.atUtc = QDateTime::fromString(record.value(QLatin1String("at")).toString(), Qt::ISODate);
    out.erased = !raw.detail;
    const QJsonObject detail = QJsonDocument::fromJson(raw.detail.value_or(QByteArray())).object();
    out.data = detail.value(QLatin1String("data")).toObject();
    return out;
}

Outcome ActivityReader::each(const std::function<void(const Raw &)> &told)
{
    Statement row = m_db.query("SELECT log,seq,bytes,detail FROM activity ORDER BY log,seq");
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return {};
        told(rawFrom(row));
    }
}

Result<QList<ActivityRow>> ActivityReader::newest(int most, int skip)
{
    Statement row = m_db.query(newestFirst);
    QList<ActivityRow> out;
    for (int at = 0; out.size() < most; ++at) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            break;
        if (at >= skip)
            out.append(rowFrom(row));
    }
    return out;
}

Result<QList<ActivityRow>> ActivityReader::about(const ItemId &item, int most)
{
    Statement row = m_db.query(newestFirst);
    const QByteArray needle = item.text().toUtf8();
    QList<ActivityRow> out;
    while (out.size() < most) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            break;
        if (row.bytesView(2).contains(needle)) {
            const ActivityRow one = rowFrom(row);
            if (one.subject == item.text())
                out.append(one);
        }
    }
    return out;
}

} // namespace carriel::vault

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/activity/LogForks.h"

#include "core/crypto/Base64Url.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace carriel::evidence {

QString LogForks::stemOf(const QString &log)
{
    return log.left(log.lastIndexOf(u':') + 1);
}

int LogForks::epochOf(const QString &log)
{
    return log.startsWith(QLatin1String("dev:")) ? log.mid(log.lastIndexOf(u':') + 1).toInt() : 0;
}

void LogForks::add(const LogRecord &record)
{
    if (record.seq != 1 || epochOf(record.log) < 2 || !record.detail)
        return;
    const QString kind = QJsonDocument::fromJson(record.bytes).object().value(QLatin1String("kind")).toString();
    if (kind != QLatin1String("log.forked") && kind != QLatin1String("log.restored"))
        return;
    const QJsonObject said = QJsonDocument::fromJson(*record.detail).object().value(QLatin1String("data")).toObject();
    const QString from = said.value(QLatin1String("from")).toString();
    if (stemOf(from) != stemOf(record.log) || epochOf(from) >= epochOf(record.log))
        return;
    const LogHead end{from, said.value(QLatin1String("last_here")).toInteger(),
                      crypto::fromBase64Url(said.value(QLatin1String("head_here")).toString().toLatin1()).valueOr({})};
    m_forks.insert(from, {record.log, std::max<qint64>(0, said.value(QLatin1String("last_known")).toInteger()), end});
}

std::optional<qint64> LogForks::endOf(const QString &log) const
{
    const auto found = m_forks.constFind(log);
    return found == m_forks.constEnd() ? std::nullopt : std::optional(found->lastKnown);
}

QList<LogHead> LogForks::endsUnder(const QList<LogHead> &anchors) const
{
    QList<LogHead> out;
    for (const Fork &fork : m_forks) {
        const bool signedThere = std::any_of(anchors.begin(), anchors.end(), [&](const LogHead &one) { return one.log == fork.later; });
        if (signedThere && fork.end.seq > 0 && fork.end.hash.size() == 32)
            out += fork.end;
    }
    return out;
}

} // namespace carriel::evidence

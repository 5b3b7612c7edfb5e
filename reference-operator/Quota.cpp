// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Quota.h"

#include "reference-operator/Changes.h"
#include "reference-operator/Problem.h"

namespace carriel::op {

using namespace Qt::StringLiterals;

QJsonObject Space::json() const
{
    return {{u"used"_s, used}, {u"limit"_s, limit}};
}

Space spaceOf(Connection &c, const Config &config, const QString &folder)
{
    QSqlQuery &row = c.run(u"SELECT used, quota FROM folders WHERE id = ?"_s, {folder});
    Space space{0, config.limits.quotaBytes};
    if (row.next()) {
        space.used = row.value(0).toLongLong();
        if (!row.value(1).isNull())
            space.limit = row.value(1).toLongLong();
    }
    row.finish();
    return space;
}

void needSpace(Connection &c, const Config &config, const QString &folder, qint64 bytes)
{
    const Space space = spaceOf(c, config, folder);
    if (bytes > 0 && space.used + bytes > space.limit)
        throw Problem("quota_exceeded");
}

void takeSpace(Connection &c, const Config &config, const QString &folder, qint64 bytes)
{
    needSpace(c, config, folder, bytes);
    if (bytes > 0)
        c.change(u"UPDATE folders SET used = used + ? WHERE id = ?"_s, {bytes, folder});
}

void freeSpace(Connection &c, const QString &folder, qint64 bytes)
{
    if (bytes <= 0)
        return;
    c.change(u"UPDATE folders SET used = used - ? WHERE id = ?"_s, {bytes, folder});
    recordChange(c, folder, u"folder"_s, folder);
}

bool setQuota(Connection &c, const QString &folder, std::optional<qint64> bytes)
{
    const QVariant limit = bytes ? QVariant(*bytes) : QVariant(QMetaType::fromType<qint64>());
    if (c.change(u"UPDATE folders SET quota = ? WHERE id = ?"_s, {limit, folder}) == 0)
        return false;
    recordChange(c, folder, u"folder"_s, folder);
    return true;
}

void noticeQuota(Connection &c, const Config &config)
{
    const QString now = QString::number(config.limits.quotaBytes);
    const QString before = c.one(u"SELECT value FROM settings WHERE key = 'quota'"_s).toString();
    if (before == now)
        return;
    c.change(
        u"INSERT INTO settings(key, value) VALUES('quota', ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value"_s,
        {now});
    if (before.isEmpty())
        return;
    QStringList folders;
    QSqlQuery &row = c.run(u"SELECT id FROM folders WHERE quota IS NULL"_s);
    while (row.next())
        folders.append(row.value(0).toString());
    row.finish();
    for (const QString &folder : std::as_const(folders))
        recordChange(c, folder, u"folder"_s, folder);
}

} // namespace carriel::op

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/acts/Recipients.h"

#include "reference-operator/Encoding.h"
#include "reference-operator/Problem.h"
#include "reference-operator/acts/ActivityLog.h"
#include "reference-operator/acts/Entities.h"

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 mostAnHour = 40;
constexpr qint64 hour = 3600;
} // namespace

bool isFindable(Connection &c, const QString &folder)
{
    return c.one(u"SELECT findable FROM folders WHERE id = ?"_s, {folder}).toLongLong() != 0;
}

void setFindable(Connection &c, const QString &folder, bool on)
{
    if (c.change(u"UPDATE folders SET findable = ? WHERE id = ? AND findable <> ?"_s, {on ? 1 : 0, folder, on ? 1 : 0}) == 1)
        recordActivity(c, folder, {u"directory.findable"_s, {}, {}, {}, {{u"on"_s, on}}});
}

QString shownName(const QString &id, const QString &name)
{
    if (id.section(u':', 1, 1) == u"NIT") // a company's name is public
        return name;
    const QStringList words = name.simplified().split(u' ', Qt::SkipEmptyParts);
    QString out = words.value(0);
    for (qsizetype i = 1; i < words.size(); ++i)
        out += u' ' + words.at(i).left(1).toUpper() + u'.';
    return out;
}

std::optional<Recipient> findRecipient(Connection &c, const QString &id)
{
    QSqlQuery &row =
        c.run(u"SELECT id, holder_name FROM folders WHERE holder = ? AND state = 'active' AND findable = 1"_s, {id});
    if (row.next()) {
        const Recipient found{id, u"person"_s, shownName(id, row.value(1).toString()), row.value(0).toString()};
        row.finish();
        return found;
    }
    row.finish();
    if (const auto entity = findEntity(c, id); entity && !entity->box.isEmpty())
        return Recipient{id, u"entity"_s, entity->name, entity->box};
    return std::nullopt;
}

void countLookup(Connection &c, const QString &folder)
{
    const qint64 now = nowSeconds();
    if (c.one(u"SELECT COUNT(*) FROM lookups WHERE folder = ? AND at > ?"_s, {folder, now - hour}).toLongLong() >= mostAnHour)
        throw Problem("rate_limited").retryAfter(600);
    c.change(u"INSERT INTO lookups(folder, at) VALUES(?, ?)"_s, {folder, now});
}

void tellFound(Connection &c, const Recipient &found, const QString &by)
{
    if (found.kind == u"person")
        recordActivity(c, found.box, {u"directory.found"_s, by, {}, {}, {}});
}

} // namespace carriel::op

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/acts/Effects.h"

#include "reference-operator/Encoding.h"
#include "reference-operator/acts/ActivityLog.h"

namespace carriel::op {

using namespace Qt::StringLiterals;

void recordEffect(Connection &c, const Effect &effect)
{
    const auto text = [](const QString &value) { return value.isNull() ? u""_s : value; };
    c.change(u"INSERT INTO effects(at, kind, entity, folder, subject, op, detail) VALUES(?, ?, ?, ?, ?, ?, ?)"_s,
             {nowText(), effect.kind, text(effect.entity), text(effect.folder), text(effect.subject), text(effect.op),
              text(effect.detail)});
    if (!effect.folder.isEmpty() && c.one(u"SELECT 1 FROM folders WHERE id = ?"_s, {effect.folder}).isValid())
        recordActivity(c, effect.folder,
                       {u"act."_s + effect.kind, effect.entity, effect.subject, effect.op, {{u"detail"_s, text(effect.detail)}}});
}

void eachEffect(Connection &c, const std::function<void(const QByteArray &)> &take)
{
    QSqlQuery &row = c.run(u"SELECT n, at, kind, entity, folder, subject, op, detail FROM effects ORDER BY n"_s);
    const char *const names[] = {"at", "kind", "entity", "folder", "subject", "op", "detail"};
    while (row.next()) {
        QJsonObject line{{u"n"_s, row.value(0).toLongLong()}};
        for (int i = 0; i < 7; ++i)
            line.insert(QLatin1StringView(names[i]), row.value(i + 1).toString());
        take(compact(line));
    }
    row.finish();
}

} // namespace carriel::op

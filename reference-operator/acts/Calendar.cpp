// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/acts/Calendar.h"

#include "reference-operator/Changes.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/acts/Admission.h"
#include "reference-operator/acts/Effects.h"

#include <QDebug>
#include <QSet>
#include <algorithm>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype together = 64; // in one transaction
}

Calendar::Calendar(Operator &op)
    : m_op(op), m_repeat("calendar", [this] { return std::chrono::milliseconds(sweep() ? 0 : 1000); })
{
}

bool Calendar::sweep()
{
    const qint64 most = together + m_left.size();
    QList<Due> due = m_op.database.read([&](Connection &c) {
        QList<Due> out;
        for (const QString &sql :
             {u"SELECT id, recipient FROM notifications WHERE state = 'Submitted' AND not_before <= ?"
              u" ORDER BY not_before LIMIT ?"_s,
              u"SELECT id, recipient FROM notifications WHERE state = 'Available' AND expires IS NOT"
              u" NULL AND expires <= ? ORDER BY expires LIMIT ?"_s}) {
            QSqlQuery &row = c.run(sql, {nowSeconds(), most});
            while (row.next())
                out.append({row.value(0).toString(), row.value(1).toString()});
            row.finish();
        }
        return out;
    });
    due.removeIf([this](const Due &one) { return m_left.value(one.id) > nowSeconds(); });
    for (qsizetype from = 0; from < due.size(); from += together) {
        const QList<Due> some = due.mid(from, together);
        try {
            m_op.database.write([&](Connection &c) { happen(c, some); });
        } catch (const std::exception &) { // one of them; the others do not wait for it
            for (const Due &one : some)
                alone(one);
        }
    }
    return due.size() >= together;
}

void Calendar::alone(const Due &one)
{
    try {
        m_op.database.write([&](Connection &c) { happen(c, {one}); });
        m_left.remove(one.id);
    } catch (const std::exception &e) {
        qWarning("calendar: %s: %s", qPrintable(one.id), e.what());
        m_left.insert(one.id, nowSeconds() + 60);
    }
}

// The locks in the order that everybody takes them: notifications, folders, entities.
void Calendar::happen(Connection &c, QList<Due> some)
{
    std::sort(some.begin(), some.end(), [](const Due &a, const Due &b) { return a.id < b.id; });
    QList<Notification> rows;
    for (const Due &one : std::as_const(some)) {
        if (auto n = lockNotification(c, one.id))
            rows.append(*n);
    }
    if (c.isPostgres()) {
        std::sort(some.begin(), some.end(), [](const Due &a, const Due &b) { return a.recipient < b.recipient; });
        for (const Due &one : std::as_const(some))
            c.one(u"SELECT id FROM folders WHERE holder = ? FOR UPDATE"_s, {one.recipient});
    }
    QSet<QString> folders;
    for (Notification &n : rows) {
        folders.insert(n.folder);
        if (n.state == u"Submitted") {
            publish(c, m_op.config, m_op.keys, n);
        } else if (n.state == u"Available" && n.expires && *n.expires <= nowSeconds()) {
            c.change(u"UPDATE challenges SET dead = 1 WHERE notification = ?"_s, {n.id});
            recordEffect(c, {u"expiry"_s, n.entity, n.folder, n.id, {}, {}});
            appendRecord(c, m_op.config, m_op.keys, n,
                         {event::acceptanceRejectionExpiry, {}, {}, u"NotAccessed"_s, {}, true});
        }
    }
    for (const QString &folder : std::as_const(folders))
        announce(c, m_op.hub, folder);
}

} // namespace carriel::op

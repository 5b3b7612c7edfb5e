// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/acts/Calendar.h"

#include "reference-operator/Changes.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/acts/Admission.h"
#include "reference-operator/acts/Effects.h"

#include <QDebug>
#include <chrono>

namespace carriel::op {

using namespace Qt::StringLiterals;

Calendar::Calendar(Operator &op) : m_op(op), m_thread([this] { run(); }) {}

Calendar::~Calendar()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_wake.notify_all();
    }
    m_thread.join();
}

void Calendar::run()
{
    for (;;) {
        try {
            sweep();
        } catch (const std::exception &e) {
            qWarning("calendar: %s", e.what());
        }
        std::unique_lock lock(m_mutex);
        if (m_wake.wait_for(lock, std::chrono::seconds(1), [&] { return m_closed; }))
            return;
    }
}

void Calendar::sweep()
{
    const QStringList due = m_op.database.read([](Connection &c) {
        QStringList ids;
        for (
            const QString &sql :
            {u"SELECT id FROM notifications WHERE state = 'Submitted' AND not_before <= ? LIMIT 500"_s,
             u"SELECT id FROM notifications WHERE state = 'Available' AND expires IS NOT NULL AND expires <= ? LIMIT 500"_s}) {
            QSqlQuery &row = c.run(sql, {nowSeconds()});
            while (row.next())
                ids.append(row.value(0).toString());
            row.finish();
        }
        return ids;
    });
    for (const QString &id : due) {
        m_op.database.write([&](Connection &c) {
            auto n = lockNotification(c, id);
            if (!n)
                return;
            if (n->state == u"Submitted") {
                publish(c, m_op.config, m_op.keys, *n);
            } else if (n->state == u"Available" && n->expires && *n->expires <= nowSeconds()) {
                c.change(u"UPDATE challenges SET dead = 1 WHERE notification = ?"_s, {n->id});
                recordEffect(c, {u"expiry"_s, n->entity, n->folder, n->id, {}, {}});
                appendRecord(c, m_op.config, m_op.keys, *n,
                             {event::acceptanceRejectionExpiry, {}, {}, u"NotAccessed"_s, {}, true});
            }
            announce(c, m_op.hub, n->folder);
        });
    }
}

} // namespace carriel::op

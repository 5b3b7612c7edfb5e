// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/acts/EntityBudget.h"

#include "reference-operator/Problem.h"

#include <QDateTime>
#include <algorithm>
#include <cmath>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 second = 1000000; // times are microseconds since 1970
constexpr qint64 hour = 3600 * second;
constexpr qint64 day = 24 * hour;

struct Budget
{
    QString name;
    qint64 limit = 0; // in a period
    qint64 period = hour;
};

Budget budgetOf(const Limits &limits, Spending what)
{
    switch (what) {
    case Spending::Bytes:
        return {u"bytes"_s, limits.entityBytesPerHour, hour};
    case Spending::Deposits:
        return {u"deposits"_s, limits.depositsPerHour, hour};
    case Spending::Refusals: // their rows are kept for weeks
        return {u"refusals"_s, limits.refusalsPerDay, day};
    case Spending::Inquiries:
        break;
    }
    return {u"inquiries"_s, limits.inquiriesPerHour, hour};
}

std::optional<qint64> lockedAt(Connection &c, const QString &entity, const QString &what)
{
    const QVariant at =
        c.one(QString(u"SELECT free_at FROM entity_use WHERE entity = ? AND what = ?"_s + c.forUpdate()),
              {entity, what});
    return at.isValid() ? std::optional(at.toLongLong()) : std::nullopt;
}

} // namespace

// One number says it all: the moment at which everything spent so far has come back.
void spend(Connection &c, const Config &config, const QString &entity, Spending what, qint64 amount)
{
    if (amount <= 0)
        return;
    const Budget budget = budgetOf(config.limits, what);
    auto spent = lockedAt(c, entity, budget.name);
    if (!spent) {
        c.change(u"INSERT INTO entity_use(entity, what, free_at) VALUES(?, ?, 0) ON CONFLICT DO NOTHING"_s,
                 {entity, budget.name});
        spent = lockedAt(c, entity, budget.name);
    }
    const qint64 now = QDateTime::currentMSecsSinceEpoch() * 1000;
    // What is more than a whole period's goes when nothing else was spent; a clock that was set back costs a period.
    const double share = std::min(1.0, double(amount) / double(std::max<qint64>(1, budget.limit)));
    const qint64 cost = qint64(std::ceil(share * double(budget.period)));
    const qint64 free = std::clamp(*spent, now, now + budget.period) + cost;
    if (const qint64 over = free - now - budget.period; over > 0)
        throw Problem("rate_limited").retryAfter(int(over / second + 1)).with("reason", budget.name);
    c.change(u"UPDATE entity_use SET free_at = ? WHERE entity = ? AND what = ?"_s, {free, entity, budget.name});
}

} // namespace carriel::op

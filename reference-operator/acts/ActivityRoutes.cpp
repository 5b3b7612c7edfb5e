// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The record of activity over HTTP: what the operator wrote, and the checkpoints.
#include "reference-operator/Encoding.h"
#include "reference-operator/Once.h"
#include "reference-operator/Router.h"
#include "reference-operator/acts/ActivityLog.h"

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

qint64 fromOf(const Exchange &ex)
{
    return ex.hasQuery("from") ? std::max<qint64>(1, ex.number(ex.query("from").toLatin1())) : 1;
}

void getActivity(Operator &op, Exchange &ex)
{
    const qint64 from = fromOf(ex), limit = op.pageLimit(ex);
    ex.json(200, op.read(ex, [&](Connection &c) { return activityPage(c, ex.folder, from, limit); }));
}

void getCheckpoints(Operator &op, Exchange &ex)
{
    const qint64 from = fromOf(ex), limit = op.pageLimit(ex);
    ex.json(200, op.read(ex, [&](Connection &c) { return checkpointsPage(c, ex.folder, from, limit); }));
}

void postCheckpoint(Operator &op, Exchange &ex)
{
    const QJsonObject body = ex.json(op.config.limits.jsonBytes);
    answerOnce(
        op, ex, body, [](Connection &) {},
        [&](Connection &c, const QString &) -> Outcome {
            return {201, {}, compact(makeCheckpoint(c, op.config, op.keys, ex.folder, body)), false};
        });
}

} // namespace

void addActivityRoutes(Router &router)
{
    router.add("GET", "/folders/*/activity", "GET activity", Access::Folder, getActivity);
    router.add("GET", "/folders/*/activity/checkpoints", "GET checkpoints", Access::Folder, getCheckpoints);
    router.add("POST", "/folders/*/activity/checkpoints", "POST checkpoint", Access::Folder, postCheckpoint);
}

} // namespace carriel::op

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Http.h"
#include "reference-operator/Router.h"
#include "reference-operator/Schema.h"
#include "reference-operator/Terms.h"

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

void discovery(Operator &op, Exchange &ex)
{
    const QString now = op.database.read([](Connection &c) { return epoch(c); });
    ex.json(200, op.config.discovery(now, op.keys.sealJwk()));
}

void operatorKeys(Operator &op, Exchange &ex)
{
    ex.json(200, op.database.read([](Connection &c) { return OperatorKeys::published(c); }));
}

void terms(Operator &, Exchange &ex)
{
    ex.json(200, termsInForce().json());
}

void healthz(Operator &, Exchange &ex)
{
    ex.json(200, {{u"status"_s, u"ok"_s}});
}

void readyz(Operator &op, Exchange &ex)
{
    op.database.read([](Connection &c) { return c.one(u"SELECT 1"_s); }); // throws: 503 or 500
    ex.json(200, {{u"status"_s, u"ready"_s}});
}

void metrics(Operator &op, Exchange &ex)
{
    const QByteArray text = op.metrics.text();
    ex.response().status = 200;
    ex.response().set_content(text.toStdString(), "application/openmetrics-text; version=1.0.0; charset=utf-8");
}

} // namespace

void addDiscoveryRoutes(Router &router)
{
    router.addRoot("/.well-known/carpeta-ciudadana", "discovery", discovery);
    router.addRoot("/healthz", "healthz", healthz);
    router.addRoot("/readyz", "readyz", readyz);
    router.addRoot("/metrics", "metrics", metrics);
    router.add("GET", "/operator-keys", "operator-keys", Access::Public, operatorKeys);
    router.add("GET", "/terms", "terms", Access::Public, terms);
}

} // namespace carriel::op

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The person's keys and the pairing of computers over HTTP. Every PUT may come again: it says the same, or is refused.
#include "reference-operator/Encoding.h"
#include "reference-operator/Operator.h"
#include "reference-operator/PersonKeys.h"
#include "reference-operator/Problem.h"
#include "reference-operator/Router.h"
#include "reference-operator/acts/Shares.h"

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

qint64 generationOf(const Exchange &ex)
{
    return ex.number(ex.arg(0).toLatin1());
}

void getKeys(Operator &op, Exchange &ex)
{
    ex.json(200, {{u"keys"_s, op.read(ex, [&](Connection &c) { return personKeysJson(c, ex.folder); })}});
}

void putKey(Operator &op, Exchange &ex)
{
    const QJsonObject body = ex.json(op.config.limits.jsonBytes);
    const qint64 generation = generationOf(ex);
    ex.json(201, op.write(ex, [&](Connection &c) {
        tellOwnersOfNewKey(c, op.hub, ex.folder);
        const QJsonObject added = addPersonKey(c, ex.folder, generation, body);
        if (generation > 1) // last: what is there already is said to be there, whoever asks
            ex.who.needStepUp();
        return added;
    }));
}

void putCopy(Operator &op, Exchange &ex)
{
    const QJsonObject body = ex.json(op.config.limits.jsonBytes);
    const qint64 generation = generationOf(ex);
    ex.json(200, op.write(ex, [&](Connection &c) { return putKeyCopy(c, ex.folder, generation, ex.arg(1), body); }));
}

void putProof(Operator &op, Exchange &ex)
{
    const QJsonObject body = ex.json(op.config.limits.jsonBytes);
    const qint64 generation = generationOf(ex);
    const QJsonObject key = op.read(ex, [&](Connection &c) { return personKeyJson(c, ex.folder, generation); });
    const KeyProof proof = verifyKeyProof(op.auth, ex.who, key, body);
    ex.json(200, op.write(ex, [&](Connection &c) {
        tellOwnersOfNewKey(c, op.hub, ex.folder);
        return putKeyProof(c, ex.folder, generation, proof);
    }));
}

void getPairing(Operator &op, Exchange &ex)
{
    ex.json(200, op.read(ex, [&](Connection &c) { return pairingJson(c, ex.folder, ex.arg(0)); }));
}

void putPairing(Operator &op, Exchange &ex)
{
    const QJsonObject body = ex.json(op.config.limits.jsonBytes);
    ex.json(200, op.write(ex, [&](Connection &c) { return putPairingStep(c, ex.folder, ex.arg(0), ex.arg(1), body); }));
}

} // namespace

void addPersonKeyRoutes(Router &router)
{
    router.add("GET", "/folders/*/keys", "GET keys", Access::Folder, getKeys);
    router.add("PUT", "/folders/*/keys/*", "PUT key", Access::Folder, putKey);
    router.add("PUT", "/folders/*/keys/*/copies/*", "PUT copy", Access::Folder, putCopy);
    router.add("PUT", "/folders/*/keys/*/proof", "PUT key proof", Access::Folder, putProof);
    router.add("GET", "/folders/*/devices/*/pairing", "GET pairing", Access::Folder, getPairing);
    router.add("PUT", "/folders/*/devices/*/pairing/*", "PUT pairing", Access::Folder, putPairing);
}

} // namespace carriel::op

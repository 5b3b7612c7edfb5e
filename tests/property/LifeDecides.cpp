// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What people decide: conflicts, refused operations, transfers.
#include "tests/property/Life.h"

namespace carriel::property {

using namespace sync;
using namespace sim;

BlobId Life::anyBlob(SimClient &client, quint32 which)
{
    const QList<BlobId> ids = client.store.data.blobs.keys();
    return ids.isEmpty() ? BlobId() : ids.at(which % ids.size());
}

bool Life::decide(const At &at)
{
    SimClient &client = at.client;
    const Step &step = at.step;
    const QByteArray &verb = step.verb;
    if (verb == "resolve") {
        const QList<Conflict> open = decisions(client).conflicts().valueOr({});
        if (open.isEmpty())
            return false;
        const Conflict &one = open.at(step.a % open.size());
        const QList<QByteArray> stored = m_stored;
        const QSet<QByteArray> released = m_released;
        // Ours once more may make a second version of the same bytes; and what we wanted to destroy is destroyed then.
        for (const VersionRow &version : client.store.versions(one.item).valueOr({}))
            storeAgain(client, version.blob);
        if (one.ours.value(QStringLiteral("state")).toString() == QLatin1String("removed") && step.b % 3 == int(Choice::Mine))
            release(client, one.item);
        const bool done = decisions(client).resolve(one.id, Choice(step.b % 3)).ok();
        if (!done) {
            m_stored = stored;
            m_released = released;
        }
        return done;
    }
    if (verb == "undo" || verb == "again") {
        const QList<OpRow> live = client.store.liveOps().valueOr({});
        if (live.isEmpty())
            return false;
        const OpRow &op = live.at(step.a % live.size());
        if (verb == "again")
            return decisions(client).retry(op.key).ok();
        const QSet<QByteArray> before = m_released;
        if (op.kind == OpKind::CreateDocument)
            release(client, op.target);
        else if (op.kind == OpKind::AddVersion)
            releaseBytes(client, client.store.data.versions.value(op.version).blob);
        const bool done = decisions(client).undo(op.key).ok();
        if (!done)
            m_released = before;
        return done;
    }
    if (verb == "missing") {
        const QList<ItemId> missing = decisions(client).missing().valueOr({});
        if (missing.isEmpty())
            return false;
        const ItemId id = missing.at(step.a % missing.size());
        const QSet<QByteArray> before = m_released;
        const QList<QByteArray> stored = m_stored;
        if (step.b % 2 == 0) {
            release(client, id);
        } else {
            for (const VersionRow &version : client.store.versions(id).valueOr({}))
                storeAgain(client, version.blob);
        }
        const bool done = (step.b % 2 == 0 ? decisions(client).letGo({id}) : decisions(client).uploadAgain({id})).ok();
        if (!done) {
            m_released = before;
            m_stored = stored;
        }
        return done;
    }
    if (verb == "fetch") {
        client.engine->fetch(any(client, step.a, ItemState::Active, false), [](const Outcome &) {});
        return true;
    }
    if (verb == "pause" || verb == "unpause") {
        client.engine->pauseTransfer(anyBlob(client, step.a), verb == "pause");
        return true;
    }
    if (verb == "first") {
        client.engine->prioritise(anyBlob(client, step.a));
        return true;
    }
    if (verb == "cancel") {
        const BlobId blob = anyBlob(client, step.a);
        const QByteArray bytes = client.store.bytesOf(blob);
        client.engine->cancelTransfer(blob);
        if (!client.store.data.blobs.contains(blob))
            m_released.insert(bytes); // the person took it back
        return true;
    }
    if (verb == "verify") {
        client.engine->verify(Audit{}, [](const AuditReport &) {});
        return true;
    }
    return false;
}

} // namespace carriel::property

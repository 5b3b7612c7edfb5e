// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Transfers.h"

#include "core/base/BaseErrors.h"
#include "core/services/VaultAccess.h"

namespace carriel {

namespace {
QFuture<Outcome> notYet(VaultAccess &access, const char *what)
{
    return post(access.host, [what]() -> Outcome {
        return Error{errors::notSupported, {{QStringLiteral("what"), QString::fromLatin1(what)}}, {}};
    });
}
} // namespace

QList<TransferInfo> Transfers::list(int most) const
{
    QList<TransferInfo> out;
    if (!m_access.reader)
        return out;
    vault::RowReader rows(m_access.reader->database());
    const auto add = [&](const sync::BlobRow &blob, const ItemId &item, bool up) {
        TransferInfo transfer;
        transfer.id = blob.id;
        transfer.item = item;
        if (const auto row = rows.item(item).valueOr(std::nullopt))
            transfer.name = row->local.name;
        transfer.up = up;
        transfer.size = blob.size;
        if (const auto stored = rows.transfer(blob.id).valueOr(std::nullopt)) {
            transfer.done = stored->offset;
            transfer.paused = stored->paused;
        }
        out.append(transfer);
    };
    for (const sync::OpRow &op : rows.liveOps().valueOr({})) {
        if (out.size() >= most)
            return out;
        const auto version = op.version.isEmpty() ? std::nullopt : rows.version(op.version).valueOr(std::nullopt);
        const auto blob = version ? rows.blob(version->blob).valueOr(std::nullopt) : std::nullopt;
        if (blob && !blob->onServer)
            add(*blob, op.target, true);
    }
    for (const sync::BlobRow &blob : rows.blobsToDownload(int(most - out.size())).valueOr({}))
        add(blob, m_access.reader->itemWith(blob.id).valueOr(ItemId()), false);
    return out;
}

QFuture<Outcome> Transfers::pause(QList<BlobId>)
{
    return notYet(m_access, "pause");
}
QFuture<Outcome> Transfers::resume(QList<BlobId>)
{
    return notYet(m_access, "resume");
}
QFuture<Outcome> Transfers::first(QList<BlobId>)
{
    return notYet(m_access, "first");
}

QFuture<Outcome> Transfers::cancel(QList<BlobId> ids)
{
    return m_access.withEngine([ids](sync::Engine &engine) -> Outcome {
        for (const BlobId &id : ids)
            engine.cancelUpload(id);
        return {};
    });
}

QFuture<Outcome> Transfers::pauseAll(bool on)
{
    return m_access.withEngine([on](sync::Engine &engine) -> Outcome {
        engine.pauseTransfers(on);
        return {};
    });
}

bool Transfers::allPaused() const
{
    return false;
}
TransferLimits Transfers::limits() const
{
    return {};
}
QFuture<Outcome> Transfers::setLimits(TransferLimits)
{
    return notYet(m_access, "limits");
}
void Transfers::setMetered(bool) {}

} // namespace carriel

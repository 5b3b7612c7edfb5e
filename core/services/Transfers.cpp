// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Transfers.h"

#include "core/services/VaultAccess.h"
#include "core/sync/OpMachine.h"
#include "core/sync/Proof.h"
#include "core/sync/SyncErrors.h"
#include "core/sync/Withdraw.h"
#include "core/vault/Settings.h"

namespace carriel {

namespace {
constexpr auto upKey = "transfer.up", downKey = "transfer.down", meteredKey = "transfer.metered", pausedKey = "transfer.paused";

TransferLimits limitsIn(vault::Database &database)
{
    const vault::Settings settings(database);
    TransferLimits out;
    out.upBytesPerSecond = settings.value(QLatin1String(upKey)).toLongLong();
    out.downBytesPerSecond = settings.value(QLatin1String(downKey)).toLongLong();
    out.pauseOnMetered = settings.value(QLatin1String(meteredKey)) != QLatin1String("use");
    return out;
}

template <typename Work> QFuture<Outcome> each(VaultAccess &access, const QList<BlobId> &ids, Work work)
{
    return access.withEngine([ids, work](sync::Engine &engine) -> Outcome {
        for (const BlobId &id : ids)
            work(engine, id);
        return {};
    });
}
} // namespace

void applyTransferRules(EngineHost &host, bool metered)
{
    if (!host.engine())
        return;
    const TransferLimits limits = limitsIn(host.store().database());
    host.engine()->setRules({limits.upBytesPerSecond, limits.downBytesPerSecond, metered && limits.pauseOnMetered});
    if (vault::Settings(host.store().database()).value(QLatin1String(pausedKey)) == QLatin1String("yes"))
        host.engine()->pauseTransfers(true);
}

bool isPausedByThePerson(vault::VaultStore &store, const BlobId &blob)
{
    const auto row = store.transfer(blob).valueOr(std::nullopt);
    return (row && row->paused) ||
           vault::Settings(store.database()).value(QLatin1String(pausedKey)) == QLatin1String("yes");
}

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
        if (const auto row = m_access.seen(rows.item(item)))
            transfer.name = row->local.name;
        transfer.up = up;
        transfer.size = blob.size;
        if (const auto stored = m_access.seen(rows.transfer(blob.id))) {
            transfer.done = stored->offset;
            transfer.paused = stored->paused;
        }
        out.append(transfer);
    };
    for (const sync::OpRow &op : m_access.seen(rows.liveOps())) {
        if (out.size() >= most)
            return out;
        if (sync::isStopped(op))
            continue; // it does not travel: Problems has it
        const auto version = op.version.isEmpty() ? std::nullopt : m_access.seen(rows.version(op.version));
        const auto blob = version ? m_access.seen(rows.blob(version->blob)) : std::nullopt;
        if (blob && !blob->onServer)
            add(*blob, op.target, true);
    }
    const QList<sync::ConflictRow> open = m_access.seen(rows.openConflicts());
    for (const sync::BlobRow &blob : m_access.seen(rows.blobsToDownload(int(most - out.size())))) {
        const bool lost = std::any_of(open.begin(), open.end(), [&](const sync::ConflictRow &one) { return sync::isAlarmAbout(one, blob.id); });
        if (!lost) // the operator has lost it: nothing is on its way
            add(blob, m_access.seen(m_access.reader->itemWith(blob.id)), false);
    }
    return out;
}

QString Transfers::nameOf(const BlobId &blob) const
{
    if (!m_access.reader)
        return {};
    const auto row = vault::RowReader(m_access.reader->database()).item(m_access.reader->itemWith(blob).valueOr(ItemId()));
    return row && row.value() ? row.value()->local.name : QString();
}

QFuture<Outcome> Transfers::pause(QList<BlobId> ids)
{
    return each(m_access, ids, [](sync::Engine &engine, const BlobId &id) { engine.pauseTransfer(id, true); });
}

QFuture<Outcome> Transfers::resume(QList<BlobId> ids)
{
    return each(m_access, ids, [](sync::Engine &engine, const BlobId &id) { engine.pauseTransfer(id, false); });
}

QFuture<Outcome> Transfers::first(QList<BlobId> ids)
{
    return each(m_access, ids, [](sync::Engine &engine, const BlobId &id) { engine.prioritise(id); });
}

QFuture<Outcome> Transfers::cancel(QList<BlobId> ids)
{
    return m_access.edit<void>({}, [ids](EngineHost &host) -> Outcome {
        if (!host.engine())
            return Error{host.account().account().connected ? errors::notLoggedIn : errors::noOperator, {}, {}};
        for (const BlobId &id : ids) {
            host.engine()->cancelTransfer(id);
            CARRIEL_TRY(const QList<sync::OpRow> live, host.store().liveOps());
            for (const sync::OpRow &op : live) {
                CARRIEL_TRY(const auto version, host.store().version(op.version));
                if (version && version->blob == id && (op.state == sync::OpState::Queued || sync::isOpenEnded(op)))
                    return Error{sync::errors::alreadySent, {}, {}}; // it goes on, so it had left
            }
        }
        return {};
    });
}

QFuture<Outcome> Transfers::pauseAll(bool on)
{
    return post(m_access.host, [host = m_access.host, on]() -> Outcome {
        if (!host->isOpen())
            return VaultAccess::locked();
        vault::Settings settings(host->store().database());
        CARRIEL_CHECK(settings.set(QLatin1String(pausedKey), on ? QStringLiteral("yes") : QStringLiteral("no")));
        if (host->engine())
            host->engine()->pauseTransfers(on);
        return {};
    });
}

bool Transfers::allPaused() const
{
    return m_access.reader && vault::Settings(m_access.reader->database()).value(QLatin1String(pausedKey)) == QLatin1String("yes");
}

TransferLimits Transfers::limits() const
{
    return m_access.reader ? limitsIn(m_access.reader->database()) : TransferLimits();
}

QFuture<Outcome> Transfers::setLimits(TransferLimits limits)
{
    return post(m_access.host, [host = m_access.host, limits]() -> Outcome {
        if (!host->isOpen())
            return VaultAccess::locked();
        vault::Settings settings(host->store().database());
        CARRIEL_CHECK(settings.set(QLatin1String(upKey), QString::number(qMax<qint64>(0, limits.upBytesPerSecond))));
        CARRIEL_CHECK(settings.set(QLatin1String(downKey), QString::number(qMax<qint64>(0, limits.downBytesPerSecond))));
        CARRIEL_CHECK(settings.set(QLatin1String(meteredKey), limits.pauseOnMetered ? QStringLiteral("pause") : QStringLiteral("use")));
        host->setMetered(host->isMetered());
        return {};
    });
}

void Transfers::setMetered(bool on)
{
    QMetaObject::invokeMethod(m_access.host, [host = m_access.host, on] { host->setMetered(on); }, Qt::QueuedConnection);
}

} // namespace carriel

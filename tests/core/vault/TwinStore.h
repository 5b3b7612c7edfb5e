// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The vault and the simulator's maps side by side: every write goes to both, every answer is compared. What the engine was
// proved to do on the one it then does on the other.
#pragma once

#include "tests/support/sim/SimStore.h"

#include <QJsonDocument>

namespace carriel::vault::testing {

// A line for each row; two rows are the same if their lines are.
inline QString line(const ItemFields &f)
{
    return QStringList{f.parent.text(), f.name, QString::number(int(f.state)), f.version.text(),
                       QString::fromUtf8(QJsonDocument(f.meta.fields()).toJson(QJsonDocument::Compact))}
        .join(QLatin1Char('|'));
}
inline QString line(const std::optional<ItemFields> &f) { return f ? line(*f) : QStringLiteral("-"); }
inline QString line(const QDateTime &t) { return t.isValid() ? t.toUTC().toString(Qt::ISODateWithMs) : QString(); }
inline QString line(const QByteArray &b) { return QString::fromLatin1(b.toHex()); }
inline QString line(const sync::ItemRow &r)
{
    return QStringList{r.id.text(), QString::number(int(r.type)), QString::number(int(r.custody)), line(r.remote), QString::number(r.remoteRev),
                       r.etag, line(r.base), QString::number(r.baseRev), line(r.local), line(r.missingSinceUtc), r.facts.issuerName,
                       r.facts.originalName, line(r.facts.createdUtc), line(r.facts.modifiedUtc), line(r.facts.trashedUtc),
                       QString::number(r.facts.official), QString::number(int(r.keep))}
        .join(QLatin1String("; "));
}
inline QString line(const sync::VersionRow &r)
{
    return QStringList{r.id.text(), r.item.text(), r.blob.text(), QString::number(int(r.origin)), r.mediaType, r.label, line(r.createdUtc)}.join(QLatin1String("; "));
}
inline QString line(const sync::BlobRow &r)
{
    return QStringList{r.id.text(), r.remoteId.text(), line(r.sha256), QString::number(r.size), QString::number(int(r.state)), QString::number(r.pinned),
                       QString::number(r.onServer), line(r.verifiedUtc), line(r.lastUsedUtc)}.join(QLatin1String("; "));
}
inline QString line(const sync::TransferRow &r)
{
    return QStringList{r.blob.text(), QString::number(int(r.direction)), r.uploadUrl, QString::number(r.offset), r.etag, line(r.expiresUtc), QString::number(r.paused)}.join(QLatin1String("; "));
}
inline QString line(const sync::OpRow &r)
{
    QStringList needs;
    for (const OpKey &key : r.needs)
        needs.append(key.text());
    return QStringList{r.key.text(), QString::number(int(r.kind)), r.target.text(), r.lane, r.version.text(), QString::number(int(r.state)),
                       line(r.method), r.path, line(r.ifMatch), line(r.contentType), line(r.body), line(r.bodySha256), QString::number(r.attempts),
                       line(r.notBeforeUtc), line(r.createdUtc), line(r.firstSentUtc), r.lastProblem, r.lastProblemText, needs.join(QLatin1Char(','))}.join(QLatin1String("; "));
}
inline QString line(const sync::ConflictRow &r)
{
    return QStringList{r.id.text(), r.item.text(), QString::number(int(r.kind)), line(r.ours), line(r.theirs), r.resolution, line(r.createdUtc)}.join(QLatin1String("; "));
}
inline QString line(const sync::SyncStateRow &r)
{
    return QStringList{r.epoch, r.cursor, r.snapshot, r.snapshotPage, r.snapshotCursor, line(r.lastContactUtc), r.names.forbiddenChars,
                       r.names.forbiddenNames.join(QLatin1Char(',')), QString::number(r.names.maxBytes), QString::number(r.names.caseInsensitive), r.audited.text()}.join(QLatin1String("; "));
}
inline QString line(const ItemId &id) { return id.text(); }
template <typename T> QString line(const std::optional<T> &row) { return row ? line(*row) : QStringLiteral("-"); }
template <typename T> QString lines(const QList<T> &rows, bool ordered)
{
    QStringList out;
    for (const T &row : rows)
        out.append(line(row));
    if (!ordered)
        out.sort();
    return out.join(QLatin1Char('\n'));
}

struct Differences {
    QStringList found;
    int compared = 0;
    void note(const char *what, const QString &sim, const QString &vault)
    {
        ++compared;
        if (sim != vault && found.size() < 20)
            found.append(QStringLiteral("%1:\n  maps  %2\n  vault %3").arg(QLatin1String(what), sim, vault));
    }
};

template <typename Base> class Twin : public Base
{
public:
    Twin(sync::Reader &sim, sync::Reader &vault, Differences &differences) : m_sim(sim), m_vault(vault), m_differences(differences) {}

    Result<sync::SyncStateRow> syncState() override { return one("syncState", m_sim.syncState(), m_vault.syncState()); }
    Result<std::optional<sync::ItemRow>> item(const ItemId &id) override { return one("item", m_sim.item(id), m_vault.item(id)); }
    Result<QList<sync::ItemRow>> children(const ItemId &id) override { return many("children", m_sim.children(id), m_vault.children(id), false); }
    Result<QList<sync::VersionRow>> versions(const ItemId &id) override { return many("versions", m_sim.versions(id), m_vault.versions(id), true); }
    Result<std::optional<sync::VersionRow>> version(const VersionId &id) override { return one("version", m_sim.version(id), m_vault.version(id)); }
    Result<std::optional<sync::BlobRow>> blob(const BlobId &id) override { return one("blob", m_sim.blob(id), m_vault.blob(id)); }
    Result<std::optional<sync::BlobRow>> blobByRemoteId(const RemoteBlobId &id) override
    {
        auto sim = m_sim.blobByRemoteId(id);
        const auto vault = m_vault.blobByRemoteId(id); // any of several
        const auto known = [](const auto &r) { return r.ok() && r.value() ? QString::number(int(r.value()->state)) : QString(); };
        m_differences.note("blobByRemoteId", known(sim), known(vault));
        return sim;
    }
    Result<QByteArray> chunk(const BlobId &id, int index) override
    {
        auto sim = m_sim.chunk(id, index);
        const auto vault = m_vault.chunk(id, index);
        m_differences.note("chunk", line(sim.valueOr({})), line(vault.valueOr({})));
        return sim;
    }
    Result<std::optional<sync::TransferRow>> transfer(const BlobId &id) override { return one("transfer", m_sim.transfer(id), m_vault.transfer(id)); }
    Result<QList<sync::TransferRow>> transfers() override { return many("transfers", m_sim.transfers(), m_vault.transfers(), false); }
    Result<QList<sync::VersionRow>> holders(const BlobId &id) override { return many("holders", m_sim.holders(id), m_vault.holders(id), false); }
    Result<QList<sync::BlobRow>> acknowledged(const BlobId &after, int limit) override
    {
        return many("acknowledged", m_sim.acknowledged(after, limit), m_vault.acknowledged(after, limit), true);
    }
    Result<QList<sync::BlobRow>> blobsToDownload(int limit) override { return many("blobsToDownload", m_sim.blobsToDownload(limit), m_vault.blobsToDownload(limit), false); }
    Result<std::optional<sync::OpRow>> op(const OpKey &key) override { return one("op", m_sim.op(key), m_vault.op(key)); }
    Result<QList<sync::OpRow>> liveOps() override { return many("liveOps", m_sim.liveOps(), m_vault.liveOps(), true); }
    Result<QList<sync::OpRow>> liveOpsOf(const ItemId &id) override { return many("liveOpsOf", m_sim.liveOpsOf(id), m_vault.liveOpsOf(id), true); }
    Result<QList<sync::ConflictRow>> openConflicts() override { return many("openConflicts", m_sim.openConflicts(), m_vault.openConflicts(), false); }
    Result<QList<sync::ConflictRow>> conflictsMarked(const QString &resolution) override
    {
        return many("conflictsMarked", m_sim.conflictsMarked(resolution), m_vault.conflictsMarked(resolution), false);
    }
    Result<std::optional<sync::ConflictRow>> conflict(const ConflictId &id) override { return one("conflict", m_sim.conflict(id), m_vault.conflict(id)); }
    Result<QList<ItemId>> missingItems() override { return many("missingItems", m_sim.missingItems(), m_vault.missingItems(), false); }
    Result<QList<ItemId>> buriedItemIds() override { return many("buriedItemIds", m_sim.buriedItemIds(), m_vault.buriedItemIds(), false); }
    Result<QList<ItemId>> remoteItemIds() override { return many("remoteItemIds", m_sim.remoteItemIds(), m_vault.remoteItemIds(), false); }

protected:
    template <typename T> Result<T> one(const char *what, Result<T> sim, const Result<T> &vault)
    {
        m_differences.note(what, sim.ok() ? line(sim.value()) : QStringLiteral("error"), vault.ok() ? line(vault.value()) : QStringLiteral("error"));
        return sim;
    }
    template <typename T> Result<QList<T>> many(const char *what, Result<QList<T>> sim, const Result<QList<T>> &vault, bool ordered)
    {
        m_differences.note(what, sim.ok() ? lines(sim.value(), ordered) : QStringLiteral("error"),
                           vault.ok() ? lines(vault.value(), ordered) : QStringLiteral("error"));
        return sim;
    }
    sync::Reader &m_sim;
    sync::Reader &m_vault;
    Differences &m_differences;
};

class TwinWriter final : public Twin<sync::Writer>
{
public:
    TwinWriter(sync::Writer &sim, sync::Writer &vault, Differences &differences) : Twin(sim, vault, differences), m_simW(sim), m_vaultW(vault) {}

#define CARRIEL_BOTH(name, parameter, ...)                                                                             \
    Outcome name(parameter) override { return both(#name, [&](sync::Writer &w) { return w.name(__VA_ARGS__); }); }
    CARRIEL_BOTH(putSyncState, const sync::SyncStateRow &r, r)
    CARRIEL_BOTH(putItem, const sync::ItemRow &r, r)
    CARRIEL_BOTH(eraseItem, const ItemId &r, r)
    CARRIEL_BOTH(putVersion, const sync::VersionRow &r, r)
    CARRIEL_BOTH(eraseVersion, const VersionId &r, r)
    CARRIEL_BOTH(putBlob, const sync::BlobRow &r, r)
    CARRIEL_BOTH(eraseBlob, const BlobId &r, r)
    CARRIEL_BOTH(dropChunks, const BlobId &r, r)
    CARRIEL_BOTH(putTransfer, const sync::TransferRow &r, r)
    CARRIEL_BOTH(dropTransfer, const BlobId &r, r)
    CARRIEL_BOTH(updateOp, const sync::OpRow &r, r)
    CARRIEL_BOTH(putConflict, const sync::ConflictRow &r, r)
    CARRIEL_BOTH(eraseConflict, const ConflictId &r, r)
    CARRIEL_BOTH(addActivity, const sync::ActivityEntry &r, r)
#undef CARRIEL_BOTH
    Outcome putChunk(const BlobId &b, int i, QByteArrayView v) override
    {
        return both("putChunk", [&](sync::Writer &w) { return w.putChunk(b, i, v); });
    }
    Result<qint64> addOp(const sync::OpRow &r) override
    {
        (void)both("addOp", [&](sync::Writer &w) -> Outcome {
            const auto seq = w.addOp(r);
            return seq.ok() ? Outcome() : Outcome(seq.error());
        });
        return m_lastSeq = m_simW.op(r.key).value()->seq;
    }

private:
    template <typename Work> Outcome both(const char *what, Work work)
    {
        const Outcome sim = work(m_simW);
        const Outcome vault = work(m_vaultW);
        m_differences.note(what, sim.ok() ? QString() : sim.error().codeText(), vault.ok() ? QString() : vault.error().codeText() + vault.error().detail);
        return sim.ok() ? vault : sim;
    }
    sync::Writer &m_simW;
    sync::Writer &m_vaultW;
    qint64 m_lastSeq = 0;
};

class TwinStore final : public Twin<sync::Store>
{
public:
    TwinStore(sim::SimStore &sim, sync::Store &vault, Differences &differences) : Twin(sim, vault, differences), m_simS(sim), m_vaultS(vault) {}

    Outcome transact(const std::function<Outcome(sync::Writer &)> &work) override
    {
        return m_simS.transact([&](sync::Writer &sim) -> Outcome {
            const Outcome outcome = m_vaultS.transact([&](sync::Writer &vault) {
                TwinWriter writer(sim, vault, m_differences);
                return work(writer);
            });
            if (!outcome.ok() && outcome.error().codeText().startsWith(QLatin1String("CAR-VLT")))
                m_differences.note("transact", {}, outcome.error().codeText() + outcome.error().detail);
            return outcome;
        });
    }

private:
    sim::SimStore &m_simS;
    sync::Store &m_vaultS;
};

} // namespace carriel::vault::testing

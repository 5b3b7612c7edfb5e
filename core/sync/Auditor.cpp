// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/Auditor.h"

#include "core/sync/BlobBytes.h"
#include "core/sync/Proof.h"
#include "core/sync/SyncErrors.h"

#include <QJsonObject>

namespace carriel::sync {

namespace {
constexpr int atOnce = 2;
constexpr int mostRanges = 100;
constexpr qint64 mostOfOne = 8 * 1048576; // of a larger document a part at a random place
constexpr qint64 mostLight = 32 * 1048576; // read here for a check that moves nothing,
constexpr qint64 mostOfOneLight = 1048576; // and of each
} // namespace

// Where nothing is here to compare with, that it has any bytes of that name is all that is asked.
qint64 Auditor::sizeAsked(const BlobRow &blob) const
{
    const qint64 most = m_light ? mostOfOneLight : mostOfOne;
    return std::min(blob.size, blob.state == BlobState::Verified ? most : 1);
}

bool Auditor::choose(const Audit &what)
{
    Store &store = m_desk.ports.store;
    for (const ItemId &id : what.items) {
        const auto versions = m_desk.read(store.versions(id));
        if (!versions)
            return false;
        for (const VersionRow &version : *versions) {
            const auto blob = m_desk.read(store.blob(version.blob));
            if (!blob)
                return false;
            if (*blob && (*blob)->onServer)
                m_queue.append(**blob);
        }
    }
    if (!what.items.isEmpty())
        return true;
    const auto state = m_desk.read(store.syncState());
    if (state && what.sample <= 0) { // the count alone; the proofs go on where they are
        m_reached = state->audited;
        return true;
    }
    const auto next = state ? m_desk.read(store.acknowledged(state->audited, what.sample)) : std::nullopt;
    if (!next)
        return false;
    qint64 bytes = 0;
    for (const BlobRow &blob : *next) {
        const qint64 size = m_light ? sizeAsked(blob) : blob.size;
        if (!m_queue.isEmpty() && bytes + size > (m_light ? mostLight : what.mostBytes))
            break;
        bytes += size;
        m_queue.append(blob);
        m_reached = blob.id;
    }
    if (next->size() < what.sample && m_queue.size() == next->size())
        m_reached = {}; // round: next time from the beginning
    return true;
}

void Auditor::begin(const Audit &what, std::function<void(AuditReport)> done)
{
    if (m_done) {
        m_next.append({what, std::move(done)});
        return;
    }
    m_done = std::move(done);
    clear();
    m_light = what.items.isEmpty() && what.sample > 0 && what.mostBytes <= 0;
    m_count = what.items.isEmpty();
    if (!choose(what))
        finish(false);
}

void Auditor::clear()
{
    m_report = {};
    m_queue.clear();
    m_doubted.clear();
    m_again.clear();
    m_there.clear();
    m_gone.clear();
    m_reached = {};
    m_light = false;
    m_count = false;
    m_doubt = false;
    m_after = 0;
    m_behind = 0;
}

void Auditor::doubt(const QSet<BlobId> &blobs)
{
    const auto state = m_desk.read(m_desk.ports.store.syncState());
    if (m_done || !state)
        return;
    QList<BlobRow> asked;
    for (const BlobId &id : blobs) {
        const auto blob = m_desk.read(m_desk.ports.store.blob(id));
        const auto known = m_desk.read(isAlarmed(m_desk.ports.store, id));
        if (blob && *blob && (*blob)->onServer && known && !*known)
            asked.append(**blob);
    }
    if (asked.isEmpty())
        return;
    clear();
    m_done = [](const AuditReport &) {}; // what it finds is in the store, and shown from there
    m_reached = state->audited;
    m_queue = asked;
    m_doubted = blobs;
}

void Auditor::pump()
{
    if (!m_done)
        return;
    if (!m_desk.line.isOpen()) {
        if (m_desk.line.isStuck() && m_calls.size() == 0)
            finish(false);
        return;
    }
    if (!m_desk.limitsKnown)
        return;
    while (m_calls.size() < atOnce && m_desk.hasSlot() && !m_desk.line.storeError()) {
        if (m_count && askCount())
            continue;
        if (const QList<BlobRow> blobs = provable(); !blobs.isEmpty())
            challenge(blobs);
        else if (!m_queue.isEmpty())
            fetch(m_queue.takeFirst());
        else
            break;
    }
    if (m_queue.isEmpty() && m_calls.size() == 0 && !m_count) {
        finish(true);
        if (!m_desk.lost.isEmpty())
            m_desk.kick();
    }
}

QList<BlobRow> Auditor::provable()
{
    QList<BlobRow> out;
    qint64 bytes = 0;
    for (const BlobRow &blob : std::as_const(m_queue)) {
        if (!m_desk.limits.fixity || m_doubted.contains(blob.id) || (blob.state != BlobState::Verified && !m_light))
            continue;
        const qint64 size = sizeAsked(blob);
        if (out.size() >= std::min(m_desk.limits.batchMax, mostRanges) || bytes + size > m_desk.limits.bundleBytes)
            break;
        bytes += size;
        out.append(blob);
    }
    for (const BlobRow &blob : std::as_const(out))
        m_queue.removeIf([&](const BlobRow &queued) { return queued.id == blob.id; });
    return out;
}

void Auditor::challenge(const QList<BlobRow> &blobs)
{
    const QByteArray nonce = m_desk.ports.random.bytes(32); // fresh, so that no stored answer fits
    QList<FixityRange> ranges;
    for (const BlobRow &blob : blobs) {
        const qint64 size = sizeAsked(blob);
        const qint64 from = blob.size > size ? qint64(m_desk.ports.random.below(quint64(blob.size - size + 1))) : 0;
        ranges.append(FixityRange{blob.remoteId, from, size});
    }
    const int id = m_calls.next();
    m_calls.keep(id, m_desk.ports.remote.fixity(
                         nonce, ranges, [this, id, blobs, nonce, ranges](const Answer<QList<FixityAnswer>> &answer) {
                             m_calls.done(id);
                             m_desk.kick();
                             const Trouble *trouble = std::get_if<Trouble>(&answer);
                             if (trouble && m_desk.line.note(*trouble)) {
                                 m_queue = blobs + m_queue;
                                 return;
                             }
                             m_desk.line.answered();
                             proved(blobs, nonce, ranges, trouble ? QList<FixityAnswer>() : std::get<0>(answer));
                         }));
}

void Auditor::proved(const QList<BlobRow> &blobs, const QByteArray &nonce, const QList<FixityRange> &ranges,
                     const QList<FixityAnswer> &answers)
{
    for (qsizetype i = 0; i < blobs.size(); ++i) {
        if (blobs.at(i).state != BlobState::Verified) {
            if (i < answers.size() && answers.at(i).lost) {
                m_doubted.insert(blobs.at(i).id);
                m_queue.prepend(blobs.at(i));
            } else if (i < answers.size() && !answers.at(i).digest.isEmpty()) {
                ++m_report.checked;
                mended(blobs.at(i), false);
            }
            continue;
        }
        const auto hash = m_desk.hasher().begin();
        hash->add(nonce);
        const qint64 end = ranges.at(i).from + ranges.at(i).size;
        for (qint64 at = ranges.at(i).from; at < end; at += chunkSize) {
            const auto bytes =
                m_desk.read(readBytes(m_desk.ports.store, blobs.at(i).id, at, std::min(chunkSize, end - at)));
            if (!bytes)
                return;
            hash->add(*bytes);
        }
        if (i < answers.size() && answers.at(i).digest == hash->result()) {
            judged(blobs.at(i), nullptr);
            continue;
        }
        // No proof: the bytes themselves decide, and say which of the two it is. An operator that proves nothing is not
        // made to send everything by a check that moves nothing.
        if (m_light && answers.isEmpty())
            continue;
        m_doubted.insert(blobs.at(i).id);
        m_queue.prepend(blobs.at(i));
    }
}

void Auditor::fetch(const BlobRow &blob)
{
    const auto look = std::make_shared<Look>(Look{blob, m_desk.hasher().begin(), 0});
    const int id = m_calls.next();
    const auto sink = [look](QByteArrayView bytes) {
        look->hash->add(bytes);
        look->bytes += bytes.size();
        return look->bytes <= look->blob.size;
    };
    m_calls.keep(
        id,
        m_desk.ports.remote.download(blob.remoteId, 0, blob.size, sink, [this, id, look](const Answer<qint64> &answer) {
            m_calls.done(id);
            m_desk.kick();
            const Trouble *trouble = std::get_if<Trouble>(&answer);
            if (trouble && m_desk.line.note(*trouble)) {
                m_queue.prepend(look->blob);
                return;
            }
            if (!trouble)
                m_desk.line.answered();
            const bool right = !trouble && look->bytes == look->blob.size && look->hash->result() == look->blob.sha256;
            if (!right && !m_again.contains(look->blob.id)) {
                m_again.insert(look->blob.id);
                return m_queue.prepend(look->blob);
            }
            if (!right && trouble)
                return askHolders(look->blob);
            judged(look->blob, right ? nullptr : "altered");
        }));
}

// Its bytes are not to be had. When the item is gone as well, others have destroyed it and the feed will tell; it is an
// alarm only when the operator still shows the item.
void Auditor::askHolders(const BlobRow &blob)
{
    const auto holders = m_desk.read(m_desk.ports.store.holders(blob.id));
    if (!holders)
        return;
    const auto unasked = std::find_if(holders->begin(), holders->end(), [this](const VersionRow &holder) {
        return !m_there.contains(holder.item) && !m_gone.contains(holder.item);
    });
    if (unasked == holders->end())
        return judged(blob, "missing");
    const int id = m_calls.next();
    m_calls.keep(id, m_desk.ports.remote.item(unasked->item, [this, id, blob, item = unasked->item](const Answer<RemoteItem> &answer) {
        m_calls.done(id);
        m_desk.kick();
        const Trouble *trouble = std::get_if<Trouble>(&answer);
        if (trouble && m_desk.line.note(*trouble)) {
            m_queue.prepend(blob);
            return;
        }
        if (!trouble)
            m_desk.line.answered();
        const bool gone = trouble && trouble->kind == TroubleKind::Gone;
        m_desk.readFeed |= gone;
        (gone ? m_gone : m_there).insert(item);
        askHolders(blob);
    }));
}

void Auditor::judged(const BlobRow &blob, const char *problem)
{
    ++m_report.checked;
    m_report.bytes += blob.size;
    if (!problem)
        return mended(blob, true);
    m_desk.transact([&](Tx &tx) -> Outcome {
        CARRIEL_TRY(const auto now, tx.writer.blob(blob.id));
        CARRIEL_TRY(const QList<VersionRow> holders, tx.writer.holders(blob.id));
        CARRIEL_TRY(const QList<ConflictRow> open, tx.writer.openConflicts());
        if (!now || now->remoteId != blob.remoteId)
            return {}; // another state of things by now
        for (const VersionRow &holder : holders) {
            CARRIEL_TRY(const auto item, tx.writer.item(holder.item));
            const bool known = std::any_of(open.begin(), open.end(), [&](const ConflictRow &row) {
                return row.item == holder.item && isAlarmAbout(row, blob.id);
            });
            // What was removed there meanwhile is no alarm: the feed will tell.
            if (!item || m_gone.contains(holder.item) || !item->remote || item->local.state == ItemState::Removed || item->remote->state == ItemState::Removed
                || item->missingSinceUtc.isValid())
                continue;
            m_report.items.append(holder.item);
            if (known)
                continue;
            const QJsonObject ours{{QStringLiteral("sha256"), QString::fromLatin1(blob.sha256.toHex())},
                                   {QStringLiteral("size"), blob.size}};
            CARRIEL_CHECK(tx.addConflict(
                holder.item, ConflictKind::Fixity, ours,
                {{QStringLiteral("problem"), QLatin1String(problem)}, {QStringLiteral("blob"), blob.id.text()}}));
            CARRIEL_CHECK(
                tx.log("operator.fixity_failed", holder.item,
                       {{QStringLiteral("problem"), QLatin1String(problem)},
                        {QStringLiteral("name"), item->local.name}}));
            tx.items.insert(holder.item);
        }
        return {};
    });
}

void Auditor::mended(const BlobRow &blob, bool whole)
{
    const auto alarmed = m_desk.read(isAlarmed(m_desk.ports.store, blob.id));
    if (alarmed && *alarmed)
        m_desk.transact([&](Tx &tx) { return whole ? provedWhole(tx, blob.id) : provedThere(tx, blob.id); });
}

void Auditor::finish(bool complete)
{
    m_report.complete = complete;
    if (complete) {
        m_desk.transact([&](Tx &tx) -> Outcome {
            CARRIEL_TRY(SyncStateRow state, tx.writer.syncState());
            if (state.audited == m_reached)
                return {};
            state.audited = m_reached;
            return tx.writer.putSyncState(state);
        });
    }
    m_queue.clear();
    const auto done = std::exchange(m_done, nullptr);
    if (done)
        done(std::exchange(m_report, {}));
    if (!m_done && !m_next.isEmpty()) {
        Asked next = m_next.takeFirst();
        begin(next.what, std::move(next.done));
        m_desk.kick();
    }
}

void Auditor::reset()
{
    m_calls.clear();
    const QList<Asked> waiting = std::exchange(m_next, {});
    finish(false);
    for (const Asked &one : waiting)
        one.done({});
}

} // namespace carriel::sync

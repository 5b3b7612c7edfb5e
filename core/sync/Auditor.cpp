// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/Auditor.h"

#include "core/sync/BlobBytes.h"
#include "core/sync/SyncErrors.h"

#include <QJsonDocument>

namespace carriel::sync {

namespace {
constexpr int atOnce = 2;
constexpr int mostRanges = 100;
constexpr int mostBehind = 3;
constexpr qint64 mostOfOne = 8 * 1048576; // of a larger document a part at a random place
} // namespace

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
        if (!m_queue.isEmpty() && bytes + blob.size > what.mostBytes)
            break;
        bytes += blob.size;
        m_queue.append(blob);
        m_reached = blob.id;
    }
    if (next->size() < what.sample && m_queue.size() == next->size())
        m_reached = {}; // round: next time from the beginning
    return true;
}

void Auditor::begin(const Audit &what, std::function<void(AuditReport)> done)
{
    if (m_done)
        return done({});
    m_done = std::move(done);
    m_report = {};
    m_queue.clear();
    m_doubted.clear();
    m_again.clear();
    m_there.clear();
    m_gone.clear();
    m_reached = {};
    m_count = what.items.isEmpty();
    m_doubt = false;
    m_after = 0;
    m_behind = 0;
    if (!choose(what))
        finish(false);
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
    if (m_queue.isEmpty() && m_calls.size() == 0 && !m_count)
        finish(true);
}

struct Auditor::Rest
{
    QString epoch, cursor;
    quint64 sendings = 0;
    friend bool operator==(const Rest &, const Rest &) = default;
};

bool Auditor::isAtRest() const
{
    return m_desk.unsure.isEmpty() && std::none_of(m_desk.book.ops().begin(), m_desk.book.ops().end(), isOpenEnded);
}

bool Auditor::askCount()
{
    if (m_desk.feedEnds < m_after)
        return false;
    m_count = false;
    const auto state = m_desk.read(m_desk.ports.store.syncState());
    if (!state || !m_desk.limits.counts)
        return false;
    m_report.uncounted = true;
    if (state->cursor.isEmpty() || !isAtRest())
        return false; // the next check asks
    const int id = m_calls.next();
    const Rest asked{state->epoch, state->cursor, m_desk.sendings};
    m_calls.keep(id, m_desk.ports.remote.count(
                         asked.cursor, [this, id, asked](const Answer<std::optional<ItemCount>> &answer) {
                             m_calls.done(id);
                             m_desk.kick();
                             if (const Trouble *trouble = std::get_if<Trouble>(&answer)) {
                                 m_desk.line.note(*trouble);
                                 return; // the next check asks again
                             }
                             m_desk.line.answered();
                             counted(asked, std::get<0>(answer));
                         }));
    return true;
}

// Everything up to the cursor was applied, and nothing of ours has left since it was asked: an operation whose answer
// overtook this one would make the two counts differ without anybody's fault. Another number, twice, means that
// something was missed, or that the operator has lost or hidden it: the complete list tells what, and what it lacks is
// asked about, never removed (I9).
void Auditor::counted(const Rest &asked, const std::optional<ItemCount> &there)
{
    const auto state = m_desk.read(m_desk.ports.store.syncState());
    const auto known = state ? m_desk.read(m_desk.ports.store.remoteItemIds()) : std::nullopt;
    if (!known)
        return;
    if (!there || Rest{state->epoch, state->cursor, m_desk.sendings} != asked || !isAtRest()) {
        // It has news, of what was just sent from here for one: they first.
        if (++m_behind > mostBehind)
            return;
        m_count = true;
        m_after = m_desk.feedEnds + 1;
        m_desk.readFeed = true;
        return;
    }
    ItemCount here;
    for (const ItemId &id : *known) {
        const auto row = m_desk.read(m_desk.ports.store.item(id));
        if (!row)
            return;
        if (!*row || !(*row)->remote || (*row)->missingSinceUtc.isValid())
            continue;
        ++((*row)->remote->state == ItemState::Active ? here.active : here.trashed);
    }
    if (here == *there) {
        m_report.uncounted = false;
        m_desk.countDiffers.reset();
        return;
    }
    if (!std::exchange(m_doubt, true)) {
        m_count = true;
        return;
    }
    m_report.countDiffers = true;
    m_report.uncounted = false;
    const QJsonObject numbers{{QStringLiteral("here"), here.active + here.trashed},
                              {QStringLiteral("there"), there->active + there->trashed}};
    if (m_desk.countDiffers && m_desk.countDiffers->params == numbers.toVariantMap())
        return; // told, and its list was read
    m_desk.readAll = true;
    m_desk.readFeed = true;
    m_desk.countDiffers = Error{errors::countDiffers, numbers.toVariantMap(), {}};
    m_desk.transact([&](Tx &tx) { return tx.log("operator.count_differs", {}, numbers); });
}

QList<BlobRow> Auditor::provable()
{
    QList<BlobRow> out;
    qint64 bytes = 0;
    for (const BlobRow &blob : std::as_const(m_queue)) {
        if (!m_desk.limits.fixity || m_doubted.contains(blob.id) || blob.state != BlobState::Verified)
            continue;
        const qint64 size = std::min(blob.size, mostOfOne);
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
        const qint64 size = std::min(blob.size, mostOfOne);
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
        // No proof: the bytes themselves decide, and say which of the two it is.
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
        return;
    m_desk.transact([&](Tx &tx) -> Outcome {
        CARRIEL_TRY(const auto now, tx.writer.blob(blob.id));
        CARRIEL_TRY(const QList<VersionRow> holders, tx.writer.holders(blob.id));
        CARRIEL_TRY(const QList<ConflictRow> open, tx.writer.openConflicts());
        if (!now || now->remoteId != blob.remoteId)
            return {}; // another state of things by now
        for (const VersionRow &holder : holders) {
            CARRIEL_TRY(const auto item, tx.writer.item(holder.item));
            const bool known = std::any_of(open.begin(), open.end(), [&](const ConflictRow &row) {
                return row.kind == ConflictKind::Fixity && row.item == holder.item &&
                       row.theirs.contains(blob.id.text().toUtf8());
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
}

void Auditor::reset()
{
    m_calls.clear();
    finish(false);
}

} // namespace carriel::sync

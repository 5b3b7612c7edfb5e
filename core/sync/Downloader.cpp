// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/Downloader.h"

#include "core/base/BaseErrors.h"
#include "core/base/CrashPoint.h"
#include "core/sync/BlobBytes.h"
#include "core/sync/Proof.h"
#include "core/sync/RangeDownload.h"
#include "core/sync/Recreate.h"
#include "core/sync/SyncErrors.h"

namespace carriel::sync {

using namespace std::chrono_literals;

namespace {
constexpr qint64 bundleStride = 16 * 1048576;
constexpr qint64 commitBytes = 16 * 1048576; // at most so much in one transaction,
constexpr auto commitAfter = 200ms;          // or so long a wait for it
constexpr int bundlesAtOnce = 2;
constexpr int rangesAtOnce = 2;
constexpr int mostReported = 50;
} // namespace

Downloader::Downloader(Desk &desk) : m_desk(desk), m_calls(desk.calls) {}
Downloader::~Downloader() = default;

bool Downloader::isSmall(const BlobRow &blob) const
{
    return blob.size <= m_desk.limits.bundlePartMax && !m_alone.contains(blob.id) && blob.state == BlobState::Absent;
}

bool Downloader::isSkipped(const BlobRow &blob) const
{
    const auto failed = m_notHad.constFind(blob.id);
    return m_skip.contains(blob.id) || (failed != m_notHad.constEnd() && *failed == blob.remoteId);
}

bool Downloader::isBusy() const
{
    return m_calls.size() > 0
           || std::any_of(m_ranges.begin(), m_ranges.end(), [](const auto &entry) { return entry.second->isBusy(); });
}

bool Downloader::hasReady()
{
    refill();
    return !m_paused && (!m_queue.isEmpty() || !m_ranges.empty());
}

void Downloader::want(const ItemId &document, std::function<void(Outcome)> done)
{
    const auto refuse = [&](ErrorCode code) { done(Error{code, {{QStringLiteral("id"), document.text()}}, {}}); };
    const auto row = m_desk.ports.store.item(document);
    if (!row.ok())
        return done(row.error());
    if (!row.value())
        return refuse(errors::itemNotFound);
    wantVersion(row.value()->local.version, std::move(done));
}

void Downloader::wantVersion(const VersionId &id, std::function<void(Outcome)> done)
{
    const auto version = m_desk.ports.store.version(id);
    if (!version.ok())
        return done(version.error());
    const ItemId document = version.value() ? version.value()->item : ItemId();
    const auto refuse = [&](ErrorCode code) { done(Error{code, {{QStringLiteral("id"), document.text()}}, {}}); };
    const auto blob = version.value() ? m_desk.ports.store.blob(version.value()->blob) : Result<std::optional<BlobRow>>(std::nullopt);
    if (!blob.ok())
        return done(blob.error());
    if (!blob.value())
        return refuse(errors::bytesUnavailable);
    if (blob.value()->state == BlobState::Verified)
        return done({});
    if (!blob.value()->onServer)
        return refuse(errors::bytesUnavailable);
    if (!m_desk.first.contains(blob.value()->id))
        m_desk.first.prepend(blob.value()->id);
    m_desk.paused.remove(blob.value()->id);
    m_wishes.append(Wish{blob.value()->id, document, std::move(done)});
    first(blob.value()->id);
}

void Downloader::setPaused(bool paused)
{
    m_paused = paused;
    if (!paused)
        return;
    for (const auto &[id, range] : m_ranges)
        range->halt(); // a gigabyte would go on for long; a bundle is soon over
}

void Downloader::halt(const BlobId &blob)
{
    const auto found = m_ranges.find(blob);
    if (found != m_ranges.end()) {
        found->second->halt();
        m_ranges.erase(found);
        m_travelling.remove(blob);
    }
    m_queue.removeIf([&](const BlobRow &queued) { return queued.id == blob; });
    m_listStale = true;
}

void Downloader::drop(const BlobId &blob)
{
    halt(blob);
    m_skip.insert(blob);
    answer(blob, Error{carriel::errors::cancelled, {}, {}});
}

void Downloader::first(const BlobId &blob)
{
    m_skip.remove(blob);
    m_notHad.remove(blob);
    if (m_travelling.contains(blob))
        return;
    const auto row = m_desk.read(m_desk.ports.store.blob(blob));
    if (!row || !*row || !(*row)->onServer || (*row)->state == BlobState::Verified)
        return;
    m_queue.removeIf([&](const BlobRow &queued) { return queued.id == blob; });
    m_queue.prepend(**row);
}

void Downloader::retry()
{
    m_skip.clear();
    m_notHad.clear();
    m_mismatches.clear();
    m_listStale = true;
}

void Downloader::giveUp(const Error &error)
{
    const QList<Wish> wishes = std::exchange(m_wishes, {});
    for (const Wish &wish : wishes)
        wish.done(error);
}

void Downloader::answer(const BlobId &blob, const Outcome &outcome)
{
    QList<Wish> mine;
    for (const Wish &wish : std::as_const(m_wishes)) {
        if (wish.blob == blob)
            mine.append(wish);
    }
    m_wishes.removeIf([&](const Wish &wish) { return wish.blob == blob; });
    for (const Wish &wish : std::as_const(mine)) {
        if (!wish.item.isEmpty())
            m_desk.changed.insert(wish.item);
        wish.done(outcome);
    }
}

void Downloader::refill()
{
    if (!m_listStale || !m_queue.isEmpty())
        return;
    const int ask = 1000 + int(m_skip.size() + m_notHad.size() + m_travelling.size());
    const auto rows = m_desk.read(m_desk.ports.store.blobsToDownload(ask));
    if (!rows)
        return;
    for (const BlobRow &row : *rows) {
        if (row.onServer && !isSkipped(row) && !m_travelling.contains(row.id) && m_desk.mayTravel(row.id))
            m_queue.append(row);
    }
    m_listStale = rows->size() >= ask; // there is more where these came from
}

void Downloader::pump()
{
    if (m_paused || !m_desk.line.isOpen())
        return;
    for (const auto &[id, range] : m_ranges)
        range->pump();
    refill();
    QList<BlobRow> bundle;
    qint64 bytes = 0;
    const qint64 most = std::min(bundleStride, m_desk.limits.bundleBytes);
    QList<BlobRow> left;
    for (const BlobRow &blob : std::as_const(m_queue)) {
        if (isSmall(blob)) {
            const bool full = bundle.size() >= m_desk.limits.bundleParts || (!bundle.isEmpty() && bytes + blob.size > most);
            if (full && m_calls.size() < bundlesAtOnce && m_desk.hasSlot()) {
                startBundle(bundle);
                bundle.clear();
                bytes = 0;
            }
            if (m_calls.size() < bundlesAtOnce && m_desk.hasSlot()) {
                bytes += blob.size;
                bundle.append(blob);
                continue;
            }
        } else if (int(m_ranges.size()) < rangesAtOnce && m_desk.hasSlot() && m_ranges.count(blob.id) == 0) {
            m_travelling.insert(blob.id, blob);
            auto range = std::make_unique<RangeDownload>(m_desk, *this, blob);
            range->pump();
            m_ranges.emplace(blob.id, std::move(range));
            continue;
        }
        left.append(blob);
    }
    m_queue = left;
    if (!bundle.isEmpty())
        startBundle(bundle);
}

void Downloader::startBundle(const QList<BlobRow> &blobs)
{
    QList<RemoteBlobId> ids;
    QSet<RemoteBlobId> seen;
    for (const BlobRow &blob : blobs) {
        m_travelling.insert(blob.id, blob);
        if (!seen.contains(blob.remoteId))
            ids.append(blob.remoteId);
        seen.insert(blob.remoteId);
    }
    const int id = m_calls.next();
    Bundle &bundle = *m_bundles.emplace(id, std::make_unique<Bundle>()).first->second;
    bundle.blobs = blobs;
    bundle.since = m_desk.now();
    bundle.removals = m_desk.removals;
    const auto part = [this, id](const RemoteBlobId &blob, const Answer<QByteArray> &bytes) {
        const auto found = m_bundles.find(id);
        if (found != m_bundles.end())
            partCame(*found->second, blob, bytes);
    };
    m_calls.keep(id, m_desk.ports.remote.downloadBundle(ids, part, [this, id](const Answer<int> &answer) {
        m_calls.done(id);
        auto node = m_bundles.extract(id);
        if (node.empty())
            return;
        Bundle &ended = *node.mapped();
        commit(ended);
        const Trouble *trouble = std::get_if<Trouble>(&answer);
        const bool wayClosed = trouble && m_desk.line.note(*trouble);
        if (!trouble)
            m_desk.line.answered();
        for (const BlobRow &blob : std::as_const(ended.blobs)) {
            if (m_travelling.remove(blob.id) == 0)
                continue; // came
            if (!wayClosed)
                m_alone.insert(blob.id); // was not in it: asked for by itself
            if (isSkipped(blob) || !m_desk.mayTravel(blob.id))
                m_listStale = true; // stopped by the person meanwhile
            else
                m_queue.prepend(blob);
        }
        m_desk.kick();
    }));
}

void Downloader::partCame(Bundle &bundle, const RemoteBlobId &id, const Answer<QByteArray> &part)
{
    const QByteArray *bytes = std::get_if<QByteArray>(&part);
    const QByteArray hash = bytes ? m_desk.hasher().of(*bytes) : QByteArray();
    for (const BlobRow &blob : std::as_const(bundle.blobs)) {
        if (blob.remoteId != id || !m_travelling.contains(blob.id))
            continue;
        if (!bytes) {
            m_travelling.remove(blob.id);
            if (std::get<Trouble>(part).kind == TroubleKind::Gone)
                m_desk.lost.insert(blob.id);
            failed(blob, std::get<Trouble>(part).error);
        } else if (bytes->size() != blob.size || hash != blob.sha256) {
            m_travelling.remove(blob.id);
            corrupt(blob);
        } else {
            bundle.ready.append(Part{blob, *bytes});
            bundle.readyBytes += bytes->size();
        }
    }
    if (bundle.readyBytes >= commitBytes || m_desk.now() - bundle.since >= commitAfter)
        commit(bundle);
}

void Downloader::commit(Bundle &bundle)
{
    bundle.since = m_desk.now();
    bundle.readyBytes = 0;
    const QList<Part> parts = std::exchange(bundle.ready, {});
    if (parts.isEmpty())
        return;
    CARRIEL_CRASHPOINT("w5.bundle-came");
    const bool durable = m_desk.transact([&](Tx &tx) -> Outcome {
        for (const Part &part : parts) {
            CARRIEL_TRY(auto blob, tx.writer.blob(part.blob.id));
            if (!blob || blob->state == BlobState::Verified)
                continue;
            if (m_desk.removals != bundle.removals) {
                CARRIEL_TRY(const bool wanted, areWanted(tx.writer, blob->id));
                if (!wanted)
                    continue;
            }
            CARRIEL_CHECK(writeBytes(tx.writer, blob->id, 0, part.bytes));
            blob->state = BlobState::Verified;
            blob->verifiedUtc = tx.now();
            CARRIEL_CHECK(tx.writer.putBlob(*blob));
            CARRIEL_CHECK(provedWhole(tx, blob->id));
            CARRIEL_CHECK(tx.writer.dropTransfer(blob->id));
        }
        return {};
    });
    for (const Part &part : parts) {
        m_travelling.remove(part.blob.id);
        m_desk.paused.remove(part.blob.id);
        if (durable)
            answer(part.blob.id, {});
    }
}

void Downloader::finished(const BlobId &blob)
{
    m_travelling.remove(blob);
    m_desk.paused.remove(blob);
    answer(blob, {});
}

void Downloader::failed(const BlobRow &blob, const Error &error)
{
    m_travelling.remove(blob.id);
    m_notHad.insert(blob.id, blob.remoteId);
    answer(blob.id, error.codeText().isEmpty() ? Error{errors::bytesUnavailable, {}, {}} : error);
}

// Other bytes than promised: once more by itself, then it is said.
void Downloader::corrupt(const BlobRow &blob)
{
    m_travelling.remove(blob.id);
    if (++m_mismatches[blob.id] > 2)
        return failed(blob, Error{errors::digestMismatch, {{QStringLiteral("blob"), blob.id.text()}}, {}});
    if (!m_desk.mayTravel(blob.id)) { // paused while it came
        m_listStale = true;
        return;
    }
    m_alone.insert(blob.id);
    BlobRow again = blob;
    again.state = BlobState::Absent;
    m_queue.prepend(again);
}

void Downloader::sweep()
{
    m_calls.sweep();
    for (auto it = m_ranges.begin(); it != m_ranges.end();) {
        it->second->sweep();
        const bool over = it->second->isOver();
        if (over && !m_queue.isEmpty())
            m_desk.kick(); // perhaps the same bytes again
        it = over ? m_ranges.erase(it) : std::next(it);
    }
}

void Downloader::reset()
{
    m_calls.clear();
    m_bundles.clear();
    m_ranges.clear();
    m_travelling.clear();
    m_queue.clear();
    m_skip.clear();
    m_notHad.clear();
    m_listStale = true;
}

qint64 Downloader::bytesLeft() const
{
    qint64 bytes = 0;
    for (const BlobRow &blob : m_queue)
        bytes += blob.size;
    for (const BlobRow &blob : m_travelling)
        bytes += blob.size;
    for (const auto &[id, range] : m_ranges)
        bytes -= range->offset();
    return std::max<qint64>(bytes, 0);
}

void Downloader::report(QList<TransferProgress> &out) const
{
    for (const auto &[id, range] : m_ranges)
        out.append(TransferProgress{
            id, {}, Direction::Down, range->offset(), range->size(), m_paused || !m_desk.mayTravel(id)});
    for (const BlobRow &blob : m_queue) {
        if (out.size() >= mostReported)
            break;
        out.append(
            TransferProgress{blob.id, {}, Direction::Down, 0, blob.size, m_paused || !m_desk.mayTravel(blob.id)});
    }
    for (const BlobId &id : m_desk.paused) {
        const auto row = m_desk.ports.store.blob(id).valueOr(std::nullopt);
        if (row && row->onServer && row->state != BlobState::Verified && m_ranges.count(id) == 0)
            out.append(TransferProgress{id, {}, Direction::Down, 0, row->size, true});
    }
}

} // namespace carriel::sync

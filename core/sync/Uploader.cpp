// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/Uploader.h"

#include "core/base/CrashPoint.h"
#include "core/sync/BlobBytes.h"
#include "core/sync/SyncErrors.h"
#include "core/sync/UploadSteps.h"

namespace carriel::sync {

namespace {
constexpr qint64 bundleStride = 8 * 1048576; // small enough that the next is under way while one is answered
constexpr int bundlesAtOnce = 3;
constexpr int stepsAtOnce = 3;
constexpr int bundleTries = 3;
constexpr int mostReported = 50;
} // namespace

Uploader::Uploader(Desk &desk) : m_desk(desk), m_calls(desk.calls) {}
Uploader::~Uploader() = default;

const BlobRow *Uploader::blobOf(const OpRow &op)
{
    auto found = m_blobs.find(op.version);
    if (found == m_blobs.end()) {
        const auto version = m_desk.read(m_desk.ports.store.version(op.version));
        if (!version || !*version)
            return nullptr;
        const auto blob = m_desk.read(m_desk.ports.store.blob((*version)->blob));
        if (!blob || !*blob)
            return nullptr;
        found = m_blobs.insert(op.version, **blob);
    }
    return &*found;
}

bool Uploader::bytesAreThere(const OpRow &op)
{
    if (op.version.isEmpty())
        return true;
    const BlobRow *blob = blobOf(op);
    return blob && blob->onServer;
}

void Uploader::forget(const BlobId &blob)
{
    m_desk.paused.remove(blob);
    m_blobs.removeIf([&](const auto &entry) { return entry.value().id == blob; });
    halt(blob); // another operation may want it to go after all
}

void Uploader::setPaused(bool paused)
{
    m_paused = paused;
    if (!paused)
        return;
    for (const auto &[id, steps] : m_steps)
        m_travelling.remove(id);
    m_steps.clear(); // an append may last half a minute on a slow line; a bundle is soon over
}

void Uploader::halt(const BlobId &blob)
{
    if (m_steps.erase(blob) > 0)
        m_travelling.remove(blob);
}

// Asked several times a second of perhaps 100,000 operations: nothing is copied here, and nobody goes on who has enough.
void Uploader::eachCandidate(const Visit &visit)
{
    const auto offer = [&](const OpRow &op) {
        if (op.version.isEmpty() || op.state != OpState::Queued)
            return true;
        const BlobRow *blob = blobOf(op);
        if (!blob || blob->onServer || m_travelling.contains(blob->id) || !m_desk.mayTravel(blob->id))
            return true;
        return visit(op, *blob);
    };
    const auto isFirst = [&](const OpRow &op) {
        const BlobRow *blob = op.version.isEmpty() ? nullptr : blobOf(op);
        return blob && m_desk.first.contains(blob->id);
    };
    const bool some = !m_desk.first.isEmpty();
    for (const bool first : {true, false}) {
        if (first && !some)
            continue;
        for (const OpRow &op : m_desk.book.ops()) {
            if (some && isFirst(op) != first)
                continue;
            if (!offer(op))
                return;
        }
    }
}

bool Uploader::hasReady()
{
    bool any = false;
    if (!m_paused && m_steps.empty()) {
        eachCandidate([&](const OpRow &, const BlobRow &) {
            any = true;
            return false;
        });
    }
    return !m_paused && (any || !m_steps.empty());
}

bool Uploader::isBusy() const
{
    return m_calls.size() > 0
           || std::any_of(m_steps.begin(), m_steps.end(), [](const auto &entry) { return entry.second->isBusy(); });
}

void Uploader::pump()
{
    if (m_paused || !m_desk.line.isOpen() || !m_desk.limitsKnown)
        return;
    // What the person wants first has the line for itself; what had begun goes on behind it.
    const bool ahead = std::any_of(m_steps.begin(), m_steps.end(),
                                   [this](const auto &entry) { return m_desk.first.contains(entry.first); });
    for (const auto &[id, steps] : m_steps) {
        if (!ahead || m_desk.first.contains(id))
            steps->pump();
    }
    if (!m_desk.hasSlot())
        return;
    const qint64 most = std::min(bundleStride, m_desk.limits.bundleBytes);
    const int bundles = std::max(0, bundlesAtOnce - int(m_calls.size()));
    QList<Cargo> small; // what fills the bundles that may leave now
    qint64 smallBytes = 0;
    QSet<BlobId> seen;
    QList<Cargo> large;
    eachCandidate([&](const OpRow &op, const BlobRow &blob) {
        // What is not here goes by its own steps: they ask first whether the operator has it after all.
        const bool here = blob.state == BlobState::Verified;
        const bool bundled = here && blob.size <= m_desk.limits.bundlePartMax && m_failures.value(blob.id) < bundleTries;
        const bool full = smallBytes >= bundles * most || small.size() >= bundles * m_desk.limits.bundleParts;
        const bool first = m_desk.first.contains(blob.id);
        const bool steps = !first && (ahead || int(m_steps.size() + large.size()) >= stepsAtOnce);
        if ((bundled ? full : steps) || seen.contains(blob.id))
            return !full || !steps;
        seen.insert(blob.id);
        (bundled ? small : large).append(Cargo{blob, op.target, op.key});
        smallBytes += bundled ? blob.size : 0;
        return true;
    });
    for (const Cargo &cargo : std::as_const(large))
        startLarge(cargo);
    while (!small.isEmpty() && m_calls.size() < bundlesAtOnce && m_desk.hasSlot()) {
        QList<Cargo> bundle;
        qint64 bytes = 0;
        while (!small.isEmpty() && bundle.size() < m_desk.limits.bundleParts
               && (bundle.isEmpty() || bytes + small.first().blob.size <= most)) {
            bytes += small.first().blob.size;
            bundle.append(small.takeFirst());
        }
        if (!sendBundle(bundle))
            return;
    }
}

void Uploader::startLarge(const Cargo &cargo)
{
    if (!m_desk.hasSlot() || m_steps.count(cargo.blob.id) > 0)
        return;
    m_travelling.insert(cargo.blob.id);
    auto steps = std::make_unique<UploadSteps>(m_desk, *this, cargo.blob, cargo.item);
    steps->pump();
    m_steps.emplace(cargo.blob.id, std::move(steps));
}

bool Uploader::sendBundle(const QList<Cargo> &bundle)
{
    QList<BundlePart> parts;
    QSet<QByteArray> hashes; // the same bytes twice travel once
    for (const Cargo &cargo : bundle) {
        if (hashes.contains(cargo.blob.sha256))
            continue;
        auto bytes = m_desk.read(readBytes(m_desk.ports.store, cargo.blob.id, 0, cargo.blob.size));
        if (!bytes)
            return false;
        hashes.insert(cargo.blob.sha256);
        parts.append(BundlePart{cargo.blob.sha256, std::move(*bytes)});
    }
    for (const Cargo &cargo : bundle)
        m_travelling.insert(cargo.blob.id);
    const int id = m_calls.next();
    m_calls.keep(id, m_desk.ports.remote.uploadBundle(parts, [this, id, bundle](const Answer<QList<BundleResult>> &answer) {
        m_calls.done(id);
        bundleAnswered(bundle, answer);
        m_desk.kick();
    }));
    return true;
}

void Uploader::bundleAnswered(const QList<Cargo> &cargo, const Answer<QList<BundleResult>> &answer)
{
    for (const Cargo &one : cargo)
        m_travelling.remove(one.blob.id);
    if (const Trouble *trouble = std::get_if<Trouble>(&answer)) {
        if (!m_desk.line.note(*trouble)) {
            for (const Cargo &one : cargo)
                ++m_failures[one.blob.id]; // a bundle the operator does not take: each by its own steps
        }
        return;
    }
    m_desk.line.answered();
    QHash<QByteArray, Answer<RemoteBlobId>> bySha;
    const QList<BundleResult> &results = std::get<0>(answer);
    for (const BundleResult &result : results)
        bySha.insert(result.sha256, result.blob);
    QList<std::pair<BlobId, RemoteBlobId>> taken;
    for (const Cargo &one : cargo) {
        const auto found = bySha.constFind(one.blob.sha256);
        if (found == bySha.constEnd())
            ++m_failures[one.blob.id];
        else if (const RemoteBlobId *remote = std::get_if<RemoteBlobId>(&*found))
            taken.append({one.blob.id, *remote});
        else
            partRefused(one, std::get<Trouble>(*found));
    }
    arrived(taken);
}

void Uploader::partRefused(const Cargo &cargo, const Trouble &trouble)
{
    if (m_desk.line.note(trouble))
        return;
    ++m_failures[cargo.blob.id];
    if (trouble.kind == TroubleKind::DigestMismatch) {
        if (!isIntact(cargo.blob))
            cannotBeRead(cargo.blob.id);
    } else if (trouble.kind == TroubleKind::QuotaExceeded || trouble.kind == TroubleKind::Refused) {
        askPerson(cargo.blob.id, trouble.error, trouble.userMessage);
    }
}

void Uploader::arrived(const QList<std::pair<BlobId, RemoteBlobId>> &blobs)
{
    if (blobs.isEmpty())
        return;
    CARRIEL_CRASHPOINT("w5.bytes-there");
    QHash<BlobId, BlobRow> rows;
    const bool durable = m_desk.transact([&](Tx &tx) -> Outcome {
        for (const auto &[id, remote] : blobs) {
            CARRIEL_TRY(auto blob, tx.writer.blob(id));
            if (!blob)
                continue;
            blob->remoteId = remote;
            blob->onServer = true;
            CARRIEL_CHECK(tx.writer.putBlob(*blob));
            CARRIEL_CHECK(tx.writer.dropTransfer(id));
            rows.insert(id, *blob);
        }
        return {};
    });
    for (const auto &[id, remote] : blobs) {
        m_travelling.remove(id);
        m_failures.remove(id);
        m_desk.paused.remove(id);
    }
    if (!durable)
        return;
    for (BlobRow &known : m_blobs) {
        const auto row = rows.constFind(known.id);
        if (row != rows.constEnd())
            known = *row;
    }
}

bool Uploader::isIntact(const BlobRow &blob)
{
    constexpr qint64 slice = 16 * chunkSize;
    const std::unique_ptr<HashRun> run = m_desk.hasher().begin();
    qint64 counted = 0;
    while (counted < blob.size) {
        const auto bytes = m_desk.read(readBytes(m_desk.ports.store, blob.id, counted, std::min(slice, blob.size - counted)));
        if (!bytes || bytes->isEmpty())
            return false;
        run->add(*bytes);
        counted += bytes->size();
    }
    return run->result() == blob.sha256;
}

void Uploader::askPerson(const BlobId &blob, const Error &error, const QString &words)
{
    m_desk.transact([&](Tx &tx) -> Outcome {
        CARRIEL_TRY(const QList<OpRow> live, tx.writer.liveOps());
        for (OpRow op : live) {
            if (op.version.isEmpty() || op.state != OpState::Queued)
                continue;
            CARRIEL_TRY(const auto version, tx.writer.version(op.version));
            if (!version || version->blob != blob)
                continue;
            op.lastProblem = error.codeText().isEmpty() ? Error{errors::refused, {}, {}}.codeText() : error.codeText();
            op.lastProblemText = words;
            CARRIEL_CHECK(tx.step(op, OpEvent::AskPerson));
            m_desk.book.problem(op.key, error);
        }
        return {};
    });
    m_travelling.remove(blob);
}

void Uploader::cannotBeRead(const BlobId &blob)
{
    Error error{errors::bytesDamaged, {{QStringLiteral("blob"), blob.text()}}, {}};
    m_desk.transact([&](Tx &tx) -> Outcome {
        CARRIEL_TRY(auto row, tx.writer.blob(blob));
        if (row && row->state == BlobState::Verified) {
            row->state = BlobState::Corrupt;
            CARRIEL_CHECK(tx.writer.putBlob(*row));
        } else if (row && row->state != BlobState::Corrupt) {
            // An earlier version was to come back, and only the operator had its bytes. Nothing here is damaged.
            error.code = errors::bytesUnavailable;
            CARRIEL_CHECK(tx.writer.dropTransfer(blob));
        }
        return {};
    });
    askPerson(blob, error, {});
}

void Uploader::sweep()
{
    m_calls.sweep();
    for (auto it = m_steps.begin(); it != m_steps.end();) {
        it->second->sweep();
        if (it->second->isOver()) {
            m_travelling.remove(it->first);
            it = m_steps.erase(it);
        } else {
            ++it;
        }
    }
}

void Uploader::reset()
{
    m_calls.clear();
    m_steps.clear();
    m_travelling.clear();
    m_blobs.clear();
    m_failures.clear();
}

int Uploader::waiting()
{
    QSet<BlobId> waiting;
    eachCandidate([&](const OpRow &, const BlobRow &blob) {
        waiting.insert(blob.id);
        return true;
    });
    return int(waiting.size() + m_travelling.size());
}

qint64 Uploader::bytesLeft()
{
    qint64 bytes = 0;
    for (const OpRow &op : m_desk.book.ops()) {
        const BlobRow *blob = op.version.isEmpty() ? nullptr : blobOf(op);
        if (blob && !blob->onServer)
            bytes += blob->size;
    }
    for (const auto &[id, steps] : m_steps)
        bytes -= steps->offset();
    return std::max<qint64>(bytes, 0);
}

void Uploader::report(QList<TransferProgress> &out)
{
    for (const auto &[id, steps] : m_steps)
        out.append(TransferProgress{id, steps->item(), Direction::Up, steps->offset(), steps->size(), isPaused(id)});
    for (const OpRow &op : m_desk.book.ops()) {
        if (out.size() >= mostReported)
            break;
        const BlobRow *blob = op.version.isEmpty() || op.state != OpState::Queued ? nullptr : blobOf(op);
        if (blob && !blob->onServer && m_steps.count(blob->id) == 0)
            out.append(TransferProgress{blob->id, op.target, Direction::Up, 0, blob->size, isPaused(blob->id)});
    }
}

} // namespace carriel::sync

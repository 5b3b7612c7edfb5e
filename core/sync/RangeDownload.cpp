// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/RangeDownload.h"

#include "core/base/CrashPoint.h"
#include "core/sync/BlobBytes.h"
#include "core/sync/BlobMachine.h"
#include "core/sync/Downloader.h"
#include "core/sync/Proof.h"
#include "core/sync/Recreate.h"

namespace carriel::sync {

namespace {
constexpr qint64 storeStride = 16 * chunkSize; // 4 MiB in one transaction
constexpr qint64 slice = 64 * chunkSize;
} // namespace

RangeDownload::RangeDownload(Desk &desk, Downloader &downloader, const BlobRow &blob)
    : m_desk(desk), m_downloader(downloader), m_blob(blob), m_calls(desk.calls), m_slice(desk.ports.scheduler),
      m_hash(desk.hasher().begin()), m_removals(desk.removals)
{
    const auto stored = m_desk.read(m_desk.ports.store.transfer(blob.id));
    if (blob.state == BlobState::Partial && stored && *stored && (*stored)->direction == Direction::Down)
        m_offset = (*stored)->offset >= blob.size ? blob.size : (*stored)->offset / chunkSize * chunkSize;
}

void RangeDownload::pump()
{
    if (m_over || isBusy() || !m_desk.line.isOpen() || !m_desk.hasSlot())
        return;
    if (m_counted < m_offset)
        countStored();
    else if (m_offset < m_blob.size)
        fetch();
    else
        finish();
}

void RangeDownload::countStored()
{
    const auto bytes = m_desk.read(readBytes(m_desk.ports.store, m_blob.id, m_counted, std::min(slice, m_offset - m_counted)));
    if (!bytes)
        return;
    if (bytes->isEmpty()) { // less is here than was said
        m_offset = m_counted = 0;
        m_hash = m_desk.hasher().begin();
        return m_desk.kick();
    }
    m_hash->add(*bytes);
    m_counted += bytes->size();
    m_counting = true;
    m_slice.set(std::chrono::milliseconds(0), [this] {
        m_counting = false;
        m_desk.kick();
    });
}

void RangeDownload::fetch()
{
    const int id = m_calls.next();
    m_calls.keep(id, m_desk.ports.remote.download(
                         m_blob.remoteId, m_offset, m_blob.size, [this](QByteArrayView bytes) { return take(bytes); },
                         [this, id](const Answer<qint64> &answer) {
                             m_calls.done(id);
                             m_desk.kick();
                             ended(answer);
                         }));
}

bool RangeDownload::take(QByteArrayView bytes)
{
    if (m_offset + m_buffer.size() + bytes.size() > m_blob.size)
        return false; // more than there is
    m_buffer.append(bytes.data(), bytes.size());
    return m_buffer.size() < storeStride || store(false);
}

// What was stored may have been freed while the rest was on its way: the document was destroyed elsewhere.
bool RangeDownload::isOurs(const BlobRow &blob) const
{
    return m_offset == 0 || blob.state == BlobState::Partial;
}

// Whole chunks only, unless it is the end.
bool RangeDownload::store(bool all)
{
    const qint64 count = all || m_offset + m_buffer.size() == m_blob.size ? m_buffer.size() : m_buffer.size() / chunkSize * chunkSize;
    if (count == 0)
        return true;
    const QByteArrayView bytes = QByteArrayView(m_buffer).first(count);
    bool taken = false;
    const bool durable = m_desk.transact([&](Tx &tx) -> Outcome {
        CARRIEL_TRY(auto blob, tx.writer.blob(m_blob.id));
        const auto state = blob && isOurs(*blob) ? next(blob->state, BlobEvent::ChunkStored) : std::nullopt;
        taken = state.has_value();
        if (taken && m_desk.removals != m_removals) {
            CARRIEL_TRY(taken, areWanted(tx.writer, m_blob.id));
        }
        if (!taken)
            return {}; // withdrawn or freed meanwhile, or here already
        blob->state = *state;
        CARRIEL_CHECK(tx.writer.putBlob(*blob));
        CARRIEL_CHECK(writeBytes(tx.writer, m_blob.id, m_offset, bytes));
        TransferRow transfer;
        transfer.blob = m_blob.id;
        transfer.direction = Direction::Down;
        transfer.offset = m_offset + count;
        return tx.writer.putTransfer(transfer);
    });
    CARRIEL_CRASHPOINT("w5.chunks");
    if (!durable || !taken)
        return false;
    m_hash->add(bytes);
    m_offset += count;
    m_counted = m_offset;
    m_buffer.remove(0, count);
    return true;
}

void RangeDownload::ended(const Answer<qint64> &answer)
{
    const bool stored = store(false);
    m_buffer.clear(); // less than a chunk: asked for again
    if (!stored) {
        m_over = true;
        m_downloader.leave(m_blob.id);
        return;
    }
    const Trouble *trouble = std::get_if<Trouble>(&answer);
    if (!trouble) {
        m_desk.line.answered();
        if (m_offset < m_blob.size)
            m_desk.line.note(Trouble{}); // shorter than promised: like a cut
        return;
    }
    if (!m_desk.line.note(*trouble)) {
        m_over = true;
        if (trouble->kind == TroubleKind::Gone)
            m_desk.lost.insert(m_blob.id);
        m_downloader.failed(m_blob, trouble->error);
    }
}

void RangeDownload::halt()
{
    if (m_calls.size() == 0)
        return;
    m_calls.clear();
    if (!store(false)) {
        m_over = true;
        m_downloader.leave(m_blob.id);
    }
    m_buffer.clear();
}

void RangeDownload::finish()
{
    m_over = true;
    const bool right = m_hash->result() == m_blob.sha256;
    bool there = false;
    const bool durable = m_desk.transact([&](Tx &tx) -> Outcome {
        CARRIEL_TRY(auto blob, tx.writer.blob(m_blob.id));
        there = blob && (blob->state == BlobState::Verified || isOurs(*blob));
        if (!there || blob->state == BlobState::Verified)
            return {};
        if (right) {
            blob->state = BlobState::Verified;
            blob->verifiedUtc = tx.now();
        } else {
            CARRIEL_CHECK(tx.writer.dropChunks(m_blob.id));
            blob->state = BlobState::Absent; // corrupt, and thrown away at once
        }
        CARRIEL_CHECK(tx.writer.putBlob(*blob));
        if (right)
            CARRIEL_CHECK(provedWhole(tx, m_blob.id));
        return tx.writer.dropTransfer(m_blob.id);
    });
    if (!durable)
        return;
    if (!there)
        m_downloader.leave(m_blob.id);
    else if (right)
        m_downloader.finished(m_blob.id);
    else
        m_downloader.corrupt(m_blob);
    m_desk.kick();
}

} // namespace carriel::sync

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/UploadSteps.h"

#include "core/base/CrashPoint.h"
#include "core/sync/BlobBytes.h"
#include "core/sync/SyncErrors.h"
#include "core/sync/Uploader.h"

namespace carriel::sync {

namespace {
constexpr qint64 leastStride = 65536;
constexpr int restartsAllowed = 5;
// One append of a slow or limited line: long enough to be worth its round trip, short enough that it says where it is,
// and that little is sent again after a cut.
constexpr auto shortAppend = std::chrono::seconds(2), longAppend = std::chrono::seconds(5);
} // namespace

UploadSteps::UploadSteps(Desk &desk, Uploader &uploader, const BlobRow &blob, const ItemId &item)
    : m_desk(desk), m_uploader(uploader), m_blob(blob), m_item(item), m_calls(desk.calls), m_key(blob.id.text()),
      m_most(std::max(leastStride, desk.limits.appendMax)) // one that is resumed is told by nobody
{
    const auto stored = m_desk.read(m_desk.ports.store.transfer(blob.id));
    if (stored && *stored && (*stored)->direction == Direction::Up)
        m_transfer = **stored;
    m_transfer.blob = blob.id;
    m_transfer.direction = Direction::Up;
}

void UploadSteps::pump()
{
    if (m_over || isBusy() || !m_desk.line.isOpen() || !m_desk.hasSlot())
        return;
    if (m_transfer.uploadUrl.isEmpty())
        create();
    else if (m_doubt)
        ask();
    else
        append();
}

void UploadSteps::create()
{
    const int id = m_calls.next();
    m_calls.keep(id, m_desk.ports.remote.createUpload(m_key, m_blob.size, m_blob.sha256, [this, id](const Answer<UploadCreated> &answer) {
        m_calls.done(id);
        m_desk.kick();
        if (const Trouble *trouble = std::get_if<Trouble>(&answer))
            return troubled(*trouble);
        m_desk.line.answered();
        const UploadCreated &created = std::get<0>(answer);
        if (!created.blob.isEmpty()) {
            m_over = true;
            return m_uploader.arrived({{m_blob.id, created.blob}});
        }
        m_transfer.uploadUrl = created.url;
        m_transfer.expiresUtc = created.expiresUtc;
        m_transfer.offset = 0;
        m_most = std::max(leastStride, created.maxAppend);
        m_doubt = m_key == OpKey(m_blob.id.text()) && m_restarts == 0; // the key may have met an upload begun before
        remember();
    }));
}

void UploadSteps::append()
{
    const qint64 count = std::min({m_stride, m_most, m_blob.size - m_transfer.offset});
    const auto bytes = m_desk.read(readBytes(m_desk.ports.store, m_blob.id, m_transfer.offset, count));
    if (!bytes)
        return;
    if (bytes->size() != count) {
        m_over = true;
        m_uploader.cannotBeRead(m_blob.id);
        return m_desk.kick(); // nothing is under way whose answer would end the round
    }
    const bool last = m_transfer.offset + count == m_blob.size;
    const auto began = m_desk.now();
    const int id = m_calls.next();
    m_calls.keep(id, m_desk.ports.remote.append(m_transfer.uploadUrl, m_transfer.offset, *bytes, last,
                                                [this, id, began](const Answer<UploadProgress> &answer) {
                                                    m_calls.done(id);
                                                    m_desk.kick();
                                                    if (const Trouble *trouble = std::get_if<Trouble>(&answer))
                                                        return troubled(*trouble);
                                                    suitStride(m_desk.now() - began);
                                                    progressed(std::get<0>(answer));
                                                }));
}

void UploadSteps::suitStride(std::chrono::milliseconds took)
{
    if (took <= shortAppend)
        m_stride = std::min(m_stride * 2, m_most);
    else if (took > longAppend)
        m_stride = std::max(leastStride, m_stride / 2);
}

void UploadSteps::ask()
{
    const int id = m_calls.next();
    m_calls.keep(id, m_desk.ports.remote.uploadStatus(m_transfer.uploadUrl, [this, id](const Answer<UploadProgress> &answer) {
        m_calls.done(id);
        m_desk.kick();
        if (const Trouble *trouble = std::get_if<Trouble>(&answer))
            return troubled(*trouble);
        m_doubt = false;
        progressed(std::get<0>(answer));
    }));
}

void UploadSteps::progressed(const UploadProgress &progress)
{
    m_desk.line.answered();
    if (!progress.blob.isEmpty()) {
        m_over = true;
        return m_uploader.arrived({{m_blob.id, progress.blob}});
    }
    if (progress.offset < 0 || progress.offset > m_blob.size)
        return restart();
    m_transfer.offset = progress.offset;
    remember();
}

void UploadSteps::troubled(const Trouble &trouble)
{
    m_doubt = true;
    if (m_desk.line.note(trouble)) {
        m_stride = std::max(leastStride, m_stride / 2);
        return;
    }
    switch (trouble.kind) {
    case TroubleKind::OffsetMismatch:
        m_doubt = trouble.offset < 0 || trouble.offset > m_blob.size;
        if (!m_doubt)
            m_transfer.offset = trouble.offset;
        return;
    case TroubleKind::InProgress: {
        Trouble wait = trouble;
        wait.kind = TroubleKind::Busy;
        m_desk.line.note(wait);
        return;
    }
    case TroubleKind::Gone:
        return restart();
    case TroubleKind::DigestMismatch:
        if (!m_uploader.isIntact(m_blob)) {
            m_over = true;
            return m_uploader.cannotBeRead(m_blob.id);
        }
        if (++m_restarts > restartsAllowed) {
            m_over = true;
            return m_uploader.askPerson(m_blob.id, trouble.error, trouble.userMessage);
        }
        return;
    default:
        // The operator takes less at once than it said: less, then, down to what every operator takes.
        if (trouble.error.params.value(QStringLiteral("status")).toInt() == 413 && std::min(m_stride, m_most) > leastStride) {
            m_most = std::max(leastStride, std::min(m_stride, m_most) / 2);
            m_stride = m_most;
            return;
        }
        m_over = true;
        m_uploader.askPerson(m_blob.id, trouble.error, trouble.userMessage);
    }
}

// The upload is no more. A new one needs a new key: under the old one the operator would name the dead one again.
void UploadSteps::restart()
{
    if (++m_restarts > restartsAllowed) {
        m_over = true;
        return m_uploader.askPerson(m_blob.id, Error{errors::bytesUnavailable, {}, QStringLiteral("upload lost too often")}, {});
    }
    m_key = OpKey(newIdText(m_desk.ports.clock.nowUtc().toMSecsSinceEpoch(), m_desk.ports.random));
    m_transfer.uploadUrl.clear();
    m_transfer.offset = 0;
    m_doubt = false;
    remember();
}

bool UploadSteps::remember()
{
    CARRIEL_CRASHPOINT("w5.offset");
    return m_desk.transact([&](Tx &tx) -> Outcome {
        CARRIEL_TRY(const auto blob, tx.writer.blob(m_blob.id));
        m_over = m_over || !blob; // withdrawn meanwhile
        return blob ? tx.writer.putTransfer(m_transfer) : Outcome();
    });
}

} // namespace carriel::sync

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// W8: a document's bytes are in the vault, whole and counted, before anything refers to them.
#include "core/base/BaseErrors.h"
#include "core/base/CrashPoint.h"
#include "core/sync/BlobBytes.h"
#include "core/sync/Edits.h"
#include "core/sync/Tx.h"

#include <QIODevice>

namespace carriel::sync {

namespace {
constexpr qint64 stride = 16 * 1048576; // one transaction for so much

Result<QByteArray> readStride(QIODevice &source)
{
    QByteArray out;
    while (out.size() < stride) {
        const qsizetype had = out.size();
        out.resize(std::min(stride, qint64(had + 1048576)));
        const qint64 got = source.read(out.data() + had, out.size() - had);
        out.resize(had + std::max<qint64>(got, 0));
        if (got < 0)
            return Error{carriel::errors::fileRead, {{QStringLiteral("reason"), source.errorString()}}, {}};
        if (got == 0)
            break;
    }
    return out;
}
} // namespace

Result<StagedBlob> Edits::stage(QIODevice &source, const std::function<bool(qint64)> &progress)
{
    BlobRow row;
    row.id = BlobId(newIdText(m_clock.nowUtc().toMSecsSinceEpoch(), m_random));
    row.sha256 = QByteArray(32, '\0');
    row.state = BlobState::Partial;
    const std::unique_ptr<HashRun> hash = m_hasher.begin();
    bool stored = false;
    const auto giveUp = [&](const Error &why) -> Error {
        if (stored)
            (void)m_store.transact([&](Writer &writer) { return writer.eraseBlob(row.id); });
        return why;
    };

    while (true) {
        auto bytes = readStride(source);
        if (!bytes.ok())
            return giveUp(bytes.error());
        const QByteArray &part = bytes.value();
        hash->add(part);
        const qint64 offset = row.size;
        row.size += part.size();
        const bool last = part.size() < stride;
        if (last) {
            row.sha256 = hash->result();
            row.state = BlobState::Verified;
            row.verifiedUtc = m_clock.nowUtc();
            row.lastUsedUtc = row.verifiedUtc;
        }
        const Outcome written = m_store.transact([&](Writer &writer) -> Outcome {
            CARRIEL_CHECK(writer.putBlob(row));
            return writeBytes(writer, row.id, offset, part);
        });
        if (!written.ok())
            return giveUp(written.error());
        stored = true;
        CARRIEL_CRASHPOINT("w8.staged-part");
        if (progress && !progress(row.size))
            return giveUp(Error{carriel::errors::cancelled, {}, {}});
        if (last)
            return StagedBlob{row.id, row.size, row.sha256};
    }
}

Result<QList<StagedBlob>> Edits::stageAll(const QList<QByteArray> &contents)
{
    QList<StagedBlob> out;
    const QDateTime now = m_clock.nowUtc();
    for (const QByteArray &bytes : contents)
        out.append({BlobId(newIdText(now.toMSecsSinceEpoch(), m_random)), bytes.size(), m_hasher.of(bytes)});
    const Outcome written = m_store.transact([&](Writer &writer) -> Outcome {
        for (qsizetype i = 0; i < contents.size(); ++i) {
            BlobRow row;
            row.id = out.at(i).id;
            row.size = out.at(i).size;
            row.sha256 = out.at(i).sha256;
            row.state = BlobState::Verified;
            row.verifiedUtc = row.lastUsedUtc = now;
            CARRIEL_CHECK(writer.putBlob(row));
            CARRIEL_CHECK(writeBytes(writer, row.id, 0, contents.at(i)));
        }
        return {};
    });
    if (!written.ok())
        return written.error();
    CARRIEL_CRASHPOINT("w8.staged");
    return out;
}

} // namespace carriel::sync

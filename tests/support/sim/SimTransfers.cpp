// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The model operator's feed, snapshots and bytes.
#include "core/sync/BlobBytes.h"
#include "tests/support/sim/SimOperator.h"

namespace carriel::sim {

using namespace sync;

Answer<ChangePage> SimOperator::changes(const QString &cursor, int limit) const
{
    const QStringList parts = cursor.split(u':');
    const qint64 since = parts.size() == 2 ? parts.at(1).toLongLong() : -1;
    if (parts.value(0) != epoch || since < oldestCursor) {
        if (!explainsCursors)
            return trouble(TroubleKind::Refused);
        Trouble expired = trouble(TroubleKind::CursorExpired);
        expired.epochChanged = parts.value(0) != epoch;
        expired.epoch = epoch;
        return expired;
    }
    QMap<qint64, ItemId> news;
    for (const SimItem &item : items) {
        if (item.lastSeq > since)
            news.insert(item.lastSeq, item.item.id);
    }
    ChangePage page;
    page.epoch = epoch;
    qint64 last = since;
    QSet<ItemId> told;
    const std::function<void(const ItemId &)> tell = [&](const ItemId &id) {
        const auto found = items.constFind(id);
        if (found == items.constEnd() || told.contains(id) || found->lastSeq <= since)
            return;
        told.insert(id);
        tell(found->item.fields.parent);
        Change change;
        change.id = id;
        change.rev = found->item.rev;
        change.causedBy = found->item.causedBy;
        if (!found->purged)
            change.item = found->item;
        page.changes.append(change);
    };
    int taken = 0;
    for (auto it = news.constBegin(); it != news.constEnd() && taken < limit; ++it, ++taken) {
        last = it.key();
        tell(it.value());
    }
    page.hasMore = taken < news.size();
    page.newCursor = QStringLiteral("%1:%2").arg(epoch).arg(page.hasMore ? last : seq);
    return page;
}

QString SimOperator::earlier(const QString &cursor, quint64 steps) const
{
    const qint64 since = cursor.section(u':', 1).toLongLong();
    return QStringLiteral("%1:%2").arg(cursor.section(u':', 0, 0)).arg(std::min(since, std::max(oldestCursor, since - qint64(steps))));
}

Answer<SnapshotPage> SimOperator::snapshot(const QString &next, int limit)
{
    QString name = next.section(u'/', 0, 0);
    qsizetype from = next.section(u'/', 1, 1).toLongLong();
    if (!lists)
        return trouble(TroubleKind::Gone);
    if (next.isEmpty()) {
        name = QStringLiteral("s%1").arg(++m_count);
        QList<ItemId> order;
        const std::function<void(const ItemId &)> add = [&](const ItemId &parent) {
            for (const SimItem &item : std::as_const(items)) {
                if (!item.purged && item.item.fields.parent == parent) {
                    order.append(item.item.id);
                    add(item.item.id);
                }
            }
        };
        add(rootItem());
        m_snapshots.insert(name, order);
        m_snapshotStart.insert(name, seq);
        from = 0;
    } else if (!m_snapshots.contains(name)) {
        return trouble(TroubleKind::Gone);
    }
    SnapshotPage page;
    page.snapshot = name;
    page.epoch = epoch;
    page.cursorAtStart = QStringLiteral("%1:%2").arg(epoch).arg(m_snapshotStart.value(name));
    const QList<ItemId> order = m_snapshots.value(name);
    qsizetype at = from;
    for (; at < order.size() && at < from + limit; ++at) {
        const SimItem item = items.value(order.at(at));
        if (!item.purged)
            page.items.append(item.item);
    }
    if (at < order.size())
        page.next = QStringLiteral("%1/%2").arg(name).arg(at);
    return page;
}

Answer<RemoteItem> SimOperator::item(const ItemId &id) const
{
    const auto found = items.constFind(id);
    if (found == items.constEnd() || found->purged)
        return trouble(TroubleKind::Gone);
    return found->item;
}

Answer<RemoteBlobId> SimOperator::putBlob(const QByteArray &sha256, const QByteArray &bytes)
{
    if (sha256Of(bytes) != sha256)
        return trouble(TroubleKind::DigestMismatch);
    if (const auto known = m_bySha.constFind(sha256); known != m_bySha.constEnd() && blobs.contains(*known))
        return *known;
    const RemoteBlobId id(QStringLiteral("b%1").arg(++m_count));
    blobs.insert(id, bytes);
    m_bySha.insert(sha256, id);
    return id;
}

Answer<UploadCreated> SimOperator::createUpload(const OpKey &key, qint64 size, const QByteArray &sha256)
{
    UploadCreated created;
    created.maxAppend = limits.appendMax;
    if (const auto known = m_bySha.constFind(sha256); known != m_bySha.constEnd()) {
        created.blob = *known;
        return created;
    }
    const QString had = m_uploadOf.value(key);
    created.url = uploads.contains(had) ? had : QStringLiteral("/uploads/u%1").arg(++m_count);
    if (created.url != had)
        uploads.insert(created.url, SimUpload{size, sha256, {}, {}});
    m_uploadOf.insert(key, created.url);
    return created;
}

Answer<UploadProgress> SimOperator::append(const QString &url, qint64 offset, const QByteArray &bytes, bool last)
{
    const auto found = uploads.find(url);
    if (found == uploads.end())
        return trouble(TroubleKind::Gone);
    if (!found->blob.isEmpty())
        return UploadProgress{found->size, found->blob};
    if (offset != found->bytes.size()) {
        Trouble mismatch = trouble(TroubleKind::OffsetMismatch);
        mismatch.offset = found->bytes.size();
        return mismatch;
    }
    if (bytes.size() > limits.appendMax)
        violations.append(QStringLiteral("an append beyond the limit"));
    found->bytes.append(bytes);
    if (!last)
        return UploadProgress{found->bytes.size(), {}};
    const auto blob = putBlob(found->sha256, found->bytes);
    if (std::holds_alternative<Trouble>(blob)) {
        uploads.erase(found);
        return std::get<Trouble>(blob);
    }
    found->blob = std::get<RemoteBlobId>(blob);
    return UploadProgress{found->size, found->blob};
}

Answer<UploadProgress> SimOperator::uploadStatus(const QString &url) const
{
    const auto found = uploads.constFind(url);
    if (found == uploads.constEnd())
        return trouble(TroubleKind::Gone);
    return UploadProgress{found->blob.isEmpty() ? found->bytes.size() : found->size, {}}; // HEAD names no blob
}

void SimOperator::restoreFrom(const Backup &backup)
{
    items = backup.items;
    blobs = backup.blobs;
    m_answers.clear();
    m_snapshots.clear();
    m_bySha.clear();
    uploads.clear();
    for (auto it = blobs.constBegin(); it != blobs.constEnd(); ++it)
        m_bySha.insert(sha256Of(*it), it.key());
    effects.clear(); // it does not remember what it did
    epoch = QStringLiteral("e%1").arg(epoch.mid(1).toInt() + 1);
    limits.epoch = epoch;
    if (changed)
        changed();
}

} // namespace carriel::sim

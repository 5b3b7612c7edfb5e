// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Versions.h"

#include "core/crypto/Sealed.h"
#include "core/services/DamagedDocuments.h"
#include "core/services/VaultAccess.h"

#include <algorithm>

namespace carriel {

namespace {
DocumentVersion versionFrom(const sync::VersionRow &row, const sync::BlobRow &blob, int number, bool head, Custody custody)
{
    DocumentVersion out;
    out.id = row.id;
    out.document = row.item;
    out.number = number;
    out.createdUtc = row.createdUtc;
    out.size = custody == Custody::Private ? qMax<qint64>(0, crypto::plainSizeOf(blob.size)) : blob.size;
    out.sha256 = blob.sha256;
    out.mediaType = row.mediaType;
    out.label = row.label;
    out.head = head;
    out.here = blob.state == sync::BlobState::Verified;
    out.atOperator = row.origin == sync::VersionOrigin::Server && blob.onServer; // it may have gone back
    return out;
}
} // namespace

QList<DocumentVersion> Versions::list(const ItemId &document) const
{
    QList<DocumentVersion> out;
    if (!m_access.reader)
        return out;
    vault::RowReader rows(m_access.reader->database());
    const auto item = m_access.seen(rows.item(document));
    if (!item)
        return out;
    // By what every computer knows of them, so that each counts the same; what the operator has not got yet comes after.
    QList<sync::VersionRow> known = m_access.seen(rows.versions(document));
    std::stable_sort(known.begin(), known.end(), [](const sync::VersionRow &a, const sync::VersionRow &b) {
        if (a.origin != b.origin)
            return a.origin == sync::VersionOrigin::Server;
        if (a.origin == sync::VersionOrigin::Local || a.createdUtc != b.createdUtc)
            return a.createdUtc < b.createdUtc;
        return a.id.text() < b.id.text();
    });
    int number = 0;
    for (const sync::VersionRow &row : std::as_const(known)) {
        ++number;
        if (const auto blob = m_access.seen(rows.blob(row.blob)))
            out.prepend(versionFrom(row, *blob, number, row.id == item->local.version, item->custody));
    }
    return out;
}

QHash<ItemId, QString> Versions::originalNames(const QList<ItemId> &documents) const
{
    QHash<ItemId, QString> out;
    if (!m_access.reader)
        return out;
    vault::RowReader rows(m_access.reader->database());
    for (const ItemId &id : documents) {
        const auto item = m_access.seen(rows.item(id));
        if (item && !item->facts.originalName.isEmpty())
            out.insert(id, item->facts.originalName);
    }
    return out;
}

std::optional<DocumentVersion> Versions::version(const VersionId &id) const
{
    if (!m_access.reader)
        return std::nullopt;
    const auto row = m_access.seen(vault::RowReader(m_access.reader->database()).version(id));
    if (!row)
        return std::nullopt;
    for (const DocumentVersion &version : list(row->item)) {
        if (version.id == id)
            return version;
    }
    return std::nullopt;
}

std::unique_ptr<QIODevice> Versions::open(const VersionId &id) const
{
    if (!m_access.reader)
        return nullptr;
    auto device = m_access.reader->openVersion(id);
    return device ? std::move(device).value() : nullptr;
}

QFuture<Outcome> Versions::refresh(ItemId document)
{
    return postAsync<Outcome>(m_access.host, [host = m_access.host, document](auto finish) {
        if (!host->isOpen())
            return finish(VaultAccess::locked());
        host->readHistory(document, finish);
    });
}

QFuture<Outcome> Versions::fetch(VersionId id)
{
    return postAsync<Outcome>(m_access.host, [host = m_access.host, id](auto finish) {
        if (!host->isOpen())
            return finish(VaultAccess::locked());
        host->fetchVersion(id, finish);
    });
}

QFuture<Outcome> Versions::restore(ItemId document, VersionId id)
{
    return postAsync<Outcome>(m_access.host, [host = m_access.host, document, id](auto finish) {
        if (!host->isOpen())
            return finish(VaultAccess::locked());
        host->fetchVersion(id, [host, document, id, finish](Outcome fetched) {
            if (!fetched.ok())
                return finish(fetched);
            const auto restored = [&]() -> Outcome {
                CARRIEL_TRY(const auto version, host->store().version(id));
                if (!version || version->item != document)
                    return Error{errors::itemNotFound, {{QStringLiteral("item"), id.text()}}, {}};
                CARRIEL_TRY([[maybe_unused]] const VersionId made, host->edits().restoreVersion(document, id));
                return {};
            }();
            if (restored.ok())
                host->edited({document});
            finish(restored);
        });
    });
}

QFuture<Outcome> Versions::exportTo(VersionId id, QString path, ProgressFn progress, CancelToken cancel)
{
    const ProgressFn here = m_access.toldHere(std::move(progress));
    return postAsync<Outcome>(m_access.host, [host = m_access.host, id, path, here, cancel](auto finish) {
        if (!host->isOpen())
            return finish(VaultAccess::locked());
        readMended(
            *host, [host, id](auto fetched) { host->fetchVersion(id, std::move(fetched)); },
            [host, id, path, here, cancel] { return host->exportVersionTo(id, path, here, cancel); },
            [host, id]() -> Result<BlobId> {
                CARRIEL_TRY(const auto version, host->store().version(id));
                return version ? version->blob : BlobId();
            },
            finish);
    });
}

} // namespace carriel

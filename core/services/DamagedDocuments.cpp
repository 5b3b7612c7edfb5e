// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/DamagedDocuments.h"

#include "core/base/BaseErrors.h"
#include "core/services/Documents.h"
#include "core/services/LostContent.h"
#include "core/services/VaultAccess.h"
#include "core/vault/Catalogue.h"
#include "core/vault/DamagedContent.h"

#include <algorithm>

namespace carriel {

namespace {
using Finding = DamagedDocuments::Finding;

Result<Finding> lookAt(EngineHost &host, const Result<BlobId> &blob, const QList<ItemId> &ids)
{
    if (!blob)
        return blob.error();
    CARRIEL_TRY(const bool whole, vault::contentIsWhole(host.store(), blob.value()));
    if (whole)
        return Finding::Whole;
    host.edited(ids);
    CARRIEL_TRY(const auto row, host.store().blob(blob.value()));
    return row && row->onServer ? Finding::AtOperator : Finding::Lost;
}
} // namespace

DamagedDocuments &DamagedDocuments::of(Documents &documents)
{
    return *documents.findChild<DamagedDocuments *>(QString(), Qt::FindDirectChildrenOnly);
}

DamagedDocuments::DamagedDocuments(VaultAccess &access, QObject *parent) : QObject(parent), m_access(access) {}

QFuture<Result<Finding>> DamagedDocuments::look(ItemId id)
{
    return post(m_access.host, [host = m_access.host, id]() -> Result<Finding> {
        if (!host->isOpen())
            return VaultAccess::locked();
        CARRIEL_TRY(const sync::BlobRow blob, host->headBlob(id));
        return lookAt(*host, blob.id, {id});
    });
}

QFuture<Result<Finding>> DamagedDocuments::look(VersionId id)
{
    return post(m_access.host, [host = m_access.host, id]() -> Result<Finding> {
        if (!host->isOpen())
            return VaultAccess::locked();
        CARRIEL_TRY(const auto version, host->store().version(id));
        if (!version)
            return Error{errors::itemNotFound, {{QStringLiteral("item"), id.text()}}, {}};
        return lookAt(*host, version->blob, {version->item});
    });
}

std::optional<Finding> DamagedDocuments::known(const ItemId &id) const
{
    if (!m_access.reader)
        return std::nullopt;
    const auto all = m_access.seen(vault::damagedDocuments(m_access.reader->database()));
    for (const vault::DamagedDocument &document : all) {
        if (document.item == id)
            return document.atOperator ? Finding::AtOperator : Finding::Lost;
    }
    return std::nullopt;
}

QFuture<Outcome> DamagedDocuments::catalogue()
{
    return post(m_access.host,
                [host = m_access.host]() -> Outcome {
                    return host->isOpen() ? vault::catalogueReads(host->store().database()) : VaultAccess::locked();
                })
        .then(this, [this](const Outcome &reads) {
            if (!reads)
                m_access.failed(reads.error());
            return reads;
        });
}

QFuture<Outcome> DamagedDocuments::takesChanges()
{
    return post(m_access.host, [host = m_access.host]() -> Outcome {
        return host->isOpen() ? host->store().database().exec("UPDATE item SET id=id WHERE 0") : VaultAccess::locked();
    });
}

QSet<ItemId> damagedAmongAll(VaultAccess &access)
{
    QSet<ItemId> out;
    if (access.reader) {
        for (const vault::DamagedDocument &document : access.seen(vault::damagedDocuments(access.reader->database())))
            out.insert(document.item);
    }
    return out;
}

void tellUnread(const Error &error, SyncStatus &status)
{
    const auto same = [&error](const SyncProblem &problem) { return problem.item.isEmpty() && problem.error.code == error.code; };
    if (std::none_of(status.problems.cbegin(), status.problems.cend(), same))
        status.problems.prepend({{}, {}, error, {}, {}});
    status.phase = SyncPhase::Problem;
}

void tellDamaged(vault::Database &database, SyncStatus &status)
{
    const auto found = vault::damagedDocuments(database);
    if (!found)
        tellUnread(found.error(), status);
    const auto damaged = found.valueOr({});
    for (const vault::DamagedDocument &document : damaged)
        status.problems.append({document.item, document.name, damagedContent(document.name, document.atOperator), {}, {}});
    status.waiting += int(damaged.size());
    if (!damaged.isEmpty() && status.phase == SyncPhase::UpToDate) // not the same here and there
        status.phase = SyncPhase::Waiting;
}

Outcome letDamagedComeAgain(EngineHost &host)
{
    CARRIEL_TRY(const auto damaged, vault::damagedDocuments(host.store().database()));
    for (const vault::DamagedDocument &document : damaged) {
        if (document.atOperator)
            CARRIEL_CHECK(vault::makeRoomAgain(host.store(), document.blob));
    }
    return {};
}

void readMended(EngineHost &host, const std::function<void(std::function<void(Outcome)>)> &fetch, const std::function<Outcome()> &read,
                const std::function<Result<BlobId>()> &which, const std::function<void(Outcome)> &done)
{
    fetch([&host, fetch, read, which, done](Outcome fetched) {
        if (!fetched)
            return done(fetched);
        const Outcome got = read();
        if (got.ok() || got.error().code == errors::cancelled || got.error().code == errors::fileWrite)
            return done(got);
        const auto found = lookAt(host, which(), {});
        if (!found || found.value() == Finding::Whole)
            return done(got);
        fetch([read, done](Outcome again) { done(again ? read() : again); });
    });
}

} // namespace carriel

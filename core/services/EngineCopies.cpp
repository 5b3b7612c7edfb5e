// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of documents that leave the folder, and the record of it.
#include "core/services/EngineHost.h"

#include "core/base/BaseErrors.h"
#include "core/remote/RemoteErrors.h"
#include "core/services/Importer.h"
#include "core/services/LostContent.h"
#include "core/services/ServiceErrors.h"
#include "core/vault/DamagedContent.h"
#include "core/vault/PlainContent.h"
#include "core/vault/VaultErrors.h"

#include <QSaveFile>

namespace carriel {

namespace {
// What is damaged here gets a new place first; what nobody else has is not asked for.
Outcome mayFetch(EngineHost &host, const sync::BlobRow &blob, const QString &name)
{
    if (const auto lost = lostContent(blob, name))
        return *lost;
    const bool damaged = blob.state == sync::BlobState::Corrupt;
    if (!host.engine())
        return damaged ? damagedContent(name, true) : Error{errors::notHere, {{QStringLiteral("name"), name}}, {}};
    return damaged ? vault::makeRoomAgain(host.store(), blob.id) : Outcome();
}

// An operator that shows a document and does not give its bytes has lost them, or not: it is asked to prove it at once, and what it
// cannot show is an alarm from then on.
std::function<void(Outcome)> askedIfGone(EngineHost &host, const ItemId &id, const QString &name, std::function<void(Outcome)> done)
{
    return [&host, id, name, done = std::move(done)](const Outcome &outcome) {
        if (outcome.ok() || outcome.error().code != remote::errors::gone || !host.engine())
            return done(outcome);
        sync::Audit check;
        check.items = {id};
        const Error nowhere{errors::contentNowhere, {{QStringLiteral("name"), name}}, outcome.error().detail};
        host.engine()->verify(check, [done, outcome, id, nowhere](const sync::AuditReport &report) {
            done(report.items.contains(id) ? Outcome(nowhere) : outcome);
        });
    };
}
} // namespace

Result<sync::BlobRow> EngineHost::headBlob(const ItemId &id)
{
    const auto notFound = [&id] { return Error{errors::itemNotFound, {{QStringLiteral("item"), id.text()}}, {}}; };
    CARRIEL_TRY(const std::optional<sync::ItemRow> item, m_store->item(id));
    if (!item || item->type != ItemType::Document)
        return notFound();
    CARRIEL_TRY(const std::optional<sync::VersionRow> version, m_store->version(item->local.version));
    if (!version)
        return notFound();
    CARRIEL_TRY(const std::optional<sync::BlobRow> blob, m_store->blob(version->blob));
    if (!blob)
        return notFound();
    return *blob;
}

void EngineHost::fetch(const ItemId &id, std::function<void(Outcome)> done)
{
    const auto blob = headBlob(id);
    if (!blob)
        return done(blob.error());
    if (blob.value().state == sync::BlobState::Verified)
        return done({});
    if (const Outcome may = mayFetch(*this, blob.value(), nameOf(id)); !may)
        return done(may);
    if (const Outcome room = roomFor(m_store->database().path(), blob.value().size); !room)
        return done(room); // begun, it would fill the disk and come to nothing
    m_engine->fetch(id, askedIfGone(*this, id, nameOf(id), std::move(done)));
}

Outcome EngineHost::exportTo(const ItemId &id, const QString &path, const ProgressFn &progress, const CancelToken &cancel)
{
    CARRIEL_TRY(const sync::BlobRow blob, headBlob(id));
    CARRIEL_CHECK(writeCopy(blob, nameOf(id), path, progress, cancel));
    (void)noteAct(QStringLiteral("document.exported"), id); // a full or read-only disk keeps nobody from his documents
    return {};
}

Outcome EngineHost::noteAct(const QString &kind, const ItemId &item)
{
    return m_store->transact([&](sync::Writer &writer) {
        return writer.addActivity({kind, item.text(), {}, {{QStringLiteral("name"), nameOf(item)}}});
    });
}

void EngineHost::fetchVersion(const VersionId &id, std::function<void(Outcome)> done)
{
    const auto version = m_store->version(id);
    if (!version)
        return done(version.error());
    if (!version.value())
        return done(Error{errors::itemNotFound, {{QStringLiteral("item"), id.text()}}, {}});
    const ItemId item = version.value()->item;
    const auto blob = m_store->blob(version.value()->blob);
    if (!blob)
        return done(blob.error());
    if (blob.value() && blob.value()->state == sync::BlobState::Verified)
        return done({});
    if (const Outcome may = mayFetch(*this, blob.value().value_or(sync::BlobRow{}), nameOf(item)); !may)
        return done(may);
    m_engine->fetchVersion(id, askedIfGone(*this, item, nameOf(item), std::move(done)));
}

Outcome EngineHost::exportVersionTo(const VersionId &id, const QString &path, const ProgressFn &progress, const CancelToken &cancel)
{
    CARRIEL_TRY(const auto version, m_store->version(id));
    CARRIEL_TRY(const auto blob, version ? m_store->blob(version->blob) : Result<std::optional<sync::BlobRow>>(std::nullopt));
    if (!blob)
        return Error{errors::itemNotFound, {{QStringLiteral("item"), id.text()}}, {}};
    CARRIEL_CHECK(writeCopy(*blob, nameOf(version->item), path, progress, cancel));
    (void)noteAct(QStringLiteral("document.exported"), version->item);
    return {};
}

Outcome EngineHost::writeCopy(const sync::BlobRow &blob, const QString &name, const QString &path, const ProgressFn &progress,
                              const CancelToken &cancel)
{
    QSaveFile file(path);
    const auto writeError = [&] {
        return Error{errors::fileWrite, {{QStringLiteral("path"), path}, {QStringLiteral("reason"), file.errorString()}}, {}};
    };
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return writeError();
    CARRIEL_TRY(const vault::PlainContent content, vault::PlainContent::of(m_store->database(), blob.id));
    for (qint64 offset = 0; offset < content.size();) {
        if (cancel.isCancelled())
            return Error{errors::cancelled, {}, {}};
        CARRIEL_TRY(const QByteArray bytes, content.piece(m_store->database(), offset / vault::PlainContent::pieceSize));
        if (bytes.isEmpty())
            return Error{vault::errors::bytesDamaged, {}, QStringLiteral("a verified document lacks a chunk")};
        if (file.write(bytes) != bytes.size())
            return writeError();
        offset += bytes.size();
        if (progress)
            progress({offset, content.size(), name});
    }
    return file.commit() ? Outcome() : Outcome(writeError());
}

} // namespace carriel

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of documents that leave the folder, and the record of it.
#include "core/services/EngineHost.h"

#include "core/base/BaseErrors.h"
#include "core/services/LostContent.h"
#include "core/services/ServiceErrors.h"
#include "core/vault/PlainContent.h"

#include <QSaveFile>

namespace carriel {

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
    if (const auto lost = blob.value() ? lostContent(*blob.value(), nameOf(item)) : std::nullopt)
        return done(*lost);
    if (m_engine)
        return m_engine->fetchVersion(id, std::move(done));
    done(Error{errors::notHere, {{QStringLiteral("name"), nameOf(item)}}, {}});
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
            return Error{errors::internal, {}, QStringLiteral("a verified document lacks a chunk")};
        if (file.write(bytes) != bytes.size())
            return writeError();
        offset += bytes.size();
        if (progress)
            progress({offset, content.size(), name});
    }
    return file.commit() ? Outcome() : Outcome(writeError());
}

} // namespace carriel

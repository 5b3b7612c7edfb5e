// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The changing half of Documents: every act runs in the engine's thread and is durable when its future finishes.
#include "core/services/Documents.h"

#include "core/base/BaseErrors.h"
#include "core/services/DamagedDocuments.h"
#include "core/services/DocumentsPrivate.h"
#include "core/services/Importer.h"
#include "core/services/InputRules.h"
#include "core/services/SavedSearches.h"
#include "core/services/sealed/SealedDesk.h"
#include "core/services/sealed/SealedDocuments.h"
#include "core/vault/ContentSql.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QSet>

namespace carriel {

Documents::Documents(Private *priv, QObject *parent) : QObject(parent), d(priv)
{
    d->front = this;
    new SealedDocuments(*d, this);
    new DamagedDocuments(*d, this);
}

Documents::~Documents() = default;

Versions &Documents::versions() const { return d->versions; }
Conflicts &Documents::conflicts() const { return d->conflicts; }
Transfers &Documents::transfers() const { return d->transfers; }
Problems &Documents::problems() const { return d->problems; }
Storage &Documents::storage() const { return d->storage; }
Guard &Documents::guard() const { return d->guard; }
Activity &Documents::activity() const { return d->activity; }
Diagnostics &Documents::diagnostics() const { return d->diagnostics; }
Verification &Documents::verification() const
{
    return d->verification;
}
Contributions &Documents::contributions() const
{
    return d->contributions;
}

Notifications &Documents::notifications() const
{
    return d->notifications;
}

Signing &Documents::signing() const
{
    return d->signing;
}

namespace {

constexpr qsizetype mostCompared = 20; // nobody reads more of them

// Which of them the person had already, under whatever name. Only told: two copies may be meant.
void tellTwins(vault::VaultStore &store, QList<AddedDocument> &added)
{
    if (added.size() > mostCompared)
        return;
    QSet<ItemId> fresh;
    for (const AddedDocument &document : std::as_const(added))
        fresh.insert(document.id);
    for (AddedDocument &document : added) {
        if (document.error || document.size == 0)
            continue;
        auto row = store.database().query(vault::documentsWithContent, document.sha256, document.size);
        while (row.next().valueOr(false)) {
            const ItemId id(row.text(0));
            const auto item = store.item(id);
            if (fresh.contains(id) || !item || !item.value())
                continue;
            QStringList path{item.value()->local.name};
            for (ItemId parent = item.value()->local.parent; parent != rootItem() && path.size() < 100;) {
                const auto folder = store.item(parent);
                if (!folder || !folder.value())
                    break;
                path.prepend(folder.value()->local.name);
                parent = folder.value()->local.parent;
            }
            document.sameAs = path.join(u'/');
            document.sameAsId = id;
            break;
        }
    }
}

} // namespace

QFuture<Result<QList<AddedDocument>>> Documents::add(QList<AddRequest> files, ProgressFn progress, CancelToken cancel)
{
    const ProgressFn here = d->toldHere(std::move(progress));
    return postAsync<Result<QList<AddedDocument>>>(
        d->host, [host = d->host, files = std::move(files), here, cancel](auto finish) {
            if (!host->isOpen())
                return finish(Private::locked());
            Importer::Job job{files, here, cancel, [host](const QList<ItemId> &ids) { host->edited(ids); },
                              [host, finish](Result<QList<AddedDocument>> added) {
                                  if (added)
                                      tellTwins(host->store(), added.value());
                                  finish(std::move(added));
                              },
                              host->store().database().path(),
                              nullptr};
            Importer::start(host->edits(), std::move(job), host);
        });
}

QFuture<Result<AddedDocument>> Documents::addBytes(QByteArray bytes, QString name, QString mediaType, ItemId folder)
{
    return d->edit<AddedDocument>({}, [=](EngineHost &host) mutable -> Result<AddedDocument> {
        CARRIEL_CHECK(InputRules(host.store()).fileName(name));
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        CARRIEL_TRY(const sync::StagedBlob blob, host.edits().stage(buffer));
        if (mediaType.isEmpty())
            mediaType = mediaTypeOf(name, bytes.left(4096));
        ItemMeta meta;
        meta.setOrigin(OriginKind::Uploaded, OriginMedium::Electronic);
        meta.setIncorporatedOn(QDate::currentDate());
        CARRIEL_TRY(const QList<sync::Added> added, host.edits().addDocuments({{folder, name, blob.id, mediaType, meta}}));
        const sync::Added &one = added.first();
        host.edited({one.id}); // a signature may lie beside it already
        return AddedDocument{{}, one.id, one.name, one.originalName, blob.size, blob.sha256, std::nullopt};
    });
}

Outcome Documents::checkFile(const QString &path)
{
    return readableFile(path);
}

Outcome Documents::checkPath(const QStringList &folders) const
{
    if (!d->reader)
        return Private::locked();
    vault::Reading<sync::Reader> reader(d->reader->database());
    return InputRules(reader).path(folders);
}

QString Documents::storedName(const QString &name) const
{
    if (!d->reader)
        return name;
    vault::Reading<sync::Reader> reader(d->reader->database());
    return InputRules(reader).stored(name).valueOr(name);
}

QFuture<Result<ItemId>> Documents::addFolder(ItemId parent, QString name)
{
    return d->edit<ItemId>({}, [=](EngineHost &host) -> Result<ItemId> {
        InputRules rules(host.store());
        CARRIEL_CHECK(rules.name(name));
        CARRIEL_CHECK(rules.folderIn(parent));
        CARRIEL_TRY(const sync::Added added, host.edits().addFolder(parent, name));
        return added.id;
    });
}

QFuture<Result<QString>> Documents::rename(ItemId id, QString name)
{
    return d->edit<QString>({id}, [=](EngineHost &host) -> Result<QString> {
        CARRIEL_CHECK(InputRules(host.store()).name(name));
        return host.edits().rename(id, name);
    });
}

QFuture<Outcome> Documents::move(QList<ItemId> ids, ItemId folder)
{
    return d->edit<void>(ids, [=](EngineHost &host) -> Outcome {
        CARRIEL_CHECK(InputRules(host.store()).moved(ids, folder));
        return host.edits().move(ids, folder);
    });
}

namespace {
// The same change to the facts of each, refused as a whole if it is too much for one.
Outcome describe(EngineHost &host, const QList<ItemId> &ids, const std::function<void(ItemMeta &)> &change)
{
    InputRules rules(host.store());
    for (const ItemId &id : ids) {
        CARRIEL_TRY(const auto row, host.store().item(id));
        if (!row)
            continue; // the edit says so
        ItemMeta after = row->local.meta;
        change(after);
        CARRIEL_CHECK(rules.facts(id, after));
    }
    return host.edits().editMeta(ids, change);
}
} // namespace

QFuture<Outcome> Documents::setLabels(QList<ItemId> ids, QStringList add, QStringList remove)
{
    for (QString &label : add)
        label = labelAsInUse(label.simplified());
    add.removeAll(QString());
    return d->edit<void>(ids, [=](EngineHost &host) {
        return describe(host, ids, [&](ItemMeta &meta) {
            QStringList labels = meta.labels() + add;
            for (const QString &label : remove)
                labels.removeAll(label);
            meta.setLabels(labels);
        });
    });
}

QFuture<Outcome> Documents::setFavourite(QList<ItemId> ids, bool on)
{
    return d->edit<void>(ids, [=](EngineHost &host) { return describe(host, ids, [on](ItemMeta &meta) { meta.setFavourite(on); }); });
}

QFuture<Outcome> Documents::setNote(ItemId id, QString note)
{
    return d->edit<void>({id}, [=](EngineHost &host) { return describe(host, {id}, [&](ItemMeta &meta) { meta.setNote(note); }); });
}

QFuture<Outcome> Documents::setDocumentType(QList<ItemId> ids, QString type)
{
    return d->edit<void>(ids, [=](EngineHost &host) { return describe(host, ids, [&](ItemMeta &meta) { meta.setDocumentType(type); }); });
}

QFuture<Outcome> Documents::setExpires(QList<ItemId> ids, QDate date)
{
    return d->edit<void>(ids, [=](EngineHost &host) { return describe(host, ids, [date](ItemMeta &meta) { meta.setExpires(date); }); });
}

QFuture<Outcome> Documents::trash(QList<ItemId> ids)
{
    return d->edit<void>(ids, [=](EngineHost &host) { return host.edits().trash(ids); });
}

QFuture<Outcome> Documents::restore(QList<ItemId> ids)
{
    return d->edit<void>(ids, [=](EngineHost &host) { return host.edits().restore(ids); });
}

QFuture<Outcome> Documents::purge(QList<ItemId> ids)
{
    return d->edit<void>(ids, [=](EngineHost &host) { return host.edits().purge(ids); });
}

QFuture<Outcome> Documents::addVersion(ItemId id, QString path)
{
    return d->edit<void>({id}, [=](EngineHost &host) -> Outcome {
        CARRIEL_CHECK(readableFile(path));
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return unreadable(path, file);
        CARRIEL_CHECK(roomFor(host.store().database().path(), file.size()));
        const QString mediaType = mediaTypeOf(QFileInfo(path).fileName(), file.peek(4096));
        CARRIEL_TRY(const sync::StagedBlob blob, host.sealed().stageAs(id, file));
        CARRIEL_TRY([[maybe_unused]] const VersionId version, host.edits().addVersion(id, blob.id, mediaType));
        return {};
    });
}

QFuture<Outcome> Documents::keepOffline(QList<ItemId> ids, bool on)
{
    return d->storage.setRule(ids, on ? KeepRule::Keep : KeepRule::Release);
}

QFuture<Outcome> Documents::saveSearch(SavedSearch search)
{
    return d->edit<void>({}, [=](EngineHost &host) { return writeSavedSearch(host.store().database(), search, host.random()); });
}

QFuture<Outcome> Documents::removeSavedSearch(QString id)
{
    return d->edit<void>({}, [=](EngineHost &host) { return eraseSavedSearch(host.store().database(), id); });
}

QFuture<Outcome> Documents::fetch(ItemId id)
{
    return postAsync<Outcome>(d->host, [host = d->host, id](auto finish) {
        if (!host->isOpen())
            return finish(Private::locked());
        host->fetch(id, finish);
    });
}

QFuture<Outcome> Documents::exportTo(ItemId id, QString path, ProgressFn progress, CancelToken cancel)
{
    const ProgressFn here = d->toldHere(std::move(progress));
    return postAsync<Outcome>(d->host, [host = d->host, id, path, here, cancel](auto finish) {
        if (!host->isOpen())
            return finish(Private::locked());
        readMended(
            *host, [host, id](auto fetched) { host->fetch(id, std::move(fetched)); },
            [host, id, path, here, cancel] { return host->exportTo(id, path, here, cancel); },
            [host, id]() -> Result<BlobId> {
                CARRIEL_TRY(const sync::BlobRow blob, host->headBlob(id));
                return blob.id;
            },
            finish);
    });
}

} // namespace carriel

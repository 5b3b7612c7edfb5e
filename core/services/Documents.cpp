// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Documents.h"

#include "core/services/ServiceErrors.h"

namespace carriel {

QList<ItemId> Documents::ids(const DocumentQuery &) const
{
    return {};
}

QList<DocumentRow> Documents::rows(const QList<ItemId> &) const
{
    return {};
}

std::optional<DocumentDetails> Documents::details(const ItemId &) const
{
    return {};
}

QList<FolderNode> Documents::folders() const
{
    return {};
}

QList<FolderNode> Documents::pathTo(const ItemId &) const
{
    return {};
}

std::optional<ItemId> Documents::byPath(const QString &) const
{
    return {};
}

QStringList Documents::labelsInUse() const
{
    return {};
}

QList<DocumentRow> Documents::recent(int) const
{
    return {};
}

QList<DocumentRow> Documents::expiring(QDate, int) const
{
    return {};
}

int Documents::count(ItemState) const
{
    return {};
}

qint64 Documents::bytesHere() const
{
    return {};
}

std::unique_ptr<QIODevice> Documents::open(const ItemId &) const
{
    return {};
}

QList<SavedSearch> Documents::savedSearches() const
{
    return {};
}

QFuture<Result<QList<AddedDocument>>> Documents::add(QList<AddRequest>, ProgressFn, CancelToken)
{
    return QtFuture::makeReadyFuture<Result<QList<AddedDocument>>>(Error{errors::vaultLocked, {}, {}});
}

QFuture<Result<AddedDocument>> Documents::addBytes(QByteArray, QString, QString, ItemId)
{
    return QtFuture::makeReadyFuture<Result<AddedDocument>>(Error{errors::vaultLocked, {}, {}});
}

QFuture<Result<ItemId>> Documents::addFolder(ItemId, QString)
{
    return QtFuture::makeReadyFuture<Result<ItemId>>(Error{errors::vaultLocked, {}, {}});
}

QFuture<Result<QString>> Documents::rename(ItemId, QString)
{
    return QtFuture::makeReadyFuture<Result<QString>>(Error{errors::vaultLocked, {}, {}});
}

QFuture<Outcome> Documents::move(QList<ItemId>, ItemId)
{
    return QtFuture::makeReadyFuture<Outcome>(Error{errors::vaultLocked, {}, {}});
}

QFuture<Outcome> Documents::setLabels(QList<ItemId>, QStringList, QStringList)
{
    return QtFuture::makeReadyFuture<Outcome>(Error{errors::vaultLocked, {}, {}});
}

QFuture<Outcome> Documents::setFavourite(QList<ItemId>, bool)
{
    return QtFuture::makeReadyFuture<Outcome>(Error{errors::vaultLocked, {}, {}});
}

QFuture<Outcome> Documents::setNote(ItemId, QString)
{
    return QtFuture::makeReadyFuture<Outcome>(Error{errors::vaultLocked, {}, {}});
}

QFuture<Outcome> Documents::setDocumentType(QList<ItemId>, QString)
{
    return QtFuture::makeReadyFuture<Outcome>(Error{errors::vaultLocked, {}, {}});
}

QFuture<Outcome> Documents::setExpires(QList<ItemId>, QDate)
{
    return QtFuture::makeReadyFuture<Outcome>(Error{errors::vaultLocked, {}, {}});
}

QFuture<Outcome> Documents::trash(QList<ItemId>)
{
    return QtFuture::makeReadyFuture<Outcome>(Error{errors::vaultLocked, {}, {}});
}

QFuture<Outcome> Documents::restore(QList<ItemId>)
{
    return QtFuture::makeReadyFuture<Outcome>(Error{errors::vaultLocked, {}, {}});
}

QFuture<Outcome> Documents::purge(QList<ItemId>)
{
    return QtFuture::makeReadyFuture<Outcome>(Error{errors::vaultLocked, {}, {}});
}

QFuture<Outcome> Documents::addVersion(ItemId, QString)
{
    return QtFuture::makeReadyFuture<Outcome>(Error{errors::vaultLocked, {}, {}});
}

QFuture<Outcome> Documents::keepOffline(QList<ItemId>, bool)
{
    return QtFuture::makeReadyFuture<Outcome>(Error{errors::vaultLocked, {}, {}});
}

QFuture<Outcome> Documents::saveSearch(SavedSearch)
{
    return QtFuture::makeReadyFuture<Outcome>(Error{errors::vaultLocked, {}, {}});
}

QFuture<Outcome> Documents::removeSavedSearch(QString)
{
    return QtFuture::makeReadyFuture<Outcome>(Error{errors::vaultLocked, {}, {}});
}

QFuture<Outcome> Documents::fetch(ItemId)
{
    return QtFuture::makeReadyFuture<Outcome>(Error{errors::vaultLocked, {}, {}});
}

QFuture<Outcome> Documents::exportTo(ItemId, QString, ProgressFn, CancelToken)
{
    return QtFuture::makeReadyFuture<Outcome>(Error{errors::vaultLocked, {}, {}});
}

struct Documents::Private {};

Documents::Documents(Private *priv, QObject *parent) : QObject(parent), d(priv) {}
Documents::~Documents() = default;

} // namespace carriel

// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Where document bytes lie: a folder of immutable files, named by their content and their owner's folder, so that nobody
// can guess from one account what another holds. The database says which of them count; a file that no row names is rubbish.
// Thread: any.
#pragma once

#include "reference-operator/Files.h"

#include <QString>
#include <QStringList>
#include <functional>
#include <memory>
#include <shared_mutex>
#include <vector>

namespace carriel::op {

struct NewBlob {
    QByteArray sha256; // 32 raw bytes, verified by the caller
    QByteArray bytes;
};

class BlobStore
{
public:
    virtual ~BlobStore() = default;

    // A place is the store's name for the bytes with this digest in this person's folder.
    virtual QString place(const QString &folder, const QByteArray &sha256) const = 0;

    // Held from before the bytes are put until the database row that names them is committed, so that the removal of an
    // older copy of the same bytes cannot take the new one.
    virtual std::shared_lock<std::shared_mutex> hold() = 0;

    // Durable, all of them, when this returns; one flush for all.
    virtual void put(const QString &folder, const std::vector<NewBlob> &blobs) = 0;
    virtual File open(const QString &place) const = 0;
    // What the disk has lost or changed is not given out as if it were here: looked at by its size, or counted over.
    virtual bool isThere(const QString &place, qint64 size) const = 0;
    virtual bool isWhole(const QString &place, const QByteArray &sha256) const = 0;
    // Removes the bytes unless `stillNamed` answers true while nobody can put.
    virtual void remove(const QString &place, const std::function<bool()> &stillNamed) = 0;

    // Places written more than a day ago; a crash may have left some that no row names.
    virtual QStringList oldPlaces(int of256) const = 0;

    // An upload under way is one growing file, kept until finished or dropped.
    virtual File openUpload(const QString &upload, bool create) = 0;
    virtual void putUpload(const QString &upload, const QString &folder, const QByteArray &sha256) = 0; // durable; upload stays
    virtual void dropUpload(const QString &upload) = 0;
};

// In a directory of the local file system, which must know hard links and renameat2 (ext4, xfs, btrfs, overlayfs, tmpfs).
std::unique_ptr<BlobStore> openFolderBlobStore(const QString &directory);

} // namespace carriel::op

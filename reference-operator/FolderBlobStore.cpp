// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/BlobStore.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/Faults.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <cerrno>
#include <fcntl.h>
#include <mutex>
#include <unistd.h>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 step = 1 << 20;

QByteArray digestOf(const File &file)
{
    Sha256 digest;
    for (qint64 offset = 0;; offset += step) {
        const QByteArray bytes = file.readAt(offset, step);
        digest.add(bytes);
        if (bytes.size() < step)
            return digest.result();
    }
}

class FolderBlobStore final : public BlobStore
{
public:
    explicit FolderBlobStore(const QString &directory);

    QString place(const QString &folder, const QByteArray &sha256) const override;
    std::shared_lock<std::shared_mutex> hold() override { return std::shared_lock(m_gate); }
    void put(const QString &folder, const std::vector<NewBlob> &blobs) override;
    File open(const QString &place) const override { return File(path(place), O_RDONLY); }
    bool isThere(const QString &place, qint64 size) const override;
    bool isWhole(const QString &place, const QByteArray &sha256) const override;
    void remove(const QString &place, const std::function<bool()> &stillNamed) override;
    QStringList oldPlaces(int of256) const override;
    File openUpload(const QString &upload, bool create) override;
    void putUpload(const QString &upload, const QString &folder, const QByteArray &sha256) override;
    void dropUpload(const QString &upload) override { QFile::remove(uploadPath(upload)); }

private:
    QString path(const QString &place) const { return QString(m_root + u'/' + place.left(2) + u'/' + place); }
    QString uploadPath(const QString &upload) const { return QString(m_root + u"/uploads/"_s + upload); }
    void adopt(const QString &newFile, const QString &at, const QByteArray &sha256);

    QString m_root;
    QByteArray m_secret;
    std::shared_mutex m_gate;
};

FolderBlobStore::FolderBlobStore(const QString &directory) : m_root(directory)
{
    QDir dir;
    const bool fresh = !dir.exists(QString(m_root + u"/ff"_s));
    bool made = dir.mkpath(QString(m_root + u"/uploads"_s)) && dir.mkpath(QString(m_root + u"/new"_s));
    for (int n = 0; n < 256; ++n)
        made = made && dir.mkpath(QString(m_root + u'/' + QString::number(n, 16).rightJustified(2, u'0')));
    if (!made)
        throw FileError(m_root, errno);
    QFile::setPermissions(m_root, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);

    const QString secretFile = QString(m_root + u"/place.key"_s);
    if (!QFile::exists(secretFile)) {
        const QString next = QString(m_root + u"/place.key."_s + newId());
        {
            const File out(next, O_WRONLY | O_CREAT | O_EXCL);
            out.writeAt(0, randomBytes(32));
            out.sync();
        }
        if (::link(QFile::encodeName(next).constData(), QFile::encodeName(secretFile).constData()) != 0 && errno != EEXIST)
            throw FileError(secretFile, errno);
        QFile::remove(next);
    }
    m_secret = File(secretFile, O_RDONLY).readAt(0, 64);
    // What a crash left half written.
    QDir torn(QString(m_root + u"/new"_s));
    for (const QString &name : torn.entryList(QDir::Files))
        torn.remove(name);
    if (fresh)
        syncFileSystem(m_root);
}

QString FolderBlobStore::place(const QString &folder, const QByteArray &sha256) const
{
    const QByteArray key = hmacSha256(m_secret, folder.toUtf8());
    return QString::fromLatin1(hmacSha256(key, sha256).toHex());
}

bool FolderBlobStore::isThere(const QString &place, qint64 size) const
{
    const QFileInfo file(path(place));
    return file.exists() && file.size() == size;
}

bool FolderBlobStore::isWhole(const QString &place, const QByteArray &sha256) const
{
    try {
        return digestOf(open(place)) == sha256;
    } catch (const FileError &) {
        return false;
    }
}

// Gives `newFile` its name. When there is one already it is kept if it is whole; a crash before its commit may have torn it.
void FolderBlobStore::adopt(const QString &newFile, const QString &at, const QByteArray &wanted)
{
    const QByteArray from = QFile::encodeName(newFile);
    const QByteArray to = QFile::encodeName(at);
    if (::link(from.constData(), to.constData()) == 0)
        return;
    if (errno != EEXIST)
        throw FileError(at, errno);
    if (digestOf(File(at, O_RDONLY)) == wanted)
        return;
    const QString spare = QString(newFile + u".again"_s);
    if (::link(from.constData(), QFile::encodeName(spare).constData()) != 0 ||
        ::rename(QFile::encodeName(spare).constData(), to.constData()) != 0)
        throw FileError(at, errno);
}

void FolderBlobStore::put(const QString &folder, const std::vector<NewBlob> &blobs)
{
    std::vector<QString> fresh;
    for (const NewBlob &blob : blobs) {
        fresh.push_back(QString(m_root + u"/new/"_s + newId()));
        const File file(fresh.back(), O_WRONLY | O_CREAT | O_EXCL);
        file.writeAt(0, blob.bytes);
        if (blobs.size() < 4)
            file.sync();
    }
    crashPoint("blobs-written");
    for (size_t i = 0; i < blobs.size(); ++i) {
        const QString at = path(place(folder, blobs[i].sha256));
        adopt(fresh[i], at, blobs[i].sha256);
        QFile::remove(fresh[i]);
        if (blobs.size() < 4)
            syncFolder(at.left(at.lastIndexOf(u'/')));
    }
    // Many at once: one flush of bytes and names together is cheaper than two for each.
    if (blobs.size() >= 4)
        syncFileSystem(m_root);
    crashPoint("blobs-durable");
}

void FolderBlobStore::remove(const QString &place, const std::function<bool()> &stillNamed)
{
    const std::unique_lock alone(m_gate);
    if (!stillNamed())
        QFile::remove(path(place));
}

QStringList FolderBlobStore::oldPlaces(int of256) const
{
    const QDir folder(QString(m_root + u'/' + QString::number(of256, 16).rightJustified(2, u'0')));
    QStringList out;
    for (const QFileInfo &file : folder.entryInfoList(QDir::Files)) {
        if (file.lastModified().secsTo(QDateTime::currentDateTime()) > 86400)
            out.append(file.fileName());
    }
    return out;
}

File FolderBlobStore::openUpload(const QString &upload, bool create)
{
    File file(uploadPath(upload), O_RDWR | (create ? O_CREAT : 0));
    if (create)
        syncFolder(QString(m_root + u"/uploads"_s));
    return file;
}

void FolderBlobStore::putUpload(const QString &upload, const QString &folder, const QByteArray &sha256)
{
    const QString at = path(place(folder, sha256));
    adopt(uploadPath(upload), at, sha256);
    syncFolder(at.left(at.lastIndexOf(u'/')));
}

} // namespace

std::unique_ptr<BlobStore> openFolderBlobStore(const QString &directory)
{
    return std::make_unique<FolderBlobStore>(directory);
}

} // namespace carriel::op

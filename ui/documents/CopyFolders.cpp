// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/CopyFolders.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>

namespace carriel::ui {
namespace {

// Beside the document's own folder, so that no name of a document meets it.
QString noteOf(const QString &path)
{
    return QFileInfo(path).path() + QStringLiteral(".note");
}

QFileInfoList deadRuns(const QString &root)
{
    QFileInfoList dead;
    const QFileInfoList runs = QDir(root).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QFileInfo &run : runs) {
        QLockFile lock(run.filePath() + QStringLiteral(".lock"));
        lock.setStaleLockTime(0);
        if (!run.isSymLink() && lock.tryLock()) // otherwise another Carriel that still runs
            dead << run;
    }
    return dead;
}

QList<UnsavedCopy> unsavedIn(const QString &run)
{
    QList<UnsavedCopy> found;
    const QFileInfoList notes = QDir(run).entryInfoList({QStringLiteral("*.note")}, QDir::Files);
    for (const QFileInfo &info : notes) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QJsonObject note = QJsonDocument::fromJson(file.readAll()).object();
        UnsavedCopy copy;
        copy.note = info.filePath();
        copy.path = note.value(QStringLiteral("path")).toString();
        copy.profile = note.value(QStringLiteral("profile")).toString();
        copy.item = ItemId(note.value(QStringLiteral("item")).toString());
        copy.name = note.value(QStringLiteral("name")).toString();
        copy.path = QString(run + QLatin1Char('/') + info.completeBaseName() + QLatin1Char('/') +
                            QFileInfo(copy.path).fileName());
        const QByteArray had = QByteArray::fromHex(note.value(QStringLiteral("digest")).toString().toLatin1());
        if (QFileInfo(copy.path).size() == 0) // removed, or emptied on the way to something else
            continue;
        copy.digest = digestOfFile(copy.path);
        if (!copy.digest.isEmpty() && copy.digest != had)
            found << copy;
    }
    return found;
}

} // namespace

QString copiesRoot()
{
    // The runtime folder lives in memory and is this user's alone, where the system has one.
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    const QString base = QFileInfo(runtime).isWritable() ? runtime : QDir::tempPath();
    return base + QStringLiteral("/carriel-open-") + qEnvironmentVariable("USER", QStringLiteral("user"));
}

QByteArray digestOfFile(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result() : QByteArray();
}

void writeNote(const QString &path, const QString &profile, const ItemId &item, const QString &name,
               const QByteArray &digest)
{
    QSaveFile file(noteOf(path));
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const QJsonObject note{{QStringLiteral("path"), path},
                           {QStringLiteral("profile"), profile},
                           {QStringLiteral("item"), item.text()},
                           {QStringLiteral("name"), name},
                           {QStringLiteral("digest"), QString::fromLatin1(digest.toHex())}};
    file.write(QJsonDocument(note).toJson(QJsonDocument::Compact));
    file.commit();
}

void wipeFile(const QString &path)
{
    QFile file(path);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (file.open(QIODevice::ReadWrite)) {
        const QByteArray zeros(256 * 1024, '\0');
        for (qint64 left = file.size(); left > 0; left -= zeros.size())
            file.write(zeros.constData(), qMin<qint64>(left, zeros.size()));
        file.flush();
        file.close();
    }
    file.remove();
}

void wipeFolder(const QString &folder)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System | QDir::NoSymLinks,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        wipeFile(files.next());
    QDir(folder).removeRecursively();
}

QList<UnsavedCopy> unsavedCopies(const QString &root)
{
    QList<UnsavedCopy> found;
    const QFileInfoList runs = deadRuns(root);
    for (const QFileInfo &run : runs)
        found += unsavedIn(run.filePath());
    return found;
}

void wipeLeftovers(const QString &root)
{
    const QFileInfoList runs = deadRuns(root);
    for (const QFileInfo &run : runs) {
        const QList<UnsavedCopy> unsaved = unsavedIn(run.filePath());
        if (unsaved.isEmpty()) {
            wipeFolder(run.filePath());
            continue;
        }
        QStringList kept;
        for (const UnsavedCopy &copy : unsaved)
            kept << copy.path << copy.note;
        QDirIterator files(run.filePath(), QDir::Files | QDir::Hidden | QDir::System | QDir::NoSymLinks,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            if (!kept.contains(files.next()))
                wipeFile(files.filePath());
        }
    }
}

} // namespace carriel::ui

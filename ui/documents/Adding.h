// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Bringing things into the folder: files, whole folders, what is on the clipboard. Folders are looked through on the pool,
// then made one after the other, then their files are added in one go, with progress and cancel. Thread: GUI.
#pragma once

#include "ui/shell/Page.h"

#include "core/services/Values.h"

#include <QObject>
#include <QStringList>

class QMimeData;

namespace carriel::ui {

class ProgressStrip;

// What lies in files and folders on this computer, found by looking, before anything is added.
struct ImportPlan {
    struct File {
        QString path;
        int folder = -1; // index in `folders`; -1: straight into the target
        qint64 size = 0;
    };
    struct Folder {
        QString name;
        int parent = -1;
    };
    QList<Folder> folders; // a parent always stands before its children
    QList<File> files;
    qint64 bytes = 0;
    QStringList leftOut;   // names of what is not readable, or neither file nor folder
    QStringList notText; // … as their names are not UTF-8, so that no path leads to them
    QStringList links;     // names of symbolic links inside a folder: they are not followed
    bool cut = false;      // more than 100,000
};
ImportPlan
planImport(const QStringList &paths); // blocks; for the pool. A symbolic link is followed only if it was named itself.

class Adding final : public QObject
{
    Q_OBJECT
public:
    Adding(const PageContext &context, ProgressStrip &strip, QObject *parent);

    void addPaths(const QStringList &paths, const ItemId &folder, Custody custody = Custody::Open);
    void add(const ImportPlan &plan, const ItemId &folder, Custody custody = Custody::Open);
    // Files, an image or a text. False if there is nothing of the kind.
    bool paste(const QMimeData *data, const ItemId &folder);
    static bool canPaste(const QMimeData *data);
    // "N could not be read and are left out: the first three and how many more."
    static QString leftOutWords(const ImportPlan &plan);

Q_SIGNALS:
    void added(const QList<carriel::ItemId> &ids);

private:
    struct Run;
    void makeFolders(const std::shared_ptr<Run> &run, int next);
    void addFiles(const std::shared_ptr<Run> &run);
    static QList<ItemId> madeBy(const Run &run, const QList<AddedDocument> &documents);
    void report(const QList<AddedDocument> &documents, const Run *run = nullptr);
    void addBytes(const QByteArray &bytes, const QString &name, const QString &mediaType, const ItemId &folder);

    PageContext m_context;
    ProgressStrip &m_strip;
};

} // namespace carriel::ui

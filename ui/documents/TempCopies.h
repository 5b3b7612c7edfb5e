// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// "Open with": a copy for another program, in a folder only this user can read, watched while it lies there. If the other
// program changes it, the person is offered a new version. Everything is overwritten and removed when the vault is locked
// or the program ends; what a crash left behind is removed at the next start. Thread: GUI.
#pragma once

#include "core/services/Values.h"
#include "ui/shell/Page.h"

#include <QFileSystemWatcher>
#include <QHash>
#include <QLockFile>
#include <QObject>
#include <QTimer>
#include <QUrl>

namespace carriel::ui {

class TempCopies final : public QObject
{
    Q_OBJECT
public:
    TempCopies(const PageContext &context, QObject *parent);
    ~TempCopies() override;

    void open(const DocumentRow &row); // brings it here, writes the copy, hands it to the system
    // Only writes it; calls back with its path.
    void copyOut(const DocumentRow &row, std::function<void(const QString &path)> then);
    // Written at once, for a drop into another program: only what is on this computer, at most 200 MB in all.
    QList<QUrl> filesFor(const QList<DocumentRow> &rows);
    void wipe();
    QString folder() const { return m_folder; } // empty until the first copy

    // How a copy is handed to the system; QDesktopServices if not set.
    std::function<void(const QString &path)> handOver;

private:
    struct Copy {
        DocumentRow row;
        QByteArray digest; // of what was written last
    };
    bool makeFolder();
    QString placeFor(const DocumentRow &row); // makes its folder
    void changed(const QString &path);
    void settle();
    void save(const QString &path);

    PageContext m_context;
    QString m_folder;
    std::unique_ptr<QLockFile> m_lock; // says that this run still lives
    QFileSystemWatcher m_watcher;
    QTimer m_settle; // programs write in several steps; a moment of quiet means done
    QStringList m_touched;
    QHash<QString, Copy> m_copies;
};

// Overwrites with zeros, then removes. What a disk keeps of it elsewhere cannot be reached from here.
void wipeFile(const QString &path);
void wipeFolder(const QString &folder);
// Removes what runs that no longer live left; `keep` is this run's folder.
void wipeLeftovers(const QString &root, const QString &keep);

} // namespace carriel::ui
